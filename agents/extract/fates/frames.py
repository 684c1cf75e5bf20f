"""Frames: a counted noun flows in, what happened to it flows out: its status and the verb that says so.

The verb is looked for where English puts it: right after the group ("were shot down", "sent to
Russia"), before it ("launched 30 missiles"; a list shares its verb), further on, or as a noun
("deployment of 3,000 troops"). What stands nearest without a clause between decides.
"""

from __future__ import annotations

from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb, with_particle
from agents.extract.fates.frame_clauses import (
    ADJECTIVES,
    attended,
    continues,
    done_then,
    existential,
    main_after,
    number_put,
    object_clause,
    past_aside,
    schooled,
)
from agents.extract.fates.frame_search import Role, verb_far_right, verb_left, verb_right
from agents.extract.words.vocabulary import function_words, word_class

_MEANS = frozenset(("by", "with", "using"))

_FATES = frozenset(("killed", "wounded", "captured", "exchanged", "withdrawn"))
"""Of these nouns what follows says nothing new: "the death of two soldiers was announced"."""

_HARMED = frozenset(("killed", "wounded", "captured", "missing", "exchanged"))

_SHOWING = ("boast", "boast of", "show", "display", "show off", "list", "film")
_HOLDING = frozenset(("have", "hold", "keep", "leave", "find", "count", *_SHOWING))
"""Before a participle these only frame it: "had 12 tanks destroyed"."""


class Frame(NamedTuple):
    """verb: what decided, or None. role: what the counted noun is to it; "same": a part or a total of
    what was counted before it. prep: what stands before an adjunct, or before a changed number."""

    verb: Verb | None
    role: Role
    prep: str = ""


def find_frame(sentence: Sentence, first: int, last: int, partitive_whole: bool = False) -> Frame:
    """The frame of the noun group with its quantity, tokens[first:last]."""
    frame = _find_frame(sentence, first, last, partitive_whole)
    verb = frame.verb
    if verb is not None and frame.role == "object" and verb.last <= first and verb.form != "noun":
        particle = sentence.low(last)
        part = particle == "out" and sentence.low(last + 1) == "of" and last + 2 in sentence.quantity_at
        if particle in word_class("split_particle") and not part and not (verb.passive or frame.prep):
            return frame._replace(verb=with_particle(verb, particle))
    return frame._replace(verb=done_then(sentence, frame.verb)) if frame.verb is not None else frame


def _find_frame(sentence: Sentence, first: int, last: int, partitive_whole: bool) -> Frame:
    clause = object_clause(sentence, last)
    if clause is not None:
        main = None if partitive_whole else main_after(sentence, clause.last)
        return Frame(main or clause, "object")
    taught = schooled(sentence, last)
    if taught is not None:
        later = main_after(sentence, taught.last)
        return Frame(later, _role_right(sentence, later)) if later is not None else Frame(taught, "subject")
    put, totals = number_put(sentence, first)
    if put is not None:
        return Frame(put, "object")
    right, finite, relative = verb_right(sentence, last)
    left, role, prep = verb_left(sentence, first)
    if left is not None and role == "object" and _spent(sentence, left, first):
        later = right if right is not None and finite else verb_far_right(sentence, last)
        if later is not None and later.form in ("past", "participle", "s"):
            return Frame(later, _role_right(sentence, later))
    changing = left is not None and left.lemma in word_class("changing")
    if totals and not changing:
        return Frame(None, "same")
    direct = left is not None and role == "object"
    if direct and left is not None and sentence.low(last) == "to" and left.lemma in word_class("ordering_to"):
        told = sentence.verbs.get(last + 1)
        if told is not None and told.form == "base" and (told.as_subject or told.status):
            return Frame(told, "subject")  # "ordered 1,100 soldiers to leave"
    if right is not None and (relative or not finite) and not partitive_whole and not direct:
        main = main_after(sentence, right.last)  # "soldiers who were held there have been freed"
        if main is not None:
            right, finite, relative = main, True, False
    main = attended(sentence, right) if right is not None and not (partitive_whole or direct or relative) else None
    if main is not None:
        right, finite = main, True
    agreed = direct and left is not None and left.form == "noun" and left.status == "pledged"
    if agreed and right is not None and right.passive and right.lemma in word_class("placing_orders"):
        return Frame(left, "object")  # "an order for 2,000 shells was placed"
    sought = direct and left is not None and left.status == "pledged" and left.frame == "receive"
    if sought and right is not None and relative and right.status in _HARMED:
        return Frame(right, _role_right(sentence, right))  # "looking for four soldiers who went missing"
    if partitive_whole or existential(sentence, first):
        return Frame(right, _role_right(sentence, right)) if right is not None and not finite else Frame(None, "")
    if direct and left is not None and left.lemma in word_class("container_noun"):
        became = main_after(sentence, last, listed=True)
        if became is not None and became.passive:
            return Frame(became, "object")  # "a cache of 35 rounds was blown in place"
    if not direct:
        main = past_aside(sentence, last)
        if main is not None:
            return Frame(main, _role_right(sentence, main))
    if direct and left is not None and left.form == "noun" and left.status in _FATES:
        return Frame(left, "object")  # "the bodies of 12 soldiers were handed over"
    if right is not None and finite and not relative:
        return Frame(right, _role_right(sentence, right))
    part = (sentence.low(last - 2), sentence.low(last - 1)) == ("of", "them") and sentence.low(first - 1) == ","
    if (part and right is None) or (not direct and continues(sentence, first)):
        return Frame(left, "same")
    if left is not None and role == "adjunct" and prep in _MEANS and left.frame in ("harm", "arrive", "use"):
        return Frame(left, role, prep)  # "hit by 117 drones smuggled in": how they came matters less
    if direct and left is not None and right is not None and _apart(sentence, left, right, last):
        return Frame(right, _role_right(sentence, right))
    if direct and prep == "with" and right is not None:
        return Frame(right, _role_right(sentence, right))  # "lost 12 tanks, with six more damaged"
    if direct and left is not None and left.frame != "inherit" and not _only_frames(left, right):
        return Frame(left, "object", prep)
    if right is not None:
        return Frame(right, _role_right(sentence, right))
    if direct:
        return Frame(left, "object", prep)
    far = verb_far_right(sentence, last)
    hangs = far is not None and far.form == "ing" and sentence.low(far.first - 1) not in function_words("be")
    if far is not None and not far.passive and (hangs or sentence.low(last) == "of"):
        far = main_after(sentence, far.last) or far  # "93 of the drones launched overnight were shot down"
    if far is not None and left is None:
        return Frame(far, _role_right(sentence, far))
    if left is not None:
        return Frame(left, role, prep)
    return Frame(far, _role_right(sentence, far)) if far is not None else Frame(None, "")


