"""Whose: a counted noun with its frame flows in, its owner and the other side flow out.

First what the sentence says (an adjective on the noun, "of the army", the verb's subject, "by",
"to", "against"), each read by the verb's frame: a sender sends its own, who kills kills another's.
Only then the scene: the enemy of the one who shot, the army that the paragraph speaks of.
"""

from __future__ import annotations

from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.items import Item
from agents.extract.sides.given_sides import given
from agents.extract.sides.harmed_sides import harmed
from agents.extract.sides.kinds import is_group, is_region, is_state
from agents.extract.sides.launched_sides import launched
from agents.extract.sides.likely_owners import (
    Pair,
    at_place,
    by_kind,
    fits_kind,
    is_irregular,
    left_behind,
    of_many_countries,
    place_around,
    standing_in,
)
from agents.extract.sides.said_sides import Said, what_is_said
from agents.extract.sides.scene import Scene
from agents.extract.sides.story import against, completed
from agents.extract.sides.strengths import is_strength
from agents.extract.sides.told_of import of_whom_is_told, only_says
from agents.extract.sides.tolls import from_each, of_both
from agents.extract.words.vocabulary import word_class
from schemas.figure import FigureStatus
from schemas.party import Party

HARMED = frozenset(
    ["killed", "wounded", "killed_or_wounded", "captured", "missing", "destroyed", "intercepted", "exchanged"]
)
"""What is done to them by another, or what they lose."""

_SCHOOLS = frozenset(("in", "at", "across", "by"))

_AT_HOME = frozenset(("mobilised", "produced"))
"""What a country does at home, with nobody on the other side."""

_OF_A_LIST = frozenset(("present", "sent", "pledged", "other"))
"""What stands in a list under the name of a country is that country's."""


class Sides(NamedTuple):
    party: Party | None
    counterparty: Party | None


class Context(NamedTuple):
    """What the figures before it say of a figure's sides; each None where there is none.

    inherited: the owner of the figure that a number without a noun goes back to. same: of the last
    figure of the same things. before: the sides of the last figure of the same fate in this
    paragraph. fellow: of the figure before in the same list.
    last: of the figure before, of whatever fate.
    """

    inherited: Party | None = None
    same: Party | None = None
    before: Sides | None = None
    fellow: Sides | None = None
    last: Sides | None = None


_ALONE = Context()


def sides(
    sentence: Sentence,
    first: int,
    last: int,
    noun_first: int,
    item: Item,
    frame: Frame,
    status: FigureStatus,
    scene: Scene,
    context: Context = _ALONE,
) -> Sides:
    """tokens[first:last] are the quantity and its noun group, which begins at noun_first."""
    if of_both(sentence, last):
        return Sides(None, None)
    said = what_is_said(sentence, first, last, noun_first, frame, scene, status in ("sent", "pledged"))
    fellow, own = context.fellow, said.own
    if fellow is not None and fellow.party is not None and said.own in (None, fellow.party):
        alien = said.own is None and is_irregular(item) and is_state(fellow.party)  # "soldiers and three militants"
        if not alien:
            return fellow
    if said.own is None and context.inherited is not None and not _has_its_own_subject(sentence, frame, said, first):
        own = context.inherited
    own = own or (scene.headed if said.subject is None and said.agent is None and status in _OF_A_LIST else None)
    before = context.before
    said = Said(
        own, said.subject, said.agent, said.indirect, said.places, context.same, _pair(before), _pair(context.last)
    )
    settled = is_strength(sentence, first, last, frame, status)
    owner, other = _by_fate(sentence, first, last, noun_first, item, frame, status, said, scene, settled)
    if item.category == "troops" and status not in HARMED and status != "launched":
        owner = of_whom_is_told(sentence, item, said, owner, scene)
    if status == "present" and said.own is None and said.subject is None and of_many_countries(sentence, last, item):
        owner, other = (None, other or owner) if owner is not None and is_state(owner) else (owner, other)
    if other is not None and any(it.party == other for it in sentence.named_between(first, last)):
        other = None  # "French and Belgian commandos" are sent by both
    words = " ".join(sentence.lows[first:last])
    if said.own is None and owner is not None and is_irregular(item) and is_state(owner) and item.item != "fighter":
        owner, other = (other, owner) if fits_kind(item, other) else (None, owner)  # gunmen are no state's
    last_pair = _pair(context.last) or (None, None)
    if status == "exchanged" and from_each(sentence, last):
        return Sides(owner, None)
    return Sides(*completed((owner, other), item, words, status, sentence, first, scene, last_pair, settled))


def _by_fate(
    sentence: Sentence,
    first: int,
    last: int,
    noun_first: int,
    item: Item,
    frame: Frame,
    status: FigureStatus,
    said: Said,
    scene: Scene,
    settled: bool,
) -> Pair:
    if status in HARMED:
        return harmed(sentence, item, frame, status, said, scene, first, last)
    if status == "launched":
        return launched(sentence, frame, said, scene, noun_first == last)
    if status in ("sent", "pledged"):
        return given(sentence, item, frame, said, scene, first)
    return _present(sentence, item, frame, status, said, scene, first, settled)


