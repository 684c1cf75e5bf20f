"""When each archived article goes out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest

from schemas.article import Article
from streams.article_formats import BadInput, Located
from streams.pacing import Pace, between

NOON = datetime(2025, 3, 28, 12, tzinfo=UTC)
BAD = BadInput(file="x", line=1, path="$", reason="is bad")


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def located(minutes: float | None) -> Located:
    published = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Located(article=Article(id="a", body="x", published_at=published), file="f", line=1, path="$")


def times(found: Sequence[Located | BadInput], *, rate: float | None = None, speed: float | None = None) -> list[float]:
    clock = Clock()
    return [clock.now - 100 for _ in Pace(rate, speed, clock, clock.sleep).held_back(found)]


def test_without_a_pace_nothing_waits() -> None:
    assert times([located(0), located(60)]) == [0, 0]


def test_at_a_rate_articles_go_out_evenly_and_bad_ones_take_no_turn() -> None:
    assert times([located(0), BAD, located(60), located(None)], rate=2) == [0, 0, 0.5, 1.0]


def test_at_a_speed_articles_go_out_as_they_were_published() -> None:
    found = [located(0), located(1), located(None), located(-5), BAD, located(61)]
    assert times(found, speed=60) == [0, 1, 1, 1, 1, 61]


@pytest.mark.parametrize(("rate", "speed"), [(0, None), (-1, None), (None, 0), (1, 1)])
def test_a_pace_that_makes_no_sense_is_refused(rate: float | None, speed: float | None) -> None:
    with pytest.raises(ValueError, match=r"rate|speed"):
        times([], rate=rate, speed=speed)


def test_only_what_was_published_in_the_span_passes_and_what_is_undated_or_bad() -> None:
    found = [located(-1), located(0), located(59), located(60), located(None), BAD]
    passed = list(between(found, NOON, NOON + timedelta(hours=1)))
    assert passed == [located(0), located(59), located(None), BAD]
    assert list(between(found, None, None)) == found
