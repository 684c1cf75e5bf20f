"""Whose: a counted noun with its frame flows in, its owner and the other side flow out.

First what the sentence says (an adjective on the noun, "of the army", the verb's subject, "by",
"to", "against"), each read by the verb's frame: a sender sends its own, who kills kills another's.
Only then the scene: the enemy of the one who shot, the army that the paragraph speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.extract.clauses import Named, Sentence
from agents.extract.frames import Frame
from agents.extract.items import Item
from agents.extract.scene import IRREGULARS, REGULARS, Scene, is_region, is_state
from agents.extract.verbs import Verb
from agents.extract.vocabulary import function_words, traps
from schemas.figure import FigureStatus
from schemas.party import Party

_TARGETS = frozenset(
    ["at", "against", "on", "into", "toward", "towards", "over", "across", "upon", "targeting"]
)
_RECEIVERS = frozenset(("to", "for", "into", "toward", "towards"))
_PLACES = frozenset(
    ["in", "inside", "within", "across", "throughout", "at", "near", "on", "along", "to", "into", "around"]
)
_HARMED = frozenset(
    ["killed", "wounded", "killed_or_wounded", "captured", "missing", "destroyed", "intercepted", "exchanged"]
)
_OWNERS_AFTER = frozenset(["of", "from", "belonging"])
_MADE = (
    "-made",
    "-supplied",
    "-provided",
    "-built",
    "-designed",
    "-backed",
    "-donated",
    "-held",
    "-controlled",
    "-occupied",
    "-manufactured",
    "-produced",
    "-style",
    "-origin",
    "-run",
    "-led",
    "-speaking",
    "-born",
)


_ATTACKS = frozenset(
    [
        "attack",
        "attacks",
        "strike",
        "strikes",
        "airstrike",
        "airstrikes",
        "ambush",
        "raid",
        "shelling",
        "bombing",
        "bombardment",
        "fire",
        "assault",
    ]
)
_CLAUSE = 60
"""Tokens in which "to Russia" can still belong to a verb."""

_SAID = frozenset(
    [
        "said",
        "says",
        "say",
        "report",
        "reports",
        "reported",
        "claimed",
        "claim",
        "estimate",
        "estimated",
        "confirmed",
        "announced",
    ]
)


@dataclass(frozen=True, slots=True)
class Sides:
    party: Party | None
    counterparty: Party | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What the sentence itself names: each None when it does not."""

    own: Party | None
    subject: Party | None
    agent: Party | None
    indirect: Party | None
    places: list[Named]
    same: Party | None = None


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
    said = _said(sentence, first, last, noun_first, frame, scene)
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


def _said(sentence: Sentence, first: int, last: int, noun_first: int, frame: Frame, scene: Scene) -> _Said:
    verb = frame.verb
    own = _own(sentence, first, last, noun_first, scene)
    subject = agent = indirect = None
    end = last
    if verb is not None:
        end = max(last, verb.last)
        if frame.role == "subject":
            subject = None
        elif verb.passive or verb.first >= last:
            agent = _after(sentence, verb.last, ("by",), scene)
        elif verb.form == "noun":
            subject = _by_noun(sentence, verb, scene)
            agent = _after(sentence, last, ("by",), scene)
        else:
            subject = subject_of(sentence, verb, scene)
            agent = _after(sentence, verb.last, ("by",), scene) if subject is None else None
        if frame.role == "object" and verb.first >= last and not verb.passive and verb.form != "noun":
            subject = next(
                (name.party for name in sentence.named_between(last, verb.first) if not name.prep), None
            )
            if subject is None and sentence.low(last) in ("it", "they", "he", "she"):
                subject = scene.meant(sentence.low(last), sentence, first)
        if verb.last <= first:
            indirect = next(
                (
                    name.party
                    for name in sentence.named_between(verb.last, first)
                    if not name.prep and name.object_of >= 0
                ),
                None,
            )
            if frame.prep == "by" and verb.passive:
                subject = None
    places = [
        name
        for name in sentence.named_between(
            min(verb.last, last) if verb is not None else last, _clause_end(sentence, end)
        )
        if not first <= name.first < last
    ]
    return _Said(own, subject, agent, indirect, places)