def _spent(sentence: Sentence, left: Verb, first: int) -> bool:
    """ "Both sides traded fire and 14 soldiers fell": a verb without an object has nothing to say behind "and"."""
    joined = not {"and", "as", "while", "but"}.isdisjoint(sentence.lows[left.last : first])
    return left.frame == "self" and left.form != "noun" and joined


def _only_frames(left: Verb, right: Verb | None) -> bool:
    """ "Had 12 tanks destroyed"; but "found 12 missiles hidden in a tunnel" took them."""
    if right is None or left.lemma not in _HOLDING:
        return False
    return right.status != "present" or left.lemma not in ("find", "have")  # "is to have 2,200 troops based there"


def _apart(sentence: Sentence, left: Verb, right: Verb, last: int) -> bool:
    """ "3,000 tanks destroyed and 500 captured": two numbers, each with its own participle behind it."""
    bare = _bare(sentence, last) and right.first == last and right.form in ("past", "participle")
    return bare and left.form in ("past", "participle") and left.status != right.status and bool(right.status)


def goes_on(frame: Frame) -> bool:
    """Whether a number without a noun of its own has no verb of its own either, and shares the last one's."""
    verb = frame.verb
    if verb is not None and frame.prep == "at" and verb.lemma in ("number", "count", "estimate"):
        return False  # "security forces number the rebels at 6,450"
    if verb is None or frame.role == "adjunct":
        return True
    if verb.form == "ing" and frame.role == "subject" and verb.frame in ("self", "transfer", "own"):
        return True  # "nine of them women and carrying rifles"
    return not verb.status and verb.lemma not in word_class("changing")


def adjective_after(sentence: Sentence, last: int) -> str:
    """The status said right after the noun: "left 12 soldiers dead"; "" when none is."""
    word = sentence.low(last)
    if word in ("were", "was", "are", "remain", "remained", "remains", "is") and sentence.low(last + 1) in ADJECTIVES:
        word = sentence.low(last + 1)
    if word == "due" and schooled(sentence, last) is not None:
        return ""  # "are due to complete conversion" says that they are in training
    if word in ("were", "are") and _bare(sentence, last):
        place = last + 2 if sentence.low(last + 1) in function_words("adv") else last + 1
        if sentence.low(place) in ("at", "in", "aboard", "inside", "with"):
            return "present"
    if word in ("taken", "took", "held") and sentence.low(last + 1) in ADJECTIVES:
        word = sentence.low(last + 1)
    following = sentence.low(last + 1)
    if word == "on" and following == "order":
        return "pledged"
    if (
        word in ("dead", "killed")
        and following in ("or", "and", "/")
        and sentence.low(last + 2) in ("wounded", "injured", "missing")
    ):
        return "killed_or_wounded"
    return ADJECTIVES.get(word, "")


def _bare(sentence: Sentence, last: int) -> bool:
    """Whether the group ends in its number: "the other 24 are at the embassy"."""
    return any(quantity.last == last for quantity in sentence.quantities)


def _role_right(sentence: Sentence, verb: Verb) -> Role:
    """Object of a passive or a bare participle, subject of an active verb."""
    if verb.passive:
        return "object"
    if verb.form in ("participle", "past") and verb.frame not in ("self", "arrive"):
        before = sentence.low(verb.first - 1)
        active = (
            before in function_words("have")
            or verb.lemma in ("die", "surrender", "perish", "disappear", "defect", "desert", "leave")
            or _takes_object(sentence, verb)
        )
        return "subject" if active else "object"
    if verb.form == "participle" and verb.frame == "arrive" and sentence.low(verb.first - 1) in function_words("be"):
        return "object"
    return "subject"


def _takes_object(sentence: Sentence, verb: Verb) -> bool:
    """Whether a noun follows at once, so that "200 fighters attacked the base" is active."""
    if verb.frame == "transfer" and verb.lemma.endswith(" for"):
        return False  # "servicemen earmarked for the region"
    following = sentence.low(verb.last)
    if any(quantity.first == verb.last for quantity in sentence.quantities):
        return True  # "two destroyers intercepted six missiles"
    return following in ("the", "a", "an", "their", "its", "his", "them", "him") or verb.last in sentence.named_tokens
