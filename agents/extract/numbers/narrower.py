"""Narrower nouns: what stands behind a bare number, or before it, flows in; the noun it names after all flows out.

"Three of them Rafales", "one of them a 155mm howitzer", "a force of 20,000", "strength peaked at 543,400".
"""

from __future__ import annotations

from agents.extract.clauses.around import words_in
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.nouns.items import item_at
from agents.extract.numbers.lone_states import number_of
from agents.extract.numbers.number_lists import Counted, item_ending
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, word_class


def renamed(sentence: Sentence, at: int) -> Counted | None:
    """ "Three of them Rafales": the part is of a narrower kind."""
    item = item_at(sentence.tokens, at) if at < len(sentence.tokens) else None
    if item is None or not item.plural or item.kind == "casualty":
        return None
    end = at + item.size
    return Counted(item, sentence.tokens[at].start, sentence.tokens[end - 1].end, end)


def single_of(sentence: Sentence, at: int) -> Counted | None:
    """ "One of them a 155mm howitzer"."""
    if sentence.low(at) not in ("a", "an"):
        return None
    for place in range(at + 1, min(len(sentence.tokens), at + 7)):
        item = item_at(sentence.tokens, place)
        if item is not None and item.strong and (item.singular or item.kind == "model"):
            end = place + item.size
            return Counted(item, sentence.tokens[at + 1].start, sentence.tokens[end - 1].end, end)
        if sentence.low(place) in (",", ";", ".") or sentence.low(place) in function_words(
            "prep", "conj", "be", "have"
        ):
            return None
    return None


def force_of(sentence: Sentence, quantity: Quantity) -> int | None:
    """Where a force that is said by its size begins: "a force of 20,000", "troop strength peaked at 543,400"."""
    joint = quantity.first - 1
    if _on_books(sentence, quantity):
        return quantity.first
    if _crew_of(sentence, quantity):
        return joint - 1
    if (quantity.number.high or 100) < 50 or not (
        ends(sentence, quantity.last)
        or quantity.last in sentence.verbs
        or sentence.low(quantity.last) in ("counting", "including")
    ):
        return None
    low = sentence.low(joint)
    if low == "of" and sentence.low(joint - 1) in word_class("force"):
        return joint - 1
    if low == "of" and sentence.low(joint - 1) in ("reserve", "reserves"):
        return joint - 1  # "backed by a reserve of 200,000"
    if low == "'s" and sentence.low(joint - 1) in word_class("force"):
        return quantity.first  # "the regiment's 900"
    if (
        low == ","
        and sentence.low(joint - 1) in word_class("force")
        and sentence.low(quantity.last) in ("on", "strong")
    ):
        return quantity.first  # "Kabul's army, 195,000 on paper"
    near = [sentence.low(at) for at in range(joint - 12, joint)]
    parted = sentence.low(quantity.last) == "of"  # "127 drones, roughly 80 of them"
    if low == "," and quantity.qualifier == "about" and not parted and word_class("force") & set(near[4:]):
        return quantity.first  # "a battalion due in Helmand, some 770 in all"
    if low == "at" and sentence.low(joint - 1) in ("put", "estimated") and word_class("force") & set(near[4:]):
        return quantity.first
    if low in ("at", "of", "to", "reached", "is", "was", "exceeds", "exceeded") and "strength" in near:
        return quantity.first
    if low in ("numbered", "numbers", "number", "numbering") and any(word in word_class("force") for word in near):
        return quantity.first
    return None


def _crew_of(sentence: Sentence, quantity: Quantity) -> bool:
    """ "The corvette has a crew of 119", "backed by a reserve of 200,000" beside soldiers."""
    joint = quantity.first - 1
    if sentence.low(joint) != "of" or not (ends(sentence, quantity.last) or quantity.last in sentence.verbs):
        return False
    body, words = sentence.low(joint - 1), words_in(sentence.text)
    if body == "reserve":
        return not words.isdisjoint(("soldiers", "troops", "army", "conscripts", "reservists"))
    return body in ("crew", "complement") and not words.isdisjoint(word_class("fighting_ship"))


def numbered(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "The assailants, numbering over 200,": the people whose number the verb gives, named before it."""
    if not number_of(sentence, quantity):
        return None
    for at in range(quantity.first - 2, max(-1, quantity.first - 14), -1):
        if sentence.low(at) in word_class("civil_people") and sentence.low(at) not in ("police", "policemen"):
            return None
        found = item_ending(sentence, at)
        if found is None or found[1].kind != "person" or not found[1].plural:
            continue
        first, item = found
        if item.strong or item.words in word_class("irregular") or sentence.low(at) in word_class("irregular"):
            return Counted(item, sentence.tokens[first].start, sentence.tokens[at].end, quantity.last)
    return None


def _on_books(sentence: Sentence, quantity: Quantity) -> bool:
    """ "The army has close to 140,000 on its books", "200,000 on paper", of a force that is named before."""
    last = quantity.last
    if sentence.low(last) != "on" or (quantity.number.high or 0) < 200:
        return False
    held = sentence.low(last + 2) in ("books", "rolls", "roll", "payroll", "roster", "strength")
    held = held and (sentence.low(last + 1) in function_words("poss") or sentence.low(last + 1) == "the")
    before = (sentence.low(at) for at in range(max(0, quantity.first - 16), quantity.first))
    return (held or sentence.low(last + 1) == "paper") and any(low in word_class("force") for low in before)
