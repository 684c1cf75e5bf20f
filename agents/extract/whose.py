"""Whose: a counted noun with its frame flows in, its owner and the other side flow out.

First what the sentence says (an adjective on the noun, "of the army", the verb's subject, "by",
"to", "against"), each read by the verb's frame: a sender sends its own, who kills kills another's.
Only then the scene: the enemy of the one who shot, the army that the paragraph speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.extract.clauses import Sentence
from agents.extract.frames import Frame
from agents.extract.items import Item
from agents.extract.said_sides import Said, what_is_said
from agents.extract.scene import Scene, is_region, is_state
from agents.extract.subjects import subject_of
from agents.extract.vocabulary import word_class
from schemas.figure import FigureStatus
from schemas.party import Party

_RECEIVERS = frozenset(("to", "for", "into", "toward", "towards"))

_HARMED = frozenset(
    ["killed", "wounded", "killed_or_wounded", "captured", "missing", "destroyed", "intercepted", "exchanged"]
)


@dataclass(frozen=True, slots=True)
class Sides:
    party: Party | None
    counterparty: Party | None


def sides(
    sentence: Sentence,
    first: int,
    last: int,
    noun_first: int,
    item: Item,
    frame: Frame,
    status: FigureStatus,
    scene: Scene,
    inherited: Party | None = None,
    same: Party | None = None,
) -> Sides:
    """tokens[first:last] are the quantity and its noun group, which begins at noun_first.

    inherited: the owner of the figure that a number without a noun goes back to. same: of the last
    figure of the same things, which these are unless the sentence says otherwise.
    """
    said = what_is_said(sentence, first, last, noun_first, frame, scene)
    if said.own is None and inherited is not None:
        said = replace(said, own=inherited)
    said = replace(said, same=same)
    if status in _HARMED:
        return _harmed(sentence, item, frame, said, scene, last)
    if status == "launched":
        return _launched(sentence, item, frame, said, scene)
    if status in ("sent", "pledged"):
        return _sent(sentence, item, frame, said, scene, first)
    return _present(sentence, item, frame, status, said, scene, first)


def _at(said: Said, prepositions: frozenset[str], *but: Party | None) -> Party | None:
    return next((name.party for name in said.places if name.outer in prepositions and name.party not in but), None)


def _by_kind(said: Said, item: Item, scene: Scene, sentence: Sentence, before: int, *but: Party | None) -> Party | None:
    """The nearest party that such people belong to: rebels to a group, soldiers to a state."""
    groups = item.words.split()[-1] in word_class("irregular") or item.item in word_class("irregular")
    names = [name for name in reversed(sentence.named) if name.first < before and name.mention.form != "place"]
    free = [name.party for name in names if not name.prep and name.object_of < 0]
    near = [name.party for name in names if name.outer not in _RECEIVERS]
    topic = [one for one in (said.same, scene.subject) if one is not None]
    for one in (*free, *near, *topic, *scene.recent(sentence, before)):
        if one not in but and not is_region(one) and (not is_state(one) if groups else True):
            return one
    return None


def _place_around(sentence: Sentence, scene: Scene, owner: Party | None) -> Party | None:
    """Where else the sentence, or the paragraph before it, says that this happens: "In Syria, Washington ..."."""
    here = next(
        (
            name.party
            for name in sentence.named
            if name.outer in word_class("place_prep")
            and name.party != owner
            and (is_state(name.party) or is_region(name.party))
        ),
        None,
    )
    around = (here, scene.place, scene.title_place if owner is not None else None)
    return next((one for one in around if one is not None and one != owner), None)


def _attacker(sentence: Sentence) -> Party | None:
    """Killed "in a Hezbollah mortar attack", "by Taliban bombs": the one whose attack it was."""
    for name in sentence.named:
        if name.outer in ("in", "during", "by", "from") and any(
            sentence.low(at) in word_class("attack") for at in range(name.last, name.last + 4)
        ):
            return name.party
    return None


def _harmed(sentence: Sentence, item: Item, frame: Frame, said: Said, scene: Scene, last: int) -> Sides:
    verb = frame.verb
    lost = verb is not None and verb.frame == "loss"
    agent = said.agent or (None if lost else said.subject) or _attacker(sentence)
    owner = said.own or (said.subject if lost else None)
    if owner is not None and agent == owner:
        agent = None
    if owner is None:
        owner = said.indirect if said.indirect != agent else None
    if owner is None:
        owner = (
            _at(said, word_class("target_prep") | {"upon", "from"}, agent)
            if item.category == "troops"
            else _at(said, frozenset(("from",)), agent)
        )
    if owner is None and agent is not None:
        owner = scene.opponent(agent, sentence)
    if owner is None:
        owner = (
            _at(said, frozenset(("in", "near", "of", "at")), agent)
            if item.words.split()[-1] not in word_class("irregular")
            else None
        )
    if owner is None:
        owner = _by_kind(said, item, scene, sentence, last, agent)
    if agent is None and not lost:
        agent = _at(said, frozenset(("with", "against", "to")), owner)
    if agent is None and lost:
        agent = _at(said, frozenset(("in", "against", "with")), owner)
    if agent is None and owner is not None:
        agent = (
            scene.opponent(owner, sentence)
            if verb is not None and verb.status == "intercepted"
            else scene.enemy(owner, sentence)
        )
    return Sides(owner, agent if agent != owner else None)


def _launched(sentence: Sentence, item: Item, frame: Frame, said: Said, scene: Scene) -> Sides:
    verb = frame.verb
    attacked = verb is not None and (verb.passive or verb.form in ("past", "participle")) and frame.prep == "by"
    owner = said.subject or said.agent or said.own or _at(said, frozenset(("from",)))
    if owner is None and verb is not None and verb.frame == "inherit":
        owner = scene.subject
    target = (
        said.indirect
        or _at(said, word_class("target_prep"), owner)
        or (_at(said, frozenset(("in",)), owner) if owner is not None else None)
    )
    if verb is not None and frame.role == "subject":
        target = (
            target
            or next((name.party for name in said.places if name.object_of >= 0 and name.party != owner), None)
            or _at(said, frozenset(("in", "near")), owner)
        )
    if attacked and verb is not None:
        target = target or subject_of(sentence, verb, scene)
    if owner == target:
        target = None
    if owner is None and target is not None:
        owner = said.same or scene.opponent(target, sentence) or scene.rival(target, sentence)
    owner = owner or said.same
    if target is None and owner is not None:
        enemy = scene.opponent(owner, sentence)
        target = enemy
    return Sides(owner, target)


def _sent(sentence: Sentence, item: Item, frame: Frame, said: Said, scene: Scene, first: int) -> Sides:
    verb = frame.verb
    if verb is not None and verb.frame == "receive" and item.category == "troops":
        owner = said.own or said.subject
        return Sides(owner, _at(said, word_class("place_prep"), owner) or _place_around(sentence, scene, owner))
    if verb is not None and verb.frame == "receive":
        owner = _at(said, frozenset(("from",))) or said.own
        return Sides(owner if owner != said.subject else None, said.subject)
    doer = said.subject or said.agent
    people = item.category == "troops"
    owner = (said.own or doer) if people else (doer or said.own)
    owner = owner or _at(said, frozenset(("from",)))
    reached = next(
        (
            name.party
            for name in said.places
            if name.object_of in sentence.verbs and sentence.verbs[name.object_of].lemma == "reach"
        ),
        None,
    )
    receiver = said.indirect or _at(said, _RECEIVERS, owner) or reached or _at(said, word_class("place_prep"), owner)
    if receiver is None:
        receiver = next(
            (
                name.party
                for name in sentence.named
                if name.outer in ("to", "for", "into") and name.party != owner and name.last <= first
            ),
            None,
        )
    if owner is None:
        free = next(
            (
                name.party
                for name in sentence.named
                if not name.prep and name.object_of < 0 and name.party != receiver and name.last <= first
            ),
            None,
        )
        owner = free or (scene.subject if scene.subject != receiver else None) or scene.speaker
    if receiver is None and people:
        receiver = _place_around(sentence, scene, owner)
    return Sides(owner, receiver if receiver != owner else None)


def _present(
    sentence: Sentence, item: Item, frame: Frame, status: FigureStatus, said: Said, scene: Scene, first: int
) -> Sides:
    trained = status == "trained"
    owner = said.own or (None if trained else said.subject or said.agent)
    if owner is None:
        owner = _by_kind(said, item, scene, sentence, first)
    if trained:
        trainer = said.subject or said.agent
        return Sides(owner, trainer if trainer != owner else None)
    if status == "withdrawn":
        return Sides(
            owner,
            _at(said, frozenset(("from",)), owner)
            or _at(said, word_class("place_prep"), owner)
            or _place_around(sentence, scene, owner),
        )
    place = _at(said, word_class("place_prep") | word_class("target_prep"), owner)
    if place is None and owner is not None and item.category == "weapons" and status == "present":
        place = scene.rival(owner, sentence)
    if (place is None and item.category == "troops") or status == "present":
        place = place or _place_around(sentence, scene, owner)
    return Sides(owner, place)
