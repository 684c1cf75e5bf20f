"""Shelves: the rows of Faust's tables as the delivery loop writes them, safe from a worker that is no longer one.

In: rows as JSON values, in the event of the record they come of. Out: the same rows in the changelog, and
then in the table. Why not Faust's own writing: it waits for no acknowledgement, and it trusts whoever writes.
A worker that was frozen while another took its partitions over wakes up in the middle of a batch and goes on.
So before a write the broker is asked whether the partitions are still ours, if it was not asked lately, and
after one if the changelog holds what we did not write; if they are not, the worker ends. And a row carries the
offset of the record it comes of, so that reading back passes over one that came late. (The order of a
partition's log is the order of its state, and the same records make the same rows: the later offset is right.)

Not guaranteed: a compaction between a late row and the next right one of its name keeps the late one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import faust
import orjson

from streams.codecs import encode
from streams.delivery import Record

_OFFSET = "offset"
"""The header that says which record a removal comes of; a row says it in its first bytes."""


class PartitionLost(Exception):
    """Another worker has this partition: nothing of the batch may be acknowledged."""


async def send(
    app: Any, topic: str, key: bytes, value: bytes | None, partition: int | None, headers: Any = None
) -> Awaitable[Any]:
    """Not by way of Faust's topics: their promises and callbacks cost as much again as sending does."""
    sent: Awaitable[Any] = await app.producer.send(topic, key, value, partition, None, headers)
    return sent


class RowTable(faust.Table):  # type: ignore[misc]
    """A table of bytes (Faust would put our JSON into JSON once more) that passes over rows that came late."""

    def _serializer_from_type(self, typ: Any) -> str:
        return "raw"

    def apply_changelog_batch(self, batch: Iterable[Any]) -> None:
        newest: dict[bytes, int] = {}
        super().apply_changelog_batch([event for event in batch if self._is_newest(event.message, newest)])

    def _is_newest(self, message: Any, newest: dict[bytes, int]) -> bool:
        offset = _source_offset(message)
        before = newest.get(message.key)
        if before is None:
            held = self.part(message.partition).get(message.key)
            before = -1 if held is None else _offset_of(held)
        newest[message.key] = max(before, offset)
        return offset >= before

    def part(self, partition: int) -> Any:
        """The rows of one partition by key: a dict, or a RocksDB that reads like one. Not by Faust's own
        mapping, which asks at each reading which event is being read, and costs five times as much."""
        store = self.data
        return store._db_for_partition(partition) if hasattr(store, "_db_for_partition") else store.data


def _source_offset(message: Any) -> int:
    if message.value is not None:
        return _offset_of(message.value)
    return int(dict(message.headers or ()).get(_OFFSET, b"0"))


def _offset_of(row: bytes) -> int:
    return int(row[: row.index(b" ")])


class FaustShelf:
    """The rows of a RowTable, for the records of some events."""

    def __init__(self, table: Any, events: Sequence[Any], written: dict[tuple[int, int], int]) -> None:
        """written: (generation, partition) -> where our last write stands in the changelog; kept by the caller."""
        self._table = table
        self._written = written
        self._events = {(event.message.partition, event.message.offset): event for event in events}

    def rows(self, record: Record) -> Mapping[str, Any]:
        if self._table is None:
            return {}
        return _Rows(self._table.part(record.partition), record.partition)

    async def write(self, record: Record, writes: Mapping[str, Any | None]) -> None:
        """Raises PartitionLost, and what the producer raises."""
        if not writes:
            return
        event = self._events[record.partition, record.offset]
        app, changelog = self._table.app, self._table.changelog_topic.get_topic_name()
        await self._check_ours(record)
        stamp = b"%d" % record.offset
        rows = [
            (_row_key(record.partition, name), None if value is None else stamp + b" " + encode(value))
            for name, value in writes.items()
        ]
        acknowledgements = [
            await send(app, changelog, key, data, record.partition, [(_OFFSET, stamp)] if data is None else None)
            for key, data in rows
        ]
        offsets = [(await acknowledgement).offset for acknowledgement in acknowledgements]
        if self._interrupted(event, offsets):
            await self._check_ours(record, surely=True)
        part = self._table.part(record.partition)
        for key, data in rows:
            if data is not None:
                part[key] = data
            elif key in part:
                del part[key]
        last = await acknowledgements[-1]
        self._table.data.set_persisted_offset(last.topic_partition, last.offset)   # where reading back goes on

    async def _check_ours(self, record: Record, *, surely: bool = False) -> None:
        generation = self._events[record.partition, record.offset].message.generation_id
        if not await self._table.app.consumer.still_ours(generation, surely=surely):
            raise PartitionLost(f"{record.topic}, partition {record.partition}: this worker was taken for dead")

    def _interrupted(self, event: Any, offsets: Sequence[int]) -> bool:
        """Whether something stands between our last write and the end of this one: another worker's, or
        one of ours that was sent twice."""
        place = event.message.generation_id, event.message.partition
        before = self._written.get(place, offsets[0] - 1)
        self._written[place] = offsets[-1]
        return offsets[-1] - before != len(offsets)


def _row_key(partition: int, name: str) -> bytes:
    """Faust keeps the rows of all its partitions in one table; the key tells them apart."""
    return b"%d:%s" % (partition, name.encode())


class _Rows(Mapping[str, Any]):
    """The rows of one partition, read as JSON values."""

    def __init__(self, part: Any, partition: int) -> None:
        self._part = part
        self._partition = partition

    def __getitem__(self, name: str) -> Any:
        row = self._part[_row_key(self._partition, name)]
        return orjson.loads(memoryview(row)[row.index(b" ") + 1 :])

    def __contains__(self, name: object) -> bool:
        return _row_key(self._partition, str(name)) in self._part

    def __iter__(self) -> Iterator[str]:
        prefix = _row_key(self._partition, "")
        for key in list(self._part.keys()):
            if key.startswith(prefix):
                yield key[len(prefix):].decode()

    def __len__(self) -> int:
        return sum(1 for _ in self)