def _own(sentence: Sentence, first: int, last: int, noun_first: int, scene: Scene) -> Party | None:
    """North Korean soldiers; Russia's 12 tanks; 40 soldiers of the Malian army; its 12 tanks."""
    for name in sentence.named_between(first, last):
        word = sentence.tokens[name.last - 1].low if name.last else ""
        if name.mention.form != "place" and not _only_made_there(sentence, name) and not word.endswith(_MADE):
            return name.party
    for at in range(first, last):
        if (
            sentence.low(at)
            in ("junta", "government", "regime", "army", "state", "rebel", "guerrilla", "separatist")
            and at < last - 1
        ):
            return scene.meant(
                "rebels" if sentence.low(at) in ("rebel", "guerrilla", "separatist") else "army",
                sentence,
                first,
            )
    before = sentence.low(first - 1)
    if before == "'s":
        named = next((name.party for name in sentence.named if name.last == first - 1), None)
        if named is not None:
            return named
    giver = _giver(sentence, last)
    if giver is not None:
        return giver
    for name in sentence.named_between(last, min(len(sentence.tokens), last + 8)):
        if (
            name.prep in _OWNERS_AFTER
            and name.mention.form != "place"
            and _hangs_on(sentence, last, name.first)
        ):
            return name.party
    if noun_first > first and sentence.low(noun_first - 1) in function_words("poss"):
        before = sentence.low(noun_first - 1)
    if before in function_words("poss"):
        return scene.meant(before, sentence, first)
    return None


def _giver(sentence: Sentence, last: int) -> Party | None:
    """The subject of the clause that hangs on the noun: "drones that Russia launched"."""
    at = last + 1 if sentence.low(last) in ("that", "which") else last
    return next(
        (
            name.party
            for name in sentence.named
            if name.first == at and any(place in sentence.verbs for place in range(name.last, name.last + 3))
        ),
        None,
    )


def _only_made_there(sentence: Sentence, name: Named) -> bool:
    """ "Iranian-provided drones", "Ukrainian-held": the hyphen says where from, not whose."""
    end = name.mention.end
    return sentence.text[end : end + 1] == "-" and sentence.text[end : end + 12].lower().startswith(_MADE)


def _hangs_on(sentence: Sentence, last: int, at: int) -> bool:
    return sentence.low(last) in _OWNERS_AFTER and all(
        at_ not in sentence.verbs or sentence.verbs[at_].form == "noun" for at_ in range(last, at)
    )


def subject_of(sentence: Sentence, verb: Verb, scene: Scene) -> Party | None:
    """Who does it: the nearest name, pronoun or definite noun to the left that no preposition governs."""
    names = {name.last - 1: name for name in sentence.named if name.last <= verb.first}
    at = verb.first - 1
    while at >= 0 and verb.first - at < 60:
        low = sentence.low(at)
        name = names.get(at)
        if low in (";", "that") and low == ";":
            break
        if name is not None:
            if verb.frame == "inherit" and any(
                sentence.low(place) in _SAID for place in range(name.last, name.last + 3)
            ):
                break
            if (
                (
                    not name.prep
                    or (name.prep == "of" and not name.outer.replace("of", "") and _of_forces(sentence, name))
                )
                and name.object_of < 0
                and name.mention.form != "place"
            ):
                return name.party
            at = name.first - 1
            continue
        if low in ("it", "they", "he", "she", "we", "i", "them", "country", "enemy") or (
            low in ("south", "north") and sentence.low(at - 1) == "the" and at + 1 == verb.first
        ):
            return _pronoun(sentence, low, at, scene)
        if (low in IRREGULARS or low in REGULARS) and not _governed(sentence, at):
            meant = next(
                (
                    one.party
                    for one in sentence.named
                    if one.first < at and at - one.last < 3 and not one.prep
                ),
                None,
            )
            return meant or scene.meant(low, sentence, at)
        at -= 1
    return None


def _pronoun(sentence: Sentence, low: str, at: int, scene: Scene) -> Party | None:
    """ "The military said it had": the definite noun before the pronoun, where no name stands free."""
    if low in ("it", "they") and not any(
        not name.prep and name.object_of < 0 for name in sentence.named if name.first < at
    ):
        noun = next(
            (
                sentence.low(place)
                for place in range(at - 1, -1, -1)
                if sentence.low(place) in REGULARS | IRREGULARS and not _governed(sentence, place)
            ),
            "",
        )
        if noun:
            return scene.meant(noun, sentence, at)
    return scene.meant(low, sentence, at)


def _of_forces(sentence: Sentence, name: Named) -> bool:
    """ "The forces of Sudan" may act; "killed fighters of Hamas" are acted on."""
    head = next(
        (at - 1 for at in range(name.first - 1, max(-1, name.first - 5), -1) if sentence.low(at) == "of"), -1
    )
    if head < 0 or _governed(sentence, head):
        return False
    return any(
        sentence.low(at) in traps("forces")
        or sentence.low(at) in ("president", "minister", "members", "ministry")
        for at in range(max(0, name.first - 4), name.first)
    )


def _governed(sentence: Sentence, at: int) -> bool:
    """Whether a preposition or verb governs the noun at this token."""
    for place in range(at - 1, max(-1, at - 6), -1):
        low = sentence.low(place)
        if low in function_words("prep"):
            return low != "of" or sentence.low(place - 1) not in (
                "members",
                "forces",
                "troops",
                "units",
                "elements",
                "soldiers",
            )
        verb = sentence.verb_ending.get(place)
        if verb is not None and verb.form != "noun":
            return True
        if low in (",", ";", "that", "and", "--") or low in function_words("pron", "conj"):
            return False
    return False


