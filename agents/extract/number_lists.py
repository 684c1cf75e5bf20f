"""Numbers in lists: a number without a noun behind it flows in, the noun of its list flows out.

A general staff's "tanks - 7,934 (+12)", "41 Cuban and 212 Angolan soldiers", and parts of a whole:
"60 of 93 Russian drones"."""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.clauses import Sentence
from agents.extract.items import Item, item_at
from agents.extract.quantities import Quantity
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words, word_class


@dataclass(frozen=True, slots=True)
class Counted:
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
    found = item_ending(sentence, at - 1)
    if found is None or not found[1].plural or found[1].kind == "casualty":
        return None
    return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at - 1].end, last)


def later(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "41 Cuban and 212 Angolan soldiers": the noun stands with the second number."""
    at = quantity.last
    while at in sentence.named_tokens:
        at += 1
    if at == quantity.last or sentence.low(at) not in ("and", ","):
        return None
    following = next((other for other in sentence.quantities if other.first == at + 1), None)
    if following is None:
        return None
    for place in range(following.last, min(len(sentence.tokens), following.last + 5)):
        item = item_at(sentence.tokens, place)
        if item is not None and item.plural and item.strong:
            return Counted(item, sentence.tokens[place].start, sentence.tokens[place + item.size - 1].end, at)
        if place not in sentence.named_tokens:
            return None
    return None


def behind(sentence: Sentence, last: int) -> Counted | None:
    """The noun of the whole that the number is a part of: "60 of 93 Russian drones", "five of its eight tanks"."""
    for at in range(last + 1, min(len(sentence.tokens), last + 12)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.plural and item.kind != "casualty":
            return Counted(item, sentence.tokens[at].start, sentence.tokens[at + item.size - 1].end, last)
        if (
            sentence.low(at) in word_class("civil_people")
            or sentence.tokens[at].kind == MARK
            or sentence.low(at) in function_words("be", "have")
        ):
            return None
    return None


def item_ending(sentence: Sentence, at: int) -> tuple[int, Item] | None:
    """The longest name that ends at this token, plural or a single soldier."""
    for size in range(4, 0, -1):
        first = at - size + 1
        if first >= 0:
            item = item_at(sentence.tokens, first)
            if (
                item is not None
                and item.size == size
                and item.words not in ("military", "infantry")
                and (item.plural or (item.category == "troops" and item.kind == "person"))
            ):
                return first, item
    return None
