"""The walk to a head: a place behind a number flows in, the noun group that stands there flows out.

Over adjectives, nationalities, calibres and models, never over a verb, a preposition or another
number. The head is the last noun of the run, so that "three drone strikes" counts strikes, which we
leave alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from agents.extract.clauses.verbs import Verb
from agents.extract.nouns.items import Item, item_at
from agents.extract.numbers.number_words import is_number_word
from agents.extract.words.tokens import MARK, MODEL, NUMBER, ORDINAL, WORD, Token
from agents.extract.words.vocabulary import function_words, traps, word_class

_LONGEST = 12
"""Tokens between a number and its noun; the longest in the dev set has seven."""


_CALIBRES = ("mm", "millimeter", "millimetre", "inch", "pound", "calibre", "caliber")


class NounGroup(NamedTuple):
    """tokens[first:last] name the thing; heads are the items, more than one when they share a number.

    partitive: "nine of the drones". why_not: the trap it is, when it is one.
    """

    first: int
    last: int
    heads: tuple[Item, ...]
    head_first: int
    partitive: bool = False
    why_not: str = ""

    @property
    def item(self) -> Item:
        return self.heads[0]


def walk(tokens: list[Token], at: int, single: bool, named: frozenset[int], verbs: dict[int, Verb]) -> NounGroup | None:
    head: tuple[int, Item] | None = None
    fallback: tuple[int, Item] | None = None
    civil = ""
    place, end = at, min(len(tokens), at + _LONGEST)
    while place < end:
        token = tokens[place]
        item = item_at(tokens, place)
        if item is not None and place + item.size <= len(tokens):
            if item.plural or (single and item.singular) or _uninflected(tokens, place, item):
                if head is None or _extends(head[1], item):
                    head = (place, item)
            elif item.kind == "model":
                fallback = fallback or (place, item)
            elif head is not None:
                break
            place += item.size
            continue
        if (
            head is not None
            and head[1].kind == "casualty"
            and token.low != ","
            and _leads_on(tokens, place)
            and _modifies(tokens, place, at, named, verbs)
        ):
            place += 1
            continue
        if head is not None:
            if (
                _compounds(tokens, place, head[1])
                or (token.low in traps("head") and not _struck(tokens, place, head[1], verbs))
                or (token.low == "'s" or (token.low == "'" and _possessive(tokens, place) and not _quoted(tokens, at)))
            ):
                return NounGroup(at, place + 1, (head[1],), head[0], why_not=f"{token.low} is what is counted")
            break
        if token.low in traps("head") and place not in named:
            modifies = not single and not token.low.endswith("s") and _leads_on(tokens, place + 1)
            modifies = modifies or (token.low == "type" and place + 1 < end and tokens[place + 1].kind == NUMBER)
            if not modifies:
                return NounGroup(at, place + 1, (), place, why_not=f"{token.low} are not counted here")
        if token.low in traps("civil") and not _in_name(tokens, place, named):
            civil = token.low
        if not _modifies(tokens, place, at, named, verbs):
            break
        place += 1
    aircraft = head is not None and head[1].item in ("fighter", "trainer")
    if fallback is not None and (head is None or (aircraft and fallback[1].category == "weapons")):
        head = fallback if head is None else (head[0], replace(fallback[1], plural=True, size=head[1].size))
    if head is None:
        return None
    if civil:
        return NounGroup(at, head[0] + head[1].size, (head[1],), head[0], why_not=f"{civil} is civil")
    return NounGroup(at, head[0] + head[1].size, (head[1],), head[0])


def _in_name(tokens: list[Token], place: int, named: frozenset[int]) -> bool:
    """ "African Union troops", "136 Ajax family vehicles": a word of civil life within a name."""
    low, before = tokens[place].low, tokens[place - 1]
    if place in named or (low == "union" and tokens[place].capital and before.capital):
        return True
    following = tokens[place + 1].low if place + 1 < len(tokens) else ""
    return low == "family" and before.capital and following in ("vehicles", "vehicle", "missiles", "aircraft", "tanks")


def _struck(tokens: list[Token], place: int, head: Item, verbs: dict[int, Verb]) -> bool:
    """ "Forty rockets hit Kiryat Shmona", "six Merkavas hit": a verb that looks like a noun."""
    if tokens[place].low == "hit" and head.plural and not head.singular:
        return True  # what is counted would be "missile hits"
    verb = verbs.get(place)
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if tokens[place].low == "hit" and head.kind == "model" and following is not None:
        return following.low in function_words("prep")  # "2 HIMARS hit near the border"
    struck = following is not None and (following.capital or following.low in function_words("det", "poss"))
    return verb is not None and verb.form == "past" and struck


def _compounds(tokens: list[Token], place: int, head: Item) -> bool:
    """Whether the head only modifies an unknown plural: "military sources", "security forces officials"."""
    low = tokens[place].low
    invariant = head.plural and head.singular
    return (
        invariant
        and tokens[place].kind == WORD
        and low.endswith("s")
        and not low.endswith(("ss", "us"))
        and len(low) > 3
        and low not in function_words("adv", "prep", "have", "be", "det", "poss", "pron", "conj", "modal")
    )


def _uninflected(tokens: list[Token], place: int, item: Item) -> bool:
    """ "Forty-one Kalashnikov, a PK", "nine fabricated gun": a weapon left in the singular, with nothing behind it."""
    last = place + item.size
    if item.words == "prisoner" and at_end(tokens, last):
        return True  # "took nine prisoner"
    if item.kind != "weapon" or not item.singular:
        return False
    following = tokens[last].low if last < len(tokens) else "."
    if following not in (",", ".", ";", ")", "with", "from", "were", "and"):
        return False
    for at in range(last + 1, min(len(tokens), last + 7)):
        if tokens[at].low in function_words("det", "prep", "be", "have", "modal", "pron") or tokens[at].kind == NUMBER:
            return True
        if tokens[at].low in traps("head") or _plural_weapon(tokens, at):
            return False
    return True


def at_end(tokens: list[Token], last: int) -> bool:
    return last >= len(tokens) or tokens[last].low in (",", ".", ";", "and", "after", "in", "on", "near", "at")


def _plural_weapon(tokens: list[Token], at: int) -> bool:
    item = item_at(tokens, at)
    return item is not None and item.plural and not item.singular


def _extends(head: Item, item: Item) -> bool:
    return not (item.kind == "casualty" and head.kind != "casualty")


def _possessive(tokens: list[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].end == tokens[place].start and tokens[place - 1].low.endswith("s")


def _quoted(tokens: list[Token], at: int) -> bool:
    """Whether the quotation that the number stands in opens right before it: "reported 'three fresh brigades' "."""
    return any(token.low == "'" for token in tokens[max(0, at - 3) : at])


def _modifies(tokens: list[Token], place: int, first: int, named: frozenset[int], verbs: dict[int, Verb]) -> bool:
    """Whether the token can stand between a number and its noun."""
    token = tokens[place]
    low = token.low
    if place in named or token.kind in (MODEL, ORDINAL):
        return True
    if token.kind == NUMBER:
        return (
            place > first
            and (tokens[place - 1].capital or tokens[place - 1].low in ("/", "-", ".") or _calibre(tokens, place))
        ) or _calibre(tokens, place)
    if token.kind == MARK:
        joins = low == "(" or (low in (",", ")") and place > first)
        calibre = low == "." and tokens[place + 1 : place + 2] != [] and tokens[place + 1].kind in (NUMBER, MODEL)
        return calibre or low in ('"', "-", "/", "'") or (joins and _leads_on(tokens, place + 1))
    if low in ("and", "or"):
        return place > first and _leads_on(tokens, place + 1)
    if is_number_word(low) or low in ("said", "says"):
        return False
    if low == "such" and place == first:
        return True  # "one such brigade"
    if token.capital and place + 1 < len(tokens) and tokens[place + 1].low == "/":
        return True  # AN/TPQ-36
    if low == "other" or (low == "of" and place > first and tokens[place - 1].low in ("kinds", "types")):
        return True
    if low in function_words("prep", "det", "poss", "pron", "conj", "be", "have", "do", "modal"):
        return False
    verb = verbs.get(place)
    if verb is not None and not verb.may_modify:
        return False
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 and token.kind != MODEL:
        return low in word_class("plural_modifier") or (token.capital and _leads_on(tokens, place + 1))
    return True


def _calibre(tokens: list[Token], place: int) -> bool:
    words = [token.low.strip(".") for token in tokens[place + 1 : place + 3]]
    return bool(words) and (
        words[0] in ("mm", "millimeter", "millimetre")
        or (words[0] == "-" and words[1:] != [] and words[1] in _CALIBRES)
    )


def _leads_on(tokens: list[Token], place: int) -> bool:
    """Whether a plural noun of ours follows within four words that are no number and no small word."""
    for at in range(place, min(len(tokens), place + 5)):
        item = item_at(tokens, at)
        if item is not None and item.plural and item.kind != "casualty":
            return True
        low = tokens[at].low
        if low in ("and", "or", ","):
            continue
        if (
            tokens[at].kind == NUMBER
            or is_number_word(low)
            or low in function_words("prep", "det", "poss", "pron", "conj", "be", "have", "modal")
        ):
            return False
    return False
