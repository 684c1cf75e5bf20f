"""Publishes rejected records again after a fix: behind `tallywire rejections --requeue`.

In: rejections. Out: their records, byte for byte under their keys, on the topics they stood on, and
a count of those that were left alone with the reason. What is right differs by topic, because the
order of the articles topic is the order of the world (docs/decisions/0002-order.md):

- articles: at the end of the topic. Its old turn was given up when it was rejected; it now counts as
  said after everything that is there.
- paragraphs: left alone. What deduplicate fails on it passes on unjudged, so it was read already; its
  old turn is over, and a single part of an article would wait for the others for good.
- fresh: all parts of the article that the topic still holds, since extract reads whole articles and
  the rejection holds only the part that came last. The parts carry their place in the order: where
  later ones wait for the article it fills the hole, otherwise it is read after them. To publish the
  article anew instead would not do: deduplicate knows its paragraphs, and copies raise no alert.
- figures, alerts: on the same partition. The ledger and Slack's marks recognise what they know.

Safe to run twice: nothing that was read the first time raises another alert. Each record is published
once in a run however often it was rejected, so that what stays bad does not double with every run.

Not guaranteed: the alerts that would have come had nothing been rejected (what is read late is
compared with what was said meanwhile); and that a rejection by extract names the article that failed,
where several had waited for one part.
"""

from __future__ import annotations

from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import xxhash
from kafka.errors import KafkaError

from schemas.errors import DeliveryFailed, InvalidInput
from schemas.paragraph import ParagraphBatch
from schemas.rejection import Rejection
from streams.article_producer import open_producer
from streams.codecs import decode
from streams.subscribe import open_consumer
from streams.topics import ARTICLES, FRAME, FRESH, LARGEST_RECORD, PARAGRAPHS, TOPICS, Topic

AT_ONCE = 8 * 1024 * 1024
"""Bytes under way before their acknowledgements are awaited: kafka-python itself has no bound."""

SILENCE = 30.0
"""Seconds without a record after which the broker counts as gone, while parts are looked for."""

_BY_NAME = {topic.name: topic for topic in TOPICS}


@dataclass(frozen=True, slots=True)
class Again:
    """A record to be published again."""

    topic: str
    partition: int
    key: bytes | None
    value: bytes


@dataclass(frozen=True, slots=True)
class Requeued:
    """published: records sent and acknowledged. repeated: rejections of a record that was among them
    already. left: reason -> how many rejections were left alone for it."""

    published: int
    repeated: int
    left: Mapping[str, int]


Place = tuple[int, str, int]
"""An article version in the order: its offset, its id, its version."""


def requeue(
    rejections: Iterable[Rejection],
    *,
    bootstrap: str,
    prefix: str,
    client: Mapping[str, Any] | None = None,
    producer: Callable[..., AbstractContextManager[Any]] = open_producer,
    read: Callable[[str, str, Mapping[str, Any] | None], Iterable[Again]] | None = None,
) -> Requeued:
    """Publish again what can be. Raises NotAvailable without a broker, DeliveryFailed at the first
    record that the broker does not take."""
    plan = Plan(prefix)
    opened = producer(
        bootstrap, ARTICLES.full_name(prefix), largest=LARGEST_RECORD + FRAME, client=client
    )
    with opened as sender:
        outbox = _Outbox(sender)
        for rejection in rejections:
            for again in plan.take(rejection):
                outbox.send(again)
        if plan.articles:
            for again in plan.parts((read or read_all)(bootstrap, FRESH.full_name(prefix), client)):
                outbox.send(again)
        outbox.settle()
    return Requeued(outbox.published, plan.repeated, dict(plan.left))


