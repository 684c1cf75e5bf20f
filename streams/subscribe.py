"""Alerts as they come: the iterators that `tallywire subscribe` and other people's programs read.

In: the alerts topic. Out: each Alert once, from a plain iterator on kafka-python or an async one on
aiokafka. All partitions are read, outside any consumer group: nothing is committed, and every
subscriber sees every alert.

Not guaranteed: an order between partitions (alerts of one claim share a partition and keep theirs);
that an alert repeated after REMEMBERED others is recognised; partitions that are added to the topic
after the call. While no broker answers, the iterators wait, or end when `until_idle` has passed.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import aiokafka
import kafka
from aiokafka.errors import KafkaError as AsyncKafkaError
from kafka.errors import KafkaError

from schemas.alert import Alert
from streams.broker_absence import no_broker, no_topic
from streams.sieve import REMEMBERED, BadRecord, Record, Sieve, SieveOf
from streams.where import Where

__all__ = ["AsyncSubscription", "BadRecord", "Sieve", "Subscription", "Where", "subscribe", "subscribe_async"]

T = TypeVar("T")

LONGEST_POLL = 0.5
"""Seconds. Longer would only delay Ctrl-C."""

_ALONE: dict[str, Any] = {
    "group_id": None,
    "enable_auto_commit": False,
    # Counts only where records were deleted before they were read: then the oldest there is.
    "auto_offset_reset": "earliest",
}


def subscribe(
    bootstrap: str,
    topic: str,
    *,
    from_beginning: bool = False,
    until_idle: float | None = None,
    where: Sequence[Where] = (),
    on_bad: Callable[[BadRecord], None] | None = None,
    client: Mapping[str, Any] | None = None,
    remembered: int = REMEMBERED,
) -> Subscription[Alert]:
    """Subscribe to alerts; what is published after the call returns is not missed.

    bootstrap: host:port, several separated by commas. from_beginning: all that the topic holds
    first. until_idle: end after that many seconds of waiting without any record, met or not; null
    waits for ever. where: all must be met. on_bad: told of each record that is no alert. client:
    further settings of kafka-python, as SASL and TLS; on the embedded broker api_version=(2, 3).
    remembered: ids kept to recognise repeats. Raises NotAvailable without broker or topic.
    """
    consumer = open_consumer(bootstrap, topic, from_beginning=from_beginning, client=client)
    return Subscription(consumer, Sieve(where, on_bad, remembered), until_idle)


def open_consumer(
    bootstrap: str, topic: str, *, from_beginning: bool = True, client: Mapping[str, Any] | None = None
) -> Any:
    """kafka-python's consumer at the beginning or the end of all partitions of a topic. Raises NotAvailable."""
    settings: dict[str, Any] = {
        "bootstrap_servers": bootstrap.split(","), "allow_auto_create_topics": False,
        "bootstrap_timeout_ms": 15_000, "metrics_enabled": False, **_ALONE,
    }
    try:
        consumer = kafka.KafkaConsumer(**(settings | dict(client or {})))
    except KafkaError as error:
        raise no_broker(bootstrap, error) from error
    try:
        partitions = [
            kafka.TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic))
        ]
        if not partitions:
            raise no_topic(bootstrap, topic)
        consumer.assign(partitions)
        resolve = consumer.beginning_offsets if from_beginning else consumer.end_offsets
        for partition, offset in resolve(partitions).items():
            consumer.seek(partition, offset)
    except BaseException as error:
        consumer.close(autocommit=False)
        if isinstance(error, KafkaError):
            raise no_broker(bootstrap, error) from error
        raise
    return consumer


