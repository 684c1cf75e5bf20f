"""Implied nouns: a number without a noun flows in, what its sentence shows it to count flows out.

No noun was counted before, yet the sentence tells: "put Ukraine's dead at 46,000", "12 people, all of them soldiers",
"13 were marines", "missile stocks fell to 600", "the ministry has recruited 166,000".
"""

from __future__ import annotations

from agents.extract.clauses.around import words_in
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.nouns.items import Item, item_at, names
from agents.extract.numbers.lone_numbers import selects
from agents.extract.numbers.number_lists import Counted, item_ending
from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.kinds import is_group
from agents.extract.words.vocabulary import function_words, word_class

_FAR = 18
"""Tokens between a word of size and its number."""


def implied(sentence: Sentence, quantity: Quantity, last: int, alone: bool) -> Counted | None:
    """alone: nothing of ours was counted before in the paragraph."""
    found = all_of_them(sentence, quantity) or toll(sentence, quantity, last, alone) or copula(sentence, quantity)
    found = found or stock_of(sentence, quantity, last)
    return found or (enlisted(sentence, quantity, last) if alone else None)


def all_of_them(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "12 people, all of them soldiers", "84 more names, all servicemen": what the whole number is said to be."""
    for at in range(quantity.last, min(len(sentence.tokens), quantity.last + 16)):
        if sentence.low(at) in (";", '"') or (at > quantity.last and at in sentence.quantity_at):
            return None
        if sentence.low(at) not in (",", "--", "-", "(") or sentence.low(at + 1) not in ("all", "both"):
            continue
        place = at + 4 if [sentence.low(at + 2), sentence.low(at + 3)] in (["of", "them"], ["of", "whom"]) else at + 2
        for head in range(place, min(len(sentence.tokens), place + 4)):
            item: Item | None = item_at(sentence.tokens, head)
            if item is not None and item.plural and item.category == "troops" and item.kind == "person" and item.strong:
                return Counted(item, sentence.tokens[head].start, sentence.tokens[head + item.size - 1].end, at)
            if sentence.low(head) in function_words("prep", "conj", "be", "have"):
                return None
        return None
    return None


def copula(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Of those who did not come out, 13 were marines"."""
    at = quantity.last
    part = sentence.low(quantity.first - 1) in ("whom", "which")
    if part or sentence.low(at) not in ("were", "are") or (quantity.number.high or 2) < 2:
        return None
    item = item_at(sentence.tokens, at + 1) if at + 1 < len(sentence.tokens) else None
    if item is None or not (item.plural and item.strong and item.kind == "person"):
        return None
    end = at + 1 + item.size
    return Counted(item, sentence.tokens[at + 1].start, sentence.tokens[end - 1].end, end)


def toll(sentence: Sentence, quantity: Quantity, last: int, alone: bool = True) -> Counted | None:
    """ "Put the dead from the junta side at above 30", "the casualty rate was 1,556": a toll of an army's."""
    if not ends(sentence, last) or (quantity.number.high or 0) < 2:
        return None
    joint = sentence.low(quantity.first - (2 if sentence.low(quantity.first - 1) in ('"', "'") else 1))
    if joint not in word_class("before_size", "numbers_them") and sentence.low(quantity.first) not in _BEYOND:
        return None
    at = next(
        (
            place
            for place in range(quantity.first - 1, max(-1, quantity.first - _FAR), -1)
            if sentence.low(place) in word_class("toll")
        ),
        None,
    )
    own = at is not None and not alone and sentence.low(at - 1) in ("its", "their")  # "put its dead at 3,800"
    if at is None or not (own or _names_fighters(sentence, at) or _of_army(sentence, at, quantity.first)):
        return None
    for place in (*range(at, max(0, at - 8), -1), *range(at + 1, quantity.first)):
        item = item_at(sentence.tokens, place)
        if item is None or not item.strong or item.kind != "person":
            continue
        if item.plural or sentence.low(place + item.size) == "side":
            return Counted(item, sentence.tokens[place].start, sentence.tokens[place + item.size - 1].end, last)
    return Counted(names()["casualties"], sentence.tokens[at].start, sentence.tokens[at].end, last)


_BEYOND = frozenset(("above", "beyond", "past", "over", "below", "under", "exceeding", "passed", "topped",
                     "exceeded", "exceeds", "surpassed"))  # fmt: skip
"""Bounds that join a toll to its number by themselves: "put the toll of jihadists above 100"."""


def _names_fighters(sentence: Sentence, at: int) -> bool:
    """ "The toll of jihadists", "losses among the rebels": whoever else the paragraph speaks of."""
    if sentence.low(at + 1) not in ("of", "among", "amongst"):
        return False
    found = (item_at(sentence.tokens, place) for place in (at + 2, at + 3) if place < len(sentence.tokens))
    return any(item is not None and item.strong and item.plural and item.kind == "person" for item in found)


def _of_army(sentence: Sentence, at: int, number: int) -> bool:
    """Whether a toll is an army's. An army's "losses" and "casualties" need its name only, "dead" and a "toll" a
    word of war: "the health ministry put the toll at 51,495" is none."""
    words = words_in(sentence.text)
    between = [sentence.low(place) for place in range(at, number)]
    if not words.isdisjoint(word_class("civil_toll")) or any(low in word_class("civil_people") for low in between):
        return False
    here = {token.low for token in sentence.tokens}
    if sentence.low(at) in ("casualty", "casualties", "losses") and any(name.first < number for name in sentence.named):
        return True
    if any(name.last == at and is_group(name.party) and name.party.id != "HAMAS" for name in sentence.named):
        return True  # "put RSF dead at 140"
    if sentence.low(number - 1) in word_class("numbers_them") and any(
        name.last == at and name.mention.form == "adjective" and name.party.id not in ("PSE", "LBN")
        for name in sentence.named
    ):
        return True  # "Indian dead numbered two"
    if _possessed(sentence, at) or (sentence.low(at) == "wounded" and _possessed(sentence, _place(sentence, "dead"))):
        return True
    of_war = word_class("army_word", "collective", "one_side", "irregular", "own_side") - word_class("any_war")
    return not of_war.isdisjoint(here) or (sentence.low(at) == "toll" and {"dead", "wounded"} <= here)


def _possessed(sentence: Sentence, at: int) -> bool:
    """ "Ukraine's dead": a state's own, who are its soldiers; in Gaza and Lebanon they are anyone."""
    if at < 2 or sentence.low(at - 1) != "'s":
        return False
    owner = next((name.party for name in sentence.named if name.last == at - 1), None)
    return owner is not None and owner.id not in ("PSE", "LBN", "HAMAS")


def _place(sentence: Sentence, word: str) -> int:
    return next((at for at in range(min(len(sentence.tokens), 60)) if sentence.low(at) == word), -1)


def stock_of(sentence: Sentence, quantity: Quantity, last: int) -> Counted | None:
    """ "Missile stocks fell from 1,800 to 600", "troop numbers are down to 2,500", "tank output of 1,500 a year"."""
    joint = sentence.low(quantity.first - 1)
    joined = joint in word_class("before_size", "changing_size") or quantity.first - 1 in sentence.verb_ending
    if not joined or not (ends(sentence, last) or sentence.low(last) == "a"):
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - _FAR), -1):
        counted = sentence.quantity_at.get(at)
        if sentence.low(at) in (";", ".", "which", "who", "that") or (counted and not ends(sentence, counted.last)):
            return None
        if sentence.low(at) in word_class("stock"):
            return _stocked(sentence, at, last)
    return None


