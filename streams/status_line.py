"""What a worker does, in one live line on a terminal.

In: samples of the metrics (streams/metrics.py) and a clock. Out: one line on standard error, renewed
twice a second; nothing at all where that is not a terminal. Log lines appear above it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.live import Live
from rich.text import Text

from streams.metrics import LAG, READ, REJECTED, SENT, Metric, Sample
from streams.topics import ALERTS

SPAN = 10.0
"""Seconds over which articles a second are reckoned: long enough to be steady, short enough to be now."""

FIRST_AGENT, ALERTING = "split", "alert"


class StatusLine:
    """Words for samples; the speed is that of the last SPAN seconds."""

    def __init__(self, samples: Callable[[], Iterable[Sample]], clock: Callable[[], float] = time.monotonic) -> None:
        self._samples = samples
        self._clock = clock
        self._read: deque[tuple[float, float]] = deque()

    def words(self) -> str:
        samples = list(self._samples())
        articles = total(samples, READ, FIRST_AGENT)
        return " · ".join((
            f"{articles:,.0f} articles", f"{self._speed(articles):,.0f}/s", f"{total(samples, LAG):,.0f} records wait",
            f"{total(samples, SENT, ALERTING, ALERTS.name):,.0f} alerts",
            f"{total(samples, REJECTED):,.0f} rejected",
        ))

    def __rich__(self) -> Text:
        return Text(self.words(), style="bold")

    def _speed(self, articles: float) -> float:
        now = self._clock()
        self._read.append((now, articles))
        while len(self._read) > 2 and now - self._read[0][0] > SPAN:
            self._read.popleft()
        since, before = self._read[0]
        return (articles - before) / (now - since) if now > since else 0.0


def total(samples: Iterable[Sample], metric: Metric, *labels: str) -> float:
    """The sum of a metric's samples, of those that begin with these labels."""
    return sum(one.value for one in samples if one.metric is metric and one.labels[:len(labels)] == labels)


@contextmanager
def status_on(stream: TextIO, samples: Callable[[], Iterable[Sample]]) -> Iterator[None]:
    """The line on a stream while the block runs, if it is a terminal."""
    if not stream.isatty():
        yield
        return
    with Live(StatusLine(samples), console=Console(file=stream), refresh_per_second=2, transient=True):
        yield
