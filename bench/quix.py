"""The same work in Quix Streams 3: its data frames, its state store, its checkpoints, our agents.

In: a broker with the topics. Out: the same records on them as the worker's. Runs in an environment
of its own (bench/quix.txt), since Quix and Tallywire pin other versions of confluent-kafka.

Quix keeps state by message key, so records are keyed by what shares state: the partition of the
paragraphs, one key for all articles, the claim. Its state cannot be listed: an agent that would make
its index from rows begins with none, which costs Quix nothing here.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from quixstreams import Application, State, message_context  # type: ignore[import-not-found]
from quixstreams.models import Serializer  # type: ignore[import-not-found]

from bench.contestants import arguments
from streams.codecs import encode
from streams.delivery import Record, Stage
from streams.pipeline import stages
from streams.settings import Settings
from streams.topics import FRESH, PARAGRAPHS, TOPICS

Sent = tuple[str, bytes, bytes]
"""Topic's name, key, value."""


class Value(Serializer):  # type: ignore[misc]
    """What was encoded already."""

    def __call__(self, value: Sent, ctx: Any) -> bytes:
        return value[2]


class Rows(MutableMapping[str, Any]):
    """Quix's state as agents want it."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __getitem__(self, key: str) -> Any:
        value = self._state.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        self._state.set(key, value)

    def __delitem__(self, key: str) -> None:
        self._state.delete(key)

    def __contains__(self, key: object) -> bool:
        return bool(self._state.exists(key))

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def run(settings: Settings) -> None:
    app = Application(
        broker_address=settings.broker, consumer_group=f"{settings.prefix}-quix", auto_offset_reset="earliest",
        state_dir=Path(settings.data), loglevel="WARNING", commit_interval=1.0,
        producer_extra_config={"partitioner": "consistent", "acks": "all", "linger.ms": 5},
    )
    topics = {
        topic.name: app.topic(
            topic.full_name(settings.prefix), value_deserializer="bytes", key_deserializer="bytes",
            value_serializer=Value(), key_serializer="bytes",
        )
        for topic in TOPICS
    }
    for stage in stages(settings, post=None):
        frame = app.dataframe(topics[stage.source.name])
        frame = frame.apply(_carry(stage, settings), stateful=stage.table is not None, expand=True, metadata=True)
        frame.to_topic(lambda sent, key, time, headers: topics[sent[0]], key=lambda sent: sent[1])
    app.run()


def _carry(stage: Stage, settings: Settings) -> Callable[..., list[Sent]]:
    def carry(value: bytes, key: bytes, time: int, headers: Any, state: State | None = None) -> list[Sent]:
        at = message_context()
        record = Record(at.topic, at.partition, at.offset, at.offset, key, value)
        coroutine = stage.agent(stage.decode(value), record, {} if state is None else Rows(state))
        return [_sent(stage, output, settings) for output in _result(coroutine)]

    return carry


def _result(coroutine: Any) -> Any:
    """Quix calls one thing after the other, so that figures are read in its own process. Then our agents wait
    for nothing, and their first step is their last."""
    try:
        coroutine.send(None)
    except StopIteration as done:
        return done.value
    raise RuntimeError("an agent waited for something")


def _sent(stage: Stage, output: Any, settings: Settings) -> Sent:
    topic = stage.sends[type(output)]
    if topic is PARAGRAPHS:
        key = _key_of_partition(output.part, settings.partitions)
    else:
        key = b"all" if topic is FRESH else stage.keyed(output).encode()
    return topic.name, key, encode(output)


@cache
def _key_of_partition(partition: int, partitions: int) -> bytes:
    """A key that librdkafka's `consistent` partitioner, which is CRC-32, sends there."""
    number = 0
    while zlib.crc32(b"%d" % number) % partitions != partition:
        number += 1
    return b"%d" % number


if __name__ == "__main__":
    run(arguments())
