"""Rows that stay right although a worker that was taken for dead goes on writing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import faust
import pytest
from faust.types import TP

from streams.delivery import Record
from streams.shelves import FaustShelf, PartitionLost, RowTable

KEY = b"0:row"


@pytest.mark.parametrize("store", ["memory://", "rocksdb://"])
def test_a_row_that_came_late_does_not_take_the_place_of_a_later_one(store: str, tmp_path: Path) -> None:
    table = row_table(store, tmp_path)
    table.apply_changelog_batch([change(0, b"7 7"), change(1, b"3 3")])
    assert held(table) == b"7 7"
    table.apply_changelog_batch([change(2, b"5 5")])
    assert held(table) == b"7 7", "nor in a batch of its own, as when a store on disk is read on"
    table.apply_changelog_batch([change(3, b"7 again"), change(4, b"8 8")])
    assert held(table) == b"8 8"


@pytest.mark.parametrize("store", ["memory://", "rocksdb://"])
def test_a_removal_that_came_late_removes_nothing(store: str, tmp_path: Path) -> None:
    table = row_table(store, tmp_path)
    table.apply_changelog_batch([change(0, b"7 7"), change(1, None, 6)])
    assert held(table) == b"7 7"
    table.apply_changelog_batch([change(2, None, 8)])
    assert held(table) is None


def test_rows_are_not_written_by_a_worker_whose_partitions_another_has() -> None:
    world = World(ours=False)
    with pytest.raises(PartitionLost):
        world.write({"row": 1})
    assert world.changelog == []
    assert world.rows == {}


def test_a_write_of_a_successor_between_two_of_ours_ends_the_worker_before_its_rows_change() -> None:
    world = World()
    world.write({"row": 1})
    world.changelog.append(b"somebody else's")
    world.ours_surely = False
    with pytest.raises(PartitionLost):
        world.write({"row": 2})
    assert world.rows == {KEY: b"9 1"}
    assert world.persisted == 0


def test_a_write_of_ours_that_the_broker_took_twice_ends_nothing() -> None:
    world = World()
    world.write({"row": 1})
    world.changelog.append(world.changelog[-1])
    world.write({"row": 2})
    assert world.rows == {KEY: b"9 2"}


def test_a_row_is_read_as_it_was_written() -> None:
    world = World()
    world.write({"row": {"next": 3}, "gone": None})
    assert world.shelf.rows(world.record)["row"] == {"next": 3}
    assert list(world.shelf.rows(world.record)) == ["row"]


def row_table(store: str, data: Path) -> Any:
    app = faust.App("rows", store=store, datadir=str(data), Table=RowTable)
    return app.Table("rows", partitions=1, key_type=bytes, value_type=bytes)


def held(table: Any) -> bytes | None:
    row: bytes | None = table.part(0).get(KEY)
    return row


def change(at: int, value: bytes | None, offset: int = 0) -> Any:
    message = SimpleNamespace(
        tp=TP("rows-changelog", 0), partition=0, offset=at, key=KEY, value=value,
        headers=[("offset", b"%d" % offset)] if value is None else [],
    )
    return SimpleNamespace(message=message, key=KEY, value=value)


class World:
    """A table, its changelog on a broker, and a shelf over both, for one record: the tenth of its log."""

    def __init__(self, *, ours: bool = True) -> None:
        self.changelog: list[bytes | None] = []
        self.rows: dict[bytes, bytes] = {}
        self.persisted: int | None = None
        self.ours_surely = self._ours = ours
        self.record = Record("articles", 0, 9, 9, b"key", b"value")
        event = Event(message=SimpleNamespace(partition=0, offset=9, generation_id=1))
        data = Rows(self)
        table = SimpleNamespace(
            name="rows", data=data, part=lambda partition: data, app=SimpleNamespace(producer=self, consumer=self),
            changelog_topic=SimpleNamespace(get_topic_name=lambda: "rows-changelog"),
        )
        self.shelf = FaustShelf(table, [event], {})

    def write(self, writes: dict[str, Any]) -> None:
        asyncio.run(self.shelf.write(self.record, writes))

    async def still_ours(self, generation: int, *, surely: bool) -> bool:
        return self.ours_surely if surely else self._ours

    async def send(
        self, topic: str, key: bytes, value: bytes | None, partition: int, timestamp: None, headers: Any
    ) -> Awaitable[Any]:
        self.changelog.append(value)
        acknowledged: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        acknowledged.set_result(SimpleNamespace(
            offset=len(self.changelog) - 1, topic_partition=TP(topic, partition)
        ))
        return acknowledged


class Event(SimpleNamespace):
    """Can be pointed to weakly, as Faust does."""


class Rows(dict[bytes, bytes]):
    """What a Faust store is to a shelf."""

    def __init__(self, world: World) -> None:
        self._world = world
        world.rows = self

    def set_persisted_offset(self, tp: TP, offset: int) -> None:
        self._world.persisted = offset
