"""Lines: where a body breaks, and which of its lines are one run of text.

In: a body as it came (blank lines or none, wrapped or not, CRLF, U+2028, remnants of HTML). Out:
runs, spans of the body in order, trimmed of white space, tags and bullets. A run is a candidate
paragraph; nothing is judged here but layout. Linear in the length of the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from agents.split.furniture import LONGEST, is_furniture

_BREAK = re.compile(
    r"(?P<line>\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028]|<br\b[^<>]{0,100}>)"
    r"|\u2029|</?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|section|article|aside|blockquote|figure|figcaption|hr)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_LINE_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028"
_LEAD = re.compile(
    r"(?:[\s\u200b-\u200f\u2060\ufeff\u00ad]+|&nbsp;|&#160;|<[/!a-zA-Z][^<>]{0,300}>)*", re.IGNORECASE
)
_INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_TAIL = ("&nbsp;", "&NBSP;", "&#160;")
_TAG = re.compile(r"<[/!a-zA-Z][^<>]{0,300}>")
_TAG_LONGEST: Final = 303

_BULLET = re.compile(
    r"(?:[-*>\u2013\u2014\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u25cb\u25ba]|\d{1,2}[.)]|\([a-z0-9]{1,2}\))\s+"
)

WRAP: Final = 120
"""Characters. Text wrapped by machine is narrower than this; a longer line is a paragraph by itself."""

_FULL: Final = 0.6
"""A line shorter than this share of the widest ends its paragraph: the next word would have fitted."""

_CLOSERS: Final = "\"'\u2019\u201d\u00bb)]"
_STOPS: Final = ".!?\u2026;:"


class Run(NamedTuple):
    """A span of the body; bulleted when a list mark stood before it."""

    start: int
    end: int
    bulleted: bool = False


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    bulleted: bool


def runs(body: str) -> list[Run]:
    """The body's runs, page furniture left out."""
    found: list[Run] = []
    for block in _blocks(body):
        found.extend(_joined(body, block))
    return found


def ended(text: str) -> bool:
    """Whether the text ends as a sentence or a list item does."""
    return text.rstrip(_CLOSERS).endswith((*_STOPS, ","))


def _blocks(body: str) -> Iterator[list[_Line]]:
    """Lines between blank ones (or block tags, or furniture)."""
    block: list[_Line] = []
    for start, end, closes in _lines(body):
        line = _trimmed(body, start, end)
        if line is not None and not _is_furniture_at(body, line.start, line.end):
            block.append(line)
        else:
            closes = True
        if block and closes:
            yield block
            block = []
    if block:
        yield block


def _lines(body: str) -> Iterator[tuple[int, int, bool]]:
    """start, end, and whether what ends the line ends the paragraph too."""
    start = 0
    if "<" not in body and "\u2029" not in body:
        for line in body.splitlines(keepends=True):   # parts at all that _BREAK does, at a tenth of its cost
            yield start, start + len(line.rstrip(_LINE_ENDS)), False
            start += len(line)
        yield start, start, True
        return
    for found in _BREAK.finditer(body):
        yield start, found.start(), found["line"] is None
        start = found.end()
    yield start, len(body), True


def _trimmed(body: str, start: int, end: int) -> _Line | None:
    if body[start : start + 1].isalpha() and start < end:   # most lines: nothing to trim in front, and no bullet
        return _Line(start, _trim_right(body, start, end), 0, False)
    found = _LEAD.match(body, start, end)
    first = found.end() if found else start
    last = _trim_right(body, first, end)
    bullet = _BULLET.match(body, first, last)
    if bullet and bullet.end() < last:
        return _Line(bullet.end(), last, first - start, True)
    return _Line(first, last, first - start, False) if first < last else None


def _trim_right(body: str, start: int, end: int) -> int:
    while end > start:
        if body[end - 1].isspace() or body[end - 1] in _INVISIBLE:
            end -= 1
            continue
        if body[end - 1] == ";" and body.endswith(_TAIL, start, end):
            end = body.rindex("&", start, end)
            continue
        opened = body.rfind("<", max(start, end - _TAG_LONGEST), end) if body[end - 1] == ">" else -1
        if opened < 0 or not _TAG.fullmatch(body, opened, end):
            break
        end = opened
    return end


def _joined(body: str, block: Sequence[_Line]) -> Iterator[Run]:
    """The lines of a block as runs: wrapped lines together, others each on its own."""
    if len(block) == 1:
        yield Run(block[0].start, block[0].end, block[0].bulleted)
        return
    width = max(line.end - line.start for line in block)
    flows = width <= WRAP and _flows(body, block, width)
    starts = [0]
    for at, (line, after) in enumerate(pairwise(block), start=1):
        if not _goes_on(body, line, after, width if flows else 0):
            starts.append(at)
    for at, beyond in pairwise((*starts, len(block))):
        first, last = block[at], block[beyond - 1]
        if first is last or not _is_furniture_at(body, first.start, last.end):  # a prompt may be wrapped
            yield Run(first.start, last.end, first.bulleted)


def _is_furniture_at(body: str, start: int, end: int) -> bool:
    return end - start <= LONGEST and is_furniture(body[start:end])


def _goes_on(body: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether the paragraph goes on. width: of the lines of a block that is wrapped, else 0."""
    if after.bulleted or after.indent > line.indent + 1:
        return False
    if width:
        return line.end - line.start >= _FULL * width
    return body[after.start].islower() and not ended(body[line.start : line.end])


def _flows(body: str, block: Sequence[_Line], width: int) -> bool:
    """Whether the lines look wrapped: most begin in the middle of a sentence, and are filled.

    Upper-case copy shows no beginnings; there the filling alone decides.
    """
    rest = [line for line in block[1:] if not line.bulleted]
    small = sum(body[line.start].islower() for line in rest)
    if 2 * small >= max(1, len(rest)):
        return True
    full = all(line.end - line.start >= 0.75 * width for line in block[:-1])
    unended = sum(not ended(body[line.start : line.end]) for line in block[:-1])
    upper = not any(body[line.start : line.end].upper() != body[line.start : line.end] for line in block)
    return upper and full and len(block) > 2 and 2 * unended > len(block) - 1
