"""Losses that may be anyone's: "12 dead", "30 casualties" flow in, whether they are troops flows out.

They are when the copy says whose army bore them, and no civilians are spoken of.
"""

from __future__ import annotations

from agents.extract.clauses.around import Around
from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.numbers.number_lists import item_ending
from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.kinds import is_group
from agents.extract.words.vocabulary import word_class


def why_no_losses(
    sentence: Sentence,
    quantity: Quantity,
    group: NounGroup,
    frame: Frame,
    inside: list[str],
    earlier_troops: bool,
    around: Around,
) -> str:
    words = [token.low for token in sentence.tokens]
    if any(word in word_class("army_word") for word in inside):
        return ""
    if _part_of_troops(sentence, quantity):
        return ""
    if inside[-1:] == ["action"]:
        return ""  # civilians are not killed in action
    if "own" in inside and group.partitive:
        return ""  # "200 of their own dead"
    if any(
        name.mention.form == "group" and is_group(name.party)
        for name in sentence.named_between(quantity.last, group.last)
    ):
        return ""  # "109 Taliban killed"
    if _in_ranks(sentence, group.last):
        return ""
    civil = word_class("civil_people").intersection(words)
    if civil and not (earlier_troops and civil == {"persons"}):
        return "civilians are spoken of"
    if earlier_troops or _of_one_side(sentence):
        return ""
    if any(word in word_class("army_word") - word_class("any_war") for word in words) or _is_army(
        sentence, quantity, frame
    ):
        return ""
    if not around.words.isdisjoint(word_class("contingent")) and around.words.isdisjoint(
        word_class("civil_people", "civil_toll", "blast")
    ):
        return ""  # "At least a hundred dead. That is what the agency said of the North Korean contingent"
    if _in_battle(sentence, around):
        return ""
    return "nothing says that they were troops"


def _in_battle(sentence: Sentence, around: Around) -> bool:
    """ "French returns give 1,571 dead during the siege": an army's in a battle, where nobody else is spoken of."""
    if word_class("set_battle").isdisjoint(around.words) or not around.army:
        return False
    others = word_class("civil_people", "civil_toll", "blast", "not_set_battle")
    owned = any(name.mention.form in ("adjective", "group") for name in sentence.named)
    return owned and others.isdisjoint(around.words)


def _in_ranks(sentence: Sentence, last: int) -> bool:
    """ "17 dead in its own ranks", "30 killed among their men"."""
    if sentence.low(last) not in ("in", "among", "from") or sentence.low(last + 1) not in ("its", "their", "his"):
        return False
    at = last + 3 if sentence.low(last + 2) == "own" else last + 2
    return sentence.low(at) in ("ranks", "men", "forces", "fighters", "troops", "soldiers", "side", "army", "militia")


def _of_one_side(sentence: Sentence) -> bool:
    """ "Federal casualties come to 247 dead", "rebel losses were 40 killed"."""
    return any(
        sentence.low(at) in ("casualties", "losses")
        and sentence.low(at - 1) in word_class("one_side") | {"federal", "allied", "coalition", "insurgent", "militant"}
        for at in range(1, min(len(sentence.tokens), 12))
    )


def _part_of_troops(sentence: Sentence, quantity: Quantity) -> bool:
    """ "2,448 service members, including the 12 killed in ...": a part of troops that were just counted."""
    at = quantity.first - 1
    while sentence.low(at) in ("the", "at", "least", ","):
        at -= 1
    if sentence.low(at) != "including":
        return False
    found = item_ending(sentence, at - 2 if sentence.low(at - 1) == "," else at - 1)
    return found is not None and found[1].category == "troops" and found[1].strong


def _is_army(sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
    """ "Russia suffered 1,200 casualties", "put Russian losses at 315,000": what a state loses is troops."""
    for name in sentence.named:
        owned = name.last + 1 if sentence.low(name.last) == "'s" else name.last
        whose = name.mention.form == "adjective" or owned > name.last or is_group(name.party)
        if whose and sentence.low(owned) in ("losses", "casualties"):
            return True
        if whose and sentence.low(owned) == "side" and not {"losses", "casualties"}.isdisjoint(sentence.words_of):
            return True  # "casualties on the Ukrainian side"
    if sentence.low(quantity.first - 1) in ("to", "admits", "admitted", "acknowledges", "acknowledged") and any(
        token.low in word_class("admitting") for token in sentence.tokens
    ):
        return bool(sentence.named)  # "Moscow admits to 5,937 dead"
    verb = frame.verb
    return verb is not None and verb.lemma in word_class("bearing_losses") and bool(sentence.named)
