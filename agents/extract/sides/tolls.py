"""Tolls: a count flows in, the party whose losses the words around it call it flows out.

"Ethiopian losses at Tsorona had reached 57 tanks", "the ministry put its losses at six", "Thailand lists 15 troops
among its dead": whoever says it, these are that party's own.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.sides.scene import Scene
from agents.extract.words.vocabulary import function_words
from schemas.party import Party

_LOSSES = frozenset(("losses", "casualties", "dead", "fatalities", "fallen", "deaths", "toll"))

_BETWEEN = frozenset(("own", "combat", "military", "battlefield", "troop", "army", "death", "war", "total", "daily"))
"""May stand between whose they are and the losses."""

_ENDS = frozenset((";", ":", "while", "but", "and", "although"))
"""Behind these another clause begins, with losses of its own."""

_BACK = 10
"""Tokens between the word for losses and the number: "losses at Tsorona had by then reached"."""


def bearer(sentence: Sentence, first: int, last: int, scene: Scene) -> Party | None:
    """tokens[first:last] are the quantity and its noun group."""
    if _LOSSES.isdisjoint(sentence.words_of):
        return None
    for at in range(first - 1, max(-1, first - _BACK), -1):
        low = sentence.low(at)
        if low in _ENDS or (at in sentence.quantity_at and at != first):
            break
        if low in _LOSSES:
            return _whose(sentence, at, scene)
    for at in range(last, last + _BACK):
        if sentence.low(at) == "among":
            behind = next((place for place in range(at + 1, at + 5) if sentence.low(place) in _LOSSES), None)
            return _whose(sentence, behind, scene) if behind is not None else None
    return None


def _whose(sentence: Sentence, at: int, scene: Scene) -> Party | None:
    """tokens[at] are the losses."""
    before = at - 1
    while sentence.low(before) in _BETWEEN:
        before -= 1
    if sentence.low(before) in function_words("poss"):
        return scene.meant(sentence.low(before), sentence, before)
    end = before if sentence.low(before) == "'s" else before + 1
    own = next((name.party for name in sentence.named if name.last == end and name.mention.form != "place"), None)
    if own is not None or sentence.low(at + 1) not in ("of", "among", "for", "by"):
        return own
    return next((name.party for name in sentence.named if at + 1 < name.first <= at + 4), None)
