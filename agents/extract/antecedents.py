"""Antecedents: a number without a noun flows in, the thing it counts flows out.

"Nine of which were intercepted", "killing 12 and wounding 30", "of the 11,000, 4,000 have died",
"the army lost 75", "from 15,000 troops to 2,500". The noun is the nearest one before that can
suffer what the verb says; where that is a civilian, nothing is counted.
"""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.items import Item, names
from agents.extract.number_lists import Counted, behind, in_staff_list, item_ending, later
from agents.extract.quantities import Quantity
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words, traps, word_class

_PEOPLE = frozenset(
    ["killed", "wounded", "killed_or_wounded", "captured", "missing", "exchanged", "mobilised", "trained"]
)

_COUNTED = "counted"
"""Said of a verb that lets a number stand alone only where the same was counted before: "made 70, will make 700"."""

_ARMS = frozenset(("intercepted", "launched"))

_OTHERS = frozenset(("others", "other", "more"))


def counted_elsewhere(sentence: Sentence, quantity: Quantity, earlier: Counted | None) -> Counted | None:
    """earlier: what the last figure of the paragraph counted, for a sentence that names no noun of its own."""
    last = quantity.last
    if quantity.filled or _force_of(sentence, quantity):
        return Counted(
            names()["soldiers"],
            sentence.tokens[quantity.number.first].start,
            sentence.tokens[last - 1].end,
            last,
        )
    listed = in_staff_list(sentence, quantity) or later(sentence, quantity)
    if listed is not None:
        return listed
    if [sentence.low(last), sentence.low(last + 1)] == ["under", "arms"]:
        return Counted(names()["soldiers"], sentence.tokens[last].start, sentence.tokens[last + 1].end, last + 2)
    if quantity.vague and sentence.low(quantity.first - 1) == "the" and sentence.low(quantity.first - 2) == "by":
        return _nearest(sentence, quantity.first, "", last)
    while sentence.low(last) in _OTHERS:
        last += 1
    if sentence.low(quantity.first - 1) == "no":
        return None
    status = _status(sentence, quantity, last)
    alone = (quantity.low, quantity.high) == (1, 1)
    if status is None or (alone and not _verb_after(sentence, last) and sentence.low(last) != "of"):
        return None
    if sentence.low(quantity.first - 1) == "of" and not _digit_before(sentence, quantity) and quantity.first > 1:
        return None
    if sentence.low(last) in ("of", "out", "to") and _digit_follows(sentence, last):
        shared = behind(sentence, last)
        if shared is not None:
            return shared
    found = _nearest(sentence, quantity.first, status, last)
    if found is not None:
        return found
    if _blocked(sentence, quantity.first):
        return None
    if status in _PEOPLE and _collective_before(sentence, quantity.first):
        return Counted(names()["soldiers"], sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end, last)
    if status != _COUNTED and earlier is not None and _fits(earlier.item, status):
        return Counted(earlier.item, earlier.start, earlier.end, last)
    return None


def _digit_before(sentence: Sentence, quantity: Quantity) -> bool:
    return (
        any(quantity.first - 3 <= other.last < quantity.first for other in sentence.quantities)
        or quantity.first <= 2
        or sentence.low(quantity.first - 2) in ("loss", "total", "out")
    )


def _force_of(sentence: Sentence, quantity: Quantity) -> bool:
    """A force of 20,000; an army of 100,000."""
    at = quantity.first - 1
    return (
        sentence.low(at) == "of"
        and sentence.low(at - 1) in word_class("force")
        and (quantity.number.high or 100) >= 50
        and _ends(sentence, quantity.last)
    )


def _status(sentence: Sentence, quantity: Quantity, last: int) -> str | None:
    """What happened to them, as far as choosing a noun needs it; None when no verb lets a number stand alone."""
    low = sentence.low(last)
    if low == "of" and sentence.low(last + 1) in ("which", "whom", "them", "these", "those"):
        return _verb_after(sentence, last + 2) or ""
    if low == "of" and [sentence.low(last + 1), sentence.low(last + 2)][1:] == ["own"]:
        return ""
    if low in ("of", "out") and _digit_follows(sentence, last):
        return _verb_after(sentence, last) or _verb_before(sentence, quantity) or ""
    after = _verb_after(sentence, last)
    before = _verb_before(sentence, quantity)
    ends = _ends(sentence, last)
    if after:
        return after
    if before and ends:
        return before
    joint = sentence.low(quantity.first - 1)
    parts = (joint in (":", ",") and low == "over") or (joint == ":" and low in ("in", "near"))
    if ends and (
        (joint == "including" and low in function_words("prep"))
        or parts
        or (joint == "of" and sentence.low(quantity.first - 2) == "out")
    ):
        return ""
    if ends and joint in ("and", "or", "to", "from", "then", ",", "least", "of") and low != "of":
        changes = joint in ("to", "from") and any(
            sentence.low(at)
            in ("from", "total", "number", "down", "rose", "fell", "strength", "toll", "figure", "force")
            for at in range(max(0, quantity.first - 12), quantity.first)
        )
        lists = (
            joint in ("and", "or", "then")
            and low in function_words("prep")
            and low not in ("of",)
            and (quantity.number.vague is not None or (quantity.number.high or 0) >= 2)
        )
        if changes or lists:
            return ""
    return None


