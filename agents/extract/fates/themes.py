"""Themes: an article's title and a paragraph's words flow in, what its counts are likely counts of flows out.

"Weekly loss tally", "Prisoner exchange no. 65", "Arms seizure on the Mekong": under such a title a number
that no verb claims, or one that only tells that somebody counted, means what the page is about. A title
that speaks of two fates says nothing. Not guaranteed: a page may count what it has left beside what it lost.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.conditions import stands
from agents.extract.fates.frame_clauses import existential
from agents.extract.fates.frames import Frame
from agents.extract.words.lexicon import rows
from agents.extract.words.tokens import tokenise
from agents.extract.words.vocabulary import word_class
from schemas.figure import Category, FigureStatus


class Theme(NamedTuple):
    """What counts of people and of arms are likely to tell; "" where nothing is likely."""

    troops: str = ""
    weapons: str = ""

    def of(self, category: Category) -> str:
        return self.troops if category == "troops" else self.weapons


def theme_of(title: str, words: AbstractSet[str]) -> Theme:
    """words: those of the paragraph, in small letters."""
    known, _ = _read()
    met = [*_titled(title), *(known[f"* {word}"] for word in _spoken() & words)]
    troops, weapons = ({row[column] for row in met if row[column]} for column in (0, 1))
    return Theme(_only(troops), _only(weapons))


@lru_cache(maxsize=4)  # all paragraphs of an article ask
def _titled(title: str) -> tuple[tuple[str, str], ...]:
    known, longest = _read()
    lows = [token.low for token in tokenise(title)]
    return tuple(
        known[phrase]
        for at in range(len(lows))
        for size in range(1, longest + 1)
        if at + size <= len(lows) and (phrase := " ".join(lows[at : at + size])) in known
    )


def themed(
    sentence: Sentence, frame: Frame, first: int, last: int, theme: Theme, category: Category
) -> FigureStatus | None:
    """What the theme says of a count that no verb claims; None where it says nothing, or the count is said to be
    somewhere."""
    said = theme.of(category)
    verb = frame.verb
    if not said or (verb is not None and verb.lemma not in word_class("counting_only")):
        return None
    if stands(sentence, last) or (existential(sentence, first) and said != "captured"):
        return None
    return said  # type: ignore[return-value]  # the list holds the contract's statuses, and a test checks them


def _only(found: set[str]) -> str:
    return next(iter(found)) if len(found) == 1 else ""


@cache
def _read() -> tuple[dict[str, tuple[str, str]], int]:
    known = {row["words"]: (row["troops"], row["weapons"]) for row in rows("themes")}
    return known, max(len(words.split()) for words in known)


@cache
def _spoken() -> frozenset[str]:
    """Words that give the theme away wherever in the paragraph they stand."""
    return frozenset(words[2:] for words in _read()[0] if words.startswith("* "))
