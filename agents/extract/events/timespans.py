"""Time spans: parts of a date and the day of publication flow in, days of the calendar flow out.

Pure calendar arithmetic for dates.py, which finds the words. A span is its first and last day,
both included; a last day of None means that the words leave it open. Days are those of UTC,
because an article's published_at is.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

Span = tuple[date, date | None]

_AHEAD = timedelta(days=45)
"""How far ahead of publication a date without a year may lie: talks are announced for the weeks to
come, while "in June", read in March, is told of last year's. Beyond it the year before is taken."""

_PIVOT = 50
"""Two-digit years from here on are the 1900s: archives of 1988-90 are replayed, none of 1949."""


def iso(span: Span | None) -> str | None:
    """ISO 8601: a date, an interval of two dates, or "date/.." where the end is open."""
    if span is None:
        return None
    first, last = span
    if first == last:
        return first.isoformat()
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"


def full_year(written: str) -> int:
    """The year that "1989" or "89" stands for."""
    year = int(written)
    if len(written) > 2:
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def day(year: int, month: int, number: int) -> Span | None:
    """That one day, or None when the calendar has no such day."""
    try:
        there = date(year, month, number)
    except ValueError:
        return None
    return there, there


def month(year: int, number: int) -> Span | None:
    if not 1 <= year <= 9999:
        return None
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def year(number: int, years: int = 1) -> Span | None:
    """Whole years from the first of January on."""
    if not 1 <= number <= 9999 - years:
        return None
    return date(number, 1, 1), date(number + years - 1, 12, 31)


def latest(build: Callable[[int], Span | None], published: date | None) -> Span | None:
    """Of a date without a year: the latest such span that does not begin too far ahead of publication."""
    if published is None:
        return None
    for candidate in (published.year + 1, published.year, published.year - 1):
        span = build(candidate)
        if span and span[0] <= published + _AHEAD:
            return span
    return None


def weekday(number: int, published: date, shift: str = "") -> Span:
    """The most recent such day not after publication; "last": before it; "next": after it."""
    back = (published.weekday() - number) % 7
    if shift == "last" and back == 0:
        back = 7
    there = published - timedelta(days=back - 7 if shift == "next" else back)
    return there, there


def shifted(unit: str, published: date, by: int) -> Span | None:
    """The calendar week (from Monday), month or year that lies `by` units after the one of publication."""
    if unit == "week":
        monday = published - timedelta(days=published.weekday() - 7 * by)
        return monday, monday + timedelta(days=6)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + by
        return month(index // 12, index % 12 + 1)
    return year(published.year + by)


def back(unit: str, count: int, published: date) -> date | None:
    """The day that lies so many units before publication; None before the calendar begins."""
    try:
        if unit == "hour":
            return published - timedelta(days=-(-count // 24))
        if unit in ("day", "week"):
            return published - timedelta(days=count * (7 if unit == "week" else 1))
        index = published.year * 12 + published.month - 1 - count * (12 if unit == "year" else 1)
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(published.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


def joined(first: Span | None, last: Span | None) -> Span | None:
    """From the first day of one to the last of the other; the first a year earlier where it is later."""
    if first is None or last is None or last[1] is None:
        return None
    if first[0] > last[1]:
        try:
            first = first[0].replace(year=first[0].year - 1), first[1]
        except ValueError:
            return None
    return first[0], last[1]
