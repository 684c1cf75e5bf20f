"""Quantities: numbers flow in, bounds flow out: what the words around a number make of it.

"At least", "or more", "some", "up to" bound a number from before or behind; "another", "3,000
more" say that it comes on top of an earlier one; "-strong" that the next noun is what it fills.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from agents.extract.numbers.number_words import is_number_word
from agents.extract.numbers.numbers import Number
from agents.extract.words.lexicon import rows
from agents.extract.words.tokens import NUMBER, WORD, Token
from agents.extract.words.vocabulary import function_words, word_class
from schemas.figure import Qualifier, Vague

_LONGEST = 6
"""Words of the longest qualifier in the list, checked when it is loaded."""


class Quantity(NamedTuple):
    """tokens[first:last] with qualifiers; number is what is counted with.

    definite: "the 3,000", "all 27", "those two". filled: "3,000-strong", "50-man". of: a vague or
    group number, which takes "of" before its noun.
    """

    first: int
    last: int
    number: Number
    low: int | None
    high: int | None
    qualifier: Qualifier
    vague: Vague | None
    increment: bool = False
    definite: bool = False
    filled: bool = False


def find_quantities(tokens: list[Token], numbers: list[Number]) -> list[Quantity]:
    """One quantity a number, in the same order; linear in the tokens."""
    return [_quantity(tokens, number) for number in numbers]


def _quantity(tokens: list[Token], number: Number) -> Quantity:
    first, before, more = _before(tokens, number.first)
    last, after, more_after, filled = _after(tokens, number.last)
    first = _without_article(tokens, first, number.first)
    qualifier = _qualifier(number, before, after)
    low, high = _bounds(number, qualifier)
    definite = first > 0 and tokens[first - 1].low in ("the", "those", "these", "all", "its", "their", "both")
    definite = definite or any(token.low in ("the", "all") for token in tokens[first : number.first])
    if number.vague:
        low = high = None
    more = more or _on_top(tokens, last) or _added(tokens, first, last)
    return Quantity(first, last, number, low, high, qualifier, number.vague, more or more_after, definite, filled)


def _on_top(tokens: list[Token], last: int) -> bool:
    """ "450,000 troops on top of those already serving"."""
    words = [token.low for token in tokens[last : last + 7]]
    at = words.index("top") if "top" in words else 0
    return at > 1 and words[at - 1] == "on" and words[at + 1 : at + 2] == ["of"] and _MARKS.isdisjoint(words[:at])


def _added(tokens: list[Token], first: int, last: int) -> bool:
    """ "Is adding 16 F-35s to its order": on top of what was ordered before."""
    if not first or tokens[first - 1].low not in ("add", "adds", "added", "adding"):
        return False
    words = [token.low for token in tokens[last : last + 7]]
    at = words.index("to") if "to" in words else 0
    return at > 0 and _MARKS.isdisjoint(words[:at]) and words[at + 1 : at + 2] != ["the"]


_MARKS = frozenset((",", ".", ";", ":", "and"))
_BATCHES = frozenset(("batch", "tranche", "lot", "order", "shipment", "delivery", "contingent", "wave"))
"""A second one comes on top of the first: "a second batch of 180 tanks"."""


def _before(tokens: list[Token], first: int) -> tuple[int, list[str], bool]:
    """Walks left over qualifiers, "another" and "additional": where they begin, and what they say."""
    said: list[str] = []
    more = False
    while first > 0 and len(said) < 4:
        low = tokens[first - 1].low
        if low in word_class("more_before"):
            more = True
            first -= 1
            if low != "another" and first and tokens[first - 1].low in ("an", "a"):
                first -= 1
            continue
        size, qualifier = _qualifier_ending(tokens, first)
        if not size:
            break
        said.append(qualifier)
        if first > size and tokens[first - size - 1].low == "something":
            size += 1  # "something over 300", "something closer to 2,000"
        more = more or any(token.low == "further" for token in tokens[first - size : first])
        first -= size
    plus = first > 1 and tokens[first - 1].low == "+" and tokens[first - 2].low == "("
    grown = first > 1 and tokens[first - 1].low == "by" and tokens[first - 2].low in word_class("grown")
    batch = first > 2 and tokens[first - 1].low == "of" and tokens[first - 2].low in _BATCHES
    batch = batch and tokens[first - 3].low in ("second", "third", "further", "another", "additional", "extra")
    return first, said, more or plus or grown or batch or _tallied(tokens, first)


def _tallied(tokens: list[Token], first: int) -> bool:
    """ "Tanks: plus eight, APCs plus 21": the number closes its cell."""
    closed = first + 1 >= len(tokens) or tokens[first + 1].low in (",", ";", ".")
    return closed and first > 1 and tokens[first - 1].low == "plus" and tokens[first - 2].kind != NUMBER


def _qualifier_ending(tokens: list[Token], end: int) -> tuple[int, str]:
    known = _qualifiers("before")
    if not end or tokens[end - 1].low not in _last_words():
        return 0, ""
    for size in range(min(_LONGEST, end), 0, -1):
        words = " ".join(token.low for token in tokens[end - size : end])
        if words in known:
            if words in _PASSES and not _sized(tokens, end - 1):
                return 0, ""  # "the convoy passed two tanks"
            if words == "short of" and end > 2 and tokens[end - 3].low in function_words("be"):
                return 0, ""  # "the army is short of 30,000 men"
            if words == "up to" and end > 2 and tokens[end - 3].low in word_class("adding_up"):
                return 0, ""  # "the pieces add up to two battalions"
            if words == "up to" and end > 2 and tokens[end - 3].low in ("owned", "owns", "owning", "own", "admitted"):
                return 0, ""  # "Abuja owned up to four"
            if words == "up to" and end > 2 and tokens[end - 3].low in ("add", "adds", "added", "adding"):
                return 0, ""  # "the pieces add up to two battalions"
            if words == "over" and end > 1 and tokens[end - 2].low in word_class("phrasal_over"):
                return 0, ""
            return size, known[words]
    return 0, ""


_PASSES = frozenset(("passed", "crossed", "topped", "passes", "tops"))


_SIZES = frozenset(("number", "numbers", "strength", "haul", "count"))


def _sized(tokens: list[Token], before: int) -> bool:
    """Whether a toll or a size stands before the verb: "its losses in the valley have passed 3,000"."""
    sizes = word_class("toll", "size", "stock") | _SIZES
    return any(token.low in sizes for token in tokens[max(0, before - 8) : before])


def _after(tokens: list[Token], last: int) -> tuple[int, list[str], bool, bool]:
    """Walks right over "or more", "more", "-strong", "-odd"."""
    said: list[str] = []
    more = filled = False
    opens = _first_words()
    for _ in range(3):
        if last >= len(tokens) or tokens[last].low not in opens:
            break
        words = [token.low for token in tokens[last : last + 3]]
        if words[:1] == ["-"] and words[1:2] and words[1] in ("strong", "man", "member", "soldier", "troop"):
            filled, last = True, last + 2
            continue
        if words[:1] == ["strong"] and not filled:
            filled, last = True, last + 1
            continue
        if words[:1] == ["-"] and words[1:2] and words[1] in ("plus", "odd", "some"):
            said.append("at_least" if words[1] == "plus" else "about")
            last += 2
            continue
        if words[:1] and words[0] in word_class("more_after") and words[1:2] != ["than"] and (words[0] != "further"):
            more, last = True, last + 1
            continue
        size = next((n for n in (3, 2, 1) if " ".join(words[:n]) in _qualifiers("after") and len(words) >= n), 0)
        if not size:
            break
        said.append(_qualifiers("after")[" ".join(words[:size])])
        last += size
    return last, said or _behind_noun(tokens, last), more, filled


def _behind_noun(tokens: list[Token], last: int) -> list[str]:
    """ "300 soldiers or more", "12 armoured vehicles or so"."""
    known = _qualifiers("after")
    for at in (last + 1, last + 2):
        if at + 1 < len(tokens) and tokens[at].low == "or" and tokens[at - 1].kind == WORD:
            if at + 2 < len(tokens) and (tokens[at + 2].kind == NUMBER or is_number_word(tokens[at + 2].low)):
                return []  # "nine million rounds or over five million"
            qualifier = known.get(f"or {tokens[at + 1].low}")
            return [qualifier] if qualifier is not None else []
    return []


def _without_article(tokens: list[Token], first: int, number: int) -> int:
    """ "the 3,000" and "all 27" are quoted without the article, "an additional" with it."""
    while first < number and tokens[first].low in ("the", "all", "just", "only"):
        first += 1
    return first


def _qualifier(number: Number, before: list[str], after: list[str]) -> Qualifier:
    if number.vague:
        return "vague"
    if number.low != number.high:
        return "range"
    said = [word for word in (*after, *before) if word != "exact"]
    bounding = [word for word in said if word != "about"]
    return (bounding or said or ["exact"])[0]  # type: ignore[return-value]  # the list holds Qualifiers


def _bounds(number: Number, qualifier: Qualifier) -> tuple[int | None, int | None]:
    if qualifier in ("at_least", "more_than"):
        return number.low, None
    if qualifier in ("up_to", "fewer_than"):
        return None, number.high
    return number.low, number.high


@cache
def _last_words() -> frozenset[str]:
    """Of the qualifiers that stand before a number."""
    return frozenset(words.split()[-1] for words in _qualifiers("before"))


@cache
def _first_words() -> frozenset[str]:
    """Of all that may stand behind a number and belong to it."""
    return frozenset(("-", "strong", *(words.split()[0] for words in _qualifiers("after")))) | word_class("more_after")


@cache
def _qualifiers(place: str) -> dict[str, str]:
    return {row["words"]: row["qualifier"] for row in rows("qualifiers") if row["place"] == place}
