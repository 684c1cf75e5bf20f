"""What a sentence says of the sides: a counted noun with its frame flows in, the parties named for it flow out.

Its owner by an adjective ("North Korean soldiers"), a possessive or an "of"; the subject and the agent
of its verb; who stands between verb and noun ("gave Ukraine 31 tanks"); and the places around."""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.clauses import Named, Sentence
from agents.extract.frames import Frame
from agents.extract.scene import Scene
from agents.extract.subjects import after, by_noun, subject_of
from agents.extract.vocabulary import function_words
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

_CLAUSE = 60
"""Tokens in which "to Russia" can still belong to a verb."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the sentence itself names: each None when it does not."""

    own: Party | None
    subject: Party | None
    agent: Party | None
    indirect: Party | None
    places: list[Named]
    same: Party | None = None


def what_is_said(sentence: Sentence, first: int, last: int, noun_first: int, frame: Frame, scene: Scene) -> Said:
    verb = frame.verb
    own = _own(sentence, first, last, noun_first, scene)
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
            subject = subject_of(sentence, verb, scene)
            agent = after(sentence, verb.last, ("by",), scene) if subject is None else None
        if frame.role == "object" and verb.first >= last and not verb.passive and verb.form != "noun":
            subject = next((name.party for name in sentence.named_between(last, verb.first) if not name.prep), None)
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
    return Said(own, subject, agent, indirect, places)


def _own(sentence: Sentence, first: int, last: int, noun_first: int, scene: Scene) -> Party | None:
    """North Korean soldiers; Russia's 12 tanks; 40 soldiers of the Malian army; its 12 tanks."""
    for name in sentence.named_between(first, last):
        word = sentence.tokens[name.last - 1].low if name.last else ""
        if name.mention.form != "place" and not _only_made_there(sentence, name) and not word.endswith(_MADE):
            return name.party
    for at in range(first, last):
        if (
            sentence.low(at) in ("junta", "government", "regime", "army", "state", "rebel", "guerrilla", "separatist")
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
        if name.prep in _OWNERS_AFTER and name.mention.form != "place" and _hangs_on(sentence, last, name.first):
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
