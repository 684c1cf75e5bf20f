"""What each Kafka client must be told of the embedded broker, and topic names nobody else has."""

from __future__ import annotations

import itertools
import os
from typing import Any

_NUMBERS = itertools.count(1)


def client_of(broker: Any) -> dict[str, Any]:
    """Settings of kafka-python: the embedded broker cannot be asked for its version, and does not wake
    a waiting fetch."""
    return {"api_version": (2, 3)} if broker.kind == "embedded" else {}


def async_client_of(broker: Any) -> dict[str, Any]:
    """Settings of aiokafka."""
    return {"fetch_max_wait_ms": 20} if broker.kind == "embedded" else {}


def fresh_topic(name: str) -> str:
    """A name that no other test, nor an earlier run on the same broker, has used."""
    return f"{name}-{os.getpid()}-{next(_NUMBERS)}"
