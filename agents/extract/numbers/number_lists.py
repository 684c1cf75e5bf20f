"""Numbers in lists: a number without a noun behind it flows in, the noun of its list flows out.

A general staff's "tanks - 7,934 (+12)", "41 Cuban and 212 Angolan soldiers", and parts of a whole:
"60 of 93 Russian drones"."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.nouns.items import Item, item_at, may_end_item, names
from agents.extract.nouns.noun_walk import walk
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import MARK, MODEL, WORD
from agents.extract.words.vocabulary import function_words, word_class


class Counted(NamedTuple):
    """The item, its words as printed (text[start:end]), and where the quote ends (a token index)."""

    item: Item
    start: int
    end: int
    last: int


def in_staff_list(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """A general staff's list: "tanks - 7,934 (+12) units"; the number in brackets is on top."""
    at, last = quantity.first - 1, quantity.last
    if sentence.low(at) == "+" and sentence.low(at - 1) == "(":
        at -= 2
        while at >= 0 and (
            sentence.tokens[at].low[:1].isdigit() or sentence.low(at) in ("about", "approximately", "over")
        ):
            at -= 1
    elif not (
        sentence.low(last) in ("(", ";", ".", ",", "units", "persons", "") and sentence.low(at) in ("-", "--", ":")
    ):
        return None
    if sentence.low(at) not in ("-", "--", ":"):
        return None
    if sentence.low(at) == ":" and at > 0 and sentence.tokens[at - 1].kind == MODEL and _opens_cell(sentence, at - 1):
        model = item_at(sentence.tokens, at - 1)  # "T-80BVM: 6, of which 4 destroyed"
        if model is not None and model.category == "weapons":
            return Counted(model, sentence.tokens[at - 1].start, sentence.tokens[at - 1].end, last)
    found = item_ending(sentence, at - 1)
    if found is None or not found[1].plural or found[1].kind == "casualty":
        return None
    return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at - 1].end, last)


def _opens_cell(sentence: Sentence, at: int) -> bool:
    """Whether a cell of a list begins here, or one word before: "T-72: 4; MiG-29: 2", "Kamov Ka-52: 3"."""
    return any(at - back <= 0 or sentence.low(at - back - 1) in _CELLS for back in (0, 1))


_CELLS = frozenset((":", ";", ",", ".", "|", "•", "*", "-", "--", ")"))


def later(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "41 Cuban and 212 Angolan soldiers", "18 single-seat and six twin-seat aircraft": the noun stands with the
    second number."""
    at = quantity.last
    while at < quantity.last + 4 and (at in sentence.named_tokens or _describes(sentence, at)):
        at += 1
    if at == quantity.last or sentence.low(at) not in ("and", ",", "or"):
        return None
    following = next((other for other in sentence.quantities if other.first in (at + 1, at + 2)), None)
    if following is None:
        return None
    group = walk(sentence.tokens, following.last, False, sentence.named_tokens, sentence.verbs)
    if group is None or group.why_not or not group.item.plural or group.item.kind == "casualty":
        return None
    first = group.head_first
    return Counted(group.item, sentence.tokens[first].start, sentence.tokens[group.last - 1].end, at)


def _describes(sentence: Sentence, at: int) -> bool:
    """An adjective by its form: "single-seat", "light", and no plural, verb or small word."""
    low = sentence.low(at)
    if at >= len(sentence.tokens) or sentence.tokens[at].kind != WORD or at in sentence.verbs:
        return False
    return "-" in low or low in word_class("kind_of_arm") or low.endswith(("ed", "ern"))


def contributed(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Top troop contributors: Indonesia 1,210, India 880": a country and its number, in a list of troops."""
    before = quantity.first - 1
    if before not in sentence.named_tokens or sentence.low(quantity.last) not in (",", ".", ";", ")", "and", ""):
        return None
    for at in range(before, max(-1, before - 60), -1):
        if sentence.low(at).startswith("contribut") and sentence.low(at - 1) in ("troop", "troops", "personnel"):
            item = names()["troops"]
            return Counted(item, sentence.tokens[at - 1].start, sentence.tokens[at - 1].end, quantity.last)
    return None


def behind(sentence: Sentence, last: int) -> Counted | None:
    """The noun of the whole that the number is a part of: "60 of 93 Russian drones", "five of its eight tanks"."""
    for at in range(last + 1, min(len(sentence.tokens), last + 12)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.plural and item.kind != "casualty":
            return Counted(item, sentence.tokens[at].start, sentence.tokens[at + item.size - 1].end, last)
        if (
            sentence.low(at) in word_class("civil_people")
            or (sentence.tokens[at].kind == MARK and sentence.low(at) not in ('"', "'s"))
            or sentence.low(at) in function_words("be", "have")
            or sentence.low(at) in ("as", "when", "while", "after", "before")
        ):
            return None
    return None


def item_ending(sentence: Sentence, at: int) -> tuple[int, Item] | None:
    """The longest name that ends at this token, plural or a single soldier."""
    if at > 0 and sentence.low(at) in ("fighters", "trainers") and sentence.tokens[at - 1].kind == MODEL:
        model = item_at(sentence.tokens, at - 1)
        return (at - 1, replace(model, plural=True)) if model is not None else None
    if not may_end_item(sentence.tokens[at]):
        return None
    for size in range(4, 0, -1):
        first = at - size + 1
        if first >= 0:
            item = item_at(sentence.tokens, first)
            if (
                item is not None
                and item.size == size
                and item.words not in ("military", "infantry")
                and (item.plural or (item.category == "troops" and item.kind == "person" and item.strong))
            ):
                return first, item
    return None
