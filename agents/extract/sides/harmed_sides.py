"""Harmed: people or arms that were killed, taken or wrecked flow in, their side and the one who did it flow out.

Who loses loses his own; who kills kills another's. Where the sentence names only one of the two,
the other is the enemy that the paragraph names, and where it names neither, the sentence before
goes on: "They killed 70 militants. Two vehicles were burned".
"""

from __future__ import annotations

from itertools import chain

from agents.extract.clauses.clauses import Named, Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.items import Item
from agents.extract.sides.kinds import is_alliance, is_group, is_region, is_state
from agents.extract.sides.likely_owners import (
    Pair,
    at_place,
    by_kind,
    fits_kind,
    is_irregular,
    is_regular,
    speaking_state,
)
from agents.extract.sides.said_sides import Said
from agents.extract.sides.scene import Scene
from agents.extract.sides.story import against
from agents.extract.sides.tolls import bearer
from agents.extract.words.vocabulary import function_words, word_class
from schemas.figure import FigureStatus
from schemas.party import Party

_PLACES = frozenset(("in", "near", "of", "at"))
_LOSSES = frozenset(("losses", "casualties", "lost", "loses", "minus"))
_DEFENDERS = frozenset(("fighter", "fighters", "defender", "defenders"))
_RAIDERS = frozenset(("attackers", "assailants", "raiders", "gunmen", "assaulters", "infiltrators"))

_RAIDERS_NEAR = 8
"""Tokens from the raiders to the verb by which they take."""

_CREDIT = frozenset(("responsibility", "claimed", "inflicted", "caused", "causing"))

_FIGHTS_WITH = frozenset(("in", "against", "with"))


