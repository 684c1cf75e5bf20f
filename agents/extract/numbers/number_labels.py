"""Numbers behind their labels: a number of a table or tally flows in, what its label names flows out.

"UAV op-tactical level: 1 560 (+3)", "Tanks (38, of which destroyed: 21)", "Javelins (hundreds)", "Active 62,400 of
which Army 50,100", "ITALY: 3,160" under a line that speaks of troops.
"""

from __future__ import annotations

import re

from agents.extract.clauses.around import Around
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.nouns.items import Item, item_at, names
from agents.extract.numbers.number_lists import Counted, item_ending
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import MODEL
from agents.extract.words.vocabulary import word_class

_CELL_ENDS = frozenset((",", ";", "|", ".", "(", ")", "•", "*", "-", "--", ":"))
_JOINTS = frozenset(("-", "--", ":", "="))
_TROOPS = re.compile(r"\b(?:troops?|soldiers|peacekeepers)\b", re.IGNORECASE)
"""What a list of countries and numbers says that it counts."""

_WIDEST = 6
"""Words of the longest label: "vehicles and fuel tanks", "UAV of the operational-tactical level"."""


def labelled(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """None when no label of ours stands before the number."""
    joint = sentence.low(quantity.first - 1)
    duty = _duty_label(sentence, quantity)
    if duty is not None:
        return duty
    if joint == "(" or (joint == "+" and sentence.low(quantity.first - 2) == "("):
        return _in_brackets(sentence, quantity, joint == "+")
    if joint in _JOINTS:
        told = _fate_label(sentence, quantity) or _cell_label(sentence, quantity, quantity.first - 2)
        return told or _service_label(sentence, quantity, quantity.first - 2)
    if sentence.low(quantity.first) in ("~", "≈"):  # "personnel ~ 443,880 (+790)"
        return _cell_label(sentence, quantity, quantity.first - 1)
    if _in_tally(sentence, quantity) and _ends_label(sentence, quantity.first - 1):
        return _cell_label(sentence, quantity, quantity.first - 1)  # "tanks 10 954 (+6)"
    if joint == "plus" or sentence.low(quantity.first) == "plus":
        return _added_label(sentence, quantity)
    at = quantity.first - 1
    while sentence.low(at) in ("now", '"', "totalling", "totaling"):
        at -= 1
    return _service_label(sentence, quantity, at)


def _duty_label(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Army: 28,150 active, 50,200 reserve"."""
    last = quantity.last
    if sentence.low(last) not in word_class("duty_label") or (quantity.number.high or 0) < 300:
        return None
    if not ends(sentence, last + 1) or sentence.low(quantity.first - 1) not in (*_CELL_ENDS, "", "and"):
        return None
    told = set(sentence.lows)
    if told.isdisjoint(word_class("service_label", "force")) or not told.isdisjoint(_OF_SICK):
        return None
    kind = "reservists" if sentence.low(last).startswith("reserv") else "soldiers"
    return _counted(sentence, names()[kind], last, last + 1, last + 1)


_OF_SICK = frozenset(("cases", "case", "virus", "infections", "patients", "users", "customers", "accounts", "fires"))
"""What else is active by the thousand."""


def _added_label(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Tanks: plus eight", "APCs plus 21, guns plus 47": a tally of what was added."""
    at = quantity.first - (1 if sentence.low(quantity.first) == "plus" else 2)
    at -= sentence.low(at) == ":"
    found = item_ending(sentence, at) if at >= 0 else None
    if found is None or found[1].kind == "casualty" or not found[1].plural or not ends(sentence, quantity.last):
        return None
    if found[0] > 0 and sentence.low(found[0] - 1) not in _CELL_ENDS and found[0] not in sentence.quantity_ending:
        return None
    return _counted(sentence, found[1], found[0], at + 1, quantity.last)


def _in_brackets(sentence: Sentence, quantity: Quantity, on_top: bool) -> Counted | None:
    """ "Tanks (38", "its contingent (1,072)", "T-55A: (1, destroyed)", and the "(+3)" behind a label's number."""
    at = quantity.first - 2
    if on_top:
        before = sentence.quantity_ending.get(at)
        label = labelled(sentence, before) if before is not None else None
        return label._replace(last=quantity.last) if label is not None else None
    if sentence.low(quantity.last) not in (")", ","):
        return None
    if sentence.low(quantity.last + 1) in word_class("fate_label"):
        while sentence.low(at) == ")" and at > 1:  # "(1, destroyed) (2, captured)"
            at = next((place - 1 for place in range(at, 0, -1) if sentence.low(place) == "("), 0)
        return _cell_label(sentence, quantity, at - 1 if sentence.low(at) in _JOINTS else at, True)
    behind = sentence.tokens[quantity.last + 1 : quantity.last + 2]
    if sentence.low(quantity.last) == ")" and (not behind or behind[0].capital or behind[0].low == "("):
        return None  # tags under an article: "Tanks (312) Ukraine (8,940)"
    if sentence.low(at) in word_class("force") and (quantity.number.high or 0) >= 20:
        return _counted(sentence, names()["soldiers"], at, at + 1, quantity.last)
    if sentence.tokens[at].kind == MODEL and sentence.low(quantity.last) == ")":
        model = item_at(sentence.tokens, at)  # "T-72 (4), BMP-2 (7)"
        return _counted(sentence, model, at, at + 1, quantity.last) if model is not None else None
    listed = sentence.quantities[0] is not quantity and sentence.low(sentence.quantities[0].first - 1) == "("
    if at in sentence.named_tokens and listed and _of_troops(sentence):
        return _counted(sentence, names()["soldiers"], at, at + 1, quantity.last)
    found = item_ending(sentence, at)
    if found is not None and found[1].kind == "unit" and (quantity.number.high or 0) >= 100:
        return _counted(sentence, names()["soldiers"], at, at + 1, quantity.last)
    numbered = _has_number(sentence, at)
    if (
        found is None
        or numbered
        or not (found[1].strong or listed)
        or not found[1].plural
        or found[1].kind == "casualty"
    ):
        return None
    return _counted(sentence, found[1], found[0], at + 1, quantity.last)


def _has_number(sentence: Sentence, at: int) -> bool:
    """Whether the noun that ends here is counted already: "three tanks (4)"."""
    for place in range(at, max(-1, at - 5), -1):
        if sentence.low(place) in _CELL_ENDS:
            return False
        if place in sentence.quantity_ending:
            return True
    return False


def _of_troops(sentence: Sentence) -> bool:
    found = (item_at(sentence.tokens, at) for at in range(min(len(sentence.tokens), 40)))
    return any(item is not None and item.strong and item.category == "troops" for item in found)


def _fate_label(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Tanks (38, of which destroyed: 21, captured: 14)"."""
    at = quantity.first - 2
    cell = range(at, max(-1, at - 6), -1)
    told = any(sentence.low(place) in word_class("fate_label") for place in cell)  # "Soldiers killed since May: 512"
    if not told or not ends(sentence, quantity.last):
        return None
    for place in range(at - 1, max(-1, at - 24), -1):
        found = item_ending(sentence, place)
        if found is not None and found[1].strong and found[1].plural:
            return _counted(sentence, found[1], found[0], place + 1, quantity.last)
    return None


def _cell_label(sentence: Sentence, quantity: Quantity, end: int, sure: bool = False) -> Counted | None:
    """The label in the cell that ends at this token. sure: the number's own form tells that it is a tally's."""
    if not (sure or _in_tally(sentence, quantity)):
        return None
    for place in range(end, max(-1, end - _WIDEST), -1):
        if sentence.low(place) in _CELL_ENDS:
            return None
        found = item_ending(sentence, place)
        first, item = found if found is not None else (place, item_at(sentence.tokens, place))
        if item is not None and item.kind not in ("casualty", "unit"):
            return _counted(sentence, item, first, end + 1, quantity.last)
    return None


def _tallied(sentence: Sentence, last: int) -> bool:
    """A general staff's "(+6)" behind the number."""
    return sentence.low(last) == "(" and sentence.low(last + 1) == "+"


def _ends_label(sentence: Sentence, at: int) -> bool:
    """A plural noun of ours, or initials: "tanks", "MLRS", "BMP"."""
    item = item_at(sentence.tokens, at) if at >= 0 else None
    return (item is not None and item.category == "weapons") or item_ending(sentence, at) is not None


def _in_tally(sentence: Sentence, quantity: Quantity) -> bool:
    """As such, or one that did not change that day, beside such: "tanks 7,007 (+13), planes 347."."""
    if _tallied(sentence, quantity.last):
        return True
    closed = sentence.low(quantity.last) in ("", ",", ";", ".", "(")
    others = (one for one in sentence.quantities[:16] if one is not quantity)
    return closed and any(_tallied(sentence, one.last) for one in others)


def _service_label(sentence: Sentence, quantity: Quantity, at: int) -> Counted | None:
    """ "Active 62,400 of which Army 50,100, Navy 2,900", "Border guard and interior troops 14,000"."""
    if at >= 0 and sentence.low(at) in word_class("fate_mark") and ends(sentence, quantity.last):
        return _counted(sentence, names()[sentence.low(at)], at, at + 1, quantity.last)  # "KIA 9, WIA 31"
    if at < 0 or (quantity.number.high or 0) < 50 or not ends(sentence, quantity.last):
        return None
    if sentence.low(quantity.last) not in (",", ";", ".", "(", ")", "", "of", "|", "with", '"'):
        return None
    opens = at == 0 or sentence.low(at - 1) in (*_CELL_ENDS, "which", "and")
    if [sentence.low(at - 1), sentence.low(at)] == ["air", "force"]:
        return _counted(sentence, names()["soldiers"], at - 1, at + 1, quantity.last)
    if sentence.low(at) in word_class("service_label") and opens:
        kind = "reservists" if sentence.low(at).startswith("reserve") else "soldiers"
        return _counted(sentence, names()[kind], at, at + 1, quantity.last)
    found = item_ending(sentence, at)
    start = next((place for place in range(at, max(-1, at - _WIDEST), -1) if sentence.low(place) in _CELL_ENDS), -1)
    alone = start >= 0 or at < _WIDEST
    if found is None or not (found[1].strong and found[1].category == "troops" and found[1].plural and alone):
        return None
    label = range(start + 1, found[0])
    if any(place in sentence.verbs or sentence.low(place) in ("the", "of", "to", "in") for place in label):
        return None
    return _counted(sentence, found[1], found[0], at + 1, quantity.last)


def of_contributor(sentence: Sentence, quantity: Quantity, around: Around) -> Counted | None:
    """ "* ITALY: 3,160, the bulk in Herat": a country, its number, and a paragraph that speaks of troops."""
    at = quantity.first - 1
    if sentence.low(at) not in (":", "-") or at - 1 not in sentence.named_tokens:
        return None
    if not (sentence.low(quantity.last) in (",", ";", ".", "(", "") and (quantity.number.high or 0) >= 2):
        return None
    name = next((name for name in sentence.named if name.last == at), None)
    opens = name is not None and (name.first == 0 or sentence.low(name.first - 1) in ("*", "•", "-", ".", ";", ","))
    if not opens or around.words.isdisjoint(word_class("troop_list")):
        return None
    said = _TROOPS.search(sentence.text)
    if said is None:
        return _counted(sentence, names()["soldiers"], quantity.first, quantity.last, quantity.last)
    return Counted(names()["soldiers"], said.start(), said.end(), quantity.last)


def _counted(sentence: Sentence, item: Item, first: int, end: int, last: int) -> Counted:
    return Counted(item, sentence.tokens[first].start, sentence.tokens[end - 1].end, last)
