"""Deduplicate: a batch of paragraphs in, the same batch out with its copies told.

A copy is a paragraph that an earlier article printed before, on the same partition: word for
word, edited or with something glued on in front, or contained. It travels on, marked: which
outlets printed it is news to a desk. What differs in a number is never a copy.

Guaranteed: a batch delivered again comes out as it did the first time, whatever was seen since,
as long as its row is held; and nothing is called a copy of what `memory` does not hold, so that
a crash between sending and remembering loses nothing. Not guaranteed: that every rewritten
paragraph is recognised (bench/copies.py measures how many are).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from agents.deduplicate.index import Index
from agents.deduplicate.rows import (
    First,
    Row,
    first_at,
    firsts,
    judgements,
    new_row,
    part_prefix,
    published_at,
    row_key,
    sequence_of,
)
from agents.likeness import GLUE, LEAST, Found, covered, find, relation
from agents.wording import Wording
from schemas.paragraph import CopyKind, CopyOf, Paragraph, ParagraphBatch

WINDOW: Final = timedelta(days=30)
"""How far apart in article time two paragraphs may be copies: the ledger's memory of stocks."""

_DELETIONS: Final = 2
"""Rows let go at most for one batch: more than come in, so that old ones go, and few, so that
one article dated far in the future by mistake does not empty the table."""


class Deduplicate:
    """The agent. Built once a worker; `memory` is the paragraphs table, or a dict."""

    def __init__(self, window: timedelta = WINDOW) -> None:
        self._window = window
        self._indexes: dict[int, Index] = {}

    async def __call__(
        self, batch: ParagraphBatch, memory: MutableMapping[str, Row]
    ) -> Sequence[ParagraphBatch]:
        """One batch, as it came but for `copy_of`. Writes one row, or none for an empty batch."""
        if not batch.paragraphs:
            return (batch,)
        key = row_key(batch)
        again = _judged_before(batch, memory.get(key))
        if again is not None:
            return (again,)
        index = self._index(batch.part, memory)
        wordings = [Wording.of(paragraph.text) for paragraph in batch.paragraphs]
        search = _Search(index, memory, batch, self._window)
        judged = replace(batch, paragraphs=tuple(
            _judged(paragraph, search.copy_of(paragraph, wording))
            for paragraph, wording in zip(batch.paragraphs, wordings, strict=True)
        ))
        row = new_row(judged, [wording.marks for wording in wordings])
        memory[key] = row
        number = index.add_row(key, batch.article.published_at)
        for place in firsts(row):
            index.add(number, place, batch.paragraphs[place].fingerprint, wordings[place])
        self._let_go(index, memory, batch)
        return (judged,)

    def forget(self, part: int | None = None) -> None:
        """Drop the index of a part, or of all: after a rebalance `memory` may hold other rows."""
        if part is None:
            self._indexes.clear()
        else:
            self._indexes.pop(part, None)

    def _index(self, part: int, memory: MutableMapping[str, Row]) -> Index:
        if part not in self._indexes:
            self._indexes[part] = index_of(memory, part)
        return self._indexes[part]

    def expire(self, memory: MutableMapping[str, Row], part: int, before: datetime) -> int:
        """Delete a part's rows published before `before` (aware); undated ones stay. Returns how many."""
        prefix, old = part_prefix(part), []
        for key in memory:
            date = published_at(memory[key]) if key.startswith(prefix) else None
            if date is not None and date < before:
                old.append(key)
        for key in old:
            del memory[key]
        if old:
            self.forget(part)
        return len(old)

    def _let_go(self, index: Index, memory: MutableMapping[str, Row], batch: ParagraphBatch) -> None:
        """Delete the rows too old for this article to be a copy of, a few at a time."""
        if batch.article.published_at is None:
            return
        before = batch.article.published_at - self._window
        for _ in range(_DELETIONS):
            key = index.pop_before(before)
            if key is None:
                return
            memory.pop(key, None)
        if index.worn:
            self.forget(batch.part)


def index_of(memory: MutableMapping[str, Row], part: int) -> Index:
    """The index of a part, made from its rows in the order of the articles."""
    index, prefix = Index(), part_prefix(part)
    keys = [key for key in memory if key.startswith(prefix)]
    for key in sorted(keys, key=lambda each: (sequence_of(each), each)):
        row = memory[key]
        number = index.add_row(key, published_at(row))
        for place in firsts(row):
            first = first_at(row, place)
            if first is not None:
                index.add(number, place, first.fingerprint, Wording.kept(first.marks))
    return index


def _judged_before(batch: ParagraphBatch, row: Row | None) -> ParagraphBatch | None:
    """The batch as its own row judged it; None when there is no row, or it held other paragraphs."""
    if row is None:
        return None
    held = judgements(row)
    if any(paragraph.position not in held for paragraph in batch.paragraphs):
        return None
    return replace(batch, paragraphs=tuple(
        _judged(paragraph, held[paragraph.position]) for paragraph in batch.paragraphs
    ))


def _judged(paragraph: Paragraph, copy_of: CopyOf | None) -> Paragraph:
    return paragraph if copy_of == paragraph.copy_of else replace(paragraph, copy_of=copy_of)


class _Search:
    """Looks for what the paragraphs of one batch repeat."""

    def __init__(
        self, index: Index, memory: MutableMapping[str, Row], batch: ParagraphBatch, window: timedelta
    ) -> None:
        self._index, self._memory, self._window = index, memory, window
        self._own, self._date = row_key(batch), batch.article.published_at
        self._rows: dict[str, Row | None] = {}   # an article's copy asks for one row a paragraph

    def copy_of(self, paragraph: Paragraph, wording: Wording) -> CopyOf | None:
        if same := self._index.same(paragraph.fingerprint):
            for first in self._read(same):
                if first.fingerprint == paragraph.fingerprint:
                    return _copy(first, "exact")
        if wording.count < LEAST:
            return None
        return _closest(wording, self._read(self._index.guesses(wording)))

    def _read(self, guesses: Iterable[tuple[str, int]]) -> Iterator[First]:
        for key, place in guesses:
            if key not in self._rows:
                self._rows[key] = None if key == self._own else self._memory.get(key)
            row = self._rows[key]
            first = first_at(row, place) if row is not None else None
            if first is not None and self._within(first.published_at):
                yield first

    def _within(self, date: datetime | None) -> bool:
        return date is None or self._date is None or abs(self._date - date) <= self._window


def _closest(new: Wording, guesses: Iterator[First]) -> CopyOf | None:
    """The first guess that `new` is near to or inside of; else the first of those it is made of."""
    pieces: list[tuple[int, Found, First]] = []
    for first in guesses:
        earlier = Wording.kept(first.marks)
        new_is_whole = len(earlier.marks) <= len(new.marks)
        part, whole = (earlier, new) if new_is_whole else (new, earlier)
        found = find(part, whole)
        if found is None:
            continue
        kind = relation(found, part, whole, new_is_whole=new_is_whole)
        if kind:
            return _copy(first, kind)
        pieces.append((found.start, found, first))
    if len(pieces) > 1 and covered(new, [found for _, found, _ in pieces], front=GLUE):
        return _copy(min(pieces, key=lambda piece: piece[0])[2], "contained")
    return None


def _copy(first: First, kind: CopyKind) -> CopyOf:
    return CopyOf(article_id=first.article_id, version=first.version, position=first.position, kind=kind)