def harmed(
    sentence: Sentence,
    item: Item,
    frame: Frame,
    status: FigureStatus,
    said: Said,
    scene: Scene,
    first: int,
    last: int,
) -> Pair:
    """tokens[first:last] are the quantity and its noun group."""
    verb = frame.verb
    lost = verb is not None and (verb.frame == "loss" or verb.lemma.startswith("cost") or _announced(sentence, frame))
    acted = not lost and (verb is None or verb.frame not in ("inherit", "own", "self"))
    agent = said.agent or (said.subject if acted else None) or _attacker(sentence)
    told = bearer(sentence, first, last, scene) or said.own or _enemy_of_speaker(sentence, scene, last)
    owner = told or (said.subject if lost else None)
    if item.item in word_class("peace_force") and (owner is None or is_state(owner)) and said.own is None:
        owner = _mission(sentence, scene) or owner
    if verb is not None and verb.status == "exchanged" and owner is None:
        between = [name.party for name in said.places if name.outer == "between"]
        if between:
            return between[0], None  # "an exchange of 300 captives between Russia and Ukraine"
    if owner is None and status == "exchanged" and verb is not None and verb.frame == "receive":
        owner = agent = said.subject  # "Ukraine received 165 prisoners": its own
    if owner is not None and agent == owner:
        if _somebody_did_it(frame) and any(low in function_words("poss") for low in sentence.lows[last - 3 : last]):
            owner = scene.opponent(owner, sentence)  # "they stopped a column and knocked out five of its tanks"
        else:
            agent = None
    if owner is None and agent is None and verb is not None and verb.status == "intercepted":
        return _shot_down(sentence, said, scene, last)
    if owner is None and agent is None and scene.loser is not None and _nobody_acts(sentence):
        owner = scene.loser
    sure = owner is not None
    if owner is None:
        owner = said.indirect if said.indirect != agent else None
    if owner is None:
        owner = (
            at_place(said, word_class("target_prep") | {"upon"}, agent)
            if item.category == "troops"
            else at_place(said, frozenset(("from",)), agent)
        )
    taken = status == "captured" and verb is not None and item.category == "weapons"
    if owner is None and agent is None and said.before is not None:
        owner, agent = _spoils(said.before, sentence, scene) if taken and _recovered(frame) else (None, None)
        if owner is None:
            owner, agent = _as_before(item, said.before)
    if owner is None and agent is None and is_irregular(item) and (_somebody_did_it(frame) or not lost):
        agent = scene.army(sentence, last)
        owner = scene.foe(agent, sentence) if agent is not None else None
    if owner is None and agent is None:
        agent = _fought(sentence, said, None)
    if owner is None and agent is not None and said.last is not None and said.last[1] == agent and not is_group(agent):
        owner = said.last[0] if fits_kind(item, said.last[0]) else None
    if owner is None and agent is not None:
        owner = scene.opponent(agent, sentence, said.subject is None)
    if owner is None and is_regular(item):
        owner = speaking_state(sentence, last, agent)
    if owner is None and taken and agent is not None:
        foe = against(agent, sentence, scene)  # a cache in a village of Lebanon is Hezbollah's
        owner = foe if foe is not None and is_group(foe) else None
    if owner is None and not is_irregular(item):
        owner = at_place(said, _PLACES, agent)
        alien = owner is not None and (is_region(owner) or (is_regular(item) and is_group(owner)))
        owner = None if alien else owner  # "two soldiers and five members of the Maute group"
    raiders = _raiders(sentence, frame) if owner is None and taken and agent is None else ""
    if raiders:
        owner, agent = scene.army(sentence, last), scene.meant(raiders, sentence, first)
    elif owner is None and taken:
        agent = agent or said.subject or _doer(sentence, scene, last)  # "We recovered 71 weapons": of nobody named
        owner = against(agent, sentence, scene) if agent is not None else None
    elif owner is None:
        owner = by_kind(said, item, scene, sentence, last, agent)
    if owner is None and item.words.split()[-1] in _DEFENDERS:
        owner = next((name.party for name in sentence.named if name.mention.form == "place"), None)
        owner = owner if owner is not None and is_state(owner) and scene.foe(owner, sentence) is not None else None
        sure = owner is not None  # the defenders of a besieged town may be called fighters
    if agent is None and not lost:
        agent = _fought(sentence, said, owner)
    if agent is None and lost:
        enemies = scene.enemies(owner) if owner is not None else {}
        peaceful = [it.party for it in said.places if _is_town(it) or (it.outer == "in" and it.party.id not in enemies)]
        agent = at_place(said, _FIGHTS_WITH, owner, *peaceful)
    if agent is None and said.before is not None and said.before[0] == owner:
        agent = said.before[1]
    if agent is None and owner is not None:
        open_ended = _somebody_did_it(frame) or (verb is not None and verb.status == "intercepted")
        agent = scene.opponent(owner, sentence, True) if open_ended else scene.enemy(owner, sentence, not lost)
    nobodys = owner is None and (taken or (said.before is not None and said.before[0] is None))
    if not sure and agent is not None and not nobodys and not fits_kind(item, owner) and fits_kind(item, agent):
        owner, agent = agent, owner
    done = said.before if item.category == "weapons" and agent is None else None
    if done is not None and _only_built_there(owner, done, scene):
        return done  # "Kyiv lost 170 troops, Moscow said. Two British howitzers were hit"
    hired = item.item.split()[-1] == "mercenary" or is_irregular(item) or item.category == "weapons"
    if hired and owner is not None and agent is not None and is_state(owner):
        hirer = against(agent, sentence, scene)  # Colombian mercenaries fall as the RSF's, British howitzers as Kyiv's
        owner = hirer if hirer is not None and owner.id not in scene.enemies(agent) else owner
    return owner, agent if agent != owner else None


def _mission(sentence: Sentence, scene: Scene) -> Party | None:
    """UNIFIL in "Two tanks rammed its gate, UNIFIL said. Fifteen peacekeepers were hurt"."""
    told = chain((name.party for name in sentence.first_named), scene.before(), scene.title, scene.coming())
    return next((one for one in told if is_alliance(one)), None)


def _only_built_there(owner: Party | None, before: Pair, scene: Scene) -> bool:
    """Whether that state has no part in the fight that the paragraph has told of so far."""
    loser, victor = before
    if owner is None or loser is None or victor is None or owner in before or not is_state(owner):
        return False
    return owner.id not in scene.enemies(victor) and owner.id not in scene.enemies(loser)


def _announced(sentence: Sentence, frame: Frame) -> bool:
    """ "Israel announced the deaths of four soldiers": its own, unless it takes the credit."""
    verb = frame.verb
    deaths = verb is not None and verb.form == "noun" and verb.lemma.startswith(("death", "injur"))
    return deaths and _CREDIT.isdisjoint(sentence.words_of)


def _raiders(sentence: Sentence, frame: Frame) -> str:
    """Attackers in "attackers in 20 trucks took four tanks": whoever they are, what they take is the army's."""
    verb = frame.verb
    if verb is None or verb.passive or verb.form not in ("past", "s", "base"):
        return ""
    near = sentence.lows[max(0, verb.first - _RAIDERS_NEAR) : verb.first]
    return next((low for low in reversed(near) if low in _RAIDERS or low in word_class("irregular")), "")


