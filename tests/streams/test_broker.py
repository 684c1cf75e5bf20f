"""Both brokers, and Apache Kafka as `tallywire broker` runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer
from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from schemas.errors import NotAvailable
from streams.broker import LocalKafka
from streams.broker_topics import create_topics
from tests.streams.brokers import Broker
from tests.streams.clients import async_client_of, client_of, fresh_topic


def test_a_topic_has_the_partitions_that_were_asked_for(broker: Broker) -> None:
    topic = fresh_topic("counted")
    broker.create_topic(topic, 3)
    consumer = KafkaConsumer(bootstrap_servers=broker.bootstrap, **client_of(broker))
    try:
        assert consumer.partitions_for_topic(topic) == {0, 1, 2}
    finally:
        consumer.close()


def test_what_kafka_python_sends_it_reads(broker: Broker) -> None:
    topic = fresh_topic("round")
    broker.create_topic(topic, 1)
    producer = KafkaProducer(bootstrap_servers=broker.bootstrap, **client_of(broker))
    producer.send(topic, value=b"value", key=b"key").get(timeout=30)
    producer.close()
    consumer = KafkaConsumer(bootstrap_servers=broker.bootstrap, **client_of(broker))
    try:
        consumer.assign([TopicPartition(topic, 0)])
        consumer.seek_to_beginning()
        record = next(iter(consumer))
        assert (record.key, record.value) == (b"key", b"value")
    finally:
        consumer.close()


async def test_what_aiokafka_sends_it_reads(broker: Broker) -> None:
    topic = fresh_topic("round")
    broker.create_topic(topic, 1)
    async with AIOKafkaProducer(bootstrap_servers=broker.bootstrap) as producer:
        await producer.send_and_wait(topic, b"value", b"key")
    consumer = AIOKafkaConsumer(
        topic, bootstrap_servers=broker.bootstrap, auto_offset_reset="earliest", **async_client_of(broker)
    )
    async with consumer:
        record = await anext(consumer)
        assert (record.key, record.value) == (b"key", b"value")


def test_topics_that_exist_are_left_alone_and_a_differing_one_is_told(kafka_broker: Broker) -> None:
    one, two = fresh_topic("one"), fresh_topic("two")
    assert create_topics(kafka_broker.bootstrap, {one: (2, {})}).created == (one,)
    made = create_topics(kafka_broker.bootstrap, {one: (3, {}), two: (1, {})})
    assert (made.created, made.present, dict(made.differing)) == ((two,), (one,), {one: (3, 2)})


@pytest.mark.usefixtures("kafka_broker")
def test_the_command_says_when_it_is_ready_and_stops_cleanly_on_sigterm(tmp_path: Path) -> None:
    """And leaves no Java behind; started again on the same folder it has its topics."""
    for expected in ((1, 0), (0, 1)):
        process = subprocess.Popen(
            [sys.executable, "-c", "from streams.cli import main; main()", "broker", "--data", str(tmp_path),
             "--port", str(_free_port())],
            stdout=subprocess.PIPE, text=True,
        )
        assert process.stdout
        ready = next(line for line in process.stdout if "ready on" in line)
        bootstrap = ready.split("ready on ")[1].split(",")[0]
        made = create_topics(bootstrap, {"kept": (2, {})})
        assert (len(made.created), len(made.present)) == expected
        java = _children(process.pid)
        assert java
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        process.stdout.close()
        assert not any(_alive(child) for child in java)


def test_without_java_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="Java"):
        LocalKafka(tmp_path, search_path=str(tmp_path)).start()


@pytest.mark.usefixtures("kafka_broker")
def test_a_taken_port_and_a_taken_folder_are_said_so(kafka_broker: Any, tmp_path: Path) -> None:
    running = kafka_broker.broker
    with pytest.raises(NotAvailable, match="taken"):
        LocalKafka(tmp_path, running.port).start()
    with pytest.raises(NotAvailable, match="belongs to a running broker"):
        LocalKafka(running.data).start()


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [int(child) for child in found]


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
