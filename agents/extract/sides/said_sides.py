"""What a sentence says of the sides: a counted noun with its frame flows in, the parties named for it flow out.

Its owner by an adjective ("North Korean soldiers"), a possessive or an "of"; the subject and the agent
of its verb; who stands between verb and noun ("gave Ukraine 31 tanks"); and the places around."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from agents.extract.clauses.clauses import Named, Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.frames import Frame
from agents.extract.sides.kinds import is_region
from agents.extract.sides.scene import Scene
from agents.extract.sides.subjects import after, by_noun, subject_of
from agents.extract.words.vocabulary import function_words, word_class
from schemas.party import Party

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

_PUT_AT = frozenset(("at", ":", "-", "–"))

_MADE_UP_OF = frozenset(("involving", "comprising", "including", "of", "with", "using"))
_ABOUT = frozenset(("at", "least", "about", "some", "up", "to", "roughly", "more", "than", "over", "nearly", "almost"))

_SIDE = frozenset(("side", "ranks", "part"))

_CLAUSE_BEFORE = frozenset((":", ";", "-", "–", "that"))

_CLAUSE = 60
"""Tokens in which "to Russia" can still belong to a verb."""


class Said(NamedTuple):
    """What the sentence itself names: each None when it does not."""

    own: Party | None
    subject: Party | None
    agent: Party | None
    indirect: Party | None
    places: list[Named]
    same: Party | None = None
    before: tuple[Party | None, Party | None] | None = None
    last: tuple[Party | None, Party | None] | None = None


def what_is_said(
    sentence: Sentence, first: int, last: int, noun_first: int, frame: Frame, scene: Scene, traded: bool = False
) -> Said:
    """traded: they change hands, so that "ex-Danish" says who gives them."""
    verb = frame.verb
    moved = verb is not None and verb.status in ("withdrawn", "sent", "launched", "pledged")
    own = _own(sentence, first, last, noun_first, scene, moved, traded)
    subject = agent = indirect = None
    end = last
    if verb is not None:
        end = max(last, verb.last)
        if frame.role == "subject":
            subject = None
        elif verb.passive or verb.first >= last:
            agent = after(sentence, verb.last, ("by",), scene)
        elif verb.form == "noun":
            subject = by_noun(sentence, verb, scene)
            agent = after(sentence, last, ("by",), scene)
        else:
            subject = _ahead(sentence, verb, last) or subject_of(sentence, verb, scene)
            agent = after(sentence, verb.last, ("by",), scene) if subject is None else None
        if frame.role == "object" and verb.first >= last and not verb.passive and verb.form != "noun":
            subject = next((name.party for name in sentence.named_between(last, verb.first) if not name.prep), None)
            if subject is None and sentence.low(last) in ("it", "they", "he", "she"):
                before = (it for it in reversed(sentence.named) if it.last <= first and not it.prep)
                free = next((it.party for it in before if it.object_of < 0), None)
                subject = free or scene.meant(sentence.low(last), sentence, first)
            if verb.frame == "transfer":  # "the eight tanks it gave Ukraine"
                indirect = next((it.party for it in sentence.named if it.first == verb.last and not it.prep), None)
        if verb.last <= first:
            indirect = next(
                (
                    name.party
                    for name in sentence.named_between(verb.last, first)
                    if not name.prep and name.object_of >= 0
                ),
                None,
            )
            if indirect is None and verb.frame == "transfer" and not verb.passive:
                behind = last + 1 if sentence.low(last) == "to" else verb.last  # "delivered 14 tanks to it"
                indirect = _to_it(sentence, behind, subject)
            if frame.prep == "by" and verb.passive:
                subject = None
    places = [
        name
        for name in sentence.named_between(
            min(verb.last, last) if verb is not None else last, _clause_end(sentence, end)
        )
        if not first <= name.first < last
    ]
    places.sort(
        key=lambda name: name.first < last
    )  # what stands behind the group is nearer to it than what stands before
    return Said(own, subject, agent, indirect, places)


def _own(
    sentence: Sentence, first: int, last: int, noun_first: int, scene: Scene, moved: bool, traded: bool
) -> Party | None:
    """North Korean soldiers; Russia's 12 tanks; 40 soldiers of the Malian army; its 12 tanks."""
    for name in sentence.named_between(first, last):
        word = sentence.tokens[name.last - 1].low if name.last else ""
        once = not traded and _once(sentence, name)
        if (
            name.mention.form != "place"
            and not _only_made_there(sentence, name)
            and not word.endswith(_MADE)
            and not once
        ):
            return name.party
    ones, possessives = word_class("one_side"), function_words("poss")
    for at in range(first, last - 1):
        low = sentence.low(at)
        if low in ones:
            irregular = low in ("rebel", "guerrilla", "separatist")
            return scene.meant("rebels" if irregular else low if low == "enemy" else "army", sentence, first)
    part = first + 3 if sentence.low(first + 1) == "of" else -1
    if part > 0 and sentence.low(first + 2) in ("them", "whom", "these", "which"):  # "800 of them German"
        adjective = (it.party for it in sentence.named if it.first == part and it.mention.form == "adjective")
        named = next(adjective, None)
        if named is not None:
            return named
    bare = noun_first == last  # no noun of its own: "Indonesia 1,210", "58 of its own"
    right_before = sentence.named_ending.get(first)
    if bare and right_before is not None:
        return right_before.party
    before, named_before = sentence.low(first - 1), sentence.named_ending.get(first - 1)
    put = named_before if before in _PUT_AT else None
    if bare and first < last and put and put.mention.form in ("group", "noun"):  # "now number the ELN at 6,450"
        return put.party
    if bare and "of" in (sentence.low(first + 1), sentence.low(first + 2)):
        at = first + 2 if sentence.low(first + 1) == "of" else first + 3
        if sentence.low(at) in possessives and sentence.low(at + 1) == "own":
            return scene.meant(sentence.low(at), sentence, first)
    if before == "'s" and named_before is not None:
        return named_before.party
    aside = sentence.named_ending.get(first - 2) if before == "with" else None
    if aside is not None and sentence.low(first - 2) == "," and not aside.prep:
        return aside.party  # "France, with some 3,800 men, has the most to lose"
    giver = _giver(sentence, last)
    if giver is not None:
        return giver
    near = sentence.lows[max(0, first - 3) : first][::-1]
    if before == "at" and len(near) > 2 and near[2] in possessives:  # "put its dead at 2,908"
        return scene.meant(near[2], sentence, first)
    possessive = "" if possessives.isdisjoint(near) else next(low for low in near if low in possessives)
    if possessive and not any(low in function_words("prep") or low == "," for low in near[: near.index(possessive)]):
        return scene.meant(possessive, sentence, first)
    behind = sentence.named_between(last, last + 8) if sentence.low(last) in _OWNERS_AFTER else ()
    for name in behind:
        if name.prep == "from" and moved:
            continue
        if name.prep in _OWNERS_AFTER and name.mention.form != "place" and _no_verb(sentence, last, name.first):
            return name.party
    side = _on_the_side(sentence, last)
    if side is not None:
        return side
    attacker = _attacker(sentence, first)
    if attacker is not None:
        return attacker
    if sentence.low(last) == "loyal" and sentence.low(last + 1) == "to":
        return next((name.party for name in sentence.named_between(last, last + 7)), None)
    if noun_first > first and sentence.low(noun_first - 1) in possessives:
        before = sentence.low(noun_first - 1)
    if before in possessives:
        return scene.meant(before, sentence, first)
    return None


