"""Index: which earlier paragraphs may be what a new one repeats.

In: the wordings of the paragraphs that were first. Out: guesses, best first. The index is made from
the rows and claims nothing: whoever uses a guess reads the row it points to. It holds the samples of
each paragraph (agents/wording.py), and is asked with those of the new one. Some 200 bytes a paragraph
of forty words; bench/copies.py measures it together with its row, and bench/copies_rensa.py beside
rensa's, which finds as many only among many more guesses.
"""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from agents.deduplicate.samples import Samples
from agents.likeness import LEAST, allowed
from agents.wording import Wording

BLOCK: Final = 3
"""Samples. Of each block of so many one is stored, and a paragraph is looked up by all its samples. As any
of the block will do, the one that fewest others stored is taken: stock phrases then find nothing, and
cost nothing."""

_CROWD: Final = 16
"""Paragraphs under one sample. One that more of them share (a stock phrase) finds nothing any
better, and would make every look-up slower."""

_WORDS_A_HIT: Final = 20
"""A copy of n words shares at least n / 20 of its n / 9 stored samples, whichever words were changed."""

_GUESSES: Final = 8
"""Paragraphs read for one of usual length. A copy shares most samples, so it is among the first."""

_WORDS_A_GUESS: Final = 30
"""A long block may be made of many earlier paragraphs: one more guess for each so many words."""

_FEW_ROWS: Final = 1000
"""Not worth making the index anew for; some 10 MB."""


class Index:
    """The firsts of one part, numbered in the order in which they were added."""

    def __init__(self) -> None:
        self._samples = Samples(_CROWD)
        self._exact = Samples(_CROWD)
        self._keys: list[str] = []
        self._dates: list[tuple[float, int]] = []
        self._gone = 0
        self._row = array("I")
        self._place = array("I")
        self._enough = bytearray()
        self._gists = bytearray()   # end to end; they spare most reads of rows that only share a phrase
        self._ends = array("I", (0,))

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
        self._enough.append(min(255, wording.count // _WORDS_A_HIT))
        self._gists += wording.gist
        self._ends.append(len(self._gists))
        self._exact.put((_exact_key(fingerprint),), number)
        if wording.count >= LEAST:
            self._samples.put(wording.samples, number, BLOCK)

    def same(self, fingerprint: str) -> Sequence[tuple[str, int]]:
        """Row key and place of the paragraphs that may have had this fingerprint, the earliest first."""
        key = _exact_key(fingerprint)
        if not self._exact.may_hold(key):
            return ()
        return [(self._keys[self._row[number]], self._place[number]) for number in self._exact.under((key,))]

    def guesses(self, wording: Wording) -> Iterator[tuple[str, int]]:
        """Row key and place of the paragraphs that share most samples, best first, then earliest."""
        hits, enough = Counter(self._samples.under(wording.samples)), self._enough
        most = wording.count // _WORDS_A_HIT
        likely = [(-shared, number) for number, shared in hits.items() if shared >= most or shared >= enough[number]]
        told = (number for _, number in sorted(likely) if self._may_tell(number, wording))
        for number in islice(told, _GUESSES + wording.count // _WORDS_A_GUESS):
            yield self._keys[self._row[number]], self._place[number]

    def _may_tell(self, number: int, wording: Wording) -> bool:
        """Whether the shorter of the two has no more words that are strange to the longer than a copy may."""
        earlier = self._gists[self._ends[number] : self._ends[number + 1]]
        if len(earlier) > wording.count:
            return len(wording.letters.difference(earlier)) <= allowed(wording.count)
        return len(set(earlier) - wording.letters) <= allowed(len(earlier))

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


def _exact_key(fingerprint: str) -> int:
    """Half of it: among a million paragraphs one look-up in four thousand finds another's, and the row tells."""
    return int(fingerprint[:8], 16)
