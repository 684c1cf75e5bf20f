"""Wars: one side, the time and the words around it flow in, the side that it fights there flows out.

What every reader knows and so no text says: Russian losses are Ukraine's doing, soldiers killed in Chhattisgarh were
killed by Maoists. data/wars.csv has who fights whom, from when to when and where. Asked last of all, when nobody is
named; where two answers are possible the table says so, and nobody is meant. A group that fights one state fights it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import NamedTuple

from agents.extract.sides.losers import enemy_lost
from agents.extract.sides.parties import fold, party
from agents.extract.words.asked import when_asked
from agents.extract.words.lexicon import numbered
from schemas.errors import InvalidLexicon
from schemas.party import Party

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")

_NOBODY = "-"


class _War(NamedTuple):
    other: Party | None
    since: str
    until: str
    words: re.Pattern[str] | None

    def holds(self, text: str, on: str, years: Iterable[str]) -> bool:
        if on:
            if on < self.since or (self.until and on[: len(self.until)] > self.until):
                return False
        elif self.words is None:
            return False
        if self.words is not None:
            return self.words.search(text) is not None
        return not any(year < self.since[:4] or (self.until and year > self.until[:4]) for year in years)


class Setting:
    """When and where a paragraph is set. told: title and paragraph, looked into when first asked and only then."""

    def __init__(self, told: str = "", published: datetime | None = None) -> None:
        self._told = told
        self._on = published.date().isoformat() if published is not None else ""
        self._known: dict[str, Party | None] = {}

    @when_asked
    def _text(self) -> str:
        return fold(self._told)

    @when_asked
    def _years(self) -> frozenset[str]:
        return frozenset(_YEAR.findall(self._text))

    @when_asked
    def tallies_enemy(self) -> bool:
        """Whether it is a tally of the enemy's losses."""
        return enemy_lost(self._text)

    def enemy_of(self, one: Party) -> Party | None:
        """Whom that party fights then and there; None where nobody or several can be meant."""
        if one.id not in self._known:
            wars = _wars().get(one.id, ())
            holding = (war.other for war in wars if war.holds(self._text, self._on, self._years))
            self._known[one.id] = next(holding, None)
        return self._known[one.id]


@cache
def _wars() -> dict[str, list[_War]]:
    """By id. Raises InvalidLexicon where a row names a party that is not listed."""
    known: dict[str, list[_War]] = {}
    for line, row in numbered("wars"):
        try:
            party(row["of"])
            other = party(row["other"]) if row["other"] != _NOBODY else None
        except KeyError as error:
            reason = f"names {error.args[0]!r}, which parties.csv does not list"
            raise InvalidLexicon("wars.csv", line, reason) from error
        words = [re.escape(word) for word in row["words"].split("|") if word]
        pattern = re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None
        known.setdefault(row["of"], []).append(_War(other, row["from"], row["to"], pattern))
    return known
