"""Dates: a text and its day of publication flow in, the words in it that tell when flow out, resolved.

Two steps: date_points.py finds points in time ("March 28", "last week", "2023"); here neighbours
are joined ("January and February", "Thursday, March 28", "since November"). What the days are is
worked out in timespans.py. "March", "May" and "2023" are dates only where the words around say so:
soldiers march, talks may fail, and 2023 may be a count.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import NamedTuple

from agents.extract.events import timespans
from agents.extract.events.date_points import Point, find_points

_SAYS_WHEN = re.compile(
    r"(?:\b(?:in|since|by|during|until|till|from|between|before|after|through|throughout)"
    r"|\b(?:end|start|beginning|middle|months?|half|quarter|summer|spring|autumn|fall|winter|days?) of"
    r"|\b(?:early|late|mid)[- ]?|[(])\s*(?:the )?$",
    re.IGNORECASE,
)
"""What stands before a bare month or year that is a date; after another of them, see _joins."""
_REACH = 24
"""Characters before a point that _SAYS_WHEN may need: its longest alternative and blanks."""
_SINCE = re.compile(r"\bsince\s+$", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_THROUGH = re.compile(r"\s*(?:to|through|until|till|-|–|—)\s*$", re.IGNORECASE)
_AND = re.compile(r",?\s*(?:and|&)\s*$|,\s$", re.IGNORECASE)


class DateMention(NamedTuple):
    """text[start:end] tells when; iso is null where that cannot be worked out."""

    start: int
    end: int
    iso: str | None


@lru_cache(maxsize=64)  # each figure of a sentence asks, and so does each of its events
def find_dates(text: str, published_at: datetime | None) -> tuple[DateMention, ...]:
    """Every mention in text order, none overlapping; iso is an ISO 8601 date or interval in UTC days.

    "since ..." with published_at None stays open ("2024-11-19/.."). A span leaves out "on" and "in"
    and holds what changes the time: since, last, early, the past. Not guaranteed: a day and month without a
    year are taken from the year that lies nearest before publication, which an anniversary breaks.
    """
    published = published_at.astimezone(UTC).date() if published_at else None
    found: list[DateMention] = []
    group: list[Point] = []
    for point in find_points(text, published):
        if group and _joins(text, group, point):
            group.append(point)
            continue
        if group:
            found.append(_mention(text, group, published))
            group = []
        if not point.bare or _SAYS_WHEN.search(text[max(0, point.start - _REACH) : point.start]):
            group = [point]
    if group:
        found.append(_mention(text, group, published))
    return tuple(found)


def _joins(text: str, group: list[Point], point: Point) -> bool:
    """Whether the point goes on with the date before it: as its other end, or as its day of the week."""
    first, gap = group[0], text[group[-1].end : point.start]
    if len(gap) > 12 or (len(group) > 1 and point.grain != "month"):
        return False
    if first.grain == "weekday" and point.grain == "day":
        return gap in (" ", ", ", " (")
    if first.grain != point.grain or point.grain not in ("day", "month", "year"):
        return False
    if _THROUGH.match(gap):
        return True
    opened = bool(_OPENS_RANGE.search(text[max(0, first.start - _REACH) : first.start]))
    return bool(_AND.match(gap)) and (point.grain == "month" or (opened and "," not in gap))


def _mention(text: str, group: list[Point], published: date | None) -> DateMention:
    first, last = group[0], group[-1]
    span = last.resolve(None)
    if first is not last and first.grain != "weekday":
        span = timespans.joined(first.resolve(last.year), span)
    start = first.start
    since = _SINCE.search(text[max(0, start - _REACH) : start])
    if since:
        start -= len(since.group())
        if span and (published is None or span[0] <= published):
            span = span[0], published
    return DateMention(start, last.end, timespans.iso(span))
