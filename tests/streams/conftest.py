"""Fixtures that tests of streams share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.streams import brokers
from tests.streams.brokers import Broker


@pytest.fixture(scope="session")
def embedded_broker() -> Iterator[Broker]:
    with brokers.embedded() as broker:
        yield broker


@pytest.fixture(scope="session")
def kafka_broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Broker]:
    with brokers.kafka(tmp_path_factory.mktemp("kafka")) as broker:
        yield broker


@pytest.fixture(params=["embedded", "kafka"])
def broker(request: pytest.FixtureRequest) -> Broker:
    """The test runs on both."""
    running: Broker = request.getfixturevalue(f"{request.param}_broker")
    return running
