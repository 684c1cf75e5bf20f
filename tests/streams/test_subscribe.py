"""A subscription gives every alert once, from where it was asked to begin, until it is idle or closed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from kafka import KafkaProducer

from schemas.alert import Alert
from schemas.errors import NotAvailable
from streams.codecs import encode
from streams.sieve import BadRecord, Sieve
from streams.subscribe import AsyncSubscription, Subscription, subscribe, subscribe_async
from streams.where import Where
from tests.streams.clients import async_client_of, client_of, fresh_topic
from tests.streams.test_sieve import FakeRecord, record
from tests.streams.test_where import ALERT

IDLE = 2.0   # seconds; above a fetch's wait on either broker, so that it is the end and not a pause


class FakeClock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class FakeConsumer:
    """Hands out the batches in turn; an empty one takes the whole time it was asked to wait."""

    def __init__(self, clock: FakeClock, *batches: Iterable[FakeRecord]) -> None:
        self.clock = clock
        self.batches = [list(batch) for batch in batches]
        self.closed = 0

    def poll(self, timeout_ms: int) -> dict[str, list[FakeRecord]]:
        batch = self.batches.pop(0) if self.batches else []
        if not batch:
            self.clock.now += timeout_ms / 1000
        return {"partition": batch} if batch else {}

    def close(self, autocommit: bool) -> None:
        self.closed += 1

    async def getmany(self, timeout_ms: int) -> dict[str, list[FakeRecord]]:
        return self.poll(timeout_ms)

    async def stop(self) -> None:
        self.closed += 1


def faked(
    until_idle: float | None, *batches: Iterable[FakeRecord]
) -> tuple[Subscription, FakeConsumer, FakeClock]:
    clock = FakeClock()
    consumer = FakeConsumer(clock, *batches)
    return Subscription(consumer, Sieve(), until_idle, clock), consumer, clock


def ids(alerts: Iterable[Alert]) -> list[str]:
    return [alert.alert_id for alert in alerts]


def test_it_ends_when_idle_for_as_long_as_asked() -> None:
    alerts, consumer, clock = faked(2.0, [record("a"), record("b")], [], [], [record("c")])
    assert ids(alerts) == ["a", "b", "c"]
    assert clock.now == 3.0
    assert consumer.closed == 1
    assert next(alerts, None) is None


def test_any_record_breaks_the_silence_even_one_that_is_kept_back() -> None:
    alerts, _, clock = faked(0.75, [record("a")], [], [record("a")], [], [FakeRecord(b"oops")], [])
    assert ids(alerts) == ["a"]
    assert clock.now == 1.75


def test_what_the_reader_does_between_two_alerts_is_no_silence() -> None:
    alerts, _, clock = faked(1.0, [record("a")], [record("b")])
    read = []
    for alert in alerts:
        read.append(alert.alert_id)
        clock.now += 60
    assert read == ["a", "b"]


def test_a_closed_one_ends_even_with_records_at_hand() -> None:
    alerts, consumer, _ = faked(None, [record("a"), record("b")])
    with alerts:
        assert next(alerts).alert_id == "a"
    alerts.close()
    assert list(alerts) == []
    assert consumer.closed == 1


async def test_the_async_one_does_the_same() -> None:
    clock = FakeClock()
    consumer = FakeConsumer(clock, [record("a"), record("a")], [], [record("b")])
    alerts = AsyncSubscription(consumer, Sieve(), 1.0, clock)
    assert [alert.alert_id async for alert in alerts] == ["a", "b"]
    assert clock.now == 1.5
    assert consumer.closed == 1


def published(broker: Any, topic: str, values: Iterable[bytes]) -> None:
    """Put values on the topic, spread over its partitions."""
    with KafkaProducer(bootstrap_servers=broker.bootstrap, acks="all", **client_of(broker)) as producer:
        for number, value in enumerate(values):
            producer.send(topic, value=value, key=str(number).encode()).get(30)


def alert(name: str, item: str = "tank") -> bytes:
    return encode(replace(ALERT, alert_id=name, figure=replace(ALERT.figure, item=item)))


def test_from_the_beginning_all_partitions_are_read_once(broker: Any) -> None:
    topic = fresh_topic("alerts")
    broker.create_topic(topic, 3)
    names = [f"a{number}" for number in range(20)]
    published(broker, topic, [*map(alert, names), b"oops", *map(alert, names[:5])])
    told: list[BadRecord] = []
    alerts = subscribe(broker.bootstrap, topic, from_beginning=True, until_idle=IDLE, on_bad=told.append,
                       client=client_of(broker))
    assert sorted(ids(alerts)) == sorted(names)
    assert (alerts.sieve.repeated, alerts.sieve.bad, len(told)) == (5, 1, 1)


def test_from_the_end_nothing_before_the_call_is_read_and_nothing_after_it_is_missed(broker: Any) -> None:
    topic = fresh_topic("alerts")
    broker.create_topic(topic, 3)
    published(broker, topic, [alert(f"old{number}") for number in range(9)])
    alerts = subscribe(broker.bootstrap, topic, until_idle=IDLE, where=[Where.parse("figure.item=drone")],
                       client=client_of(broker))
    published(broker, topic, [alert("new1", "drone"), alert("new2"), alert("new3", "drone")])
    assert sorted(ids(alerts)) == ["new1", "new3"]


async def test_the_async_one_reads_a_broker_from_the_beginning_and_from_the_end(broker: Any) -> None:
    topic = fresh_topic("alerts")
    broker.create_topic(topic, 3)
    published(broker, topic, [alert("old")])
    everything = await subscribe_async(
        broker.bootstrap, topic, from_beginning=True, until_idle=IDLE, client=async_client_of(broker)
    )
    fresh = await subscribe_async(broker.bootstrap, topic, until_idle=IDLE, client=async_client_of(broker))
    published(broker, topic, [alert("new"), alert("new")])
    async with everything, fresh:
        assert sorted([one.alert_id async for one in everything]) == ["new", "old"]
        assert [one.alert_id async for one in fresh] == ["new"]


async def test_a_topic_that_is_not_there_is_told_at_once(broker: Any) -> None:
    topic = fresh_topic("none")
    with pytest.raises(NotAvailable, match=f"shows no topic {topic}; create it with `tallywire topics"):
        subscribe(broker.bootstrap, topic, client=client_of(broker))
    with pytest.raises(NotAvailable, match=f"shows no topic {topic}-b; create it with `tallywire topics"):
        await subscribe_async(broker.bootstrap, f"{topic}-b", client=async_client_of(broker))


async def test_no_broker_is_told_with_its_remedy() -> None:
    with pytest.raises(NotAvailable, match=r"no Kafka broker answered at 127.0.0.1:1: .*tallywire broker"):
        subscribe("127.0.0.1:1", "alerts", client={"bootstrap_timeout_ms": 200})
    with pytest.raises(NotAvailable, match=r"no Kafka broker answered at 127.0.0.1:1: .*tallywire broker"):
        await subscribe_async("127.0.0.1:1", "alerts")