def _recovered(frame: Frame) -> bool:
    """An army's word for what it takes: groups capture and seize."""
    return frame.verb is not None and frame.verb.lemma.startswith(("recover", "retrieve", "confiscate"))


def _spoils(before: Pair, sentence: Sentence, scene: Scene) -> Pair:
    """ "Six soldiers fell. Recovered were four trucks": what an army takes is the group's that it fought."""
    army, group = before
    if army is None or not is_state(army):
        return None, None
    group = group or against(army, sentence, scene)
    return (group, army) if group is not None and is_group(group) else (None, None)


def _as_before(item: Item, before: Pair) -> Pair:
    """The sides of the last harm told, changed over when such people can only be the other side's."""
    owner, agent = before
    if owner is None and is_regular(item) and agent is not None and is_state(agent):
        return agent, None  # "Security forces killed nine militants. Two soldiers were also killed"
    if owner is None:
        return None, agent
    if fits_kind(item, owner):
        return owner, agent
    return (agent, owner) if agent is not None and fits_kind(item, agent) else (None, None)


def _enemy_of_speaker(sentence: Sentence, scene: Scene, last: int) -> Party | None:
    """ "Enemy losses come to ...", "such are the enemy's combat losses": the enemy of the army that the paragraph
    speaks for; a number that no verb has is of those whose losses the title is about."""
    for at in sentence.enemy_at:
        around = (*sentence.lows[max(0, at - 3) : at], *sentence.lows[at + 1 : at + 4])
        if not _LOSSES.isdisjoint(around):
            return scene.meant("enemy", sentence, at)
    return None


def _shot_down(sentence: Sentence, said: Said, scene: Scene, last: int) -> Pair:
    """Drones of nobody named: those of the last count, else of the enemy of the country that speaks."""
    if scene.page_of is not None:
        return scene.opponent(scene.page_of, sentence), scene.page_of
    if said.same is not None:
        return said.same, scene.opponent(said.same, sentence)
    attacker = scene.attacker
    if attacker is not None and not any(name.party == attacker for name in sentence.named):
        return attacker, scene.opponent(attacker, sentence)
    defender = scene.army(sentence, last)
    owner = scene.opponent(defender, sentence) if defender is not None else None
    return owner, defender


def _nobody_acts(sentence: Sentence) -> bool:
    return not any(not name.prep and name.object_of < 0 for name in sentence.first_named)


def _doer(sentence: Sentence, scene: Scene, last: int) -> Party | None:
    """Who takes, where the verb has no subject that we know: who acts in this sentence, else the army told of."""
    acting = (
        name.party
        for name in sentence.first_named
        if name.last <= last and name.outer in ("", "of") and name.object_of < 0 and name.mention.form != "place"
    )
    return next(acting, None) or scene.subject or next(iter(scene.title), None) or scene.army(sentence, last)


def _somebody_did_it(frame: Frame) -> bool:
    """An active verb of harm: who did it stands in the sentence, even if by no name that we know."""
    verb = frame.verb
    return (
        verb is not None
        and verb.frame == "harm"
        and not verb.passive
        and frame.role == "object"
        and verb.form in ("past", "ing", "s", "base")
    )


def _is_town(name: Named) -> bool:
    return name.mention.form == "place"


def _attacker(sentence: Sentence) -> Party | None:
    """Killed "in a Hezbollah mortar attack", "by Taliban bombs": the one whose attack it was."""
    for name in sentence.named:
        if name.outer in ("in", "during", "by", "from") and any(
            sentence.low(at) in word_class("attack") for at in range(name.last, name.last + 4)
        ):
            return name.party
    return None


def _fought(sentence: Sentence, said: Said, owner: Party | None) -> Party | None:
    """Killed "in clashes with M23", "fighting against the Taliban"; "the border with Mali" fights nobody."""
    for name in said.places:
        if name.party != owner and sentence.low(name.first - 1) in ("fighting", "battling"):
            return name.party
        if name.outer not in ("with", "against", "of") or name.party == owner:
            continue  # "of": in battle against the militia of Aidid
        near = range(name.first - 1, max(-1, name.first - 6), -1)
        at = next((place for place in near if sentence.low(place) in ("with", "against")), -1)
        if sentence.low(at - 1) in word_class("fight"):
            return name.party
    return None
