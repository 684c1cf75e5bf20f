"""Told of: a party found for a figure flows in; where it only speaks of others, whom it speaks of flows out."""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.nouns.items import Item
from agents.extract.sides.kinds import is_state
from agents.extract.sides.likely_owners import fits_kind
from agents.extract.sides.said_sides import Said
from agents.extract.sides.scene import Scene
from agents.extract.words.vocabulary import word_class
from schemas.party import Party


def of_whom_is_told(sentence: Sentence, item: Item, said: Said, owner: Party | None, scene: Scene) -> Party | None:
    """North Korea where "South Korea's agency said that 1,500 of the North's men had come. It expects 12,000"."""
    told = said.last[0] if said.last is not None else None
    if told is None or owner != scene.teller or told == owner or None not in (said.own, said.subject):
        return owner
    if owner is not None and scene.enemies(told).get(owner.id, "cold") != "cold":
        return owner
    silent = said.own is None and said.subject is None and all(name.party != owner for name in sentence.named)
    return told if silent and is_state(told) and fits_kind(item, told) else owner


def only_says(sentence: Sentence, one: Party, first: int) -> bool:
    """Whether that party's one mention before the figure is as somebody who speaks."""
    names = [name for name in sentence.named if name.party == one and name.first < first]
    behind = sentence.lows[names[-1].last : min(first, names[-1].last + 6)] if names else []
    said = next((at for at, low in enumerate(behind) if low in word_class("telling")), -1)
    return said >= 0 and "," not in behind[:said]
