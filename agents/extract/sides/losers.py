"""Losers: a title or a paragraph flows in, the party whose losses it states, or whose pages it stands on, flows out.

"Battlegroup Dnepr reports on Ukrainian losses", "Russia's casualties pass 800,000": the tally below such a title
counts that party's losses, whoever else the paragraph names and whoever calls it the enemy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.extract.sides.parties import PartyMention, fold, party
from agents.extract.words.lexicon import rows
from agents.extract.words.vocabulary import word_class
from schemas.party import Party

_BEHIND = re.compile(
    r"(?:['’]s?)?"
    r"(?: (?:army|military|forces|troops?|combat|battlefield|total|daily|personnel|war|armed|and|equipment)){0,3}"
    r" (?:losses|casualties|death toll|dead|fallen)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:losses|casualties|dead) (?:of|suffered by|inflicted (?:up)?on) (?:the )?$", re.IGNORECASE)


def loser_of(title: str, mentions: Sequence[PartyMention]) -> Party | None:
    """mentions: those of the title."""
    for mention in mentions:
        if _BEHIND.match(title, mention.end) or _BEFORE.search(title[max(0, mention.start - 40) : mention.start]):
            return mention.party
    return None


def enemy_lost(text: str) -> bool:
    """Whether the page is a tally of the enemy's losses. text: in small letters."""
    return any(words in text for words in word_class("enemy_tally"))


def voice_of(text: str) -> Party | None:
    """Whose "enemy" it is where nobody is named: by the turns of phrase of that side's pages."""
    low = fold(text)
    return next((party(row["party"]) for row in rows("voices") if row["words"] in low), None)
