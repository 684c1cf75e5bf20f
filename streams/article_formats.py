"""The forms an archived article may have: plain text, a JSON document, JSON lines.

In: the bytes of one file or stream. Out: its articles, each with its place, and a BadInput for
every one that cannot be read. JSON lines are read one at a time; the other two are held whole.
Nothing in a file's content makes reading raise.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import orjson

from schemas.article import Article
from schemas.errors import InvalidInput
from streams.codecs import article_of, parse

LONGEST = 64 * 1024 * 1024
"""Bytes of one line, one .txt or one .json. A thousand times a long article: what is longer has
lost its line ends, and would otherwise fill the memory."""

_REASON_LENGTH = 300   # a reason may quote the bad value, which may be the whole article

_WIDE_MARKS = (   # UTF-32 first: its little-endian mark begins with UTF-16's
    (b"\xff\xfe\x00\x00", "UTF-32"), (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"),
)
_MARKS = (*_WIDE_MARKS, (b"\xef\xbb\xbf", "UTF-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class BadInput:
    """An input that was skipped. str() is one line whatever the input held.

    file: as named by the user. line: 1-based, or null when the whole file is meant or the place is
    told by path alone. path: the bad field, as `$.body`, or `$[3].body` in an array.
    """

    file: str
    line: int | None
    path: str
    reason: str
    remedy: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        reason = self.reason if len(self.reason) <= _REASON_LENGTH else f"{self.reason[:_REASON_LENGTH]}..."
        said = f"{place}: {InvalidInput(self.path, reason, self.remedy)}"
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """An article and where it was read, for whoever has to refuse it later."""

    article: Article
    file: str
    line: int | None
    path: str

    def refused(self, reason: str, remedy: str) -> BadInput:
        return BadInput(file=self.file, line=self.line, path=self.path, reason=reason, remedy=remedy)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one file. file: its name as the user gave it. published_at: for articles that give no
    date. longest: bytes of the longest line or document."""

    file: str
    published_at: datetime | None = None
    longest: int = LONGEST

    def text(self, stream: BinaryIO) -> Iterator[Located | BadInput]:
        """One article: the title on the first line that is not blank, the rest, to the letter, the body."""
        data = stream.read(self.longest + 1)
        trouble = self._too_long(data, None) or self._not_text(data, 1)
        if trouble:
            yield trouble
            return
        text = data.decode()
        title = next(iter(text.lstrip().splitlines()), "")
        if not title:
            yield self._empty()
            return
        start = text.index(title) + len(title)
        start += 2 if text.startswith("\r\n", start) else 1
        name = Path(os.path.abspath(self.file))   # so that `.` and `..` have a folder's name too
        yield self._article({
            "id": _plain(name.stem), "source": _plain(name.parent.name),
            "title": title.strip(), "body": text[start:],
        }, None, "$")

    def document(self, stream: BinaryIO) -> Iterator[Located | BadInput]:
        """One JSON document: an article, or an array of them."""
        data = stream.read(self.longest + 1)
        trouble = self._too_long(data, None) or (None if data.strip() else self._empty())
        yield from [trouble] if trouble else self._records(data, None)

    def lines(self, stream: BinaryIO) -> Iterator[Located | BadInput]:
        """JSON lines: one article a line, blank lines passed over."""
        yield from self._numbered(self._split(stream))

    def anything(self, stream: BinaryIO) -> Iterator[Located | BadInput]:
        """JSON lines, or one JSON document written over several lines.

        It is taken for a document when its first line is the beginning of one, until a line that
        is an object by itself shows that the first was merely cut off.
        """
        lines = ((number, line) for number, line in self._split(stream) if line.strip())
        first = next(lines, None)
        if first is None:
            yield self._empty()
            return
        held = [first]
        size = len(first[1])
        goes_on = size <= self.longest and _is_cut_off(first[1])
        is_array = first[1].lstrip().startswith(b"[")
        while goes_on and size <= self.longest and (following := next(lines, None)):
            held.append(following)
            size += len(following[1])
            goes_on = is_array or not _is_object(following[1])
        if not goes_on:
            yield from self._numbered(chain(held, lines))
            return
        trouble = self._too_long(b"".join(line for _, line in held), None)
        yield from [trouble] if trouble else self._records(_at_their_lines(held), None)

    def _split(self, stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
        """Numbered lines; of one that is too long only as much as shows that it is."""
        number = 0
        while line := stream.readline(self.longest + 1):
            number += 1
            rest = line
            while len(rest) > self.longest and not rest.endswith(b"\n"):
                rest = stream.readline(self.longest + 1)
            yield number, line

    def _numbered(self, lines: Iterable[tuple[int, bytes]]) -> Iterator[Located | BadInput]:
        empty = True
        for number, line in lines:
            if not line.strip():
                continue
            empty = False
            trouble = self._too_long(line, number)
            yield from [trouble] if trouble else self._records(line.rstrip(b"\r\n"), number)
            if any(line.startswith(mark) for mark, _ in _WIDE_MARKS):   # all lines to come are as bad
                return
        if empty:
            yield self._empty()

    def _records(self, data: bytes, line: int | None) -> Iterator[Located | BadInput]:
        try:
            raw = parse(data)
        except InvalidInput as error:
            yield self._not_text(data, line or 1) or self._not_json(error, line)
            return
        if not isinstance(raw, list):
            yield self._article(raw, line, "$")
            return
        if not raw:
            yield self._bad(line, "$", "is an empty array", "leave it out")
        for index, item in enumerate(raw):
            yield self._article(item, line, f"$[{index}]")

    def _article(self, raw: object, line: int | None, path: str) -> Located | BadInput:
        try:
            article = article_of(raw)
        except InvalidInput as error:
            return self._bad(line, path + error.path[1:], error.reason, error.remedy)
        if article.published_at is None and self.published_at is not None:
            article = replace(article, published_at=self.published_at)
        return Located(article=article, file=self.file, line=line, path=path)

    def _not_json(self, error: InvalidInput, line: int | None) -> BadInput:
        cause = error.__cause__
        if not isinstance(cause, orjson.JSONDecodeError):
            return self._bad(line, error.path, error.reason, error.remedy)
        remedy = error.remedy
        if line is None and _is_object(cause.doc.split("\n", 1)[0].encode()):
            remedy = "call it .jsonl if it holds one article a line"
        reason = f"not JSON at column {cause.colno}: {cause.msg}"
        return self._bad((line or 1) + cause.lineno - 1, "$", reason, remedy)

    def _not_text(self, data: bytes, first_line: int) -> BadInput | None:
        """What keeps bytes from being plain UTF-8: a byte order mark, a NUL, another encoding."""
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                return self._bad(first_line, "$", f"begins with a {encoding} byte order mark",
                                 "save it as UTF-8 without one")
        at, reason = data.find(b"\0"), "holds a NUL byte"
        if at < 0:
            try:
                data.decode()
                return None
            except UnicodeDecodeError as error:
                at, reason = error.start, f"is not UTF-8: {error.reason}"
        line = first_line + data.count(b"\n", 0, at)
        column = at - data.rfind(b"\n", 0, at)
        return self._bad(line, "$", f"{reason}, at byte {column} of the line", "save it as UTF-8 text")

    def _too_long(self, data: bytes, line: int | None) -> BadInput | None:
        if len(data) <= self.longest or (line is not None and data.endswith(b"\n")):
            return None
        reason = f"is longer than {self.longest:,} bytes"
        return self._bad(line, "$", reason, "write one article a line, as .jsonl")

    def _empty(self) -> BadInput:
        return self._bad(None, "$", "is empty", "leave it out")

    def _bad(self, line: int | None, path: str, reason: str, remedy: str) -> BadInput:
        return BadInput(file=self.file, line=line, path=path, reason=reason, remedy=remedy)


def _plain(name: str) -> str:
    """A file's name as text: bytes that are not UTF-8 as `\\xe9`, so that it can be written to a topic."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _at_their_lines(held: list[tuple[int, bytes]]) -> bytes:
    """Numbered lines joined, with the blank ones between put back, so that a place counts them."""
    joined, reached = [], 1
    for number, line in held:
        joined.append(b"\n" * (number - reached) + line)
        reached = number + 1
    return b"".join(joined)


def _is_cut_off(line: bytes) -> bool:
    """Whether a line is the beginning of a longer JSON document: reading failed only at its end."""
    try:
        orjson.loads(line)
    except orjson.JSONDecodeError as error:
        return line.lstrip()[:1] in (b"{", b"[") and error.pos >= len(error.doc.rstrip())
    return False


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(orjson.loads(line), dict)
    except orjson.JSONDecodeError:
        return False
