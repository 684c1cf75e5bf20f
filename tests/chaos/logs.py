"""The broker as an onlooker sees it: committed offsets, the logs' ends, what stands in them, who is in a group.

In: an address and a prefix. Out: figures and records, read from outside; nothing is committed and no group
joined. While no broker answers, the calls raise KafkaException.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient

from streams.settings import Settings
from streams.topics import ALERTS, ARTICLES, FIGURES, FRESH, PARAGRAPHS, TOPICS, Topic

__all__ = ["FLOW", "KafkaException", "Logs", "Sample", "Stood"]

FLOW = (ARTICLES, PARAGRAPHS, FRESH, FIGURES, ALERTS)
"""What the agents read, in the order of the flow."""

ANSWER_SECONDS = 10.0

FETCH_SECONDS = 0.1
"""For so many records to come together; the rest come next time."""

Lane = tuple[str, int]
"""A topic's name, without prefix, and a partition."""


@dataclass(frozen=True, slots=True)
class Stood:
    """A record as it stands in a log."""

    partition: int
    offset: int
    key: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Sample:
    """Offsets at one moment. committed was read first: outputs of what it covers must lie below ends."""

    committed: Mapping[Lane, int]
    ends: Mapping[Lane, int]


class Logs:
    """One prefix on a broker."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        quiet = {"bootstrap.servers": settings.broker, "log_level": 0, "error_cb": lambda error: None}
        self._consumer = Consumer({**quiet, "group.id": settings.prefix, "enable.auto.commit": False})
        self._admin = AdminClient(quiet)

    def close(self) -> None:
        self._consumer.close()

    def committed(self) -> dict[Lane, int]:
        """The group's, 0 where there is none yet."""
        asked = [place for topic in FLOW for place in self._places(topic)]
        found = self._consumer.committed(asked, timeout=ANSWER_SECONDS)
        return {self._lane(place): max(0, place.offset) for place in found}

    def ends(self, *topics: Topic) -> dict[Lane, int]:
        """Where the logs end, of these topics or of all."""
        places = [place for topic in topics or TOPICS for place in self._places(topic)]
        return {self._lane(place): self._end(place) for place in places}

    def end(self, topic: Topic) -> int:
        """Records of a topic, over its partitions."""
        return sum(self.ends(topic).values())

    def sample(self) -> Sample:
        committed = self.committed()
        return Sample(committed, self.ends())

    def drained(self) -> bool:
        """Whether all that was published is carried to the end: each topic's committed offsets stand at its
        ends, looked at in the order of the flow, so that what comes later cannot come from an earlier one."""
        committed = self.committed()
        return all(
            committed[lane] == end for topic in FLOW for lane, end in self.ends(topic).items()
        ) and committed == self.committed()

    def read(self, topic: Topic) -> list[Stood]:
        """All that stands in a topic now, partition after partition."""
        ends = {place.partition: self._end(place) for place in self._places(topic)}
        read: list[Stood] = []
        left = {partition: end for partition, end in ends.items() if end}
        self._consumer.assign([
            TopicPartition(topic.full_name(self._settings.prefix), partition, OFFSET_BEGINNING) for partition in left
        ])
        try:
            while left:
                for message in self._consumer.consume(1_000, timeout=FETCH_SECONDS):
                    if message.error():
                        raise KafkaException(message.error())
                    read.append(_stood(message))
                    if message.offset() + 1 >= ends[message.partition()]:
                        left.pop(message.partition(), None)
        finally:
            self._consumer.unassign()
        return sorted(read, key=lambda one: (one.partition, one.offset))

    def members(self) -> int | None:
        """Members of the group, null while it is being rearranged."""
        [asked] = self._admin.describe_consumer_groups([self._settings.prefix]).values()
        group = asked.result(ANSWER_SECONDS)
        return len(group.members) if group.state.name == "STABLE" else None

    def _places(self, topic: Topic) -> Sequence[Any]:
        name = topic.full_name(self._settings.prefix)
        return [TopicPartition(name, number) for number in range(topic.partitions(self._settings.partitions))]

    def _lane(self, place: Any) -> Lane:
        return place.topic.removeprefix(f"{self._settings.prefix}."), place.partition

    def _end(self, place: Any) -> int:
        _, end = self._consumer.get_watermark_offsets(place, timeout=ANSWER_SECONDS, cached=False)
        return int(end)


def _stood(message: Any) -> Stood:
    return Stood(message.partition(), message.offset(), message.key() or b"", message.value() or b"")


def values(records: Sequence[Stood]) -> Iterator[bytes]:
    return (record.value for record in records)
