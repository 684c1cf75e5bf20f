"""Copies within one article: which of its paragraphs to leave out.

In: the wordings of an article's paragraphs, in order, and those of its headings. Out: the places
of the paragraphs that stay. A page often prints its text twice: the same paragraph again, a pull
quote, or a run-on block that holds several paragraphs in one, before or after them. The separate
paragraphs stay and the block goes, when the block is wholly made of them; what differs in a number
stays, both.

The way: a copy of n words keeps all of its runs of three words but those that its few edits touch.
Whose runs do not come again in the article is no copy, and in most articles nobody's do.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from agents.likeness import LEAST, Found, covered, find, needed, relation
from agents.wording import Wording

_CROWD: Final = 4
"""Paragraphs under one run: more of them share a stock phrase, and it finds nothing any better."""

_GUESSES: Final = 8
"""Paragraphs compared with one to see whether it is near to, or inside, another. A block may hold one more
for every LEAST words."""


def survivors(paragraphs: Sequence[Wording], headings: Iterable[Wording] = ()) -> list[int]:
    """Places of the paragraphs that say something of their own, in order. Linear in the words.

    headings: read only where paragraphs share words.
    """
    first: dict[str, int] = {}
    for place, wording in enumerate(paragraphs):
        first.setdefault(wording.fingerprint, place)
    own = list(first.values())
    long = [place for place in own if paragraphs[place].count >= LEAST]
    if not _come_again([paragraphs[place] for place in long]):
        return own
    pool = _Pool(paragraphs, own, long)
    glue = {tuple(heading.plain) for heading in headings}
    glue |= {tuple(paragraphs[place].plain) for place in own if paragraphs[place].count < LEAST}
    for place in sorted(pool.parts, key=lambda each: (-paragraphs[each].count, each)):
        if covered(paragraphs[place], pool.pieces(place), glue):
            pool.alive.discard(place)
    for place in sorted(pool.wholes):
        if pool.is_told_elsewhere(place):
            pool.alive.discard(place)
    return [place for place in own if place in pool.alive]


def _come_again(paragraphs: Sequence[Wording]) -> bool:
    """Whether so many runs of any paragraph stand before it too that one of the two may be a copy.

    It asks for as many as the one of whom fewest are needed; a false alarm costs only time.
    """
    least = min((needed(len(each.runs), each.count) for each in paragraphs), default=0)
    seen: set[int] = set()
    for each in paragraphs:
        before = len(seen)
        seen.update(each.runs)
        if len(each.runs) - (len(seen) - before) >= least:
            return True
    return False


class _Pool:
    """The paragraphs still in, and which of them may stand in which.

    parts: whole -> the paragraphs that may stand in it. wholes: the same read the other way. Both
    with those first that share most runs.
    """

    def __init__(self, paragraphs: Sequence[Wording], own: Sequence[int], long: Sequence[int]) -> None:
        self._paragraphs = paragraphs
        self.alive = set(own)
        self._runs = {place: frozenset(paragraphs[place].runs) for place in long}
        self._under: defaultdict[int, list[int]] = defaultdict(list)
        again = _repeated(self._runs.values())
        for place in long:
            for run in self._runs[place] & again:
                self._under[run].append(place)
        self.parts: defaultdict[int, list[int]] = defaultdict(list)
        self.wholes: dict[int, list[int]] = {}
        for part in long:
            if len(self._runs[part] & again) >= self._needed(part):
                self.wholes[part] = list(self._wholes_of(part))
                for whole in self.wholes[part]:
                    self.parts[whole].append(part)

    def pieces(self, place: int) -> list[Found]:
        """Where shorter paragraphs stand in this one."""
        whole = self._paragraphs[place]
        most = _GUESSES + whole.count // LEAST
        parts = (self._paragraphs[part] for part in self.parts[place] if part in self.alive)
        shorter = (part for part in parts if part.count < whole.count)
        return [found for part in islice(shorter, most) if (found := find(part, whole)) is not None]

    def is_told_elsewhere(self, place: int) -> bool:
        """Whether this one is near to one before it, or stands inside another."""
        part = self._paragraphs[place]
        for other in self.wholes[place]:
            whole = self._paragraphs[other]
            if other in self.alive and (whole.count > part.count or other < place):
                found = find(part, whole)
                if found and relation(found, part, whole, new_is_whole=False):
                    return True
        return False

    def _wholes_of(self, part: int) -> Iterator[int]:
        """Paragraphs no shorter that have as many of its runs as a copy keeps, likely ones first."""
        own, count = self._runs[part], self._paragraphs[part].count
        groups = sorted((self._under[run] for run in own if run in self._under), key=len)
        votes = Counter(other for group in groups if len(group) <= _CROWD for other in group)
        votes.update(groups[0][:_GUESSES])   # all there is, where every run is crowded
        votes.pop(part, None)
        for other in islice(sorted(votes, key=lambda each: (-votes[each], each)), _GUESSES):
            if self._paragraphs[other].count >= count and len(own & self._runs[other]) >= self._needed(part):
                yield other

    def _needed(self, part: int) -> int:
        return needed(len(self._runs[part]), self._paragraphs[part].count)


def _repeated(groups: Iterable[frozenset[int]]) -> set[int]:
    """The runs that more than one of them has."""
    seen: set[int] = set()
    again: set[int] = set()
    for group in groups:
        again |= seen & group
        seen |= group
    return again
