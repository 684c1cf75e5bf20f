"""Copies within one article: which of its paragraphs to leave out.

In: the wordings of an article's paragraphs, in order, and those of its headings. Out: the places
of the paragraphs that stay. A page often prints its text twice: the same paragraph again, a pull
quote, or a run-on block that holds several paragraphs in one, before or after them. The separate
paragraphs stay and the block goes, when the block is wholly made of them; what differs in a number
stays, both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from agents.likeness import LEAST, Found, blocks, covered, enough, find, relation
from agents.wording import Wording

_CROWD: Final = 4
"""Paragraphs under one run: more of them share a stock phrase, and it finds nothing any better."""

_GUESSES: Final = 8
"""Paragraphs compared with one to see whether it is near to, or inside, another. A block may hold one more
for every LEAST words."""


def survivors(paragraphs: Sequence[Wording], headings: Sequence[Wording] = ()) -> list[int]:
    """Places of the paragraphs that say something of their own, in order. Linear in the words."""
    first: dict[str, int] = {}
    for place, wording in enumerate(paragraphs):
        first.setdefault(wording.fingerprint, place)
    own = sorted(first.values())
    pool = _Pool(paragraphs, own)
    glue = {tuple(heading.plain) for heading in headings}
    glue |= {tuple(paragraphs[place].plain) for place in own if len(paragraphs[place].marks) < LEAST}
    for place in sorted(pool.shared, key=lambda each: (-len(paragraphs[each].marks), each)):
        if covered(paragraphs[place], pool.pieces(place), glue):
            pool.drop(place)
    for place in sorted(pool.shared):
        if pool.is_told_elsewhere(place):
            pool.drop(place)
    return [place for place in own if place in pool.alive]


class _Pool:
    """The paragraphs still in, and which of them share words."""

    def __init__(self, paragraphs: Sequence[Wording], own: Sequence[int]) -> None:
        self._paragraphs = paragraphs
        self.alive = set(own)
        self._under: dict[int, list[int]] = {}
        for place in own:
            self._add(place)
        self.shared: dict[int, Counter[int]] = {}
        for place in own:
            for other, hits in self._hits(place).items():
                for one, two in ((place, other), (other, place)):
                    both = self.shared.setdefault(one, Counter())
                    both[two] = max(both[two], hits)

    def drop(self, place: int) -> None:
        self.alive.discard(place)

    def pieces(self, place: int) -> list[Found]:
        """Where shorter paragraphs stand in this one."""
        whole = self._paragraphs[place]
        parts = (self._paragraphs[other] for other in self._others(place))
        shorter = (part for part in parts if len(part.marks) < len(whole.marks))
        pieces = [find(part, whole) for part in islice(shorter, _GUESSES + len(whole.marks) // LEAST)]
        return [piece for piece in pieces if piece is not None]

    def is_told_elsewhere(self, place: int) -> bool:
        """Whether this one is near to one before it, or stands inside another."""
        part = self._paragraphs[place]
        for other in islice(self._others(place), _GUESSES):
            whole = self._paragraphs[other]
            if len(whole.marks) > len(part.marks) or (len(whole.marks) == len(part.marks) and other < place):
                found = find(part, whole)
                if found and relation(found, part, whole, new_is_whole=False):
                    return True
        return False

    def _others(self, place: int) -> Iterator[int]:
        """Paragraphs still in that share enough with this one, those that share most first."""
        words = len(self._paragraphs[place].marks)
        for other, hits in sorted(self.shared.get(place, {}).items(), key=lambda each: (-each[1], each[0])):
            if other in self.alive and enough(hits, words, len(self._paragraphs[other].marks)):
                yield other

    def _add(self, place: int) -> None:
        if len(self._paragraphs[place].marks) < LEAST:
            return
        for block in blocks(self._paragraphs[place].runs):
            under = self._under.setdefault(self._rarest(block), [])
            if len(under) < _CROWD:
                under.append(place)

    def _rarest(self, block: Sequence[int]) -> int:
        for run in block:
            if run not in self._under:
                return run
        return min(block, key=lambda run: len(self._under[run]))

    def _hits(self, place: int) -> Counter[int]:
        """other -> how many of its samples this one has: a block finds all the paragraphs that it holds."""
        if len(self._paragraphs[place].marks) < LEAST:
            return Counter()
        under = self._under
        found = [under[run] for run in self._paragraphs[place].runs if run in under]
        hits = Counter(other for group in found for other in group)
        del hits[place]
        return hits
