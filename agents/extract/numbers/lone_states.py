"""Lone states: a number without a noun flows in, what is said of its state sends it back to one, or does not.

"The eight on order", "36 ordered in three lots", "550 or so falling short", "one in critical condition", "the NIS
spoke of 20", "the contract for 73", "12,200 of them American, 5,400 Filipino". ellipsis.py asks here.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, word_class

_OPENS = frozenset((",", ";", ":", ".", "and", "with", "plus", "while", "the", "but", "of"))
_CAME_BACK = frozenset(("home", "back", "out", "returned", "emerged", "left", "ended", "finished", "now"))


def on_order(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "The eight on order", "24 in hand", "40 are on order", "12 under contract"."""
    at = last + 1 if sentence.low(last) in function_words("be") else last
    held = sentence.low(at) in ("on", "in", "under") and sentence.low(at + 1) in word_class("held_as")
    return held and _opens(sentence, quantity)


def contracted(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "The 83 contracted in 2021", "36 ordered in three lots", "and 24 delivered"."""
    return sentence.low(last) in word_class("had_as") and ends(sentence, last + 1) and _opens(sentence, quantity)


def beside(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "With 550 or so falling short", "with 10,000 to be there by May", "with nine still missing"."""
    if sentence.low(quantity.first - 1) != "with" or not any(one.last < quantity.first for one in sentence.quantities):
        return False
    low = sentence.low(last)
    if sentence.low(quantity.first - 2) in _CAME_BACK and ends(sentence, last):
        return True  # "went in with 1,200 men and came home with 340"
    verb = sentence.verbs.get(last)
    goes = low.endswith("ing") and len(low) > 5 and (verb is None or verb.form == "ing")
    return goes or low in ("still", "already", "yet") or (low == "to" and sentence.low(last + 1) in ("be", "follow"))


def in_condition(sentence: Sentence, last: int) -> bool:
    """ "Six were pulled out, one in critical condition", "two in intensive care"."""
    return sentence.low(last) == "in" and any(
        sentence.low(at) in ("critical", "serious", "grave", "stable", "intensive") for at in (last + 1, last + 2)
    )


def spoken_of(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Phnom Penh spoke of 20", "others put it at 250 to 300", "the contract for 73", "a deal for 120"."""
    if not ends(sentence, last) or (quantity.number.high or 2) < 2:
        return False
    joint, before = sentence.low(quantity.first - 1), sentence.low(quantity.first - 2)
    spoken = joint == "of" and before in ("spoke", "speaks", "spoken", "speak", "talked", "talks", "talk")
    put = joint == "at" and before in ("it", "them", "figure", "number", "total", "count") and _puts(sentence, quantity)
    dealt = joint == "for" and before in ("contract", "deal", "order", "orders", "option", "contracts", "options")
    return spoken or put or dealt


def of_batch(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "A salvo of 25 toward Nahariya", "a consignment of 6,000 went out", "an average of 1,080 a day"."""
    if [sentence.low(quantity.first), sentence.low(quantity.first + 1)] == ["an", "average"]:
        return ends(sentence, last) and any(one.last <= quantity.first for one in sentence.quantities)
    if sentence.low(quantity.first - 1) != "of" or (quantity.number.high or 2) < 2:
        return False
    if sentence.low(quantity.first - 2) not in word_class("batch"):
        return False
    verb = sentence.verbs.get(last)
    goes_on = verb is not None and verb.form == "past"
    return ends(sentence, last) or goes_on or sentence.low(last) in function_words("be", "have", "modal") | (
        word_class("lone_does")
    )


def of_band(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Australia's party of 90 went home", "its team of eleven", "a group of six or seven": people."""
    band = sentence.low(quantity.first - 1) == "of" and sentence.low(quantity.first - 2) in word_class("band")
    return band and (
        ends(sentence, last)
        or last in sentence.verbs
        or sentence.low(last) in function_words("be", "have", "modal", "conj", "prep") | word_class("lone_does")
    )


def for_party(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "The order book shows 60 for Sweden, 36 for Brazil and four for Thailand": two of a list, each for somebody."""
    if sentence.low(last) not in ("for", "to", "from") or (quantity.number.high or 0) < 2:
        return False
    if not any(place in sentence.named_tokens for place in (last + 1, last + 2)):
        return False
    others = (one for one in sentence.quantities[:12] if one is not quantity and one.last < len(sentence.tokens))
    return any(
        sentence.low(one.last) == sentence.low(last) and one.last + 1 in sentence.named_tokens for one in others
    )


def share_of(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "The biggest share with 900", "Italy comes next with 750", "is the largest contributor at 1,200"."""
    if sentence.low(quantity.first - 1) not in ("with", "at") or (quantity.number.high or 0) < 5:
        return False
    near = (sentence.low(at) for at in range(max(0, quantity.first - 9), quantity.first - 1))
    return ends(sentence, last) and any(low in word_class("share_of") for low in near)


def of_nation(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "18,000 soldiers, 12,200 of them American, 5,400 Filipino and 111 from Australia"."""
    behind = [one for one in sentence.quantities if one.last <= quantity.first]
    if not behind or (quantity.number.high or 0) < 2:
        return False
    named = next((name for name in sentence.named if name.first == last), None)
    if named is not None and named.mention.form == "adjective":
        return sentence.low(named.last) in (",", ".", ";", "and", ")", "") and _listed(sentence, quantity)
    place = last + 1
    return sentence.low(last) == "from" and place in sentence.named_tokens and _listed(sentence, quantity)


def number_of(sentence: Sentence, quantity: Quantity) -> bool:
    """ "The attackers, numbering over 200,", "soldiers who are said to number 4,000", "put by police at about 12"."""
    if (quantity.number.high or 0) < 5:
        return False
    if sentence.low(quantity.last) == "in" and sentence.low(quantity.last + 1) in ("number", "all"):
        return sentence.low(quantity.first - 1) in (",", "--", "(") and ends(sentence, quantity.last + 2)
    if not ends(sentence, quantity.last):
        return False
    joint, before = sentence.low(quantity.first - 1), sentence.low(quantity.first - 2)
    if joint in ("numbering", "numbered"):
        return True
    if joint == "number":
        return before in ("to", "who", "they", "now") or before.endswith("s")
    near = [sentence.low(at) for at in range(quantity.first - 5, quantity.first - 1)]
    put = joint == "at" and any(low in ("put", "estimated", "reckoned", "numbered") for low in near) and "by" in near
    return put and "," in [sentence.low(at) for at in range(quantity.first - 7, quantity.first - 1)]


def _opens(sentence: Sentence, quantity: Quantity) -> bool:
    return quantity.first == 0 or sentence.low(quantity.first - 1) in _OPENS or quantity.definite


def _puts(sentence: Sentence, quantity: Quantity) -> bool:
    near = (sentence.low(at) for at in range(quantity.first - 5, quantity.first))
    return any(low in ("put", "puts", "putting") for low in near)


def _listed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a comma or "and" parts the number from the one before."""
    at = quantity.first - 1
    while sentence.low(at) in ("a", "the", "token", "further", "another", "only", "just"):
        at -= 1
    return sentence.low(at) in (",", "and", "(", ";", "--")
