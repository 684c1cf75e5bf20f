"""Mentions: a text flows in, the parties that it names flow out, looked for when first asked and only then.

Most paragraphs hold no figure, and nobody ever asks whom they named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from agents.extract.sides.losers import voice_of
from agents.extract.sides.parties import PartyMention, find_parties
from agents.extract.words.asked import when_asked
from schemas.party import Party

_SIDES_WITH = re.compile(
    r"[-‑](?:backed|aligned|linked|allied|funded|trained|supported|sponsored|born|speaking|installed|made|built|supplied|provided|designed|style"
    r"|brokered|mediated|manufactured|produced|donated|origin|inspired|affiliated|based|owned|flagged)\b"
    r"| (?:make|manufacture|proxy|proxies)\b",
    re.IGNORECASE,
)
"""After a name these make it no party here: Iran-backed militiamen are not Iran's, US-made tanks are whoever's."""


FEW = 24
"""Mentions, as they follow each other: what stands further off is not meant."""


def names_a_side(text: str, mention: PartyMention) -> bool:
    """Not in "Iranian-made", which tells where from and not whose."""
    return _SIDES_WITH.match(text, mention.end) is None


class Mentions:
    """Those of one text, for all its sentences. `of` is that text; the empty text names nobody. about: its title."""

    def __init__(self, of: str = "", about: str = "") -> None:
        self.of, self.about = of, about

    @when_asked
    def all(self) -> Sequence[PartyMention]:
        return find_parties(self.of, self.about)

    @when_asked
    def _ends(self) -> list[int]:
        return [mention.end for mention in self.all]

    @when_asked
    def voice(self) -> Party | None:
        """On whose side the page is that the text stands on, by its turns of phrase."""
        return voice_of(self.of)

    def between(self, start: int, end: int) -> list[PartyMention]:
        """Those that reach into of[start:end], in the order of the text."""
        found: list[PartyMention] = []
        for at in range(bisect_right(self._ends, start), len(self.all)):
            if self.all[at].start >= end:
                break
            found.append(self.all[at])
        return found

    @when_asked
    def acting(self) -> Sequence[Party]:
        """All that may act here."""
        return [mention.party for mention in self.all if names_a_side(self.of, mention)]

    @when_asked
    def first_acting(self) -> Sequence[Party]:
        """Each of the first few of them once."""
        return tuple(dict.fromkeys(self.acting[:FEW]))

    @when_asked
    def makers(self) -> Sequence[Party]:
        """The countries of the arms makers."""
        return [mention.party for mention in self.all if mention.form == "maker"]
