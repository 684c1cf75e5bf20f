"""Plain verbs: a name's place flows in, the everyday verb whose object it is flows out.

"Poland fears Russia and has ordered 250 tanks": fears says nothing of tanks, so that data/verbs.csv has no place for
it, but it has an object, and that is not who ordered them. data/plain_verbs.csv lists such verbs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from agents.extract.clauses.verbs import Form, inflect
from agents.extract.numbers.number_words import is_number_word
from agents.extract.words.lexicon import rows
from agents.extract.words.tokens import Token
from agents.extract.words.vocabulary import function_words, word_class

_GROUP = 4
"""Tokens of a noun group that may stand between the verb and the name: "trusts the new government of Ukraine"."""

_ASIDES = frozenset(("and", "or", "but", "then"))


def verb_before(tokens: list[Token], low: Callable[[int], str], first: int, last: int, named: frozenset[int]) -> int:
    """The token of the plain verb that governs the name tokens[first:last]; -1 for none.

    named: the tokens that stand in names, so that "North Korea supplies Russia" is told from "Dutch supplies".
    """
    forms = _forms()
    for at in range(first - 1, max(-1, first - 1 - _GROUP), -1):
        word = low(at)
        if word in forms and not tokens[at].capital:
            return at if _is_verb(tokens, low, at, named) and not _opens_clause(low, last) else -1
        if not (word in _in_group() or word.endswith("ern") or tokens[at].capital):
            return -1
    return -1


def is_plain_verb(tokens: list[Token], low: Callable[[int], str], at: int, named: frozenset[int]) -> bool:
    """Whether a plain verb stands at that token."""
    return low(at) in _forms() and not tokens[at].capital and _is_verb(tokens, low, at, named)


def _is_verb(tokens: list[Token], low: Callable[[int], str], at: int, named: frozenset[int]) -> bool:
    """Whether the word is no noun or adjective here: what stands before it says so."""
    before = low(at - 1)
    if not before or before == "'s" or before in function_words("det", "poss") or is_number_word(before):
        return False
    kinds = _forms()[low(at)]
    if "past" in kinds or "participle" in kinds or "ing" in kinds:
        return True
    marked = before in word_class("verb_follows") or before in function_words("modal", "do", "pron", "adv")
    if marked or before in _ASIDES or before == ",":
        return True
    if before in function_words("prep"):
        return False
    people = at - 1 in named and low(at - 2) == "the"  # the Dutch, the Houthis
    if "base" in kinds:
        return people or (before.endswith("s") and not tokens[at - 1].capital)
    return (at - 1 in named and not people) or (kinds["s"] == "plain" and not before.endswith("s"))


def _opens_clause(low: Callable[[int], str], last: int) -> bool:
    """Whether the name does something itself: "fears Russia has sent", "suspects Russian forces will"."""
    finite = function_words("be", "have", "modal")
    if low(last) in finite or low(last) in _pasts():
        return True
    return low(last) not in (",", "and", "or", "but", ";", "'s") and (
        low(last + 1) in finite or low(last + 1) in _pasts()
    )


@cache
def _pasts() -> frozenset[str]:
    """Forms of the past: "fears Russia sent"."""
    return frozenset(
        word
        for row in rows("verbs")
        for form, word in inflect(row["verb"], row["past"], row["participle"], row["ing"])
        if form == "past"
    )


@cache
def _in_group() -> frozenset[str]:
    small = (function_words("det", "poss") - {"that"}) | word_class("in_place_name")
    return small | {"of", "government", "army", "new", "more"}


@cache
def _forms() -> dict[str, dict[Form, str]]:
    """Every form of a verb with an object, and whether it is a plain one or one of data/verbs.csv."""
    forms: dict[str, dict[Form, str]] = {}
    for name in ("plain_verbs", "verbs"):
        for row in rows(name):
            if name == "verbs" and (" " in row["verb"] or row["frame"] in ("self", "arrive")):
                continue
            for form, word in inflect(row["verb"], row["past"], row["participle"], row["ing"]):
                if name == "verbs" and form not in ("s", "base"):
                    continue  # seen wherever it stands
                forms.setdefault(word, {}).setdefault(form, "plain" if name == "plain_verbs" else "verb")
    return forms
