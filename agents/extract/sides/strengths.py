"""Strengths: a figure's frame flows in, whether it tells how many a side has, and not where they stand, flows out.

"The group is thought to field 5,800 fighters" sets nobody on the other side, "4,000 fighters hold the town" does.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.words.vocabulary import word_class
from schemas.figure import FigureStatus

_ABROAD = frozenset(("contingent", "force", "presence", "deployment", "mission", "operation", "detachment"))
"""Of these a size is told where they have been sent."""

_NEAR = 4
"""Tokens before a number in which "a strength of", "has grown to" tells what it is the size of."""


def is_strength(sentence: Sentence, first: int, last: int, frame: Frame, status: FigureStatus) -> bool:
    """Whether tokens[first:last] are the size of an army, a group, a fleet or a stock."""
    if status not in ("present", "other", "pledged") or _stands_somewhere(sentence, last):
        return False
    if not word_class("parading").isdisjoint(sentence.words_of) or _had_at_a_time(sentence, first):
        return True
    verb = frame.verb
    if verb is not None and frame.role == "object" and verb.form != "ing" and verb.lemma in word_class("having"):
        fielded = _ABROAD.isdisjoint(sentence.lows[max(0, verb.first - 2) : verb.first])  # "the mission had 1,000"
        return fielded and 0 <= first - verb.last < _NEAR
    near = sentence.lows[max(0, first - _NEAR) : first]
    return status != "pledged" and not word_class("strength").isdisjoint(near) and _ABROAD.isdisjoint(near)


def _had_at_a_time(sentence: Sentence, first: int) -> bool:
    """ "Entered the year with fewer than 400 missiles", "began with more than 4,000 tanks"."""
    before = sentence.lows[max(0, first - 6) : first]
    return before[-1:] == ["with"] and not word_class("at_a_time").isdisjoint(before)


def _stands_somewhere(sentence: Sentence, last: int) -> bool:
    """ "Has 8,000 soldiers in the province", "15 tanks over there"."""
    here = {sentence.low(last), sentence.low(last + 1)}
    if not here.isdisjoint(("here", "there", "abroad")):
        return True
    behind = sentence.low(last + 1)
    placed = sentence.low(last) in word_class("place_prep") and sentence.low(last) not in ("to", "into")
    return placed and behind not in word_class("no_place") and not behind[:1].isdigit()
