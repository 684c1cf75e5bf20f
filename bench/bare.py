"""The bare loop: what a careful person would write by hand with aiokafka for these five agents.

In: a broker with the topics. Out: the same records on them as the worker's. Each stage has its own
consumer and takes what is at hand, up to a batch; it sends the outputs and awaits them, writes its
changed rows to a changelog topic and awaits that, and commits once a second. State is dicts.

It leaves out what costs little and a product needs: rejections, recovery, rebalances, a batch's writes
being withheld when a record of it fails. It is the measure of what Faust costs, not an alternative.
"""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Sequence
from typing import Any

import uvloop
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, ConsumerRecord, TopicPartition

from bench.contestants import arguments
from streams.codecs import encode
from streams.delivery import Record, Stage
from streams.pipeline import stages
from streams.settings import Settings
from streams.topics import LARGEST_RECORD

COMMIT_SECONDS = 1.0


class Rows(dict[str, Any]):
    """The state of a partition; changed: the keys written since the changelog was."""

    def __init__(self) -> None:
        super().__init__()
        self.changed: set[str] = set()

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self.changed.add(key)

    def __delitem__(self, key: str) -> None:
        super().__delitem__(key)
        self.changed.add(key)

    def pop(self, key: str, *default: Any) -> Any:
        self.changed.add(key)
        return super().pop(key, *default)


class Loop:
    """One stage."""

    def __init__(self, stage: Stage, settings: Settings, producer: AIOKafkaProducer) -> None:
        self._stage = stage
        self._prefix = settings.prefix
        self._producer = producer
        self._changelog = f"{settings.prefix}-{stage.table}-bare"
        self._rows: dict[int, Rows] = defaultdict(Rows)
        self._consumer = AIOKafkaConsumer(
            stage.source.full_name(settings.prefix), bootstrap_servers=settings.broker,
            group_id=f"{settings.prefix}-{stage.name}", enable_auto_commit=False, auto_offset_reset="earliest",
            max_partition_fetch_bytes=LARGEST_RECORD,
        )

    async def run(self) -> None:
        await self._consumer.start()
        committed = time.monotonic()
        while True:
            found = await self._consumer.getmany(timeout_ms=1000, max_records=self._stage.batch)
            for partition, records in found.items():
                await self._carry(partition, records)
            if time.monotonic() - committed > COMMIT_SECONDS:
                await self._consumer.commit()
                committed = time.monotonic()

    async def _carry(self, partition: TopicPartition, records: Sequence[ConsumerRecord[Any, Any]]) -> None:
        rows = self._rows[partition.partition]
        sent: list[Awaitable[Any]] = []
        for each in records:
            record = Record(each.topic, each.partition, each.offset, each.offset, each.key, each.value)
            for output in await self._stage.agent(self._stage.decode(each.value), record, rows):
                sent.append(await self._producer.send(
                    self._stage.sends[type(output)].full_name(self._prefix), encode(output),
                    self._stage.keyed(output).encode(), self._stage.partition(output),
                ))
        await asyncio.gather(*sent)
        written = [
            await self._producer.send(
                self._changelog, encode(rows[key]) if key in rows else None, key.encode(), partition.partition
            )
            for key in rows.changed
        ]
        rows.changed.clear()
        await asyncio.gather(*written)


async def run(settings: Settings) -> None:
    producer = AIOKafkaProducer(
        bootstrap_servers=settings.broker, acks="all", max_request_size=LARGEST_RECORD, max_batch_size=256 * 1024
    )
    await producer.start()
    await asyncio.gather(*(Loop(stage, settings, producer).run() for stage in stages(settings, post=None)))


if __name__ == "__main__":
    uvloop.run(run(arguments()))
