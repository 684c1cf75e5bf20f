"""Frames: a counted noun flows in, what happened to it flows out: its status and the verb that says so.

The verb is looked for where English puts it: right after the group ("were shot down", "sent to
Russia"), before it ("launched 30 missiles"; a list shares its verb), further on, or as a noun
("deployment of 3,000 troops"). What stands nearest without a clause between decides.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.clauses import Sentence
from agents.extract.frame_search import (
    Role,
    existential,
    object_clause,
    passive_after,
    verb_far_right,
    verb_left,
    verb_right,
)
from agents.extract.verbs import Verb
from agents.extract.vocabulary import function_words

_ADJECTIVES = {
    "dead": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "captive": "captured",
    "prisoner": "captured",
    "hostage": "captured",
    "ablaze": "destroyed",
}

_HOLDING = frozenset(("have", "keep", "leave", "find"))
"""Before a participle these only frame it: "had 12 tanks destroyed"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """verb: what decided, or None. role: what the counted noun is to it. prep: before an adjunct."""

    verb: Verb | None
    role: Role
    prep: str = ""


def find_frame(sentence: Sentence, first: int, last: int, partitive_whole: bool = False) -> Frame:
    """The frame of the noun group with its quantity, tokens[first:last]."""
    clause = object_clause(sentence, last)
    if clause is not None:
        main = passive_after(sentence, clause.last)
        return Frame(main or clause, "object")
    right, finite, relative = verb_right(sentence, last)
    left, role, prep = verb_left(sentence, first)
    if right is not None and finite and not relative:
        return Frame(right, _role_right(sentence, right))
    if partitive_whole or existential(sentence, first):
        return Frame(right, _role_right(sentence, right)) if right is not None and not finite else Frame(None, "")
    direct = left is not None and role == "object"
    if direct and left is not None and left.frame != "inherit" and not (right is not None and left.lemma in _HOLDING):
        return Frame(left, "object")
    if right is not None:
        return Frame(right, _role_right(sentence, right))
    if direct:
        return Frame(left, "object")
    far = verb_far_right(sentence, last)
    if far is not None and left is None:
        return Frame(far, _role_right(sentence, far))
    if left is not None:
        return Frame(left, role, prep)
    return Frame(far, _role_right(sentence, far)) if far is not None else Frame(None, "")


def adjective_after(sentence: Sentence, last: int) -> str:
    """The status said right after the noun: "left 12 soldiers dead"; "" when none is."""
    word = sentence.low(last)
    if word in ("were", "was", "are") and sentence.low(last + 1) in _ADJECTIVES:
        word = sentence.low(last + 1)
    if word in ("taken", "took", "held") and sentence.low(last + 1) in _ADJECTIVES:
        word = sentence.low(last + 1)
    following = sentence.low(last + 1)
    if (
        word in ("dead", "killed")
        and following in ("or", "and", "/")
        and sentence.low(last + 2) in ("wounded", "injured", "missing")
    ):
        return "killed_or_wounded"
    return _ADJECTIVES.get(word, "")


def _role_right(sentence: Sentence, verb: Verb) -> Role:
    """Object of a passive or a bare participle, subject of an active verb."""
    if verb.passive:
        return "object"
    if verb.form in ("participle", "past") and verb.frame not in ("self", "arrive"):
        before = sentence.low(verb.first - 1)
        active = (
            before in function_words("have")
            or verb.lemma in ("die", "surrender", "perish", "disappear", "defect", "desert")
            or _takes_object(sentence, verb)
        )
        return "subject" if active else "object"
    if verb.form == "participle" and verb.frame == "arrive" and sentence.low(verb.first - 1) in function_words("be"):
        return "object"
    return "subject"


def _takes_object(sentence: Sentence, verb: Verb) -> bool:
    """Whether a noun follows at once, so that "200 fighters attacked the base" is active."""
    following = sentence.low(verb.last)
    return following in ("the", "a", "an", "their", "its", "his", "them", "him") or verb.last in sentence.named_tokens