async def subscribe_async(
    bootstrap: str,
    topic: str,
    *,
    from_beginning: bool = False,
    until_idle: float | None = None,
    where: Sequence[Where] = (),
    on_bad: Callable[[BadRecord], None] | None = None,
    client: Mapping[str, Any] | None = None,
    remembered: int = REMEMBERED,
) -> AsyncSubscription[Alert]:
    """As subscribe, for `async for alert in await subscribe_async(...)`. client: settings of aiokafka."""
    settings: dict[str, Any] = {"bootstrap_servers": bootstrap, **_ALONE}
    consumer = aiokafka.AIOKafkaConsumer(**(settings | dict(client or {})))
    try:
        await consumer.start()
        if topic not in await consumer.topics():
            raise no_topic(bootstrap, topic)
        # aiokafka learns a topic's partitions when first asked about one of them, and no sooner.
        await consumer.end_offsets([aiokafka.TopicPartition(topic, 0)])
        partitions = [
            aiokafka.TopicPartition(topic, number) for number in sorted(consumer.partitions_for_topic(topic))
        ]
        consumer.assign(partitions)
        resolve = consumer.beginning_offsets if from_beginning else consumer.end_offsets
        for partition, offset in (await resolve(partitions)).items():
            consumer.seek(partition, offset)
    except BaseException as error:
        await consumer.stop()
        if isinstance(error, AsyncKafkaError):
            raise no_broker(bootstrap, error) from error
        raise
    return AsyncSubscription(consumer, Sieve(where, on_bad, remembered), until_idle)


class _Patience:
    """How long to poll. Only waiting counts as idle: what the caller does between two alerts does not."""

    def __init__(self, until_idle: float | None, clock: Callable[[], float]) -> None:
        self._until_idle = until_idle
        self._clock = clock
        self._waited = self._since = 0.0

    def start(self) -> int:
        """Milliseconds to poll for; 0 when it is over."""
        self._since = self._clock()
        left = LONGEST_POLL if self._until_idle is None else self._until_idle - self._waited
        return max(1, round(min(left, LONGEST_POLL) * 1000)) if left > 0 else 0

    def stop(self, polled: Mapping[Any, Sequence[Record]]) -> Iterator[Record]:
        self._waited = 0.0 if polled else self._waited + self._clock() - self._since
        return (record for records in polled.values() for record in records)


class Subscription(Iterator[T], Generic[T]):
    """The alerts, or what else the sieve lets through, blocking between them. Close it, or use it in a
    with block; Ctrl-C passes through.

    sieve counts the records that were bad, repeated, or did not meet the conditions.
    """

    def __init__(
        self, consumer: Any, sieve: SieveOf[T], until_idle: float | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._consumer = consumer
        self._patience = _Patience(until_idle, clock)
        self._records: Iterator[Record] = iter(())
        self.sieve = sieve

    def __next__(self) -> T:
        while (alert := next(_sifted(self._records, self.sieve), None)) is None:
            milliseconds = self._patience.start()
            if self._consumer is None or not milliseconds:
                self.close()
                raise StopIteration
            self._records = self._patience.stop(self._consumer.poll(timeout_ms=milliseconds))
        return alert

    def close(self) -> None:
        """End the iteration and the connection. Twice does no harm."""
        consumer, self._consumer, self._records = self._consumer, None, iter(())
        if consumer is not None:
            consumer.close(autocommit=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class AsyncSubscription(AsyncIterator[T], Generic[T]):
    """As Subscription, for `async for` and `async with`."""

    def __init__(
        self, consumer: Any, sieve: SieveOf[T], until_idle: float | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._consumer = consumer
        self._patience = _Patience(until_idle, clock)
        self._records: Iterator[Record] = iter(())
        self.sieve = sieve

    async def __anext__(self) -> T:
        while (alert := next(_sifted(self._records, self.sieve), None)) is None:
            milliseconds = self._patience.start()
            if self._consumer is None or not milliseconds:
                await self.close()
                raise StopAsyncIteration
            self._records = self._patience.stop(await self._consumer.getmany(timeout_ms=milliseconds))
        return alert

    async def close(self) -> None:
        """End the iteration and the connection. Twice does no harm."""
        consumer, self._consumer, self._records = self._consumer, None, iter(())
        if consumer is not None:
            await consumer.stop()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


def _sifted(records: Iterable[Record], sieve: SieveOf[T]) -> Iterator[T]:
    return (found for record in records if (found := sieve.pass_on(record)) is not None)
