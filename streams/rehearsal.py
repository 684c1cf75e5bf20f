"""A rehearsal: the same agents in the same loop over articles at hand, with no broker.

In: articles. Out: the alerts that a replay of them would give, in the order of the articles.
Topics are queues and state is rows in memory; everything else is what the worker runs.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import xxhash

from schemas.alert import Alert
from schemas.article import Article
from schemas.rejection import Rejection
from streams.codecs import decode, encode
from streams.delivery import Outgoing, Record, Stage, Tallies, deliver
from streams.pipeline import stages
from streams.settings import Settings
from streams.state import JsonRows
from streams.topics import ALERTS, ARTICLES, REJECTIONS, Topic


def rehearse(articles: Iterable[Article], settings: Settings | None = None) -> Iterator[Alert | Rejection]:
    """Alerts and rejections as the articles are read, one after another; each alert once, as `subscribe` does.

    (An article version that comes twice raises its alerts twice on the topic, under the same ids.)
    """
    rehearsal = Rehearsal(settings or Settings())
    seen: set[str] = set()
    with asyncio.Runner() as runner:
        for article in articles:
            for said in runner.run(rehearsal.publish(article.id, encode(article))):
                if isinstance(said, Rejection) or said.alert_id not in seen:
                    yield said
                if isinstance(said, Alert):
                    seen.add(said.alert_id)


class Rehearsal:
    """The flow over queues. Not for threads."""

    def __init__(self, settings: Settings) -> None:
        flow = stages(settings, post=None)
        self._stages = {stage.source: stage for stage in flow}
        self._shelves = {stage.name: MemoryShelf() for stage in flow}
        self._log = MemoryLog(settings.partitions)
        self.tallies = Tallies(flow)

    async def publish(self, key: str, value: bytes) -> Sequence[Alert | Rejection]:
        """Publish an article and carry it, and all that comes of it, to the end of the flow."""
        await (await self._log.send(Outgoing(ARTICLES, key, value)))
        said: list[Alert | Rejection] = []
        while self._log.waiting:
            topic, record = self._log.waiting.popleft()
            if topic is ALERTS:
                said.append(decode(record.value or b"", Alert))
            if topic is REJECTIONS:
                said.append(decode(record.value or b"", Rejection))
            if topic in self._stages:
                await self._carry(self._stages[topic], record)
        return said

    async def _carry(self, stage: Stage, record: Record) -> None:
        await deliver(stage, [record], self._log, self._shelves[stage.name], self.tallies)


class MemoryLog:
    """Topics as one queue: records come out in the order they went in, with their offsets."""

    def __init__(self, spread: int) -> None:
        self._spread = spread
        self._ends: dict[tuple[str, int], int] = {}
        self.waiting: deque[tuple[Topic, Record]] = deque()

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        topic, key = outgoing.topic, outgoing.key.encode()
        partition = outgoing.partition
        if partition is None:
            partition = xxhash.xxh3_64_intdigest(key) % topic.partitions(self._spread)
        offset = self._ends.get((topic.name, partition), 0)
        self._ends[topic.name, partition] = offset + 1
        record = Record(topic.name, partition, offset, offset, key, outgoing.value)
        self.waiting.append((topic, record))
        return asyncio.sleep(0)


class MemoryShelf:
    """Rows in memory, kept as the bytes a table would keep."""

    def __init__(self) -> None:
        self._rows: dict[str, bytes] = {}

    def rows(self, record: Record) -> Mapping[str, Any]:
        return JsonRows(self._rows)

    async def write(self, record: Record, writes: Mapping[str, Any | None]) -> None:
        for key, value in writes.items():
            if value is None:
                self._rows.pop(key, None)
            else:
                self._rows[key] = encode(value)
