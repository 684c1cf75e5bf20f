"""When each archived article goes out: at a rate, or as the wire once ran.

In: articles as they are read. Out: the same, held back until they are due; and only those of a
span of time, where one was asked for. Clock and sleep are handed in, in seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from streams.article_formats import BadInput, Located

CATCH_UP = 1.0
"""Seconds by which a rate may run late and still make up for it. Later than that (standard input
paused, the machine asleep) it goes on evenly rather than with a flood."""

Found = Located | BadInput


def between(found: Iterable[Found], since: datetime | None, until: datetime | None) -> Iterator[Found]:
    """Those published from `since` on and before `until`. What is undated or bad passes."""
    for one in found:
        published = one.article.published_at if isinstance(one, Located) else None
        too_early = published is not None and since is not None and published < since
        too_late = published is not None and until is not None and published >= until
        if not (too_early or too_late):
            yield one


@dataclass(frozen=True, slots=True)
class Pace:
    """rate: articles per second. speed: times faster than they were published. At most one of them.

    Raises ValueError for one that is not positive, and for both.
    """

    rate: float | None
    speed: float | None
    clock: Callable[[], float]
    sleep: Callable[[float], None]

    def __post_init__(self) -> None:
        if self.rate is not None and self.speed is not None:
            raise ValueError("a rate and a speed; give one of them")
        for name, value in (("rate", self.rate), ("speed", self.speed)):
            if value is not None and not value > 0:
                raise ValueError(f"a {name} of {value}; it must be above 0")

    def held_back(self, found: Iterable[Found]) -> Iterator[Found]:
        """The same, each article when it is due."""
        if self.rate is not None:
            return self._evenly(found, self.rate)
        if self.speed is not None:
            return self._as_published(found, self.speed)
        return iter(found)

    def _evenly(self, found: Iterable[Found], rate: float) -> Iterator[Found]:
        due = self.clock()
        for one in found:
            if isinstance(one, Located):
                self._wait_until(due)
                due = max(due, self.clock() - CATCH_UP) + 1 / rate
            yield one

    def _as_published(self, found: Iterable[Found], speed: float) -> Iterator[Found]:
        """The first dated article goes at once; one that is undated, or older than it, waits for nothing."""
        began, first = self.clock(), None
        for one in found:
            published = one.article.published_at if isinstance(one, Located) else None
            if published is not None:
                first = first or published
                self._wait_until(began + (published - first).total_seconds() / speed)
            yield one

    def _wait_until(self, due: float) -> None:
        early = due - self.clock()
        if early > 0:
            self.sleep(early)
