"""A controlled broker: what is durable, what is under way, and nothing that happens by itself.

In: what the delivery loop sends, writes and commits. Out: the same, once it is told to land. A crash lands
for each partition some of what was under way, in its order, and drops the rest, as a broker would that got
part of it. Awaiting anything here is a `Pause`: whoever drives the coroutines decides who goes on, in which
order, and where all of them end. No event loop, no thread, no clock.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import xxhash

from streams.codecs import encode
from streams.delivery import Outgoing, Record
from streams.state import JsonRows
from streams.topics import TOPICS

Place = tuple[str, str, int]
"""What is written to: "log" or "changelog", the topic's or table's name, the partition."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A point at which the coroutine can be left, to go on or never to."""

    at: str

    def __await__(self) -> Generator[str, None, None]:
        yield self.at


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that one stage carries together. first: the lowest offset of each partition."""

    stage: str
    first: Mapping[int, int]


@dataclass(slots=True, eq=False)
class Write:
    """A record sent to a log or a changelog, until it has landed."""

    place: Place
    key: bytes
    value: bytes | None
    batch: Batch


@dataclass(slots=True)
class Log:
    """A partition: offset -> key, value. end: the next offset."""

    records: dict[int, tuple[bytes, bytes | None]] = field(default_factory=dict)
    offsets: list[int] = field(default_factory=list)
    end: int = 0

    def append(self, key: bytes, value: bytes | None, skip: int = 0) -> None:
        """skip: offsets that hold no record, as those of a compacted one or of a transaction's end."""
        offset = self.end + skip
        self.records[offset] = key, value
        self.offsets.append(offset)
        self.end = offset + 1

    def values(self) -> Iterator[bytes]:
        return (value for _, value in self.records.values() if value is not None)


class CommittedTooFar(AssertionError):
    """An offset was committed whose outputs or state were not acknowledged yet."""


class Broker:
    """Logs, changelogs, and committed offsets by stage and partition."""

    def __init__(self, spread: int) -> None:
        self.logs = {
            (topic.name, partition): Log() for topic in TOPICS for partition in range(topic.partitions(spread))
        }
        self.changelogs: dict[tuple[str, int], dict[str, bytes]] = {}
        self.committed: dict[tuple[str, int], int] = {}
        self.under_way: list[Write] = []
        self._spread = spread

    def send(self, outgoing: Outgoing, batch: Batch) -> Write:
        key, partition = outgoing.key.encode(), outgoing.partition
        if partition is None:
            partition = xxhash.xxh3_64_intdigest(key) % outgoing.topic.partitions(self._spread)
        return self._begin(Write(("log", outgoing.topic.name, partition), key, outgoing.value, batch))

    def change(self, table: str, partition: int, name: str, data: bytes | None, batch: Batch) -> Write:
        return self._begin(Write(("changelog", table, partition), name.encode(), data, batch))

    def _begin(self, write: Write) -> Write:
        self.under_way.append(write)
        return write

    def land(self, write: Write) -> None:
        """Make a write durable, and before it those under way to the same place."""
        while write in self.under_way:
            first = next(other for other in self.under_way if other.place == write.place)
            self.under_way.remove(first)
            self._store(first)

    def _store(self, write: Write) -> None:
        kind, name, partition = write.place
        if kind == "log":
            self.logs[name, partition].append(write.key, write.value)
            return
        rows = self.changelogs.setdefault((name, partition), {})
        if write.value is None:
            rows.pop(write.key.decode(), None)
        else:
            rows[write.key.decode()] = write.value

    def commit(self, stage: str, partition: int, offset: int) -> None:
        """Raises CommittedTooFar."""
        for write in self.under_way:
            if write.batch.stage == stage and write.batch.first.get(partition, offset) < offset:
                raise CommittedTooFar(f"{stage}/{partition} at {offset}, and {write.place} is under way")
        self.committed[stage, partition] = offset

    def crash(self, rng: random.Random) -> None:
        """The producer is gone: of what was under way to each place, the first so many have landed."""
        for place in dict.fromkeys(write.place for write in self.under_way):
            under_way = [write for write in self.under_way if write.place == place]
            for write in under_way[: rng.randint(0, len(under_way))]:
                self.land(write)
        self.under_way.clear()

    def values(self, topic: str) -> list[bytes]:
        """All values of a topic, partition after partition."""
        return [value for (name, _), log in sorted(self.logs.items()) if name == topic for value in log.values()]


class Acknowledgement:
    """Awaited, it lands what was sent."""

    def __init__(self, broker: Broker, write: Write) -> None:
        self._broker = broker
        self._write = write

    def __await__(self) -> Generator[str, None, None]:
        yield "acknowledgement"
        self._broker.land(self._write)


class ControlledOutlet:
    """The outlet of one batch."""

    def __init__(self, broker: Broker, batch: Batch) -> None:
        self._broker = broker
        self._batch = batch

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        write = self._broker.send(outgoing, self._batch)
        await Pause("send")
        return Acknowledgement(self._broker, write)


class Tables:
    """A worker's tables: written at once, durable when the changelog's acknowledgement is there.

    on_disk: whether rows outlive a crash as they stood, as RocksDB's do, or are read from the changelog at
    each start.
    """

    def __init__(self, broker: Broker, *, on_disk: bool) -> None:
        self._broker = broker
        self._on_disk = on_disk
        self._rows: dict[tuple[str, int], dict[str, bytes]] = {}

    def recover(self) -> None:
        if not self._on_disk:
            self._rows = {place: dict(rows) for place, rows in self._broker.changelogs.items()}

    def part(self, table: str, partition: int) -> dict[str, bytes]:
        return self._rows.setdefault((table, partition), {})

    def keys(self, table: str) -> list[str]:
        """Those of all partitions."""
        return [key for (name, _), rows in self._rows.items() if name == table for key in rows]


class ControlledShelf:
    """The shelf of one batch. table: null for a stage without."""

    def __init__(self, broker: Broker, tables: Tables, table: str | None, batch: Batch) -> None:
        self._broker, self._tables, self._table, self._batch = broker, tables, table, batch

    def rows(self, record: Record) -> Mapping[str, Any]:
        return {} if self._table is None else JsonRows(self._tables.part(self._table, record.partition))

    async def write(self, record: Record, writes: Mapping[str, Any | None]) -> None:
        if self._table is None:
            assert not writes, "a stage without a table wrote state"
            return
        rows, under_way = self._tables.part(self._table, record.partition), []
        for name, value in writes.items():
            data = None if value is None else encode(value)
            under_way.append(self._broker.change(self._table, record.partition, name, data, self._batch))
            if data is None:
                rows.pop(name, None)
            else:
                rows[name] = data
        await Pause("written")
        for write in under_way:
            await Acknowledgement(self._broker, write)
