"""Points in time: a text flows in, the single dates in it ("March 28", "last week", "2023") flow out.

One expression finds them all; a reader for each kind makes it a Point, which can say its days once
its neighbours are known: in "January and February 2025" the first gets its year from the second.
dates.py joins them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from agents.extract.events import timespans
from agents.extract.events.timespans import Span
from agents.extract.words.lexicon import rows

_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_YEAR_OR_STROKE = re.compile(r"[12][0-9]{3}|/")
_FOLDED = re.compile("[\u0130\u0131\u017f\u212a]")
"""Letters that re.IGNORECASE takes for i, s and k, and lower() does not."""
_UNITS = ("hour", "day", "week", "month", "year", "night", "morning", "afternoon", "evening", "tomorrow")
"""Within every word of _points() that is neither a month nor a weekday; "day" is also in today and yesterday."""
_IN = re.compile(r"\bin\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One point in time. grain: day, month, year, weekday or other. resolve: its span, given the year of
    a neighbour for want of its own. bare: a month or year that needs words around it to be one."""

    start: int
    end: int
    grain: str
    resolve: Callable[[int | None], Span | None]
    year: int | None = None
    bare: bool = False


def find_points(text: str, published: date | None) -> Iterator[Point]:
    """Every point in text order, none overlapping, bare ones too; linear in the text."""
    if not _may_say_when(text):
        return
    for match in _points().finditer(text):
        point = _point(match, published)
        if point is not None:
            yield point


def _may_say_when(text: str) -> bool:
    """False only where there is no point: neither a word of dates nor a year nor figures with strokes."""
    return (
        bool(_telling().find_matches_as_indexes(text.lower()))
        or _YEAR_OR_STROKE.search(text) is not None
        or (not text.isascii() and _FOLDED.search(text) is not None)
    )


def _point(match: re.Match[str], published: date | None) -> Point | None:
    """The point that a match of _points() stands for; None for words that only look like one."""
    return _READERS[match.lastgroup or ""](match, published)


def _numeric(match: re.Match[str], published: date | None) -> Point:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:  # month first or day first: known only where one of them is beyond 12
        first, second, written = match["slash"].split("/")
        year, month, day = timespans.full_year(written), int(first), int(second)
        if month > 12:
            month, day = day, month
        elif day <= 12 and day != month:
            return Point(match.start(), match.end(), "other", lambda _: None)
    return Point(match.start(), match.end(), "day", lambda _: timespans.day(year, month, day), year)


def _day(match: re.Match[str], published: date | None) -> Point | None:
    name = match["m1"] or match["m2"]
    if not name[0].isupper():
        return None
    written, end = match["y1"] or match["y2"], match.end()
    if match["m1"] and written and len(written) < 4 and len(name.rstrip(".")) > 4:
        written, end = None, match.end("m1")  # "28 March 75 soldiers": two digits are a year after SEP only
    month = _words()[name.lower().rstrip(".")]
    first = int(match["d1"] or match["d2"])
    last = int(match["d1b"] or match["d2b"] or first)
    if match["m2"] and not written and _IN.search(match.string[max(0, match.start() - 4) : match.start()]):
        return _month_point(match.start(), match.end("m2"), month, None, "", published)  # "in March 11 men"
    year = timespans.full_year(written.lstrip("'’")) if written else None

    def resolve(other: int | None) -> Span | None:
        def build(in_year: int) -> Span | None:
            return timespans.joined(
                timespans.day(in_year, month, first), timespans.day(in_year, month, last)
            )

        known = year or other
        return build(known) if known else timespans.latest(build, published)

    return Point(match.start(), end, "day", resolve, year)


def _month(match: re.Match[str], published: date | None) -> Point | None:
    if not match["m3"][0].isupper():
        return None
    month = _words()[match["m3"].lower().rstrip(".")]
    year = int(match["y3"]) if match["y3"] else None
    return _month_point(match.start(), match.end(), month, year, (match["mod"] or "").lower(), published)


def _month_point(
    start: int, end: int, month: int, year: int | None, shift: str, published: date | None
) -> Point:
    def resolve(other: int | None) -> Span | None:
        known = year or other
        if known:
            return timespans.month(known, month)
        if shift in _SHIFTS and published:
            late = {-1: month >= published.month, 0: False, 1: month > published.month}[_SHIFTS[shift]]
            return timespans.month(published.year + max(0, _SHIFTS[shift]) - late, month)
        return timespans.latest(lambda in_year: timespans.month(in_year, month), published)

    return Point(start, end, "month", resolve, year, bare=not (year or shift))


def _year(match: re.Match[str], published: date | None) -> Point:
    year = int(match["y"])
    if match["decade"]:
        return Point(match.start(), match.end(), "other", lambda _: timespans.year(year, 10))
    return Point(match.start(), match.end(), "year", lambda _: timespans.year(year), year, bare=True)


def _weekday(match: re.Match[str], published: date | None) -> Point | None:
    if not match["weekday"][0].isupper():
        return None
    number, shift = _words()[match["weekday"].lower()], (match["wmod"] or "").lower()
    shift = {"coming": "next", "past": "last", "previous": "last"}.get(shift, shift)
    span = timespans.weekday(number, published, shift) if published else None
    return Point(match.start(), match.end(), "weekday", lambda _: span)