def _only_rivals(one: Party | None, other: Party, scene: Scene) -> bool:
    return one is not None and scene.enemies(one).get(other.id) == "cold"


def _abroad(item: Item, owner: Party | None, scene: Scene) -> Party | None:
    """Where a state's contingent is that the sentences before set in another country, with which it is not at war."""
    where = scene.place
    if owner is None or where is None or where == owner or not is_state(owner) or item.category == "weapons":
        return None
    return where if where.id not in scene.enemies(owner) else None


def _named_before(sentence: Sentence, first: int) -> bool:
    return any(name.first < first for name in sentence.named)


def _where_before(sentence: Sentence, first: int) -> Party | None:
    """Djibouti in "only in Djibouti, where 1,450 are based"."""
    at = first - 1
    while at > first - 4 and sentence.low(at) not in ("where", ""):
        at -= 1
    if sentence.low(at) != "where":
        return None
    return next((name.party for name in sentence.named if at - 2 <= name.last <= at), None)


def _has_its_own_subject(sentence: Sentence, frame: Frame, said: Said, first: int) -> bool:
    """ "... 370 ships; the US Navy has 290": a number without a noun goes back to the ships, not to their owner."""
    verb = frame.verb
    if verb is None or said.subject is None or verb.frame not in ("loss", "own", "transfer", "use"):
        return False
    before = max((quantity.last for quantity in sentence.quantities if quantity.last <= first), default=0)
    named = any(name.party == said.subject and before <= name.first < verb.first for name in sentence.named)
    return named or any(low in ("north", "south") for low in sentence.lows[before : verb.first])


def _pair(sides: Sides | None) -> Pair | None:
    return (sides.party, sides.counterparty) if sides is not None else None


def _present(
    sentence: Sentence,
    item: Item,
    frame: Frame,
    status: FigureStatus,
    said: Said,
    scene: Scene,
    first: int,
    settled: bool,
) -> Pair:
    verb = frame.verb
    trained = status == "trained"
    doer = None if trained else said.subject or said.agent
    owner = said.own or (doer if fits_kind(item, doer) else None)
    if item.category == "weapons" and said.own is None and scene.inventory is not None:
        return scene.inventory, None
    sighted = verb is not None and verb.lemma in word_class("sighting")
    if sighted and said.own is None and said.subject is not None:
        seen = scene.rival(said.subject, sentence) or scene.opponent(said.subject, sentence)
        return said.same or seen, said.subject
    if owner is None and item.category == "weapons" and said.last is not None and not _named_before(sentence, first):
        owner = said.last[0]  # "Ten warships were also operating in the area"
    if owner is None and trained:
        owner = scene.friend
    if owner is None:
        owner = by_kind(said, item, scene, sentence, first)
        if owner is not None and item.category == "weapons" and not settled and only_says(sentence, owner, first):
            rival = against(owner, sentence, scene, cold=True)
            if rival is not None and scene.enemies(owner)[rival.id] == "cold":
                return rival, owner  # "a Taiwanese official said that 90 ships were at sea"
    if said.last is not None and item.category == "weapons" and said.own is None and (verb is None or sighted):
        seen, watcher = said.last
        if owner is not None and owner == watcher and _only_rivals(seen, owner, scene):
            return said.last  # "counted 135 PLA aircraft and, later, 38 naval vessels"
    if trained:
        trainer = said.subject or said.agent
        where = at_place(said, _SCHOOLS, owner)
        return owner, trainer if trainer not in (owner, scene.speaker, None) else where
    if status in _AT_HOME:
        return owner, None
    if status == "withdrawn":
        return owner, (
            at_place(said, frozenset(("from",)), owner)
            or left_behind(sentence, owner)
            or (said.subject if said.subject != owner else None)
            or next((name.party for name in sentence.named if name.object_of >= 0 and name.party != owner), None)
            or at_place(said, word_class("place_prep"), owner)
            or place_around(sentence, scene, owner)
        )
    held = (name.party for name in said.places if name.outer == "in" and is_group(name.party))
    place = _where_before(sentence, first) or at_place(
        said, word_class("place_prep", "target_prep"), owner, *held
    )  # "in support of M23 in North Kivu": a group is no place
    if settled:
        return owner, place or standing_in(sentence, owner) or _abroad(item, owner, scene)
    if place is None and owner is not None and item.category == "weapons" and status == "present":
        place = scene.rival(owner, sentence)
    if (place is None and item.category == "troops") or status == "present":
        place = place or place_around(sentence, scene, owner, False)
    if place is None and owner is not None and status == "present":
        regions = (name.party for name in sentence.named if is_region(name.party) and name.party != owner)
        place = next(regions, None) if item.category == "troops" else None
    if place is None and owner is not None and status == "present":
        place = scene.enemy(owner, sentence)  # massed where nobody says, in a war that the paragraph names
    return owner, place
