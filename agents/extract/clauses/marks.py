"""Marks of a noun left out: a bare number flows in, whether the words around it send one back flows out.

"The other 24", "up from the 99", "of the 30 who went in", "Malawi 700": each mark is a function of
its own, and ellipsis.py says which of them let a number stand alone.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import MARK, WORD
from agents.extract.words.vocabulary import function_words, traps, word_class

_SELECTS = frozenset(("other", "remaining", "first", "last", "final", "initial", "next", "another", "latter"))
"""Before a number: a part of what was counted before."""

_COMPARES = frozenset(
    ["compared with", "compared to", "up from", "down from", "as against", "rather than", "followed by", "joined by"]
)
"""Before a number: it is held against one that was counted."""


_SPANS = frozenset(("days", "weeks", "months", "years", "hours", "day", "week", "month", "year"))


def ends(sentence: Sentence, last: int) -> bool:
    """Whether no noun of the number's own can follow."""
    low = sentence.low(last)
    after = sentence.low(last + 1)
    if low in ('"', "'") and (not after or after in (",", ".", ";", ")") or after in function_words("prep")):
        return low == '"' or "'" in (sentence.low(at) for at in range(max(0, last - 8), last))
    if last >= len(sentence.tokens) or (sentence.tokens[last].kind == MARK and low not in ('"', "(", "'")):
        return True
    if low in ("a", "an", "this", "last", "next", "every", "per", "each"):
        return sentence.low(last + 1) in word_class("span_of_time")
    if sentence.low(last + 2) in ("later", "earlier", "before", "ago") and sentence.low(last + 1) in _SPANS:
        return True  # "put it at 250 to 300 two days later"
    if low == "the":  # "against 30,000 the year before", "12 the previous day"
        spans = word_class("span_of_time")
        return sentence.low(last + 1) in ("previous", "preceding", "following", "same") or (
            sentence.low(last + 1) in spans and sentence.low(last + 2) in ("before", "after", "earlier", "prior")
        )
    return low in function_words("prep", "conj", "adv") or low in word_class("after_bare")


def number_follows(sentence: Sentence, last: int) -> bool:
    near = range(last + 1, last + 6)
    return any(other.first in near or other.number.first in near for other in sentence.quantities)


def selected(sentence: Sentence, quantity: Quantity) -> bool:
    """ "The other 24", "the remaining seven", "another 30"."""
    before = [sentence.low(at) for at in range(quantity.first - 1, quantity.number.first)]
    whose = sentence.low(quantity.first - 2) in function_words("poss")  # "had sent its first 50,000"
    parted = "the" in (sentence.low(quantity.first - 2), *before, "another")
    return any(low in _SELECTS for low in before) and (whose or parted)


def compared(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Compared with about 130", "up from the 99", "against fewer than 5,000"."""
    at = quantity.first - 1
    while sentence.low(at) in ("the", "just", "only", "some", "of"):
        at -= 1
    low = sentence.low(at)
    return f"{sentence.low(at - 1)} {low}" in _COMPARES or (
        low in ("against", "versus", "vs", "following") and any(other.last < at for other in sentence.quantities)
    )


def changes(sentence: Sentence, quantity: Quantity) -> bool:
    """A size that changes or is put at a number: "cut from 9,000 to 1,500", "brought the toll to"."""
    if sentence.low(quantity.first - 2) in traps("measure"):
        return False  # "cut from 30 months to 15"
    start = max(0, quantity.first - 14)
    return any(sentence.low(at) in word_class("changing_size") for at in range(start, quantity.first))


def parallel(sentence: Sentence, quantity: Quantity) -> bool:
    """ "To 140,000 personnel by next year and to 110,000 by 2030": the same preposition before both."""
    joint = sentence.low(quantity.first - 1)
    return any(
        other.last < quantity.first and sentence.low(other.first - 1) == joint and quantity.first - other.last < 14
        for other in sentence.quantities
    )


def of_size(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether "of" gives a size or a whole, and no age: "a total of 40", "two of 12", "of the 30 who"."""
    before = sentence.low(quantity.first - 2)
    near = range(quantity.first - 3, quantity.first)
    return (
        quantity.first <= 2
        or before in ("loss", "out", "low", "high", "peak", "target", ",", ";")
        or before in word_class("changing_size")
        or any(other.last in near for other in sentence.quantities)
    )


def of_time(sentence: Sentence, quantity: Quantity) -> bool:
    """ "For three days, then for 12 more": a measure was counted before, not the noun."""
    return any(sentence.low(at) in traps("measure") for at in range(max(0, quantity.first - 7), quantity.first))


def of_party(sentence: Sentence, quantity: Quantity) -> bool:
    """ "France has 1,200 soldiers there, Malawi 700 and Chad 500": a name, its number, and the verb left out."""
    at = quantity.first - 1
    while at in sentence.named_tokens:
        at -= 1
    if at < quantity.first - 1 and sentence.low(at) == "the":
        at -= 1
    if at == quantity.first - 1 and sentence.low(at) in word_class("collective") and sentence.low(at - 1) == "the":
        at -= 2  # "the Guards lost 41, the Marines 63"
    if sentence.low(at) in word_class("other_side") and sentence.low(at - 1) in ("the", "their", "its", "his"):
        at -= 2  # "their enemies 10,000"
    if at == quantity.first - 1 or (quantity.number.high or 0) < 2:
        return False
    return sentence.low(at) in (",", "and", ";", "while", "with") and any(
        other.last <= at for other in sentence.quantities
    )


def of_whole(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Of the 30 who went in, six came out": both numbers of a sentence that begins so."""
    if sentence.low(0) != "of" or sentence.tokens[0].kind != WORD:
        return False
    first = sentence.quantities[0] is quantity
    if first:
        return quantity.first <= 2 and sentence.low(last) in ("who", "that", "which", "so")
    at = quantity.first - 1
    return sentence.low(at) == "," and sentence.quantities[0].first <= 2 and _predicate(sentence, last)


def _predicate(sentence: Sentence, last: int) -> bool:
    verb = sentence.verbs.get(last)
    return sentence.low(last) in function_words("be", "have", "modal", "adv") or (
        verb is not None and verb.form in ("past", "base", "s", "participle")
    )


def clause_subject(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "15 soldiers died; 11 are still missing", "and three have surrendered": the subject of its own clause."""
    joint = sentence.low(quantity.first - 1)
    following = [sentence.low(at) for at in range(last, last + 5)]
    return (
        joint in (";", "and", "but", "while", "though", "although")
        and following[0] in function_words("be", "have", "modal")
        and not any(word in word_class("civil_people") and word != "hospital" for word in following)
        and (quantity.number.high or 2) > 1
    )


def made(sentence: Sentence, last: int) -> bool:
    """ "3,936 built through 2023": a bare participle that tells how a thing came to be there."""
    verb = sentence.verbs.get(last)
    return (
        verb is not None
        and verb.form in ("participle", "past")
        and verb.frame in ("own", "transfer", "receive")
        and (ends(sentence, verb.last) or sentence.low(verb.last) in function_words("adv", "prep"))
    )


def fragment(sentence: Sentence, quantity: Quantity) -> bool:
    """ "On a bad one, fifteen.": a sentence without a verb that answers the one before."""
    size = len(sentence.tokens)
    return (
        size <= 10
        and quantity.first > 1
        and not sentence.verbs
        and sentence.low(quantity.first - 1) == ","
        and all(token.kind == MARK for token in sentence.tokens[quantity.last :])
        and len(sentence.quantities) <= 2
    )
