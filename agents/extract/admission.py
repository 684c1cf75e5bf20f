"""Admission: a counted noun flows in, whether it is troops or weapons here flows out, with the reason when not.

"Soldiers" always are. "Men", "members", "vehicles", "ships" are only with a war around them, and
"casualties" only when the copy says whose army bore them: a wrong number is worse than none.
"""

from __future__ import annotations

import re
from functools import cached_property

from agents.extract.clauses import Sentence
from agents.extract.frames import Frame
from agents.extract.items import Item
from agents.extract.noun_walk import NounGroup
from agents.extract.quantities import Quantity
from agents.extract.tokens import Token
from agents.extract.vocabulary import traps, word_class

_WORD = re.compile(r"[\w'.-]*\w")

_POLICE = frozenset(("policeman", "police officer", "police", "gendarme", "police commando"))


class Around:
    """What the paragraph with its title speaks of, each asked of the whole text once."""

    def __init__(self, text: str) -> None:
        self._text = f" {' '.join(_WORD.findall(text.lower()))} "

    @cached_property
    def war(self) -> bool:
        return self._has(traps("context"))

    @cached_property
    def civil(self) -> bool:
        return self._has(traps("civil_context"))

    @cached_property
    def gun_law(self) -> bool:
        return self._has(traps("firearms_at_home"))

    @cached_property
    def shipping(self) -> bool:
        return self._has(traps("shipping"))

    @cached_property
    def hobby_drones(self) -> bool:
        return self._has(traps("hobby_drones"))

    def _has(self, words: frozenset[str]) -> bool:
        return any(f" {word} " in self._text for word in words)


def why_not(
    sentence: Sentence,
    quantity: Quantity,
    group: NounGroup,
    frame: Frame,
    around: Around,
    earlier_troops: bool,
) -> str:
    """Empty when admitted. around: the paragraph and title in small letters. earlier_troops: a figure of
    troops came before in this sentence."""
    item = group.item
    if (quantity.low, quantity.high) == (1, 1) and _speaks(sentence, quantity, group):
        return "one who speaks is not counted"
    inside = [token.low for token in sentence.tokens[quantity.first : group.last]]
    if item.words in _POLICE:
        return "" if any(head.strong for head in group.heads[1:]) else "police are not troops"
    if item.words == "round" and sentence.low(group.last) == "of":
        return "rounds of something else"
    if (
        (quantity.low, quantity.high) == (1, 1)
        and group.partitive
        and not (frame.verb is not None and frame.verb.frame in ("harm", "loss", "transfer", "use"))
    ):
        return "one of them does something: not counted"
    if (
        item.words in ("ship", "vessel", "boat", "tanker")
        and around.shipping
        and not _armed(inside)
        and not _names_side(sentence, quantity, group)
    ):
        return "merchant shipping is spoken of"
    if item.kind == "casualty":
        return _casualty(sentence, quantity, group, frame, inside, earlier_troops)
    if around.gun_law and not item.strong:
        return "gun law, not war"
    if item.item in ("soldier",) and item.words == "force" and (quantity.number.high or 100) < 10:
        return "a few forces are sides, not soldiers"
    if item.strong:
        return _strong(sentence, item, inside, around)
    if around.civil and not _armed(inside):
        return "civil work is spoken of"
    if item.words in word_class("needs_army"):
        return (
            ""
            if _armed(inside)
            or _names_side(sentence, quantity, group)
            or _armed_near(sentence, quantity, group, earlier_troops, around)
            or _fighting(quantity, item, frame)
            else f"{item.words} may be anyone"
        )
    military = (frame.verb is not None and frame.verb.status == "intercepted") or any(
        name.mention.form in ("adjective", "group") for name in sentence.named_between(quantity.last, group.last)
    )
    return "" if around.war or military else f"{item.words} with no war around it"


def _speaks(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "One soldier said", "said one of its commanders"."""
    words = [sentence.low(at) for at in range(group.last, group.last + 5)]
    return bool({"said", "told", "says", "recalled", "added"} & set(words[:4])) or (
        sentence.low(quantity.first - 1) in ("said", "says", "told", "recalled")
        and sentence.low(quantity.first - 2) in (",", '"')
    )


def _strong(sentence: Sentence, item: Item, inside: list[str], around: Around) -> str:
    if (
        item.category == "weapons"
        and around.gun_law
        and item.item in ("rifle", "pistol", "handgun", "firearm", "weapon", "shotgun", "bullet")
    ):
        return "gun law, not war"
    if item.item == "drone" and around.hobby_drones:
        return "civil drones"
    return ""


def _casualty(
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
    if any(word in word_class("civil_people") for word in words):
        return "civilians are spoken of"
    if earlier_troops:
        return ""
    if any(word in word_class("army_word") for word in words) or _is_army(sentence, frame):
        return ""
    return "nothing says that they were troops"


def _is_army(sentence: Sentence, frame: Frame) -> bool:
    """ "Russia suffered 1,200 casualties": a state that suffers losses loses troops."""
    verb = frame.verb
    return (
        verb is not None
        and verb.lemma in ("suffer", "sustain", "lose", "incur", "inflict", "have", "take")
        and bool(sentence.named)
    )


def _armed(inside: list[str]) -> bool:
    return any(word in word_class("army_word") or word.startswith("armed") for word in inside)


def _names_side(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "12 members of Hamas", "300 Wagner men", "20 British instructors"."""
    end = min(len(sentence.tokens), group.last + 6)
    named = list(sentence.named_between(quantity.last, end))
    within = [name for name in named if name.first < group.last]
    if any(name.mention.form in ("group", "adjective") for name in within):
        return group.item.words not in (
            "member",
            "leader",
            "youth",
            "student",
            "suspect",
            "agent",
            "officer",
        ) or any(name.mention.form == "group" for name in within)
    return (sentence.low(group.last) == "of" and any(name.mention.form == "group" for name in named)) or (
        sentence.low(group.last) in ("of", "from")
        and any(sentence.low(at) in word_class("army_word") for at in range(group.last, end))
    )


def _armed_near(sentence: Sentence, quantity: Quantity, group: NounGroup, earlier_troops: bool, around: Around) -> bool:
    """A military word within the sentence, before the number or right behind the noun."""
    if group.item.words not in (
        "men",
        "man",
        "prisoner",
        "captive",
        "officer",
        "instructor",
        "adviser",
        "advisor",
        "body",
        "force",
        "crew",
        "unit",
        "company",
        "attacker",
        "assailant",
    ):
        return False
    if group.item.words in ("men", "man") and (quantity.number.high or 10**6) >= 500 and around.war:
        return True
    nearby = [token.low for token in _window(sentence, quantity.first - 12, group.last + 12)]
    return earlier_troops or any(word in word_class("army_word") for word in nearby)


def _fighting(quantity: Quantity, item: Item, frame: Frame) -> bool:
    """Men whom an army loses or masses: "lost 19 men", "has massed 170,000 men"."""
    verb = frame.verb
    if verb is None or item.words not in ("man", "men"):
        return False
    return verb.lemma == "lose" or (verb.status == "mobilised" and (quantity.number.high or 0) >= 500)


def _window(sentence: Sentence, first: int, last: int) -> list[Token]:
    return sentence.tokens[max(0, first) : last]