def _ends(sentence: Sentence, last: int) -> bool:
    """Whether no noun of the number's own can follow."""
    low = sentence.low(last)
    return (
        last >= len(sentence.tokens)
        or sentence.tokens[last].kind == MARK
        or low in function_words("prep", "conj", "adv")
        or low in ("and", "or", "strong")
    )


def _digit_follows(sentence: Sentence, last: int) -> bool:
    return any(
        quantity.first in range(last + 1, last + 6) or quantity.number.first in range(last + 1, last + 6)
        for quantity in sentence.quantities
    )


def _verb_after(sentence: Sentence, at: int) -> str | None:
    """The status of a passive or intransitive verb that the number is the subject of."""
    auxiliary = False
    for place in range(at, min(len(sentence.tokens), at + 7)):
        low = sentence.low(place)
        verb = sentence.verbs.get(place)
        if low in function_words("be", "have", "modal"):
            auxiliary = True
        elif verb is not None and verb.status and verb.form in ("participle", "past", "base"):
            if verb.frame in ("harm", "loss", "use", "transfer", "arrive", "self", "own", "trainer") and (
                auxiliary or verb.frame in ("harm", "loss", "arrive")
            ):
                return verb.status
            return None
        elif low in ("dead", "wounded", "missing", "injured") and verb is None:
            return {"dead": "killed", "injured": "wounded"}.get(low, low)
        elif not (
            low in function_words("adv", "neg") or low.endswith("ly") or low in ("reported", "confirmed", "believed")
        ):
            return None
    return None


def _verb_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """The status of the verb that has the number as its object: "killing 12", "lost 75", "shot down all 27"."""
    at = quantity.first - 1
    while sentence.low(at) in ("all", "the", "another", "further", "least", "at", "some", "about"):
        at -= 1
    verb = sentence.verb_ending.get(at)
    if verb is None or verb.form == "noun" or not verb.status:
        return None
    if verb.frame in ("harm", "loss", "use"):
        return verb.status
    return (
        _COUNTED if verb.frame in ("transfer", "own", "trainer", "receive") and _ends(sentence, quantity.last) else None
    )


def _nearest(sentence: Sentence, before: int, status: str, last: int) -> Counted | None:
    """The nearest plural noun to the left that fits; a civilian one in between ends the search."""
    at = before - 1
    while at >= 0:
        low = sentence.low(at)
        if status not in _ARMS and low in word_class("civil_people") and sentence.low(at - 1) != "military":
            return None
        found = item_ending(sentence, at)
        if found is not None:
            first, item = found
            if status == _COUNTED and not _counted_before(sentence, first):
                return None
            if _fits(item, status) and item.kind != "casualty" and (item.strong or _counted_before(sentence, first)):
                start = first
                if start and sentence.tokens[start - 1].low in traps("forces"):
                    start -= 1
                return Counted(item, sentence.tokens[start].start, sentence.tokens[at].end, last)
            at = first
        at -= 1
    return None


def last_named(sentence: Sentence) -> Counted | None:
    """The last plural noun of a sentence that is surely troops or arms."""
    if _blocked(sentence, len(sentence.tokens)):
        return None
    for at in range(len(sentence.tokens) - 1, -1, -1):
        found = item_ending(sentence, at)
        if found is not None and found[1].strong and found[1].plural and found[1].kind != "unit":
            return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at].end, at + 1)
    return None


def speaks_of_civilians(sentence: Sentence) -> bool:
    return _blocked(sentence, len(sentence.tokens))


def _counted_before(sentence: Sentence, first: int) -> bool:
    return any(quantity.last <= first <= quantity.last + 3 for quantity in sentence.quantities)


def _fits(item: Item, status: str) -> bool:
    if status in _ARMS:
        return item.category == "weapons"
    if status in _PEOPLE:
        return item.category == "troops" and item.kind != "unit"
    return True


def _blocked(sentence: Sentence, before: int) -> bool:
    return any(sentence.low(at) in word_class("civil_people") for at in range(before))


def _collective_before(sentence: Sentence, before: int) -> bool:
    return any(sentence.low(at) in word_class("collective") for at in range(before))
