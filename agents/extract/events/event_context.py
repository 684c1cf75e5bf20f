"""Event context: one sentence flows in, what is read around its triggers flows out: words, parties, dates.

Built once for a sentence that has a trigger, so that roles, stance and speaker look at the same
words. All positions count characters of the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from agents.extract.events.dates import DateMention, find_dates
from agents.extract.events.event_triggers import object_classes, small_words
from agents.extract.sides.parties import PartyMention, fold

_WORD = re.compile(r"[^\W_]+(?:[.'-][^\W_]+)*")
_ARTICLES = frozenset(("the", "a", "an"))
_LISTED = re.compile(r",?\s+and\s+(?:the\s+)?")
_TIE = re.compile(
    r"-(?:backed|made|built|supplied|provided|trained|held|controlled|occupied|aligned|allied|sponsored|funded"
    r"|friendly|speaking|brokered|mediated|based|annexed|installed|designed|produced|style|born|linked|run)\b"
)
"""Behind a party these name somebody or something tied to it, which does not act for it."""
_CHAIN = 40
"""Characters within which two mentions of one party are one name: Russian President Vladimir Putin."""


class Word(NamedTuple):
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
    def of(
        cls, text: str, mentions: Sequence[PartyMention], published_at: datetime | None,
        carried: PartyMention | None,
    ) -> Context:
        folded = fold(text)
        return cls(
            text, folded, tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(folded)),
            tuple(_chained(text, mentions)), tuple(find_dates(text, published_at)), carried,
        )

    def before(self, at: int, count: int, clause: bool = True) -> list[Word]:
        """Up to count words before that character, nearest first, as far as its clause or half goes."""
        breaks = small_words("break") if clause else frozenset[str]()
        found: list[Word] = []
        edge = at
        for index in range(bisect_left(self.words, at, key=lambda word: word.start) - 1, -1, -1):
            word = self.words[index]
            if len(found) == count or word.low in breaks or ";" in self.text[word.end : edge]:
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

    def words_between(self, start: int, end: int) -> list[str]:
        """The words that lie between two characters."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return [word.low for word in self.words[first:last]]

    def is_dated(self, at: int) -> bool:
        """Whether that character belongs to a date."""
        return any(date.start <= at < date.end for date in self.dates)

    def preposition(self, mention: PartyMention) -> str | None:
        """The preposition that the mention hangs on, over an article, or shares: in Iraq and Iran."""
        mention = self.first_of_list(mention)
        words = self.before(mention.start, 3, clause=False)
        while words and (words[0].low in _ARTICLES or words[0].low in small_words("bearing")):
            words = words[1:]
        if not words or words[0].low not in small_words("preposition"):
            return None
        return None if "," in self.text[words[0].end : mention.start] else words[0].low

    def first_of_list(self, mention: PartyMention) -> PartyMention:
        """The first of two or more parties of which the mention is the last: Britain and France."""
        at = self.mentions.index(mention) if mention in self.mentions else 0
        while at and _LISTED.fullmatch(self.folded, self.mentions[at - 1].end, self.mentions[at].start):
            at -= 1
        return self.mentions[at] if mention in self.mentions else mention

    def subject_before(self, at: int) -> PartyMention | None:
        """The nearest mention before that character that hangs on no preposition."""
        for mention in reversed(self.mentions):
            if mention.end <= at and self.preposition(mention) is None:
                return mention if ";" not in self.text[mention.end : at] else None
        return None

    def first_subject(self, at: int) -> PartyMention | None:
        """The first mention, before that character, of the clause it stands in that hangs on no preposition.

        A clause begins behind a verb of saying, "that" or a semicolon."""
        words = self.words[: bisect_left(self.words, at, key=lambda word: word.start)]
        says = (word.end for word in reversed(words) if word.low == "that" or word.low in small_words("say"))
        start = max(next(says, 0), self.text.rfind(";", 0, at) + 1)
        for mention in self.mentions:
            inside = start <= mention.start and mention.end <= at
            if inside and mention.form != "place" and self.preposition(mention) is None:
                return mention
        return None

    def classes(self, words: Sequence[Word]) -> list[tuple[str, Word]]:
        """The object classes among those words, in the words' order."""
        known = object_classes()
        found = [(known[word.low], word) for word in words if word.low in known]
        found += [  # two words: military aid
            (known[pair], first) for first, second in pairwise(words)
            if (pair := f"{first.low} {second.low}") in known
        ]
        return sorted(found, key=lambda item: words.index(item[1]))


def _chained(text: str, mentions: Sequence[PartyMention]) -> list[PartyMention]:
    """Mentions, with those that go on naming the same party in one phrase taken into the first."""
    chained: list[PartyMention] = []
    for mention in mentions:
        if _TIE.match(text, mention.end):
            continue
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