def _by_noun(sentence: Sentence, verb: Verb, scene: Scene) -> Party | None:
    """The owner of a verbal noun: "Iran's launch of", "the Russian deployment of"; else the sentence's subject."""
    near = next(
        (
            name
            for name in reversed(sentence.named)
            if name.last <= verb.first and verb.first - name.last < 4 and not name.prep
        ),
        None,
    )
    if near is not None:
        return near.party
    before = sentence.low(verb.first - 1)
    if before in function_words("poss"):
        return scene.meant(before, sentence, verb.first)
    return subject_of(sentence, verb, scene)


def _after(sentence: Sentence, start: int, prepositions: tuple[str, ...], scene: Scene) -> Party | None:
    """The party after "by" within ten tokens."""
    for at in range(start, min(len(sentence.tokens), start + 8)):
        if sentence.low(at) in prepositions:
            named = next(
                (
                    name.party
                    for name in sentence.named_between(at + 1, min(len(sentence.tokens), at + 6))
                    if name.mention.form != "place"
                ),
                None,
            )
            if named is not None:
                return named
            for place in range(at + 1, min(len(sentence.tokens), at + 5)):
                if sentence.low(place) in IRREGULARS or sentence.low(place) in REGULARS:
                    return scene.meant(sentence.low(place), sentence, at)
            return None
    return None


def _clause_end(sentence: Sentence, start: int) -> int:
    for at in range(start, min(start + _CLAUSE, len(sentence.tokens))):
        if (
            sentence.low(at) in (";", "--")
            or sentence.low(at) in ("while", "whereas", "although", "because")
            or (sentence.low(at) == "and" and sentence.low(at - 1) == ",")
        ):
            return at
        if sentence.low(at) in ("said", "says", "according"):
            return at
    return min(start + _CLAUSE, len(sentence.tokens))


def _at(said: _Said, prepositions: frozenset[str], *but: Party | None) -> Party | None:
    return next(
        (name.party for name in said.places if name.outer in prepositions and name.party not in but), None
    )


def _by_kind(
    said: _Said, item: Item, scene: Scene, sentence: Sentence, before: int, *but: Party | None
) -> Party | None:
    """The nearest party that such people belong to: rebels to a group, soldiers to a state."""
    groups = item.words.split()[-1] in IRREGULARS or item.item in IRREGULARS
    names = [
        name for name in reversed(sentence.named) if name.first < before and name.mention.form != "place"
    ]
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
            if name.outer in _PLACES
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
            sentence.low(at) in _ATTACKS for at in range(name.last, name.last + 4)
        ):
            return name.party
    return None


def _harmed(sentence: Sentence, item: Item, frame: Frame, said: _Said, scene: Scene, last: int) -> Sides:
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
            _at(said, _TARGETS | {"upon", "from"}, agent)
            if item.category == "troops"
            else _at(said, frozenset(("from",)), agent)
        )
    if owner is None and agent is not None:
        owner = scene.opponent(agent, sentence)
    if owner is None:
        owner = (
            _at(said, frozenset(("in", "near", "of", "at")), agent)
            if item.words.split()[-1] not in IRREGULARS
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


def _launched(sentence: Sentence, item: Item, frame: Frame, said: _Said, scene: Scene) -> Sides:
    verb = frame.verb
    attacked = (
        verb is not None and (verb.passive or verb.form in ("past", "participle")) and frame.prep == "by"
    )
    owner = said.subject or said.agent or said.own or _at(said, frozenset(("from",)))
    if owner is None and verb is not None and verb.frame == "inherit":
        owner = scene.subject
    target = (
        said.indirect
        or _at(said, _TARGETS, owner)
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


def _sent(sentence: Sentence, item: Item, frame: Frame, said: _Said, scene: Scene, first: int) -> Sides:
    verb = frame.verb
    if verb is not None and verb.frame == "receive" and item.category == "troops":
        owner = said.own or said.subject
        return Sides(owner, _at(said, _PLACES, owner) or _place_around(sentence, scene, owner))
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
    receiver = said.indirect or _at(said, _RECEIVERS, owner) or reached or _at(said, _PLACES, owner)
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
    sentence: Sentence, item: Item, frame: Frame, status: FigureStatus, said: _Said, scene: Scene, first: int
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
            or _at(said, _PLACES, owner)
            or _place_around(sentence, scene, owner),
        )
    place = _at(said, _PLACES | _TARGETS, owner)
    if place is None and owner is not None and item.category == "weapons" and status == "present":
        place = scene.rival(owner, sentence)
    if (place is None and item.category == "troops") or status == "present":
        place = place or _place_around(sentence, scene, owner)
    return Sides(owner, place)