class Plan:
    """Decides what is published again; sends nothing. articles: whose parts are still to be found."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._seen: set[bytes] = set()
        self.articles: dict[Place, ParagraphBatch] = {}
        self.repeated = 0
        self.left: Counter[str] = Counter()

    def take(self, rejection: Rejection) -> Iterator[Again]:
        """The record to be published at once; none where it is left, or its parts must be found."""
        topic = self._topic(rejection)
        if topic is None:
            self.left["stood on a topic that is not ours"] += 1
        elif rejection.value is None:
            self.left["had no value"] += 1
        elif topic is PARAGRAPHS:
            self.left["was carried on as it stood, and read"] += 1
        else:
            key = None if rejection.key is None else b64decode(rejection.key)
            again = Again(rejection.topic, rejection.partition, key, b64decode(rejection.value))
            if not self._is_first(again):
                self.repeated += 1
            elif topic is FRESH:
                self._note_article(again)
            else:
                yield again

    def parts(self, records: Iterable[Again]) -> Iterator[Again]:
        """The parts of the articles noted, out of all records of `fresh`: each once, articles in their order."""
        found: dict[Place, dict[int, Again]] = {place: {} for place in self.articles}
        for record in records:
            batch = _batch(record)
            if batch is not None and (place := _place(batch)) in found:
                found[place][batch.part] = record
        for place in sorted(found):
            wanted = self.articles[place].parts
            if set(found[place]) >= set(wanted):
                yield from (found[place][part] for part in sorted(wanted))
            else:
                self.left["is of an article whose other parts the topic no longer holds"] += 1

    def _topic(self, rejection: Rejection) -> Topic | None:
        topic = _BY_NAME.get(rejection.topic.removeprefix(f"{self._prefix}."))
        return topic if topic and topic.full_name(self._prefix) == rejection.topic else None

    def _note_article(self, again: Again) -> None:
        batch = _batch(again)
        if batch is None:
            self.left["is no batch of paragraphs"] += 1
        else:
            self.articles[_place(batch)] = batch

    def _is_first(self, again: Again) -> bool:
        name = xxhash.xxh3_128(f"{again.topic}/{again.partition}/{again.key!r}/".encode())
        name.update(again.value)
        if name.digest() in self._seen:
            return False
        self._seen.add(name.digest())
        return True


def read_all(bootstrap: str, topic: str, client: Mapping[str, Any] | None) -> Iterator[Again]:
    """All records that the topic held when this was called. Raises NotAvailable."""
    consumer = open_consumer(bootstrap, topic, client=client)
    try:
        ends = consumer.end_offsets(list(consumer.assignment()))
        while any(consumer.position(partition) < end for partition, end in ends.items()):
            polled = consumer.poll(timeout_ms=round(SILENCE * 1000))
            if not polled:
                raise DeliveryFailed(topic, 0, f"the broker gave no record of it for {SILENCE:g} s")
            for records in polled.values():
                yield from (
                    Again(one.topic, one.partition, one.key, one.value)
                    for one in records if one.value is not None
                )
    finally:
        consumer.close(autocommit=False)


class _Outbox:
    """Sends records, and sees to it that each is acknowledged."""

    def __init__(self, producer: Any) -> None:
        self._producer = producer
        self._under_way: list[tuple[Again, Any]] = []
        self._bytes = 0
        self.published = 0

    def send(self, again: Again) -> None:
        try:
            delivery = self._producer.send(
                again.topic, value=again.value, key=again.key, partition=again.partition
            )
        except KafkaError as error:
            raise self._failed(again, error) from error
        self._under_way.append((again, delivery))
        self._bytes += len(again.value)
        if self._bytes > AT_ONCE:
            self.settle()

    def settle(self) -> None:
        for again, delivery in self._under_way:
            try:
                delivery.get()
            except KafkaError as error:
                raise self._failed(again, error) from error
            self.published += 1
        self._under_way.clear()
        self._bytes = 0

    def _failed(self, again: Again, error: KafkaError) -> DeliveryFailed:
        return DeliveryFailed((again.key or b"").decode(errors="replace"), self.published, str(error))


def _batch(record: Again) -> ParagraphBatch | None:
    try:
        return decode(record.value, ParagraphBatch)
    except InvalidInput:
        return None


def _place(batch: ParagraphBatch) -> Place:
    return batch.sequence, batch.article.id, batch.article.version


def requeued_line(done: Requeued) -> str:
    """What became of it, for people."""
    said = [f"{done.published:,} records published again"]
    if done.repeated:
        said.append(f"{done.repeated:,} rejections of a record that was among them")
    said += [f"{count:,} left: {reason}" for reason, count in sorted(done.left.items())]
    return "; ".join(said)
