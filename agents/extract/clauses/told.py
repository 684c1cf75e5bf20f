"""Told: a sentence flows in, what the sentences after it remember of it flows out.

Whom it is about, where it is set, whether it tells of a launch, whom it wants to help.
"""

from __future__ import annotations

from collections.abc import Iterable

from agents.extract.clauses.clauses import DATELINE, Named, Sentence
from agents.extract.sides.kinds import is_group, is_region, is_state
from agents.extract.words.vocabulary import word_class
from schemas.party import Party

_SET_IN = frozenset((DATELINE, "in", "inside", "from", "at", "near", "across", "outside"))
"""Before a name these tell where, not who."""


def towns_first(named: Iterable[Named]) -> list[Named]:
    """Read from its end, the list has the parties that act before those where only a town or province is named."""
    in_order = list(named)
    if len(in_order) > 1:
        in_order.sort(key=lambda name: name.mention.form != "place" and name.outer not in _SET_IN)
    return in_order


def about(sentence: Sentence) -> Party | None:
    """The first that no preposition and no verb governs."""
    first = next((name for name in sentence.named if not name.prep and name.object_of < 0), None)
    if first is None or sentence.low(first.last) != "'s":
        return first.party if first is not None else None
    owned = next((name for name in sentence.first_named if name.first == first.last + 1), None)
    return owned.party if owned is not None and is_group(owned.party) else first.party  # "Sudan's RSF"


def where(sentence: Sentence) -> Party | None:
    inside = (
        name.party
        for name in reversed(sentence.named)
        if name.outer in ("in", "into", "inside") and "than" not in sentence.lows[max(0, name.first - 5) : name.first]
    )  # "more than it kept in Afghanistan" is about elsewhere
    return next((one for one in inside if is_state(one) or is_region(one)), None)


def launches(sentence: Sentence) -> bool | None:
    """None where nothing is launched."""
    launched = any(verb.status == "launched" and verb.form != "noun" for verb in sentence.verbs.values())
    return launched or {"sent", "drones"} <= sentence.words_of or None


def helped(sentence: Sentence) -> Party | None:
    """ "to help the people of Ukraine", "military assistance to Kyiv": whom arms counted next are for."""
    for name in sentence.named:
        near = sentence.lows[max(0, name.first - 6) : name.first]
        if is_state(name.party) and not word_class("helping").isdisjoint(near):
            return name.party
    return None


def from_the_left(sentence: Sentence, before: int) -> list[Party]:
    """Whoever speaks of "the enemy" stands first: "Baku said it had destroyed Armenian guns and 30 enemy troops"."""
    return [name.party for name in sentence.named if name.first < before]


def goes_on_telling(sentence: Sentence) -> bool:
    """ "It said its units had shot down 84": whoever spoke in the sentence before."""
    return sentence.low(0) in ("it", "he", "she", "they") and sentence.low(1) in word_class("telling")


def only_an_aside(sentence: Sentence, at: int) -> bool:
    """They in "North Korea, they said, has sent 12,000 men": who tells it, and not who does it."""
    told = sentence.low(at + 1) in word_class("telling") and sentence.low(at + 2) == ","
    return told and sentence.low(at - 1) == "," and at > 1