def _ahead(sentence: Sentence, verb: Verb, last: int) -> Party | None:
    """Iran in "After firing 350 missiles in four days, Iran managed 30": the clause behind names who does it."""
    opens = verb.form == "ing" and sentence.low(verb.first - 1) in ("after", "before", "by", "while", "having", "since")
    if not opens or not (verb.first < 2 or sentence.low(verb.first - 2) in _CLAUSE_BEFORE):
        return None
    comma = next((at for at in range(last, min(len(sentence.lows), last + 15)) if sentence.low(at) == ","), -1)
    if comma < 0:
        return None
    return next((it.party for it in sentence.named_between(comma + 1, comma + 6) if not it.prep), None)


def _on_the_side(sentence: Sentence, last: int) -> Party | None:
    """China in "43 casualties on the Chinese side", "among Chinese ranks"."""
    if sentence.low(last) not in ("on", "among", "in") or _SIDE.isdisjoint(sentence.lows[last + 1 : last + 5]):
        return None
    near = sentence.named_between(last, last + 4)
    return next((name.party for name in near if sentence.low(name.last) in _SIDE), None)


def _attacker(sentence: Sentence, first: int) -> Party | None:
    """Russia in "a Russian company-sized mechanized assault near Lyman involving 12 tanks"."""
    at = first - 1
    while sentence.low(at) in _ABOUT:
        at -= 1
    if sentence.low(at) not in _MADE_UP_OF:
        return None
    for place in range(at - 1, max(-1, at - 12), -1):
        if sentence.low(place) in word_class("assault"):
            near = [name for name in sentence.named if place - 7 < name.last <= place]
            return near[-1].party if near and near[-1].mention.form != "place" else None
    return None


def past_owner(sentence: Sentence, first: int, head: int) -> int:
    """Where the thing itself begins in a noun group: past "Russian" in "Russian tanks", which says whose."""
    at = first
    while at < head and at in sentence.named_tokens:
        at += 1
    return at


def _giver(sentence: Sentence, last: int) -> Party | None:
    """The subject of the clause that hangs on the noun: "drones that Russia launched"."""
    at = last + 1 if sentence.low(last) in ("that", "which") else last
    if at not in sentence.named_tokens:
        return None
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


def _no_verb(sentence: Sentence, last: int, at: int) -> bool:
    return all(place not in sentence.verbs or sentence.verbs[place].form == "noun" for place in range(last, at))


def _once(sentence: Sentence, name: Named) -> bool:
    """ "Ex-Indian Su-30s", "former Soviet tanks": whose they were, unless they change hands here."""
    start = name.mention.start
    return sentence.text[max(0, start - 7) : start].lower().endswith(("ex-", "ex ", "former "))


def _clause_end(sentence: Sentence, start: int) -> int:
    """Where another clause begins, or the speaker is named; at most _CLAUSE tokens on."""
    last = min(start + _CLAUSE, len(sentence.lows))
    at = bisect_left(sentence.clause_ends, start)
    return min(last, sentence.clause_ends[at]) if at < len(sentence.clause_ends) else last


def _to_it(sentence: Sentence, at: int, giver: Party | None) -> Party | None:
    """Ukraine in "Germany backs Ukraine and has given it 18 tanks", "has sold the country 36 howitzers"."""
    if sentence.low(at) not in ("it", "them") and sentence.lows[at : at + 2] != ["the", "country"]:
        return None
    before = (name.party for name in reversed(sentence.named) if name.last <= at and name.party != giver)
    return next((one for one in before if not is_region(one)), None) if giver is not None else None
