"""Earlier: what was counted or named flows in, what a number without a noun may count flows out.

The last thing counted, or the last plural noun of ours that a sentence behind it names. Few numbers go back to
it, so the sentences are looked through only when one does, from the last one back and each at most once.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.numbers.noun_search import last_named, speaks_of_civilians
from agents.extract.numbers.number_lists import Counted


class Earlier:
    """Of one paragraph."""

    def __init__(self) -> None:
        self._counted: Counted | None = None
        self._since: list[Sentence] = []

    def add(self, sentence: Sentence) -> None:
        """The sentence has been read."""
        self._since.append(sentence)

    def count(self, counted: Counted) -> None:
        self._counted = counted
        self._since.clear()

    def counted(self) -> Counted | None:
        """None where nothing was, or where civilians were spoken of since."""
        while self._since:
            sentence = self._since.pop()
            named = last_named(sentence)
            if named is not None or speaks_of_civilians(sentence):
                self._counted = named
                self._since.clear()
        return self._counted
