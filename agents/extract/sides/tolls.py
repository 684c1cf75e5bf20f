"""Tolls: a count flows in, the party whose losses the words around it call it flows out.

"Ethiopian losses at Tsorona had reached 57 tanks", "the ministry put its losses at six", "Thailand lists 15 troops
among its dead": whoever says it, these are that party's own.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.sides.scene import Scene
from agents.extract.words.vocabulary import function_words
from schemas.party import Party

_LOSSES = frozenset(("losses", "casualties", "dead", "fatalities", "fallen", "deaths", "toll", "bill"))

_BETWEEN = frozenset(
    (
        *("own", "combat", "military", "battlefield", "troop", "army", "death", "war", "total", "daily", "equipment"),
        *("visible", "confirmed", "documented", "recorded", "admitted", "official", "human"),
    )
)
"""May stand between whose they are and the losses."""

_ENDS = frozenset((";", "while", "but", "and", "although"))
"""Behind these another clause begins, with losses of its own."""

_OFFICES = frozenset(("ministry", "government", "army", "military"))

_EACH = frozenset(("each", "apiece"))

_RANKS = frozenset(("ranks", "men", "forces", "troops", "soldiers", "fighters", "personnel", "units", "servicemen"))

_RANKS_BEHIND = 7
"""Tokens behind the noun in which "among its men" begins: "11 dead and 26 wounded among its men"."""

_OWNS_UP = frozenset(
    ("acknowledged", "acknowledges", "admitted", "admits", "conceded", "concedes", "mourned", "mourns", "buried")
)

_ANNOUNCES = frozenset(("announced", "counted", "confirmed", "reported", "listed", "registered"))

_DEAD = frozenset(("dead", "deaths", "fatalities"))
"""What one announces by these words is one's own."""

_OF_LOSS = frozenset(
    ("to", "the", "loss", "losing", "deaths", "death", "having", "lost", "only", "just", "far", "of", "at", "least")
)
"""Between "admitted" and the number: "to the loss of", "only"."""

_SUBJECT_NEAR = 5
"""Tokens from the one that owns up to the verb: "Moscow has so far admitted"."""

_NEAR = 4
"""Tokens behind the noun in which "each" and "on both sides" stand."""

_BACK = 10
"""Tokens between the word for losses and the number: "losses at Tsorona had by then reached"."""


def bearer(sentence: Sentence, first: int, last: int, scene: Scene) -> Party | None:
    """tokens[first:last] are the quantity and its noun group."""
    if not _RANKS.isdisjoint(sentence.words_of):
        among = _in_ranks(sentence, first, last, scene)
        if among is not None:
            return among
    if not (_OWNS_UP.isdisjoint(sentence.words_of) and _ANNOUNCES.isdisjoint(sentence.words_of)):
        owner = _owns_up(sentence, first, last)
        if owner is not None:
            return owner
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


def _in_ranks(sentence: Sentence, first: int, last: int, scene: Scene) -> Party | None:
    """Ecuador in "Ecuador acknowledges 11 dead and 26 wounded among its men": the nearest that acts before them."""
    for at in range(last, min(last + _RANKS_BEHIND, len(sentence.lows) - 2)):
        low = sentence.low(at)
        if low in (",", ";", ":", "while", "but"):
            return None
        if low in ("among", "in", "from") and sentence.low(at + 1) in ("its", "their"):
            if _RANKS.isdisjoint(sentence.lows[at + 2 : at + 4]):
                return None
            free = (it for it in reversed(sentence.named) if it.last <= first and not it.prep and it.object_of < 0)
            near = next((it.party for it in free if it.mention.form != "place"), None)
            return near or scene.meant(sentence.low(at + 1), sentence, at)
    return None


def _owns_up(sentence: Sentence, first: int, last: int) -> Party | None:
    """Israel in "Israel has acknowledged 11 dead": nobody owns up to another's losses."""
    at = first - 1
    while sentence.low(at) in _OF_LOSS:
        at -= 1
    dead = sentence.low(at) in _ANNOUNCES and not _DEAD.isdisjoint(sentence.lows[first : last + 1])
    if not (dead or sentence.low(at) in _OWNS_UP) or any(first <= it.first < last for it in sentence.named):
        return None
    near = (it for it in reversed(sentence.named) if it.last <= at and at - it.last < _SUBJECT_NEAR)
    return next((it.party for it in near if not it.prep and it.object_of < 0 and it.mention.form != "place"), None)


def of_both(sentence: Sentence, last: int) -> bool:
    """ "Around 40 soldiers on both sides": they have no one owner."""
    if "both" not in sentence.words_of:
        return False
    near = sentence.lows[last : last + _NEAR]
    return "both" in near and sentence.low(last + near.index("both") + 1) in ("sides", "armies", "camps")


def from_each(sentence: Sentence, last: int) -> bool:
    """ "Swapped 175 prisoners each", "307 servicemen a side": as many of the one as of the other."""
    near = sentence.lows[last - 1 : last + _NEAR]
    if not _EACH.isdisjoint(near):
        return True
    return "side" in near and sentence.low(last - 2 + near.index("side")) in ("a", "each", "either", "per")


def _whose(sentence: Sentence, at: int, scene: Scene) -> Party | None:
    """tokens[at] are the losses."""
    before = at - 1
    while sentence.low(before) in _BETWEEN:
        before -= 1
    if sentence.low(before) in function_words("poss"):
        return _state_told(sentence, before, scene) or scene.meant(sentence.low(before), sentence, before)
    end = before if sentence.low(before) == "'s" else before + 1
    own = next((name.party for name in sentence.named if name.last == end and name.mention.form != "place"), None)
    if own is not None or sentence.low(at + 1) not in ("of", "among", "for", "by"):
        return own
    return next((name.party for name in sentence.named if at + 1 < name.first <= at + 4), None)


def _state_told(sentence: Sentence, before: int, scene: Scene) -> Party | None:
    """The state in "The defence ministry put its losses at six": nobody is named, and no group has ministries."""
    if sentence.low(before) not in ("its", "their") or any(name.first < before for name in sentence.named):
        return None
    told = _OFFICES.isdisjoint(sentence.lows[:before])
    return None if told else scene.army(sentence, before)
