"""Tellers: the sentences of a paragraph flow in, one after the other; who spoke last flows out, when it is asked.

"He added" and a quotation that goes on belong to whoever spoke before. Few sentences ask, so a sentence's
attributions are read only when one behind it does.
"""

from __future__ import annotations

from agents.extract.claim_sources import Saying
from agents.extract.claimants import last_speaker, sayings
from agents.extract.clauses import Sentence
from agents.extract.parties import find_parties
from schemas.party import Party


class Tellers:
    """Of one paragraph. What is asked is asked of the sentence at hand."""

    def __init__(self) -> None:
        self._speaker: str | None = None
        self._heard: list[Sentence] = []
        self._here: Sentence | None = None
        self._said: list[Saying] | None = None

    def listen(self, sentence: Sentence) -> None:
        """The sentence at hand is now this one."""
        if self._here is not None:
            self._heard.append(self._here)
        self._here, self._said = sentence, None

    def sayings(self) -> list[Saying]:
        """The attributions of the sentence at hand."""
        if self._said is None:
            self._said = sayings(self._here) if self._here is not None else []
        return self._said

    def carried(self) -> str | None:
        """Who spoke last before the sentence at hand, in the paragraph's words."""
        for sentence in self._heard:
            self._speaker = last_speaker(sentence, sayings(sentence), self._speaker)
        self._heard.clear()
        return self._speaker

    def party(self) -> Party | None:
        """The party that those words name."""
        return next((mention.party for mention in find_parties(self.carried() or "")), None)
