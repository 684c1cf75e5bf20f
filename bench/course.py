"""The course: a prefix's topics on a broker, articles put onto them, and alerts watched for.

In: a broker. Out: times at which the alerts of probes were seen. A probe is an article whose alert is
known beforehand; since articles keep their order, all before it has then been read.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import orjson
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from bench.contestants import Process, Store
from bench.load import PROBE
from schemas.article import Article
from streams.broker_topics import create_topics
from streams.codecs import encode
from streams.settings import Settings
from streams.topics import ALERTS, ARTICLES, wanted
from streams.worker import changelogs

PATIENCE_SECONDS = 120
"""Without any alert; every contestant gives several a second under load."""


class Course:
    """The topics of one run. sent_at, seen_at: by the number of the probe, in seconds of time.monotonic.
    alerts: the ids of all alerts seen."""

    def __init__(self, broker: str, prefix: str, data: Path, partitions: int, store: Store) -> None:
        self.settings = Settings(
            broker=broker, prefix=prefix, partitions=partitions, data=data / prefix, store=store,
        )
        topics = dict(wanted(prefix, partitions))
        for name, count in changelogs(prefix, partitions).items():
            topics[name.replace("-changelog", "-bare")] = count, {}
        create_topics(broker, topics)
        self.sent_at: dict[int, float] = {}
        self.seen_at: dict[int, float] = {}
        self.alerts: set[str] = set()
        self._moved = asyncio.Event()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Articles can be sent, and alerts are watched for, while the block runs."""
        self._producer = AIOKafkaProducer(
            bootstrap_servers=self.settings.broker, max_batch_size=256 * 1024, max_request_size=2**20
        )
        self._consumer = AIOKafkaConsumer(
            ALERTS.full_name(self.settings.prefix), bootstrap_servers=self.settings.broker,
            auto_offset_reset="earliest", fetch_max_wait_ms=100,
        )
        await self._producer.start()
        await self._consumer.start()
        watching = asyncio.create_task(self._watch())
        try:
            yield
        finally:
            watching.cancel()
            await self._consumer.stop()
            await self._producer.stop()

    async def send(self, article: Article) -> None:
        """Put it on the topic; nothing is awaited but room in the producer's buffer."""
        if article.id.startswith(PROBE):
            self.sent_at[_number(article.id)] = time.monotonic()
        self._last = await self._producer.send(
            ARTICLES.full_name(self.settings.prefix), encode(article), article.id.encode()
        )

    async def send_all(self, articles: Iterable[Article]) -> None:
        """Put them on the topic, and wait until they stand there."""
        for article in articles:
            await self.send(article)
        await self._producer.flush()

    async def seen(self, probe: int, process: Process) -> float:
        """When the probe's alert came. Raises RuntimeError when the worker ended, or nothing came for long."""
        while probe not in self.seen_at:
            self._moved.clear()
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._moved.wait()
            except TimeoutError:
                process.check()
                raise RuntimeError(
                    f"no alert for {PATIENCE_SECONDS} s:\n{process.log.read_text()[-2000:]}"
                ) from None
        return self.seen_at[probe]

    async def settled(self) -> None:
        """Wait until a second has brought no alert: those of other partitions may come behind a probe's."""
        count = -1
        while count < len(self.alerts):
            count = len(self.alerts)
            self._moved.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self._moved.wait()

    async def _watch(self) -> None:
        async for record in self._consumer:
            alert: dict[str, Any] = orjson.loads(record.value)
            identity = alert["article"]["id"]
            self.alerts.add(alert["alert_id"])
            if identity.startswith(PROBE):
                self.seen_at.setdefault(_number(identity), time.monotonic())
            self._moved.set()


def _number(identity: str) -> int:
    return int(identity.removeprefix(PROBE))
