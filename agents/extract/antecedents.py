"""Antecedents: a number without a noun flows in, the thing it counts flows out.

"Nine of which were intercepted", "killing 12 and wounding 30", "of the 11,000, 4,000 have died",
"the army lost 75", "from 15,000 troops to 2,500". The noun is the nearest one before that can
suffer what the verb says; where that is a civilian, nothing is counted.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.clauses import Sentence
from agents.extract.items import Item, item_at, names
from agents.extract.quantities import Quantity
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words, traps

_PEOPLE = frozenset(
    ["killed", "wounded", "killed_or_wounded", "captured", "missing", "exchanged", "mobilised", "trained"]
)
_COUNTED = "counted"
"""A verb that lets a number stand alone only after the same thing was counted: "made 70,000 shells and will make 700,000"."""

_ARMS = frozenset(("intercepted", "launched"))
_OTHERS = frozenset(("others", "other", "more"))
_COLLECTIVES = frozenset(
    [
        "army",
        "military",
        "forces",
        "troops",
        "convoy",
        "patrol",
        "base",
        "garrison",
        "outpost",
        "barracks",
        "unit",
        "battalion",
        "brigade",
        "regiment",
        "guard",
        "marines",
        "platoon",
        "militia",
        "navy",
        "positions",
        "checkpoint",
        "camp",
        "column",
        "corps",
        "squadron",
        "rebels",
        "airbase",
    ]
)
_CIVIL_PEOPLE = frozenset(
    [
        "people",
        "civilians",
        "civilian",
        "persons",
        "person",
        "children",
        "child",
        "residents",
        "villagers",
        "workers",
        "passengers",
        "protesters",
        "demonstrators",
        "journalists",
        "students",
        "refugees",
        "women",
        "hostages",
        "hostage",
        "palestinians",
        "pilgrims",
        "worshippers",
        "police",
        "policemen",
        "officers",
        "victims",
        "survivors",
        "family",
        "families",
        "migrants",
        "market",
        "hospital",
        "school",
        "bus",
        "church",
        "mosque",
        "hotel",
        "restaurant",
        "bombing",
        "earthquake",
    ]
)
_FORCES = frozenset(
    [
        "force",
        "army",
        "contingent",
        "garrison",
        "militia",
        "strength",
        "forces",
        "brigade",
        "battalion",
        "division",
        "corps",
        "detachment",
        "regiment",
    ]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The item, its words as printed (text[start:end]), and where the quote ends (a token index)."""

    item: Item
    start: int
    end: int
    last: int


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
    listed = _listed(sentence, quantity) or _later(sentence, quantity)
    if listed is not None:
        return listed
    if [sentence.low(last), sentence.low(last + 1)] == ["under", "arms"]:
        return Counted(
            names()["soldiers"], sentence.tokens[last].start, sentence.tokens[last + 1].end, last + 2
        )
    if (
        quantity.vague
        and sentence.low(quantity.first - 1) == "the"
        and sentence.low(quantity.first - 2) == "by"
    ):
        return _nearest(sentence, quantity.first, "", last)
    while sentence.low(last) in _OTHERS:
        last += 1
    if sentence.low(quantity.first - 1) == "no":
        return None
    status = _status(sentence, quantity, last)
    alone = (quantity.low, quantity.high) == (1, 1)
    if status is None or (alone and not _verb_after(sentence, last) and sentence.low(last) != "of"):
        return None
    if (
        sentence.low(quantity.first - 1) == "of"
        and not _digit_before(sentence, quantity)
        and quantity.first > 1
    ):
        return None
    if sentence.low(last) in ("of", "out", "to") and _digit_follows(sentence, last):
        shared = _behind(sentence, last)
        if shared is not None:
            return shared
    found = _nearest(sentence, quantity.first, status, last)
    if found is not None:
        return found
    if _blocked(sentence, quantity.first):
        return None
    if status in _PEOPLE and _collective_before(sentence, quantity.first):
        return Counted(
            names()["soldiers"], sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end, last
        )
    if status != _COUNTED and earlier is not None and _fits(earlier.item, status):
        return Counted(earlier.item, earlier.start, earlier.end, last)
    return None