def _relative(match: re.Match[str], published: date | None) -> Point:
    point = Point(match.start(), match.end(), "other", lambda _: None)
    if published is None:
        return point
    today = published
    span: Span | None
    if match["near"]:
        word = match["near"].lower()
        yesterday, tomorrow = timespans.back("day", 1, today), timespans.back("day", -1, today)
        first = {"yesterday": yesterday, "tomorrow": tomorrow}.get(word, today)
        if word in ("overnight", "last night"):
            first = yesterday
        end = today if word in ("overnight", "last night") else first
        span = (first, end) if first and end else None
    elif match["unit"]:
        span = timespans.shifted(match["unit"].lower(), today, _SHIFTS[match["shift"].lower()])
    else:
        count, unit = match["past_n"] or match["ago_n"], match["past_u"] or match["ago_u"]
        singular = unit.lower().rstrip("s")
        number = _number(count, singular == unit.lower())
        start = timespans.back(singular, number, today) if number is not None else None
        end = today if match["past_u"] else start
        span = (start, end) if start and end else None
    return replace(point, resolve=lambda _: span)


def _number(written: str | None, singular: bool) -> int | None:
    """The count of units back: "past day" is one; "past days" and "several days" are not told."""
    if not written:
        return 1 if singular else None
    return int(written) if written.isdecimal() else _words().get(" ".join(written.lower().split()))


_READERS: dict[str, Callable[[re.Match[str], date | None], Point | None]] = {
    group: read
    for read, groups in (
        (_numeric, ("iso", "slash")),
        (_day, ("m1", "y1", "d2", "d2b", "y2")),
        (_month, ("m3", "y3")),
        (_year, ("y", "decade")),
        (_weekday, ("weekday",)),
        (_relative, ("near", "unit", "past_u", "ago_u")),
    )
    for group in groups
}
"""By the last group that a match of _points() fills."""


@cache
def _telling() -> AhoCorasick:
    named = (row["word"] for row in rows("date_words") if row["kind"] in ("month", "short_month", "weekday"))
    return AhoCorasick([*_UNITS, *named], matchkind=MatchKind.LeftmostFirst)


@cache
def _words() -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in rows("date_words")}


@cache
def _points() -> re.Pattern[str]:
    """One expression for all points; every repetition in it is bounded, so it runs in linear time."""

    def any_of(*kinds: str) -> str:
        words = [row["word"] for row in rows("date_words") if row["kind"] in kinds]
        return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))

    month = rf"(?:(?:{any_of('month')})\b|(?:{any_of('short_month')})\b\.?)"
    day = r"[0-3]?[0-9]"
    nth = r"(?:st|nd|rd|th)?"
    count = rf"[0-9]{{1,4}}|few|several|couple|{any_of('number')}"
    units = r"(?:hours?|days?|weeks?|months?|years?)"
    shift, hours = "|".join(_SHIFTS), "night|morning|afternoon|evening"
    return re.compile(
        rf"""(?<![\w/$€£])(?<![0-9][.,-])(?:
          (?P<iso>[12][0-9]{{3}}-[01][0-9]-[0-3][0-9])(?![\w-])
        | (?P<slash>[0-3]?[0-9]/[0-3]?[0-9]/(?:[12][0-9]{{3}}|[0-9]{{2}}))(?![\w/])
        | (?P<d1>{day}){nth}(?:\s?[-–]\s?(?P<d1b>{day}){nth})?\s(?:of\s)?(?P<m1>{month})
            (?:,?\s(?P<y1>[12][0-9]{{3}}|['’][0-9]{{2}}|[5-9][0-9])(?![\w,]*[0-9]))?
        | (?P<m2>{month})\s(?P<d2>{day}){nth}(?![\w%])(?!,[0-9])
            (?:\s?[-–]\s?(?P<d2b>{day}){nth}(?![\w,]*[0-9]))?
            (?:,?\s(?P<y2>[12][0-9]{{3}})(?![\w,]*[0-9]))?
        | (?:(?P<mod>{shift}|early|mid|late)[\s-])?(?P<m3>{month})
            (?:(?:,|\sof)?\s(?P<y3>(?:1[89]|20)[0-9]{{2}})(?![\w,]*[0-9]))?
        | (?P<y>(?:1[89]|20)[0-9]{{2}})(?P<decade>s)?(?![\w%])(?!,[0-9])
            (?!\s(?:to|or|and)\s(?!(?:1[89]|20)[0-9]{{2}}\b)[0-9])
        | (?:(?P<wmod>{shift})\s)?(?P<weekday>{any_of('weekday')})\b(?:\s(?:{hours})\b)?
        | (?P<near>today|tonight|yesterday|tomorrow|overnight|last\snight|this\s(?:{hours}))\b
        | (?P<shift>{shift})\s(?P<unit>week|month|year)\b
        | (?:the\s)?(?:last|past|previous|preceding)\s(?:(?P<past_n>{count})\s)?(?P<past_u>{units})\b
        | (?P<ago_n>{count})\s(?P<ago_u>{units})\s(?:ago|earlier)\b
        )""",
        re.IGNORECASE | re.VERBOSE,
    )