def _stocked(sentence: Sentence, at: int, last: int) -> Counted | None:
    """What a stock or a fleet is of: the longest name before the word, or behind: "production of shells"."""
    for first in (at - 2, at - 1):
        item = item_at(sentence.tokens, first) if first >= 0 else None
        if item is None or first + item.size != at or not (item.singular and item.strong):
            continue
        if item.kind in ("person", "weapon", "model"):
            return Counted(item, sentence.tokens[first].start, sentence.tokens[at - 1].end, last)
    if sentence.low(at + 1) == "of":
        item = item_at(sentence.tokens, at + 2)
        if item is not None and item.plural and item.strong and item.kind in ("person", "weapon", "model"):
            return Counted(item, sentence.tokens[at + 2].start, sentence.tokens[at + 1 + item.size].end, last)
    if [sentence.low(at - 1), sentence.low(at)] in (["'s", "strength"], ["'s", "numbers"], ["'s", "size"]):
        body = sentence.low(at - 2)
        if body in word_class("force") and body not in ("force", "company"):  # "the army's strength shrank to 73,000"
            return Counted(names()["soldiers"], sentence.tokens[at - 2].start, sentence.tokens[at].end, last)
    return None


def enlisted(sentence: Sentence, quantity: Quantity, last: int) -> Counted | None:
    """ "More than 8,000 have deserted from the army", "the ministry says it has recruited 166,000 this year"."""
    if (quantity.number.high or quantity.number.low or 0) < 10 and not quantity.vague:
        return None
    at = last
    while sentence.low(at) in function_words("be", "have", "adv"):
        at += 1
    before = sentence.verb_ending.get(quantity.first - 1)
    joins = [sentence.low(place) for place in range(last, last + 5)]
    added = before is not None and before.lemma == "add" and joins[0] == "to" and "forces" in joins
    taken_in = before is not None and before.status == "mobilised" and before.form != "noun" and ends(sentence, last)
    does = sentence.low(at) in word_class("army_verb") and (ends(sentence, at + 1) or sentence.low(at + 1) == "from")
    if not (taken_in or does or added):
        return None
    army = word_class("army_word", "collective", "contingent") - word_class("any_war") | {"army", "ministry"}
    if army.isdisjoint(words_in(sentence.text)):
        return None
    return Counted(names()["soldiers"], sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end, last)


