"""Both brokers, and Apache Kafka as `tallywire broker` runs it."""

from __future__ import annotations

import os
import select
import signal
import socket
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
    """And leaves no Java behind; started again on the same folder it has its topics and records."""
    for records_before in (0, 1):
        process, bootstrap = _start_command(tmp_path)
        made = create_topics(bootstrap, {"kept": (2, {})})
        assert bool(made.present) == bool(records_before)
        assert _count(bootstrap, "kept") == records_before
        _send(bootstrap, "kept", b"value")
        java = _children(process.pid)
        assert java
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert process.stdout
        process.stdout.close()
        assert not any(_alive(child) for child in java)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a process with its parent")
@pytest.mark.usefixtures("kafka_broker")
def test_java_ends_with_a_command_that_was_killed(tmp_path: Path) -> None:
    """And frees the folder; the record that was acknowledged before is there afterwards."""
    process, bootstrap = _start_command(tmp_path)
    create_topics(bootstrap, {"kept": (1, {})})
    _send(bootstrap, "kept", b"value")
    endings = [os.pidfd_open(child) for child in _children(process.pid)]
    assert endings
    process.kill()
    process.wait(60)
    assert process.stdout
    process.stdout.close()
    for ending in endings:
        assert select.select([ending], [], [], 60)[0], "Java outlived its starter"
        os.close(ending)
    with LocalKafka(tmp_path) as again:
        assert _count(again.bootstrap, "kept") == 1


@pytest.mark.usefixtures("kafka_broker")
def test_a_folder_may_have_any_name_and_a_broker_that_does_not_start_says_why(tmp_path: Path) -> None:
    data = tmp_path / "новости, 2024 #1"
    with LocalKafka(data) as kafka:
        assert create_topics(kafka.bootstrap, {"named": (1, {})}).created == ("named",)
    (data / "log" / "meta.properties").write_text("version=1\nnode.id=7\n")
    with pytest.raises(NotAvailable, match="ended by itself"):
        LocalKafka(data).start()


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


def _start_command(data: Path) -> tuple[subprocess.Popen[str], str]:
    """`tallywire broker` in a process of its own, ready, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from streams.cli import main; main()", "broker", "--data", str(data),
         "--port", str(_free_port())],
        stdout=subprocess.PIPE, text=True,
    )
    assert process.stdout
    ready = next(line for line in process.stdout if "ready on" in line)
    return process, ready.split("ready on ")[1].split(",")[0]


def _send(bootstrap: str, topic: str, value: bytes) -> None:
    producer = KafkaProducer(bootstrap_servers=bootstrap, acks="all")
    producer.send(topic, value=value, partition=0).get(timeout=30)
    producer.close()


def _count(bootstrap: str, topic: str) -> int:
    """How many records the topic's first partition has taken."""
    consumer = KafkaConsumer(bootstrap_servers=bootstrap)
    partition = TopicPartition(topic, 0)
    try:
        count: int = consumer.end_offsets([partition])[partition]
        return count
    finally:
        consumer.close()


def _free_port() -> int:
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
