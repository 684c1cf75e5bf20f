"""The broker inside this process."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from kafka import KafkaConsumer

from schemas.errors import NotAvailable
from streams.embedded import EmbeddedBroker, load


def test_the_topics_named_at_the_start_have_their_partitions() -> None:
    with EmbeddedBroker({"one": 1, "five": 5}) as broker:
        assert _partitions(broker, "one", "five") == {"one": 1, "five": 5}


def test_it_listens_on_loopback_until_it_is_stopped() -> None:
    broker = EmbeddedBroker({})
    broker.start()
    host, port = broker.bootstrap.split(":")
    assert host == "127.0.0.1"
    socket.create_connection((host, int(port)), timeout=10).close()
    broker.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((host, int(port)), timeout=10)


def test_two_brokers_in_one_process_know_nothing_of_each_other() -> None:
    with EmbeddedBroker({"shared": 1}) as one, EmbeddedBroker({"shared": 2}) as other:
        assert one.bootstrap != other.bootstrap
        assert _partitions(one, "shared") == {"shared": 1}
        assert _partitions(other, "shared") == {"shared": 2}


def test_a_stopped_broker_can_be_stopped_again_and_started_again_empty() -> None:
    broker = EmbeddedBroker({})
    for _ in range(2):
        broker.start()
        broker.create_topic("late", 3)
        assert _partitions(broker, "late") == {"late": 3}
        broker.stop()
        broker.stop()


def test_a_topic_that_is_there_or_has_no_partitions_is_refused() -> None:
    with EmbeddedBroker({"there": 1}) as broker:
        with pytest.raises(NotAvailable, match=r"there with 2 partitions: .*already exists"):
            broker.create_topic("there", 2)
        with pytest.raises(NotAvailable, match="at least one"):
            broker.create_topic("empty", 0)


def test_a_start_that_fails_leaves_nothing_running() -> None:
    broker = EmbeddedBroker({"impossible": 0})
    with pytest.raises(NotAvailable, match="at least one"):
        broker.start()
    with pytest.raises(NotAvailable, match="not started"):
        _ = broker.bootstrap


def test_without_the_library_it_says_what_to_install(tmp_path: Path) -> None:
    stub = tmp_path / "cimpl.pyi"
    stub.write_text("not a library")
    with pytest.raises(NotAvailable, match="confluent-kafka"):
        load([stub, tmp_path / "missing.so"])


def _partitions(broker: EmbeddedBroker, *topics: str) -> dict[str, int]:
    # 2.3 because kafka-python's own detection of the version fails on this broker
    consumer = KafkaConsumer(bootstrap_servers=broker.bootstrap, api_version=(2, 3))
    try:
        return {topic: len(consumer.partitions_for_topic(topic) or ()) for topic in topics}
    finally:
        consumer.close()
