"""Event context: one sentence flows in, what is read around its triggers flows out: words, parties, dates.

Built once for a sentence that has a trigger, so that roles, stance and speaker look at the same
words. All positions count characters of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime

from agents.extract.dates import DateMention, find_dates
from agents.extract.event_triggers import object_classes
from agents.extract.parties import PartyMention, find_parties, fold

_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
_BREAKS = frozenset("and but while after because as since when although though before which who".split())
"""Words that begin another clause: what stands before them is not said of the trigger."""
_PREPOSITIONS = frozenset(
    "in to from against of at with near by into on for over inside across between toward towards via than".split()
)
_ARTICLES = frozenset(("the", "a", "an"))
_CHAIN = 40
"""Characters within which two mentions of one party are one name: Russian President Vladimir Putin."""


@dataclass(frozen=True, slots=True)
class Word:
    """folded[start:end]: small letters, straight apostrophes."""

    low: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """folded is the sentence in small letters. carried: the subject of the sentences before, or null."""

    text: str
    folded: str
    words: tuple[Word, ...]
    mentions: tuple[PartyMention, ...]
    dates: tuple[DateMention, ...]
    carried: PartyMention | None

    @classmethod
    def of(cls, text: str, published_at: datetime | None, carried: PartyMention | None) -> Context:
        folded = fold(text)
        return cls(
            text, folded, tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)),
            tuple(_chained(text, find_parties(text))), tuple(find_dates(text, published_at)), carried,
        )

    def before(self, at: int, count: int) -> list[Word]:
        """Up to count words that end before that character, nearest first, within its clause."""
        found: list[Word] = []
        edge = at
        for index in range(bisect_left(self.words, at, key=lambda word: word.start) - 1, -1, -1):
            word = self.words[index]
            if len(found) == count or word.low in _BREAKS or ";" in self.text[word.end : edge]:
                break
            found.append(word)
            edge = word.start
        return found

    def after(self, at: int, count: int) -> list[Word]:
        """Up to count words from that character on, nearest first, within its half of the sentence."""
        first = bisect_left(self.words, at, key=lambda word: word.start)
        found = list(self.words[first : first + count])
        stop = self.text.find(";", at)
        return found if stop < 0 else [word for word in found if word.end <= stop]

    def preposition(self, mention: PartyMention) -> str | None:
        """The preposition that the mention hangs on, over an article or adjective: "to the new Russian"."""
        words = self.before(mention.start, 2)
        if words and words[0].low in _ARTICLES:
            words = words[1:]
        if words and words[0].low in _PREPOSITIONS and "," not in self.text[words[0].end : mention.start]:
            return words[0].low
        return None

    def subject_before(self, at: int) -> PartyMention | None:
        """The nearest mention before that character that hangs on no preposition."""
        for mention in reversed(self.mentions):
            if mention.end <= at and self.preposition(mention) is None:
                return mention if ";" not in self.text[mention.end : at] else None
        return None

    def classes(self, words: list[Word]) -> list[tuple[str, Word]]:
        """The object classes among those words, in the words' order."""
        known = object_classes()
        found = [(known[word.low], word) for word in words if word.low in known]
        found += [  # two words: military aid
            (known[pair], first) for first, second in zip(words, words[1:], strict=False)
            if (pair := f"{first.low} {second.low}") in known
        ]
        return sorted(found, key=lambda item: words.index(item[1]))


def _chained(text: str, mentions: list[PartyMention]) -> list[PartyMention]:
    """Mentions, with those that go on naming the same party in one phrase taken into the first."""
    chained: list[PartyMention] = []
    for mention in mentions:
        last = chained[-1] if chained else None
        gap = text[last.end : mention.start] if last else ""
        if (
            last and last.party == mention.party and len(gap) <= _CHAIN
            and last.form == "adjective" and mention.form == "leader" and not re.search(r"[,;.:]\s", gap)
        ):
            chained[-1] = PartyMention(last.start, mention.end, last.party, mention.form)
        else:
            chained.append(mention)
    return chained
