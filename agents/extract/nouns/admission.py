"""Admission: a counted noun flows in, whether it is troops or weapons here flows out, with the reason when not.

"Soldiers" always are. "Men", "members", "vehicles", "ships" are only with a war around them, and
"casualties" only when the copy says whose army bore them: a wrong number is worse than none.
"""

from __future__ import annotations

from agents.extract.clauses.around import Around, armed, names_side
from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.arms_in_general import why_no_arms
from agents.extract.nouns.items import Item
from agents.extract.nouns.losses import why_no_losses
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.nouns.people import why_no_troops
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import WORD
from agents.extract.words.vocabulary import function_words, word_class

_POLICE = frozenset(("policeman", "police officer", "police", "gendarme", "police commando"))


_RATE = (["a", "minute"], ["per", "minute"], ["a", "second"], ["per", "second"], ["each", "minute"])


_ARMS_OF_CRIME = frozenset(
    ("rifle", "pistol", "handgun", "firearm", "weapon", "shotgun", "bullet", "ammunition_round", "gunman")
)


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
    if (quantity.low, quantity.high) == (1, 1) and sentence.low(quantity.first - 1) in ("not", "nor", "without"):
        return "not one is none"
    inside = sentence.lows[quantity.first : group.last]
    if item.words in _POLICE or item.item == "police_officer":
        return "" if any(head.strong for head in group.heads[1:]) else "police are not troops"
    if quantity.low == 1 and quantity.qualifier == "more_than":
        return "more than one is no count"
    if quantity.high == 1 and quantity.qualifier == "fewer_than":
        return "less than one is no count"
    if item.words == "rifle" and _regiment(sentence, group):
        return "the name of a regiment"
    if item.words == "tank" and sentence.low(group.last) == "of" and _plain_word(sentence, group.last + 1):
        return "a tank that holds something"
    if item.words in ("round", "shot", "shell") and _rate_of_fire(sentence, group.last):
        return "a rate of fire"
    calibre = sentence.low(group.last + 1)[:1].isdigit() or sentence.low(group.last + 1)[:1] == "."
    if item.words in ("round", "shot", "shell") and [sentence.low(group.last), sentence.low(group.last + 1)] in _RATE:
        return "how fast a gun fires"
    if item.words == "round" and sentence.low(group.last) == "of" and not calibre:
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
        and not armed(inside)
        and not names_side(sentence, quantity, group)
    ):
        return "merchant shipping is spoken of"
    if item.words == "sailor" and around.shipping and not (_NAVY & around.words and _PIRACY.isdisjoint(around.words)):
        return "a merchant crew"
    if item.item == "prisoner" and any(
        name.party.id == "PSE" for name in sentence.named_between(quantity.last, group.last)
    ):
        return "detainees are not troops"
    if item.words == "charge" and {"court", "lawyers", "lawyer", "prosecutors", "judge", "trial"} & around.words:
        return "charges before a court"
    if item.words == "man" and not armed(inside) and _before_court(sentence, quantity, group):
        return "men arrested may be anyone"
    if item.kind == "casualty":
        return why_no_losses(sentence, quantity, group, frame, inside, earlier_troops, around)
    if not item.strong and around.gun_law:
        return "gun law, not war"
    if item.item in ("soldier",) and item.words == "force" and (quantity.number.high or 100) < 10:
        return "a few forces are sides, not soldiers"
    if item.strong:
        return _strong(sentence, item, inside, around)
    struck = frame.verb is not None and frame.verb.status in ("destroyed", "captured")
    theirs = around.army and (struck or item.words not in word_class("ordinary_vehicle"))
    if around.civil and not (armed(inside) or theirs):
        return "civil work is spoken of"
    if item.category == "weapons":
        return why_no_arms(sentence, quantity, group, frame, around)
    return why_no_troops(sentence, quantity, group, frame, around, earlier_troops)


def _rate_of_fire(sentence: Sentence, last: int) -> bool:
    """ "12 rounds a minute", "600 rounds per minute"."""
    return sentence.low(last) in ("a", "per", "each", "every", "/") and sentence.low(last + 1) in (
        "minute", "min", "second", "sec",
    )  # fmt: skip


def _plain_word(sentence: Sentence, at: int) -> bool:
    """ "Tanks of rare fish", and not "tanks of the brigade", "tanks of Soviet make"."""
    token = sentence.tokens[at] if at < len(sentence.tokens) else None
    if token is None or token.kind != WORD or token.capital or at in sentence.named_tokens:
        return False
    army = word_class("army_word", "collective", "contingent")
    near = [sentence.low(place) for place in range(at, at + 4)]
    return token.low not in function_words("det", "poss", "pron") and army.isdisjoint(near)


def _regiment(sentence: Sentence, group: NounGroup) -> bool:
    """ "19 Rashtriya Rifles" """
    words = sentence.text[sentence.tokens[group.first].start : sentence.tokens[group.last - 1].end]
    return sentence.tokens[group.head_first].capital and not words.isupper()


def _before_court(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    near = sentence.lows[max(0, quantity.first - 4) : group.last + 4]
    return not word_class("before_court").isdisjoint(near)


_TOLD = frozenset(("told", "says", "recalled", "sighed", "joked", "explained", "wrote", "writes", "admitted", "puts"))


def _speaks(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "One soldier said", "said one of its commanders"."""
    if any(sentence.low(at) in word_class("says") for at in range(quantity.last, group.head_first)):
        return True  # "one source said attackers ..."
    words = [sentence.low(at) for at in range(group.last, group.last + 5)]
    if bool((word_class("says") | _TOLD) & set(words[:4])):
        return True
    before = sentence.low(quantity.first - 2), sentence.low(quantity.first - 1)
    said = before[1] in ("said", "says", "told", "recalled") and before[0] in (",", '"')
    return said or before in (("words", "of"), ("account", "of"), ("according", "to"), (",", "as"))


_PIRACY = frozenset(("piracy", "pirates", "kidnappings", "hijackers", "merchant"))
_NAVY = frozenset(("navy", "naval", "warship", "frigate", "destroyer", "submarine", "military", "troops", "marines"))


def _strong(sentence: Sentence, item: Item, inside: list[str], around: Around) -> str:
    if around.game:
        return "a game, not war"
    if item.item in _ARMS_OF_CRIME and around.gun_law and not (item.item == "gunman" and around.army):
        return "gun law, not war"
    if item.item == "rocket" and around.space:
        return "a rocket into space"
    if item.item in ("helicopter", "transport_plane") and around.civil:
        return "civil work is spoken of"
    if item.item == "drone" and around.hobby_drones:
        return "civil drones"
    return ""
