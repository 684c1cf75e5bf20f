"""Two workers on Apache Kafka, the second joining while the first reads, the first then killed: the alerts
are those of the plan all the same.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from schemas.alert import Alert
from streams.codecs import decode
from streams.settings import Settings
from streams.topic_listing import create_missing
from streams.topics import ALERTS, ARTICLES
from tests.streams.brokers import Broker
from tests.streams.clients import fresh_topic
from tests.truth.checker import check
from tests.truth.stories import Record, generate

DEADLINE = 120.0
"""Seconds for all alerts to come; a successor waits 15 s for the dead worker's session to end."""


def test_a_worker_that_is_killed_loses_and_doubles_nothing(kafka_broker: Broker, tmp_path: Path) -> None:
    truth = generate(11, 150)
    settings = Settings(broker=kafka_broker.bootstrap, prefix=fresh_topic("takeover"))
    create_missing(settings)
    third = len(truth.records) // 3
    with worker(settings, tmp_path / "one") as first:
        publish(settings, truth.records[:third])
        awaited(settings, 1)   # the first has begun to alert
        with worker(settings, tmp_path / "two"):
            publish(settings, truth.records[third : 2 * third])
            first.kill()
            publish(settings, truth.records[2 * third :])
            published = awaited(settings, len(truth.alerts))
    report = check(truth, published, once_each(published))
    assert report.fine, str(report)


@contextmanager
def worker(settings: Settings, data: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A worker process of its own, stopped at the end of the block if it still runs."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("TALLYWIRE_")},
        "TALLYWIRE_BROKER": settings.broker, "TALLYWIRE_PREFIX": settings.prefix, "TALLYWIRE_DATA": str(data),
    }
    with (data.parent / f"{data.name}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", "from streams.cli import main; main()", "worker"],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment,
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def publish(settings: Settings, records: Sequence[Record]) -> None:
    producer = KafkaProducer(bootstrap_servers=settings.broker, enable_idempotence=True)
    for record in records:
        producer.send(ARTICLES.full_name(settings.prefix), value=record.value, key=record.key)
    producer.flush()
    producer.close()


def awaited(settings: Settings, count: int) -> list[bytes]:
    """All that the alerts topic holds once so many different alerts are there, or the deadline has passed."""
    consumer = KafkaConsumer(bootstrap_servers=settings.broker)
    topic = ALERTS.full_name(settings.prefix)
    try:
        consumer.assign([TopicPartition(topic, number) for number in range(settings.partitions)])
        consumer.seek_to_beginning()
        published: list[bytes] = []
        end = time.monotonic() + DEADLINE
        while len(once_each(published)) < count and time.monotonic() < end:
            for records in consumer.poll(timeout_ms=500).values():
                published += [record.value for record in records]
        return published
    finally:
        consumer.close()


def once_each(published: Sequence[bytes]) -> list[bytes]:
    """As `subscribe` hands them out."""
    first: dict[str, bytes] = {}
    for value in published:
        first.setdefault(decode(value, Alert).alert_id, value)
    return list(first.values())
