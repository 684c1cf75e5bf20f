"""Two brokers for one suite: what runs on the embedded one runs on Apache Kafka unchanged."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import pytest

from streams.broker import LocalKafka
from streams.broker_topics import create_topics
from streams.embedded import EmbeddedBroker

REQUIRED = os.environ.get("TALLYWIRE_REQUIRE_KAFKA") == "1"


class Broker(Protocol):
    """A running broker that tests share: each takes topic names of its own."""

    kind: Literal["embedded", "kafka"]

    @property
    def bootstrap(self) -> str: ...

    def create_topic(self, name: str, partitions: int) -> None: ...


@dataclass(frozen=True, slots=True)
class Embedded:
    broker: EmbeddedBroker
    kind: Literal["embedded"] = "embedded"

    @property
    def bootstrap(self) -> str:
        return self.broker.bootstrap

    def create_topic(self, name: str, partitions: int) -> None:
        self.broker.create_topic(name, partitions)


@dataclass(frozen=True, slots=True)
class Kafka:
    broker: LocalKafka
    kind: Literal["kafka"] = "kafka"

    @property
    def bootstrap(self) -> str:
        return self.broker.bootstrap

    def create_topic(self, name: str, partitions: int) -> None:
        create_topics(self.bootstrap, {name: (partitions, {})})


@contextmanager
def embedded() -> Iterator[Broker]:
    with EmbeddedBroker({}) as broker:
        yield Embedded(broker)


def need(*programs: str) -> None:
    """Skip where one is missing, unless the real Kafka is required."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing and not REQUIRED:
        pytest.skip(f"needs {' and '.join(missing)} (TALLYWIRE_REQUIRE_KAFKA=1 makes this a failure)")


@contextmanager
def kafka(data: Path) -> Iterator[Broker]:
    need("java", "mvn")
    with LocalKafka(data) as broker:
        yield Kafka(broker)
