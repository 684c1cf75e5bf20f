"""Tellers: the sentences of a paragraph flow in, one after the other; who spoke last flows out, when it is asked.

"He added" and a quotation that goes on belong to whoever spoke before; a quotation whose speaker is named
only where it ends belongs to that one. Few sentences ask, so a sentence's attributions are read only when
one beside it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agents.extract.clauses.clauses import Sentence
from agents.extract.sides.parties import find_parties
from agents.extract.speakers.bylines import office_alone
from agents.extract.speakers.claim_names import claim_words
from agents.extract.speakers.claim_sources import Saying
from agents.extract.speakers.claimants import around, claimant_of, is_media, last_speaker
from agents.extract.speakers.sayings import sayings
from schemas.party import Party

_QUOTED = 6
"""Sentences of a quotation before its speaker is named; longer ones are interviews."""


_POINTS_BACK = frozenset((("that", "is"), ("that", "was"), ("those", "are"), ("so", "says"), ("so", "said")))
"""Open a sentence that tells who said the one before."""


class Tellers:
    """Of one paragraph. What is asked is asked of the sentence at hand."""

    def __init__(self) -> None:
        self._speaker: str | None = None
        self._heard: list[Sentence] = []
        self._here: Sentence | None = None
        self._said: list[Saying] | None = None
        self._found: dict[str, str | None] = {}
        self._offices: dict[int, str | None] = {}
        self._coming: Sequence[Sentence] = ()
        self._at = -1
        self._open = self._was_open = False

    def expect(self, coming: Sequence[Sentence]) -> None:
        """All sentences of the paragraph, in the order in which listen is told of them."""
        self._coming = coming

    def listen(self, sentence: Sentence) -> None:
        """The sentence at hand is now this one."""
        if self._here is not None:
            self._heard.append(self._here)
        self._here, self._said = sentence, None
        self._found = {}
        self._at += 1
        self._was_open = self._open
        self._open = _stays_open(sentence, self._open)

    def sayings(self) -> list[Saying]:
        """The attributions of the sentence at hand."""
        if self._said is None:
            self._said = sayings(self._here) if self._here is not None else []
        return self._said

    def claimant(self, sentence: Sentence, at: int, headed: str | None) -> str | None:
        """Who says what stands at that token; headed: who speaks in all of the paragraph."""

        def unnamed() -> str | None:
            return self._once("around", self._around) or headed or self.below()

        return claimant_of(sentence, at, self.sayings(), self.carried, unnamed, headed)

    def _around(self) -> str | None:
        here = self._here
        return around(here, self.carried, self.quoted, self.counted) if here is not None else None

    def carried(self) -> str | None:
        """Who spoke last before the sentence at hand, in the paragraph's words."""
        for sentence in self._heard:
            self._speaker = last_speaker(sentence, sayings(sentence), self._speaker)
        self._heard.clear()
        return self._speaker

    def counted(self, back: int) -> str | None:
        """Who said what the sentence right before says, or where that names nobody the one before it."""
        before = self._coming[max(0, self._at - back) : self._at]
        return self._once(f"counted {back}", lambda: _last_named(before[::-1]))

    def below(self) -> str | None:
        """Whom the next sentences name for it: "That is what the spy agency told them", "Spokesman, MoD."."""
        return self._once("below", self._below)

    def _once(self, name: str, find: Callable[[], str | None]) -> str | None:
        """Found once for all figures of the sentence at hand."""
        if name not in self._found:
            self._found[name] = find()
        return self._found[name]

    def _below(self) -> str | None:
        ahead = self._coming[self._at + 1 : self._at + 4]
        if ahead and (ahead[0].low(0), ahead[0].low(1)) in _POINTS_BACK:
            return _pointed(ahead[0])
        return next((name for sentence in ahead if (name := self._office(sentence)) is not None), None)

    def _office(self, sentence: Sentence) -> str | None:
        """Asked of a sentence by each of the three before it, and worked out once."""
        if sentence.start not in self._offices:
            self._offices[sentence.start] = office_alone(sentence)
        return self._offices[sentence.start]

    def quoted(self) -> str | None:
        """Whose words the sentence at hand is, when it stands in a quotation: named where that ends, or before it."""
        if not self._was_open and (self._here is None or self._here.low(0) != '"'):
            return None
        return self._once("ahead", self._ahead) or self.carried()

    def _ahead(self) -> str | None:
        """The one named where the quotation ends."""
        if self._open:
            for sentence in self._coming[self._at + 1 : self._at + 1 + _QUOTED]:
                if not _stays_open(sentence, True):
                    one = _closes(sentence)
                    if one is not None and not one.pronoun:
                        return sentence.words(one.first, one.last)
                    break
        return None

    def party(self) -> Party | None:
        """The party that those words name."""
        return next((mention.party for mention in find_parties(self.carried() or "")), None)


def _stays_open(sentence: Sentence, open: bool) -> bool:
    """Whether a quotation is open behind the sentence."""
    text, start, end = sentence.text, sentence.start, sentence.end
    if text.count('"', start, end) % 2:
        return not open
    opened, closed = text.rfind("“", start, end), text.rfind("”", start, end)
    return opened > closed if opened != closed else open


def _pointed(sentence: Sentence) -> str | None:
    """Who said what the sentence before says: "That is what the spy agency told them"."""
    if sentence.low(2) == "what":
        verb = next((at for at in range(4, 14) if sentence.low(at) in claim_words("verb")), 0)
        return sentence.words(3, verb) if verb else None
    said = [one for one in sayings(sentence) if not one.pronoun and one.first < one.last]
    return sentence.words(said[0].first, said[0].last) if said else None


def _last_named(sentences: Sequence[Sentence]) -> str | None:
    """The last one of these sentences' speakers that is no pronoun."""
    for sentence in sentences:
        named = [one for one in sayings(sentence) if not one.pronoun and one.first < one.last]
        if named:
            first_hand = [one for one in named if not is_media(sentence, one)] or named
            first_hand = [one for one in first_hand if sentence.low(one.first - 1) != "as"] or first_hand
            return sentence.words(first_hand[-1].first, first_hand[-1].last)
    return None


def _closes(sentence: Sentence) -> Saying | None:
    """The one named right behind the quotation that ends in the sentence."""
    closing = next((at for at, low in enumerate(sentence.lows) if low == '"'), -1)
    return next((one for one in sayings(sentence) if closing < one.first <= closing + 3), None)
