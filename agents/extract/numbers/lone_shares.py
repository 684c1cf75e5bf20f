"""Lone shares: a number without a noun flows in, whether it is a share or a size of what stands beside it flows out.

"Italy's at 26, Ukraine's 18", "howitzers, 24 in all", "a third of the launchers, some 120,". ellipsis.py asks here.
"""

from __future__ import annotations

from itertools import pairwise

from agents.extract.clauses.clauses import Sentence
from agents.extract.numbers.number_lists import item_ending
from agents.extract.numbers.quantities import Quantity

_WHOLE = (["in", "all"], ["in", "total"], ["all", "told"])


def of_owner(sentence: Sentence, quantity: Quantity) -> bool:
    """ "British losses stand at 97, Italy's at 26, Ukraine's 18": an owner right behind another's number."""
    at = quantity.first - 1
    if sentence.low(at) != "'s" or at - 1 not in sentence.named_tokens:
        return False
    while at - 1 in sentence.named_tokens:
        at -= 1
    joined = sentence.low(at - 1) == "and" and at - 2 in sentence.quantity_ending
    return joined or at - 1 in sentence.quantity_ending


def for_each(sentence: Sentence, last: int) -> bool:
    """ "Exchanged prisoners of war on Friday, 205 each", "the swap saw 75 go home on each side"."""
    each = sentence.low(last) in ("each", "apiece") or [sentence.low(last), sentence.low(last + 1)] == ["a", "side"]
    said = [sentence.low(at) for at in range(last, last + 6)]
    each = each or any(pair in (("each", "side"), ("both", "sides")) for pair in pairwise(said))
    return each and any(token.low in ("exchanged", "swapped", "exchange", "swap") for token in sentence.tokens)


def held_against(sentence: Sentence, quantity: Quantity) -> bool:
    """ "370 ships, more than the US Navy's 290"."""
    at = quantity.first - 1
    if sentence.low(at) != "'s":
        return False
    at -= 1
    while at > 0 and (at in sentence.named_tokens or sentence.tokens[at].capital or sentence.low(at) == "the"):
        at -= 1
    return sentence.low(at) in _HELD or sentence.low(quantity.first - 3) in _HELD


_HELD = frozenset(("to", "against", "with", "than"))


def the_rest(sentence: Sentence, quantity: Quantity) -> bool:
    """ "The rest, 54, are due next year"."""
    before = [sentence.low(at) for at in range(quantity.first - 3, quantity.first)]
    closed = sentence.low(quantity.last) in (",", ")", ".", "--", "-")
    return before[:1] == ["the"] and before[1] in _REST and before[2] in (",", "(", "--", "-", ":") and closed


_REST = frozenset(("rest", "remainder", "balance", "others"))


def in_all(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "A third batch of howitzers, 24 in all"."""
    said = [sentence.low(last), sentence.low(last + 1)]
    return sentence.low(quantity.first - 1) in (",", "(", "-", "--") and said in _WHOLE and _behind(sentence, quantity)


def apposed(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "A third of the launchers, some 120,": a size right behind the plural noun that it gives."""
    if quantity.qualifier not in ("about", "at_least", "more_than", "up_to", "fewer_than", "range"):
        return False
    if sentence.low(quantity.first - 1) not in (",", "(") or sentence.low(last) not in (",", ")", ";"):
        return False
    return _behind(sentence, quantity)


def _behind(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a plural noun of ours stands right before the mark before the number."""
    found = item_ending(sentence, quantity.first - 2) if quantity.first > 1 else None
    return found is not None and found[1].strong and found[1].plural and found[1].kind in ("person", "weapon")


def of_variant(sentence: Sentence, last: int) -> bool:
    """ "63 of the Polish variant", "some 30 of the ambulance model": the things are named before. last: of "of"."""
    if sentence.low(last) != "of" or sentence.low(last + 1) not in ("the", "this", "that", "its", "an", "a"):
        return False
    return any(sentence.low(at) in _VARIANTS for at in range(last + 2, last + 6))


_VARIANTS = frozenset(("variant", "version", "model", "type", "kind", "mark"))
