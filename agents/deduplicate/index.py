"""Index: which earlier paragraphs may be what a new one repeats.

In: the marks of the paragraphs that were first. Out: guesses, best first. The index is made from
the rows and claims nothing: whoever uses a guess reads the row it points to. It holds a sample
of one run of three words in eight, and is asked with all of a paragraph's runs. Some
500 bytes a paragraph of forty words; bench/copies.py measures it together with its row.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from agents.likeness import LEAST, blocks, enough
from agents.wording import Wording

_CROWD: Final = 16
"""Paragraphs under one run. A run that more of them share (a stock phrase) finds nothing any
better, and would make every look-up slower."""

_GUESSES: Final = 8
"""Paragraphs read for one of usual length. A copy shares most samples, so it is among the first."""

_WORDS_A_GUESS: Final = 30
"""A long block may be made of many earlier paragraphs: one more guess for each so many words."""

_FEW_ROWS: Final = 1000
"""Not worth making the index anew for; some 10 MB."""


class Index:
    """The firsts of one part, numbered in the order in which they were added."""

    def __init__(self) -> None:
        self._under: dict[int, int | list[int]] = {}
        self._keys: list[str] = []
        self._dates: list[tuple[float, int]] = []
        self._gone = 0
        self._row = array("I")
        self._place = array("I")
        self._words = array("I")

    def add_row(self, key: str, published_at: datetime | None) -> int:
        """Number a row; its paragraphs are added next."""
        row = len(self._keys)
        self._keys.append(key)
        if published_at is not None:
            heapq.heappush(self._dates, (published_at.timestamp(), row))
        return row

    def add(self, row: int, place: int, fingerprint: str, wording: Wording) -> None:
        """One paragraph of a row."""
        number = len(self._row)
        self._row.append(row)
        self._place.append(place)
        self._words.append(len(wording.marks))
        self._put(_exact_key(fingerprint), number)
        if len(wording.marks) >= LEAST:
            for block in blocks(wording.runs):
                self._put(self._rarest(block), number)

    def same(self, fingerprint: str) -> Iterator[tuple[str, int]]:
        """Row key and place of the paragraphs that had this fingerprint, the earliest first."""
        for number in self._at(_exact_key(fingerprint)):
            yield self._keys[self._row[number]], self._place[number]

    def guesses(self, wording: Wording) -> Iterator[tuple[str, int]]:
        """Row key and place of the paragraphs that share most runs, best first, then earliest."""
        under, words = self._under, len(wording.marks)
        hits: Counter[int] = Counter()
        for found in [under[run] for run in wording.runs if run in under]:
            if isinstance(found, int):
                hits[found] += 1
            else:
                hits.update(found)
        likely = [
            (-shared, number) for number, shared in hits.items() if enough(shared, words, self._words[number])
        ]
        for _, number in heapq.nsmallest(_GUESSES + words // _WORDS_A_GUESS, likely):
            yield self._keys[self._row[number]], self._place[number]

    def pop_before(self, before: datetime) -> str | None:
        """The key of the row published first, if that was before `before`; it counts as gone then."""
        if not self._dates or self._dates[0][0] >= before.timestamp():
            return None
        self._gone += 1
        return self._keys[heapq.heappop(self._dates)[1]]

    @property
    def worn(self) -> bool:
        """Whether most of what it points to is gone, so that making it anew pays."""
        return self._gone > max(_FEW_ROWS, len(self._keys) // 2)

    def _put(self, under: int, number: int) -> None:
        held = self._under.get(under)
        if held is None:
            self._under[under] = number
        elif isinstance(held, int):
            self._under[under] = [held, number]
        elif len(held) < _CROWD:
            held.append(number)

    def _rarest(self, block: Sequence[int]) -> int:
        for run in block:
            if run not in self._under:
                return run
        return min(block, key=lambda run: len(self._at(run)))

    def _at(self, under: int) -> Sequence[int]:
        held = self._under.get(under, ())
        return (held,) if isinstance(held, int) else held


def _exact_key(fingerprint: str) -> int:
    """Below zero, so that it never meets a run."""
    return -1 - int(fingerprint, 16)
