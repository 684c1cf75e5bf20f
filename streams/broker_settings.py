"""How a local Kafka is set: one node, KRaft, for development and tests.

In: a data folder, an address and two ports. Out: server.properties and log4j2.properties in the folder.
The settings' meanings are in Kafka's documentation, "Broker Configs".
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

SETTINGS = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs": "log",      # relative, as all paths are: the broker runs in its data folder
    # One node holds one copy, and its internal topics need no spreading.
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "transaction.state.log.num.partitions": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    "group.initial.rebalance.delay.ms": "0",     # the default waits 3 s for members that do not come
    # An archive's records may be years old, so age must not delete them; 1 GiB a partition may.
    "log.retention.ms": "-1",
    "log.retention.bytes": str(1024 ** 3),
    "log.segment.bytes": str(128 * 1024 ** 2),   # what retention by size deletes at a time
    "log.cleaner.dedupe.buffer.size": str(16 * 1024 ** 2),   # the default is a quarter of our heap
}


LISTENERS = ("listeners", "advertised.listeners", "listener.security.protocol.map")
"""Settings that further ones are added to: clients of ours keep their own way in."""


def write_settings(
    data: Path, host: str, port: int, controller_port: int, auto_create_topics: bool, more: Mapping[str, str]
) -> None:
    """Write what the broker reads at start. All of it is written anew each time. more: as LocalKafka's settings."""
    settings = SETTINGS | {
        "listeners": f"PLAINTEXT://{host}:{port},CONTROLLER://{host}:{controller_port}",
        "advertised.listeners": f"PLAINTEXT://{host}:{port}",
        "controller.quorum.voters": f"1@{host}:{controller_port}",
        "auto.create.topics.enable": str(auto_create_topics).lower(),
    }
    for name, value in more.items():
        settings[name] = f"{settings[name]},{value}" if name in LISTENERS else value
    lines = [f"{name}={value}\n" for name, value in settings.items()]
    (data / "server.properties").write_text("".join(lines), encoding="ascii")
    logging = resources.files("streams").joinpath("kafka-log4j2.properties").read_bytes()
    (data / "log4j2.properties").write_bytes(logging)


def new_cluster_id() -> str:
    """A random id as Kafka writes them: 16 bytes, base64 for URLs. A leading dash would be an option."""
    while True:
        name = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode("ascii")
        if not name.startswith("-"):
            return name