def selected_below(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "The last 300 filed out, leaving fewer than 3,000 troops": the noun stands further on."""
    if not selects(sentence, quantity):
        return None
    for at in range(quantity.last, min(len(sentence.tokens), quantity.last + 24)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.strong and item.plural and item.kind in ("person", "weapon"):
            return Counted(item, sentence.tokens[at].start, sentence.tokens[at + item.size - 1].end, quantity.last)
    return None


def single_before_which(sentence: Sentence, quantity: Quantity, last: int) -> Counted | None:
    """ "The Humvee and the JLTV, of which it has taken about 20,000"."""
    for at in range(quantity.first - 1, max(1, quantity.first - 8), -1):
        if [sentence.low(at - 1), sentence.low(at)] != ["of", "which"]:
            continue
        place = at - 3 if sentence.low(at - 2) == "," else at - 2
        item = item_at(sentence.tokens, place) if place >= 0 else None
        if item is None or item.plural or not item.strong or item.category != "weapons":
            return None
        return Counted(item, sentence.tokens[place].start, sentence.tokens[place + item.size - 1].end, last)
    return None


def arms_here(sentence: Sentence, quantity: Quantity, last: int) -> Counted | None:
    """ "The lot of jets comes on top of the 83 contracted", "with the eight on order they make 13 frigates"."""
    for at in range(quantity.first - 1, max(-1, quantity.first - _FAR), -1):
        found = item_ending(sentence, at)
        if found is not None and found[1].kind == "weapon":
            return Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at].end, last)
    return arms_below(sentence, quantity, last)


def arms_below(sentence: Sentence, quantity: Quantity, last: int) -> Counted | None:
    """ "Fired around ten, the chiefs said, after a salvo of cruise missiles on Monday"."""
    for at in range(last, min(len(sentence.tokens), last + 24)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.strong and item.plural and item.kind == "weapon":
            return Counted(item, sentence.tokens[at].start, sentence.tokens[at + item.size - 1].end, last)
    return None


def own_people(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """ "Counted 29 of his own among the dead" where an army speaks."""
    at = quantity.last
    fellows = sentence.low(at + 1) in function_words("poss") and sentence.low(at + 2) in word_class("fellows")
    if sentence.low(at) != "of" or not (
        fellows or sentence.low(at + 2) == "own" or sentence.low(at + 1) in ("ours", "theirs")
    ):
        return None
    of_war = word_class("army_word", "collective", "irregular") - word_class("any_war")
    if of_war.isdisjoint(words_in(sentence.text)):
        return None
    end = at + 3 if fellows else at + 2
    return Counted(names()["soldiers"], sentence.tokens[at].start, sentence.tokens[end - 1].end, end)