def _listed(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """A general staff's list: "tanks - 7,934 (+12) units"; the number in brackets is on top."""
    at, last = quantity.first - 1, quantity.last
    if sentence.low(at) == "+" and sentence.low(at - 1) == "(":
        at -= 2
        while at >= 0 and (
            sentence.tokens[at].low[:1].isdigit() or sentence.low(at) in ("about", "approximately", "over")
        ):
            at -= 1
    elif not (
        sentence.low(last) in ("(", ";", ".", ",", "units", "persons", "")
        and sentence.low(at) in ("-", "--", ":")
    ):
        return None
    if sentence.low(at) not in ("-", "--", ":"):
        return None
    found = _item_ending(sentence, at - 1)
    if found is None or not found[1].plural or found[1].kind == "casualty":
        return None
    return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at - 1].end, last)


def _later(sentence: Sentence, quantity: Quantity) -> Counted | None:
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


def _digit_before(sentence: Sentence, quantity: Quantity) -> bool:
    return (
        any(quantity.first - 3 <= other.last < quantity.first for other in sentence.quantities)
        or quantity.first <= 2
        or sentence.low(quantity.first - 2) in ("loss", "total", "out")
    )


def _behind(sentence: Sentence, last: int) -> Counted | None:
    """The noun of the whole that the number is a part of: "60 of 93 Russian drones", "five of its eight tanks"."""
    for at in range(last + 1, min(len(sentence.tokens), last + 12)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.plural and item.kind != "casualty":
            return Counted(item, sentence.tokens[at].start, sentence.tokens[at + item.size - 1].end, last)
        if (
            sentence.low(at) in _CIVIL_PEOPLE
            or sentence.tokens[at].kind == MARK
            or sentence.low(at) in function_words("be", "have")
        ):
            return None
    return None


def _force_of(sentence: Sentence, quantity: Quantity) -> bool:
    """A force of 20,000; an army of 100,000."""
    at = quantity.first - 1
    return (
        sentence.low(at) == "of"
        and sentence.low(at - 1) in _FORCES
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
            low in function_words("adv", "neg")
            or low.endswith("ly")
            or low in ("reported", "confirmed", "believed")
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
        _COUNTED
        if verb.frame in ("transfer", "own", "trainer", "receive") and _ends(sentence, quantity.last)
        else None
    )


def _nearest(sentence: Sentence, before: int, status: str, last: int) -> Counted | None:
    """The nearest plural noun to the left that fits; a civilian one in between ends the search."""
    at = before - 1
    while at >= 0:
        low = sentence.low(at)
        if status not in _ARMS and low in _CIVIL_PEOPLE and sentence.low(at - 1) != "military":
            return None
        found = _item_ending(sentence, at)
        if found is not None:
            first, item = found
            if status == _COUNTED and not _counted_before(sentence, first):
                return None
            if (
                _fits(item, status)
                and item.kind != "casualty"
                and (item.strong or _counted_before(sentence, first))
            ):
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
        found = _item_ending(sentence, at)
        if found is not None and found[1].strong and found[1].plural and found[1].kind != "unit":
            return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at].end, at + 1)
    return None


def speaks_of_civilians(sentence: Sentence) -> bool:
    return _blocked(sentence, len(sentence.tokens))


def _counted_before(sentence: Sentence, first: int) -> bool:
    return any(quantity.last <= first <= quantity.last + 3 for quantity in sentence.quantities)


def _item_ending(sentence: Sentence, at: int) -> tuple[int, Item] | None:
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


def _fits(item: Item, status: str) -> bool:
    if status in _ARMS:
        return item.category == "weapons"
    if status in _PEOPLE:
        return item.category == "troops" and item.kind != "unit"
    return True


def _blocked(sentence: Sentence, before: int) -> bool:
    return any(sentence.low(at) in _CIVIL_PEOPLE for at in range(before))


def _collective_before(sentence: Sentence, before: int) -> bool:
    return any(sentence.low(at) in _COLLECTIVES for at in range(before))
