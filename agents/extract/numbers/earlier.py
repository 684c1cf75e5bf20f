"""Earlier: what was counted or named flows in, what a number without a noun may count flows out.

The last thing counted, or the last plural noun of ours that a sentence behind it names. Few numbers go back to
it, so the sentences are looked through only when one does, from the last one back and each at most once.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.numbers.ellipsis import PEOPLE
from agents.extract.numbers.noun_search import ARMS, last_named, speaks_of_civilians
from agents.extract.numbers.number_lists import Counted


class Earlier:
    """Of one paragraph."""

    def __init__(self) -> None:
        self._counted: Counted | None = None
        self._latest: Counted | None = None
        self._people: Counted | None = None
        self._arms: Counted | None = None
        self._since: list[Sentence] = []

    def add(self, sentence: Sentence) -> None:
        """The sentence has been read."""
        self._since.append(sentence)

    def count(self, counted: Counted) -> None:
        self._counted = self._latest = counted
        if counted.item.category == "weapons":
            self._arms = counted
        elif counted.item.kind == "person":
            self._people = counted
        self._since.clear()

    def counted(self) -> Counted | None:
        """None where nothing was, or where civilians were spoken of since."""
        while self._since:
            sentence = self._since.pop()
            named, civil = last_named(sentence), speaks_of_civilians(sentence)
            if named is not None or civil:
                self._counted = named
                self._people = None if civil else self._people
                self._since.clear()
        return self._counted

    def latest(self) -> Counted | None:
        """The last thing counted, whoever was spoken of since: for a sentence that opens "Of these"."""
        self.counted()
        return self._latest

    def suffering(self, status: str) -> Counted | None:
        """The last counted of those to whom alone this happens, where something else was counted or named since: "ten
        soldiers were killed by two bombs. Fourteen others were wounded"; nobody shoots down civilians."""
        self.counted()
        return self._arms if status in ARMS else self._people if status in PEOPLE else None
