"""Promises: a verb flows in, whether what it says is done or only to come flows out.

"Will send", "plans to build", "four divisions would take part" pledge; "can now produce" and "the navy
will have ten" tell how things stand.
"""

from __future__ import annotations

from itertools import pairwise

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.words.vocabulary import function_words, word_class


def promised(sentence: Sentence, verb: Verb) -> bool:
    """ "will send", "plans to deploy", "is sending": not done yet."""
    if verb.form == "noun":
        return verb.frame == "transfer" and _proposed(sentence, verb)
    if (verb.form == "past" and not verb.passive) or (
        verb.form == "participle" and sentence.low(verb.first - 1) in function_words("have")
    ):
        return False
    for at in range(verb.first - 1, max(-1, verb.first - 6), -1):
        low = sentence.low(at)
        if low in ("will", "would", "shall", "should", "could", "may", "might", "can") or low.endswith("'ll"):
            return True
        if low in word_class("pledging") or (
            at in sentence.verb_ending and sentence.verb_ending[at].status == "pledged"
        ):
            return True
        if low == "be" and at - 1 not in sentence.verb_ending and sentence.low(at - 1) not in _NO_WISH:
            return True  # "asked that five minesweepers be sent"
        if low == "to" and sentence.low(at - 1) in function_words("be"):
            return True  # "is to induct 12 more"
        if low == "to" and at - 1 in sentence.named_tokens and verb.form == "base" and at < 4:
            return True  # "POLAND TO HAVE 10,000 SOLDIERS NEAR BORDER"
        if low in function_words("adv", "be", "have") or low in ("to", "not", "n't") or low.endswith("ly"):
            continue
        if at in sentence.named_tokens and "to" in sentence.lows[at + 1 : verb.first]:
            continue  # "wants Ghana to supply another 850"
        break
    return verb.form == "ing" and verb.frame == "transfer" and _only_talk(sentence, verb)


def _only_talk(sentence: Sentence, verb: Verb) -> bool:
    """ "Floated the idea of sending", "ruled out sending", "instead of sending": nothing is sent."""
    before, further = sentence.low(verb.first - 1), sentence.low(verb.first - 2)
    if before == "of":
        return further in word_class("only_talk")
    ruled_out = before == "out" and further.startswith("rul")
    return ruled_out or before in ("against", "without", "avoid") or before in word_class("withholding")


_NO_WISH = frozenset(("to", "not", "can", "cannot"))
"""Before "be" these leave open what is said: "are thought to be deployed"."""

_ABLE = frozenset(("can", "could", "may", "might", "expects", "expect", "expected"))


def _proposed(sentence: Sentence, noun: Verb) -> bool:
    """ "Is considering the transfer of", "blocked the deployment of": nothing has moved yet."""
    small = function_words("det", "poss", "adv") | {"planned", "possible", "further"}
    at = noun.first - 1
    while noun.first - at < 5 and sentence.low(at) in small:
        at -= 1
    verb = sentence.verb_ending.get(at)
    promises = verb is not None and verb.status == "pledged" and verb.form != "noun"
    return promises or sentence.low(at) in word_class("withholding")


def pledges(sentence: Sentence, verb: Verb, said: str) -> bool:
    """Whether what is said, not done yet, is a pledge: sending, making, taking part; having only where planned."""
    before = {sentence.low(at) for at in range(max(0, verb.first - 3), verb.first)}
    if said == "sent" or (said == "present" and verb.frame == "transfer"):
        return said == "sent" or "can" not in before  # "the ship can carry 96 missiles"
    if said == "produced":
        if before & _ABLE or _yearly(sentence, verb):
            return False  # "can now produce 2,900 a month", "wants to make 200,000 a year": what the plant makes
        return not _by_maker(sentence, verb)
    if said == "present" and verb.frame in ("own", "self"):
        if verb.lemma in word_class("staying_on"):
            return False  # "3,000 will stay on in the Sahel"
        if verb.lemma in word_class("stationed_later") and not before & _ABLE:
            return True  # "is prepared to station 4,000", "should count 4,800 when complete"
        headed = verb.first < 5 and sentence.low(verb.first - 1) == "to" and verb.first - 2 in sentence.named_tokens
        return headed or _is_to(sentence, verb) or bool(before & (word_class("intending") | _future(verb)))
    return False


_TO_BE = frozenset(("be", "become", "into"))


def to_be(sentence: Sentence, first: int) -> bool:
    """ "There are to be 4,800 soldiers", "is to become a brigade of 5,000", "will grow into a corps of 20,000"."""
    if _TO_BE.isdisjoint(sentence.words_of):
        return False
    at = first - 1
    while sentence.low(at) in function_words("adv"):
        at -= 1
    if sentence.low(at) == "be":
        to, be = sentence.low(at - 1), sentence.low(at - 2)
        there = "there" in (sentence.low(at - 2), sentence.low(at - 3))
        return there and (to in ("will", "would", "should") or (to == "to" and be in function_words("be")))
    if sentence.low(at) not in ("of", "with"):
        return False
    for place in range(at - 1, max(-1, at - 7), -1):
        low = sentence.low(place)
        if low in (",", ";", ":") or low in word_class("clause_start"):
            return False
        if low in ("become", "into") and (low == "become" or sentence.low(place - 1) in ("grow", "turn", "expand")):
            near = {sentence.low(one) for one in range(max(0, place - 4), place)}
            return not near.isdisjoint(("to", "will", "would", "should"))
    return False


def to_take_part(sentence: Sentence, last: int) -> bool:
    """ "About 260 sailors will be involved in the mission"."""
    if sentence.low(last) not in ("will", "would") or sentence.low(last + 1) != "be":
        return False
    at = last + 2
    while sentence.low(at) in function_words("adv"):
        at += 1
    return sentence.low(at) in ("involved", "engaged", "committed", "assigned", "attached", "available", "needed")


def _is_to(sentence: Sentence, verb: Verb) -> bool:
    """ "Is to induct 12 more"."""
    near = range(verb.first - 3, verb.first)
    return any(sentence.low(at) in function_words("be") and sentence.low(at + 1) == "to" for at in near)


def _yearly(sentence: Sentence, verb: Verb) -> bool:
    """Whether a rate follows: "a year", "per month", "annually"."""
    words = [sentence.low(at) for at in range(verb.last, verb.last + 14)]
    rate = any(word in _EACH and unit in _SPANS for word, unit in pairwise(words))
    return rate or "annually" in words or "monthly" in words


def _by_maker(sentence: Sentence, verb: Verb) -> bool:
    """ "The plant is to build 172 vehicles": those that make things say what they will make; an order is a promise."""
    before = sentence.lows[max(0, verb.first - 12) : verb.first]
    made = not word_class("works", "arms_maker").isdisjoint(before)
    return made and word_class("ordered_things").isdisjoint(before)


_EACH = frozenset(("a", "per", "each", "every", "this", "next"))


_SPANS = frozenset(("year", "month", "week", "day"))


def _future(verb: Verb) -> set[str]:
    """ "Four divisions will take part" is planned; "the navy will have ten" says how many there are."""
    aside = verb.lemma.endswith((" in reserve", " on standby"))
    return {"will", "would"} if verb.frame == "self" or aside or verb.lemma in _HOSTING else set()


_HOSTING = frozenset(("host", "station", "base", "house", "accommodate", "homeport", "deploy"))


def to_number(sentence: Sentence, verb: Verb) -> bool:
    return sentence.low(verb.last) in ("from", "to") and sentence.low(verb.last + 1)[:1].isdigit()
