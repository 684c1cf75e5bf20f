"""Records of the alerts topic sifted: each alert once, those that were asked for, and no others.

In: records as either Kafka client hands them out. Out: an Alert, or None for what is kept back: a
record that is no alert, a repeat, an alert that does not meet the conditions. Knows no connection.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from schemas.alert import Alert
from schemas.errors import InvalidInput
from streams.codecs import decode
from streams.where import Where, met

REMEMBERED = 1_000_000
"""Ids by which repeats are recognised. Repeats follow a worker's crash within seconds; this many
alerts take months, and about 150 MB when it is reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecord:
    """A record of the topic that is no alert, and was skipped."""

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


class Sieve:
    """Lets through each alert once, if it meets the conditions. Counts what it keeps back."""

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

    def pass_on(self, record: Record) -> Alert | None:
        try:
            alert = decode(record.value or b"", Alert)
        except InvalidInput as error:
            self.bad += 1
            if self._on_bad:
                self._on_bad(BadRecord(
                    topic=record.topic, partition=record.partition, offset=record.offset, reason=str(error)
                ))
            return None
        if not self._is_first(alert.alert_id):
            self.repeated += 1
            return None
        if not met(self._where, alert):
            self.passed_over += 1
            return None
        return alert

    def _is_first(self, alert_id: str) -> bool:
        if alert_id in self._ids:
            return False
        self._ids.add(alert_id)
        self._oldest_first.append(alert_id)
        if len(self._oldest_first) > self._remembered:
            self._ids.discard(self._oldest_first.popleft())
        return True
