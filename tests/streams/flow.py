"""A worker with the whole flow on a broker under test, and the articles to send through it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, NoReturn

from aiokafka import AIOKafkaConsumer, AIOKafkaProducer

from schemas.alert import Alert
from schemas.article import Article
from schemas.rejection import Rejection
from streams.app import Worker
from streams.codecs import decode, encode
from streams.settings import Settings
from streams.topic_listing import create_missing
from streams.topics import ALERTS, ARTICLES, REJECTIONS, Topic, wanted
from streams.worker import changelogs, running
from tests.streams.clients import async_client_of


class Flow:
    """The topics of one test on one broker, under a prefix of their own."""

    def __init__(
        self, broker: Any, prefix: str, data: Path, *, partitions: int = 4, store: str = "memory",
        reading_process: bool = False,
    ) -> None:
        self.settings = Settings(
            broker=broker.bootstrap, embedded=broker.kind == "embedded", prefix=prefix, partitions=partitions,
            store=store, data=data, reading_process=reading_process,   # type: ignore[arg-type]
        )
        self.published = 0
        self._client = async_client_of(broker)
        if not self.settings.embedded:
            create_missing(self.settings)
            return
        topics = {name: count for name, (count, _) in wanted(prefix, partitions).items()}
        for name, count in (topics | changelogs(prefix, partitions)).items():
            broker.create_topic(name, count)

    @asynccontextmanager
    async def worker(self, **hooks: Any) -> AsyncIterator[Worker]:
        async with running(self.settings, abort=_fail, **hooks) as app:
            yield app

    async def publish(self, *records: Article | bytes) -> None:
        producer = AIOKafkaProducer(bootstrap_servers=self.settings.broker)
        await producer.start()
        try:
            for record in records:
                key, value = (b"", record) if isinstance(record, bytes) else (record.id.encode(), encode(record))
                await producer.send_and_wait(ARTICLES.full_name(self.settings.prefix), value, key)
        finally:
            await producer.stop()
        self.published += len(records)

    async def carried(self, app: Worker, records: int | None = None) -> None:
        """Wait until the worker has carried so many records (all published, unless told) to the end."""
        async with asyncio.timeout(60):
            await app.tallies.until_drained(self.published if records is None else records)

    async def alerts(self, app: Worker) -> list[Alert]:
        """All alerts that this worker published."""
        return [decode(value, Alert) for value in await self._read(ALERTS, app, "alert")]

    async def rejections(self, app: Worker, stage: str) -> list[Rejection]:
        """All rejections that this worker's stage published."""
        return [decode(value, Rejection) for value in await self._read(REJECTIONS, app, stage)]

    async def _read(self, topic: Topic, app: Worker, stage: str) -> list[bytes]:
        consumer = AIOKafkaConsumer(
            topic.full_name(self.settings.prefix), bootstrap_servers=self.settings.broker,
            auto_offset_reset="earliest", **self._client,
        )
        await consumer.start()
        try:
            async with asyncio.timeout(30):
                sent = app.tallies.of[stage].sent.get(topic.name, 0)
                return [(await anext(consumer)).value for _ in range(sent)]
        finally:
            await consumer.stop()


def _fail(error: BaseException) -> NoReturn:
    raise AssertionError("outputs or state could not be written") from error
