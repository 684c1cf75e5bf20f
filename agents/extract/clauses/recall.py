"""Recall: what sentences and paragraphs have said so far flows in; the latest of it flows out, read only when asked.

A scene is told every sentence and seldom asked. So what a sentence says is worked out from the last one back,
as far as an answer needs, and never twice: reading stays linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar

from agents.extract.clauses.clauses import Sentence
from schemas.party import Party

Named = Callable[[], list[Party]]
"""Parties in the order in which they were named."""

T = TypeVar("T")


class Recall:
    """Parties as they were named, the latest first, up to `most` of them; the others are forgotten."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._told: list[Named] = []
        self._known: list[Party] = []
        """The latest parties, from the latest back; those of _told came before them."""

    def add(self, named: Named) -> None:
        self._close()
        self._told.append(named)

    def take(self, later: Recall) -> None:
        """All that the other recalls is later than what stands here, and leaves it."""
        self._close()
        later._close()
        self._told += later._told
        later._told.clear()

    def __iter__(self) -> Iterator[Party]:
        if self._told and len(self._known) < self._most:
            return islice(self._latest(), self._most)
        return iter(self._known[: self._most])

    def _latest(self) -> Iterator[Party]:
        """As far as is asked, and only so far told."""
        known, at = self._known, 0
        while True:
            while at < len(known):
                yield known[at]
                at += 1
            if not self._told or at >= self._most:
                return
            known.extend(reversed(self._told.pop()()))

    def _close(self) -> None:
        """What is known becomes something told, so that more can follow it."""
        if self._known:
            known = self._known[self._most - 1 :: -1]
            if len(known) == self._most:
                self._told.clear()
            self._told.append(lambda: known)
            self._known = []


class Latest(Generic[T]):
    """What the latest of the sentences said that says such a thing at all; `says` is None for one that does not.

    sentences: those of the paragraph so far; whoever empties the list calls forget().
    """

    def __init__(self, says: Callable[[Sentence], T | None], sentences: Sequence[Sentence]) -> None:
        self._says = says
        self._sentences = sentences
        self._known: dict[int, tuple[int, T | None]] = {}
        """By sentence, once it was asked: which one said it last, up to there, and what."""

    def forget(self) -> None:
        self._known.clear()

    def said(self, until: int | None = None) -> T | None:
        """until: as of that sentence, counted from 0 (its own saying included); None for the last one."""
        return self._find(len(self._sentences) - 1 if until is None else until)[1]

    def place(self) -> int:
        """Which sentence said it last; -1 for none."""
        return self._find(len(self._sentences) - 1)[0]

    def _find(self, last: int) -> tuple[int, T | None]:
        at, found = last, self._known.get(last)
        while found is None and at >= 0:
            said = self._says(self._sentences[at])
            if said is not None:
                found = at, said
            else:
                at -= 1
                found = self._known.get(at)
        found = found or (-1, None)
        for place in range(max(at, 0), last + 1):
            self._known[place] = found
        return found
