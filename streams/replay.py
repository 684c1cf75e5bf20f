"""Publishes archived articles into the articles topic, as if the wire were running again.

In: paths as `archive` reads them. Out: one record an article, keyed by its id, in reading order,
each acknowledged by all in-sync replicas before replay returns.

Not guaranteed: that a replay which was broken off, and is started again, sends an article only
once. It need not be: a repeat raises no second alert. Within one replay the broker drops doubles.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Literal, Self

from kafka.errors import KafkaError, MessageSizeTooLargeError, RecordListTooLargeError

from schemas.errors import DeliveryFailed
from streams.archive import BadInput, Located, locate_articles
from streams.article_producer import BATCH, LARGEST_ARTICLE, Delivery, Producer, open_producer
from streams.codecs import encode
from streams.pacing import Pace, between
from streams.progress import Progress, Silence

MOST_UNACKNOWLEDGED = 32 * 1024 * 1024
"""Bytes sent and not yet acknowledged: the producer has no bound of its own, and a broker that is
slower than the disk would fill the memory."""

_TOO_LARGE = (MessageSizeTooLargeError, RecordListTooLargeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayReport:
    """sent: articles acknowledged. rejected: inputs skipped, each told to on_bad. bytes: of what was sent."""

    sent: int
    rejected: int
    bytes: int


def replay(
    paths: Sequence[Path | Literal["-"]],
    *,
    bootstrap: str,
    topic: str,
    stdin: BinaryIO,
    on_bad: Callable[[BadInput], None],
    rate: float | None = None,
    speed: float | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    published_at: datetime | None = None,
    largest: int = LARGEST_ARTICLE,
    client: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
    producer: Callable[..., AbstractContextManager[Producer]] = open_producer,
    clock: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], None] = time.sleep,
) -> ReplayReport:
    """Publish the articles of all paths.

    rate: articles per second, evenly paced; speed: as the articles were published, so many times faster;
    null for both is as fast as the broker takes them. since, until: only what was published from then
    on, and before then; undated articles always. published_at: for those that give no date. largest: bytes of
    the largest record the broker takes; articles over it go to on_bad. clock and sleep: seconds.
    Raises NotAvailable when no broker answers, and DeliveryFailed at the first article that the broker
    does not take; nothing after it is read.
    """
    found = between(locate_articles(paths, stdin, published_at=published_at), since, until)
    pace = Pace(rate, speed, clock, sleep)
    opening = partial(producer, bootstrap, topic, largest=largest, client=client)
    with _Outbox(opening, topic, largest, on_bad, progress or Silence()) as outbox:
        for one in pace.held_back(found):
            if isinstance(one, BadInput):
                outbox.reject(one)
            else:
                outbox.send(one)
        outbox.settle(0)
    return ReplayReport(sent=outbox.sent, rejected=outbox.rejected, bytes=outbox.bytes)


class _Outbox:
    """Sends articles, and sees each one's acknowledgement."""

    def __init__(
        self, opening: Callable[[], AbstractContextManager[Producer]], topic: str, largest: int,
        on_bad: Callable[[BadInput], None], progress: Progress,
    ) -> None:
        self._opening = opening
        self._opened = ExitStack()
        self._topic = topic
        self._largest = largest
        self._on_bad = on_bad
        self._progress = progress
        self._under_way: deque[tuple[Located, int, Delivery]] = deque()
        self._unacknowledged = 0
        self.sent = self.rejected = self.bytes = 0

    def __enter__(self) -> Self:
        self._producer = self._opened.enter_context(self._opening())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._opened.__exit__(kind, error, trace)

    def send(self, located: Located) -> None:
        article = located.article
        value = encode(article)
        alone = len(value) > BATCH
        if alone:
            self.settle(0)
        try:
            delivery = self._producer.send(self._topic, value=value, key=article.id.encode())
        except _TOO_LARGE:
            self._refuse(located, len(value), f"the limit of {self._largest:,}")
            return
        except KafkaError as error:
            raise DeliveryFailed(article.id, self.sent, str(error)) from error
        self._under_way.append((located, len(value), delivery))
        self._unacknowledged += len(value)
        self.settle(0 if alone else MOST_UNACKNOWLEDGED)

    def settle(self, most: int) -> None:
        """See to what is acknowledged already, and wait until no more than `most` bytes are not."""
        while self._under_way and (self._unacknowledged > most or most == 0 or self._under_way[0][2].is_done):
            located, size, delivery = self._under_way.popleft()
            self._unacknowledged -= size
            try:
                delivery.get()
            except _TOO_LARGE as error:
                self._refused_by_broker(located, size, error)
                continue
            except KafkaError as error:
                raise DeliveryFailed(located.article.id, self.sent, str(error)) from error
            self.sent += 1
            self.bytes += size
            self._progress.show(self.sent, self.rejected)

    def reject(self, bad: BadInput) -> None:
        self.rejected += 1
        self._on_bad(bad)
        self._progress.show(self.sent, self.rejected)

    def _refused_by_broker(self, located: Located, size: int, error: KafkaError) -> None:
        if self._under_way:   # a batch of small ones: which of them is too large cannot be known
            raise DeliveryFailed(located.article.id, self.sent, f"{error}, at {size:,} bytes") from error
        self._refuse(located, size, "the broker's own limit")
        # An idempotent producer of kafka-python's refuses everything after this, so a fresh one.
        self._opened.close()
        self._producer = self._opened.enter_context(self._opening())

    def _refuse(self, located: Located, size: int, limit: str) -> None:
        self.reject(located.refused(
            f"is {size:,} bytes as a record, over {limit}", "publish it in parts, or raise the limit"
        ))
