"""Records of a topic sifted: each alert once, those that were asked for, and no others; or each rejection.

In: records as either Kafka client hands them out. Out: an Alert (a Rejection), or None for what is kept
back: a record that is none, a repeat, one that does not meet the conditions. Knows no connection.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import xxhash

from schemas.alert import Alert
from schemas.errors import InvalidInput
from schemas.rejection import Rejection
from streams.codecs import decode
from streams.where import Where, met

T = TypeVar("T")

REMEMBERED = 1_000_000
"""Ids by which repeats are recognised. Repeats follow a worker's crash within seconds; this many
alerts take months, and about 150 MB when it is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """A record of the topic that is not what the topic carries, and was skipped."""

    topic: str
    partition: int
    offset: int
    reason: str

    def __str__(self) -> str:
        return f"{self.topic}, partition {self.partition}, offset {self.offset}: {self.reason}"


class Record(Protocol):
    """A record as both Kafka clients hand it out."""

    @property
    def topic(self) -> str: ...
    @property
    def partition(self) -> int: ...
    @property
    def offset(self) -> int: ...
    @property
    def value(self) -> bytes | None: ...


class SieveOf(Generic[T]):
    """Lets through each record once, if it meets the conditions. Counts what it keeps back."""

    kind: type[T]

    def __init__(
        self,
        where: Sequence[Where] = (),
        on_bad: Callable[[BadRecord], None] | None = None,
        remembered: int = REMEMBERED,
    ) -> None:
        self._where = where
        self._on_bad = on_bad
        self._remembered = remembered
        self._ids: set[str] = set()
        self._oldest_first: deque[str] = deque()
        self.bad = self.repeated = self.passed_over = 0

    def id_of(self, found: T, record: Record) -> str:
        """The same for each repeat of one record, and for no other."""
        raise NotImplementedError

    def pass_on(self, record: Record) -> T | None:
        try:
            found = decode(record.value or b"", self.kind)
        except InvalidInput as error:
            self.bad += 1
            if self._on_bad:
                self._on_bad(BadRecord(
                    topic=record.topic, partition=record.partition, offset=record.offset, reason=str(error)
                ))
            return None
        if not self._is_first(self.id_of(found, record)):
            self.repeated += 1
            return None
        if not met(self._where, found):
            self.passed_over += 1
            return None
        return found

    def _is_first(self, name: str) -> bool:
        if name in self._ids:
            return False
        self._ids.add(name)
        self._oldest_first.append(name)
        if len(self._oldest_first) > self._remembered:
            self._ids.discard(self._oldest_first.popleft())
        return True


class Sieve(SieveOf[Alert]):
    """Alerts, each known by its id."""

    kind = Alert

    def id_of(self, found: Alert, record: Record) -> str:
        return found.alert_id


class RejectionSieve(SieveOf[Rejection]):
    """Rejections, each known by its bytes: a record redelivered after a crash is rejected in the same words."""

    kind = Rejection

    def id_of(self, found: Rejection, record: Record) -> str:
        return xxhash.xxh3_128_hexdigest(record.value or b"")
