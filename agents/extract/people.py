"""People who may be anyone: men, members, officers, captives and the dead flow in, whether they are troops flows out.

They are when their own words say so, when an army's words stand near, or when what happens to them
happens to troops: lost by an army, swapped by two sides, massed by the thousand.
"""

from __future__ import annotations

from agents.extract.around import Around, armed, names_side
from agents.extract.clauses import Sentence
from agents.extract.frames import Frame
from agents.extract.items import item_at
from agents.extract.noun_walk import NounGroup
from agents.extract.number_lists import item_ending
from agents.extract.quantities import Quantity
from agents.extract.scene import is_group, is_state
from agents.extract.tokens import Token
from agents.extract.vocabulary import traps, word_class


def why_no_troops(
    sentence: Sentence, quantity: Quantity, group: NounGroup, frame: Frame, around: Around, earlier_troops: bool
) -> str:
    """Empty when the people are troops. earlier_troops: troops were counted before in this paragraph."""
    inside = [token.low for token in sentence.tokens[quantity.first : group.last]]
    if group.item.words == "crew" and around.shipping and not armed(inside):
        return "a merchant crew"
    if group.item.words == "veteran" and not (frame.verb is not None and frame.verb.frame in ("harm", "loss")):
        return "veterans fight no more"
    if group.item.words not in word_class("needs_army"):
        named = names_side(sentence, quantity, group)
        return "" if around.war or named else f"{group.item.words} with no war around it"
    admitted = (
        armed(inside)
        or names_side(sentence, quantity, group)
        or _armed_near(sentence, quantity, group, earlier_troops, around)
        or _fate_of_troops(sentence, quantity, group, frame, around, earlier_troops)
    )
    return "" if admitted else f"{group.item.words} may be anyone"


def _fate_of_troops(
    sentence: Sentence, quantity: Quantity, group: NounGroup, frame: Frame, around: Around, earlier_troops: bool
) -> bool:
    """What only troops suffer or do here: men lost or massed, captives swapped by two sides, a ship's crew killed,
    members whom an armed group recruits, commanders among the dead."""
    words, verb = group.item.words, frame.verb
    if verb is not None and words in ("man", "men", "volunteer"):
        many = (quantity.number.high or 0) >= 500
        massed = verb.status == "mobilised" or (around.war and verb.status == "withdrawn")
        if verb.lemma == "lose" or (many and massed):
            return True
    if quantity.increment and earlier_troops:
        return True
    low = [token.low for token in sentence.tokens]
    if words in ("prisoner", "captive", "detainee"):
        swapped = verb is not None and verb.status == "exchanged"
        sides = {name.party for name in sentence.named if is_state(name.party) or is_group(name.party)}
        return swapped and (around.war or len(sides) > 1) and not {"hostage", "hostages", "palestinian"} & set(low)
    if words in ("crew", "man", "men", "sailor", "officer") and _part_of_arms(sentence, quantity, group):
        return True
    harmed = verb is not None and verb.status in ("killed", "wounded", "captured", "killed_or_wounded")
    if words in ("commander", "officer", "attacker", "assailant", "infiltrator", "operator") and around.army:
        named_before = sentence.low(quantity.first - 1) in ("including", "among", "with")
        return harmed or named_before
    if words == "member":
        return (harmed and group.partitive and around.war) or any(
            name.mention.form == "group" and is_group(name.party)
            for name in sentence.named_between(max(0, quantity.first - 9), quantity.first)
        )
    return False


def _part_of_arms(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "20 of her crew" where a warship or an aircraft is named, "the 30 men of his platoon"."""
    if group.item.words in ("man", "men") and not group.partitive:
        return sentence.low(group.last) in ("of", "from") and any(
            sentence.low(at) in traps("forces") for at in range(group.last + 1, group.last + 5)
        )
    named = [item_at(sentence.tokens, at) for at in range(len(sentence.tokens)) if not quantity.last <= at < group.last]
    return any(item is not None and item.strong and item.category == "weapons" for item in named) or bool(
        {"hms", "uss", "ship", "vessel"} & {token.low for token in sentence.tokens}
    )


def _armed_near(sentence: Sentence, quantity: Quantity, group: NounGroup, earlier_troops: bool, around: Around) -> bool:
    """A military word within the sentence, before the number or right behind the noun."""
    if group.item.words not in word_class("army_word_nearby"):
        return False
    if group.item.words == "body":
        return any(sentence.low(at) in word_class("army_word") for at in range(quantity.last, group.last + 6))
    if group.item.words in ("men", "man") and (quantity.number.high or 10**6) >= 500 and around.war:
        return True
    nearby = [token.low for token in window(sentence, quantity.first - 12, group.last + 12)]
    return earlier_troops or any(word in word_class("army_word") for word in nearby)


def why_no_losses(
    sentence: Sentence,
    quantity: Quantity,
    group: NounGroup,
    frame: Frame,
    inside: list[str],
    earlier_troops: bool,
) -> str:
    words = [token.low for token in sentence.tokens]
    if any(word in word_class("army_word") for word in inside):
        return ""
    if _part_of_troops(sentence, quantity):
        return ""
    if any(word in word_class("civil_people") for word in words):
        return "civilians are spoken of"
    if earlier_troops:
        return ""
    if any(word in word_class("army_word") for word in words) or _is_army(sentence, frame):
        return ""
    return "nothing says that they were troops"


def _part_of_troops(sentence: Sentence, quantity: Quantity) -> bool:
    """ "2,448 service members, including the 12 killed in ...": a part of troops that were just counted."""
    at = quantity.first - 1
    while sentence.low(at) in ("the", "at", "least", ","):
        at -= 1
    if sentence.low(at) != "including":
        return False
    found = item_ending(sentence, at - 2 if sentence.low(at - 1) == "," else at - 1)
    return found is not None and found[1].category == "troops" and found[1].strong


def _is_army(sentence: Sentence, frame: Frame) -> bool:
    """ "Russia suffered 1,200 casualties", "put Russian losses at 315,000": what a state loses is troops."""
    for name in sentence.named:
        if name.mention.form == "adjective" and sentence.low(name.last) in ("losses", "casualties"):
            return True
    verb = frame.verb
    return (
        verb is not None
        and verb.lemma in ("suffer", "sustain", "lose", "incur", "inflict", "have", "take")
        and bool(sentence.named)
    )


def window(sentence: Sentence, first: int, last: int) -> list[Token]:
    return sentence.tokens[max(0, first) : last]
