"""Launched: drones, missiles and shells that are fired flow in, who fires them and at whom flow out.

Who counts what flies counts another's; what comes from a place comes from those who stand there.
"""

from __future__ import annotations

from itertools import chain

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.frames import Frame
from agents.extract.sides.kinds import is_state
from agents.extract.sides.likely_owners import Pair, at_place
from agents.extract.sides.mission_hosts import home_of
from agents.extract.sides.said_sides import Said
from agents.extract.sides.scene import Scene
from agents.extract.sides.subjects import subject_of
from agents.extract.words.vocabulary import function_words, word_class
from schemas.party import Party


def launched(sentence: Sentence, frame: Frame, said: Said, scene: Scene, bare: bool) -> Pair:
    """bare: a number alone, whose owner stands right before it: "against Ukraine's 2,000"."""
    verb = frame.verb
    attacked = verb is not None and (verb.passive or verb.form in ("past", "participle")) and frame.prep == "by"
    owner = (said.own if bare else None) or said.subject or said.agent or said.own
    origin = _origin(sentence, said)
    owner = owner or at_place(said, frozenset(("from",))) or origin
    if origin is not None:
        said = said._replace(places=[name for name in said.places if name.party != origin])
    if owner is None and verb is not None and verb.frame == "inherit":
        owner = scene.subject
    if verb is not None and verb.lemma in word_class("sighting") and said.own is None and said.subject is not None:
        flown = scene.enemy(said.subject, sentence) or scene.opponent(said.subject, sentence, True)
        return flown if flown is not None else said.same, said.subject  # who counts drones counts another's
    target = (
        said.indirect
        or at_place(said, word_class("target_prep"), owner)
        or (at_place(said, frozenset(("in",)), owner) if owner is not None else None)
    )
    if verb is not None and frame.role == "subject":
        target = (
            target
            or next((name.party for name in said.places if name.object_of >= 0 and name.party != owner), None)
            or _hit(sentence, verb, scene)
            or at_place(said, frozenset(("in", "near")), owner)
        )
    if attacked and verb is not None:
        target = target or subject_of(sentence, verb, scene)
    if owner == target:
        target = None
    if owner is None and target is not None:
        owner = said.same or scene.opponent(target, sentence)
        rival = scene.rival(target, sentence)  # unless it is only where the target stands
        stands_there = any(name.party == rival and name.outer in ("in", "inside") for name in sentence.named)
        owner = owner or (rival if not stands_there else None)
    owner = owner or said.same
    if target is None and owner is not None:
        target = scene.foe(owner, sentence)
    if owner is not None and target is not None and is_state(owner):  # rockets from Lebanon are Hezbollah's
        groups = (one for one in chain(scene.title, scene.coming()) if home_of(one) == owner.id)
        owner = next((one for one in groups if one.id in scene.enemies(target)), owner)
    return owner, target


def _origin(sentence: Sentence, said: Said) -> Party | None:
    """Where it came from in "fired from the airspace over Kursk", "launched from positions in Lebanon"."""
    return next((it.party for it in said.places[:8] if "from" in sentence.lows[max(0, it.first - 5) : it.first]), None)


def _hit(sentence: Sentence, verb: Verb, scene: Scene) -> Party | None:
    """Whose base it is in "two rockets struck their base"."""
    low = sentence.low(verb.last)
    return scene.meant(low, sentence, verb.first) if low in function_words("poss") else None
