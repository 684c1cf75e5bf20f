"""kafka-python's producer, set up to publish articles: in order, none twice, none lost silently.

In: an address and a topic. Out: something to send with, whose every delivery can be waited for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Protocol

import kafka
from kafka.errors import KafkaError

from streams.broker_absence import no_broker, no_topic

LARGEST_ARTICLE = 1_000_000
"""Bytes of one article as a record: just below Kafka's own default for a batch (1,048,588)."""

BATCH = 256 * 1024
"""Bytes of a batch. A larger article travels alone, with nothing else under way: a refusal of the
broker's is its own then, and ends nothing else."""


class Delivery(Protocol):
    """The acknowledgement to come of one record, as kafka-python's futures are."""

    @property
    def is_done(self) -> bool: ...

    def get(self, timeout: float | None = None) -> Any: ...


class Producer(Protocol):
    """What replay needs of kafka-python's KafkaProducer."""

    def send(self, topic: str, *, value: bytes, key: bytes) -> Delivery: ...


@contextmanager
def open_producer(
    bootstrap: str, topic: str, *, largest: int = LARGEST_ARTICLE, client: Mapping[str, Any] | None = None
) -> Iterator[Producer]:
    """A producer that keeps the order and drops its own doubles, closed with the block.

    bootstrap: host:port, several separated by commas. client: further settings of kafka-python, as
    SASL and TLS; on the embedded broker api_version=(2, 3), which it cannot be asked for. When the
    block fails, what is still under way is given up at once. Raises NotAvailable without broker or topic.
    """
    settings: dict[str, Any] = {
        "bootstrap_servers": bootstrap.split(","),
        "acks": "all",
        "enable_idempotence": True,
        "linger_ms": 20,            # with the batch size: two thirds of the CPU time of the defaults
        "batch_size": BATCH,
        "max_request_size": largest,
        "allow_auto_create_topics": False,   # a misspelt topic would spring up with other partitions
        "bootstrap_timeout_ms": 15_000,
        "max_block_ms": 10_000,     # bounds only the wait for the topic
        "metrics_enabled": False,
    }
    try:
        producer = kafka.KafkaProducer(**(settings | dict(client or {})))
    except KafkaError as error:
        raise no_broker(bootstrap, error) from error
    try:
        _await_topic(producer, bootstrap, topic)
        yield producer
    except BaseException:
        # close() waits for what is under way however short its timeout, and then fails and leaves
        # its thread behind; the sender can be told to give up, though only from within.
        producer._sender.force_close()
        producer._sender.join()
        raise
    finally:
        producer.close()


def _await_topic(producer: Any, bootstrap: str, topic: str) -> None:
    try:
        producer.partitions_for(topic)
    except KafkaError as error:   # a timeout, or no right to see it
        raise no_topic(bootstrap, topic) from error
