"""People who may be anyone: men, members, officers, captives and the dead flow in, whether they are troops flows out.

They are when their own words say so, when an army's words stand near, or when what happens to them
happens to troops: lost by an army, swapped by two sides, massed by the thousand.
"""

from __future__ import annotations

from agents.extract.clauses.around import Around, armed, names_side
from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.items import item_at
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.kinds import is_group, is_state
from agents.extract.words.tokens import Token
from agents.extract.words.vocabulary import traps, word_class


def why_no_troops(
    sentence: Sentence, quantity: Quantity, group: NounGroup, frame: Frame, around: Around, earlier_troops: bool
) -> str:
    """Empty when the people are troops. earlier_troops: troops were counted before in this paragraph."""
    inside = sentence.lows[quantity.first : group.last]
    if group.item.words == "crew" and around.shipping and not armed(inside):
        return "a merchant crew"
    hired = inside[-2:-1] in (["armed"], ["private"], ["security"], ["prison"])
    if group.item.words == "guard" and (around.shipping or hired):
        return "guards may be anyone's"
    if group.item.words == "company" and not word_class("business").isdisjoint(around.words):
        return "companies that trade"
    if group.item.words == "officer" and _of_police(sentence, group):
        return "police are not troops"
    if group.item.words == "veteran" and not (frame.verb is not None and frame.verb.frame in ("harm", "loss")):
        return "veterans fight no more"
    if group.item.words == "name":
        of_dead = not around.words.isdisjoint(word_class("roll_of_dead")) and around.army
        return (
            "" if of_dead and around.words.isdisjoint(word_class("civil_people", "civil_toll")) else "names of anyone"
        )
    if group.item.words == "martyr":
        return "" if around.army or any(is_group(name.party) for name in sentence.named) else "martyrs may be anyone"
    if quantity.filled and group.item.words in word_class("force", "needs_army") and around.war:
        return ""  # "a 5,000-strong force"
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
        if verb.lemma in ("lose", "cost") or (many and massed):
            return True
    if quantity.increment and earlier_troops:
        return True
    low = [token.low for token in sentence.tokens]
    if words in ("prisoner", "captive", "detainee"):
        swapped = verb is not None and verb.status == "exchanged"
        sides = {name.party for name in sentence.named if is_state(name.party) or is_group(name.party)}
        taken = bool({"taken", "took", "captured", "surrendered"} & set(low))
        taken = taken or (verb is not None and verb.status == "captured")
        if taken and around.war and (around.army or around.arms) and not _before_prison(sentence):
            return True
        camp = {"war", "camp", "prisoner"} <= around.words
        behind_wire = (camp or _WAR_CAPTIVES & around.words) and not _before_prison(sentence)
        if words == "prisoner" and behind_wire and not {"hostage", "hostages", "palestinian"} & around.words:
            return True
        return swapped and (around.war or len(sides) > 1) and not {"hostage", "hostages", "palestinian"} & set(low)
    if words in ("volunteer", "recruit", "man", "men") and around.war and _each_day(sentence, group.last):
        return True
    if words == "volunteer" and around.army and (quantity.number.high or 0) >= 5000:
        return True
    if words == "defender" and not {"swap", "swapped", "exchange", "captivity"}.isdisjoint(around.words):
        return True
    if words in ("division", "corps", "company", "detachment", "squad") and _beside_forces(sentence, group):
        return True
    if words in word_class("moved_unit") and around.army and not around.civil and verb is not None and verb.status:
        return True  # "twelve divisions were sent to the front"
    bus = {"flight", "airliner", "train", "bus", "rescue"} & around.words
    if words == "crew" and around.war and around.arms and not (around.shipping or bus):
        return True
    if words in ("crew", "man", "men", "sailor", "officer") and _part_of_arms(sentence, quantity, group):
        return True
    harmed = verb is not None and verb.status in ("killed", "wounded", "captured", "killed_or_wounded")
    if words == "volunteer" and harmed and around.army and not around.civil:
        return True
    if words in ("commander", "officer", "attacker", "assailant", "infiltrator", "operator") and around.army:
        named_before = sentence.low(quantity.first - 1) in ("including", "among", "with")
        return harmed or named_before
    if words in ("member", "staff", "officer") and _of_unit(sentence, quantity, group) and around.war:
        return True
    if words == "member" and (quantity.number.high or 0) >= 100 and _on_roll(sentence, quantity):
        return True
    if words == "member":
        behind = {sentence.low(at) for at in range(group.last, group.last + 3)}
        serves = around.army and not behind.isdisjoint(word_class("serving_verb"))
        return serves or (harmed and group.partitive and around.war) or any(
            name.mention.form == "group" and is_group(name.party)
            for name in sentence.named_between(max(0, quantity.first - 9), quantity.first)
        )
    return False


def _on_roll(sentence: Sentence, quantity: Quantity) -> bool:
    """ "An army that had on paper more than 300,000 members"."""
    near = {sentence.low(at) for at in range(max(0, quantity.first - 12), quantity.first)}
    forces = {"army", "guard", "militia", "corps", "regiment", "military", "navy"}
    return bool(near & forces) and near.isdisjoint(word_class("civil_people", "civil_body"))


_WAR_CAPTIVES = frozenset(("pow", "pows", "surrender", "surrendered", "captivity", "ceasefire", "division", "regiment"))
"""Beside them, prisoners are of war."""


def _each_day(sentence: Sentence, last: int) -> bool:
    """ "About 1,200 volunteers a day": only an army takes in men at a rate."""
    return sentence.low(last) in ("a", "per", "each", "every") and sentence.low(last + 1) in ("day", "week", "month")


def _of_police(sentence: Sentence, group: NounGroup) -> bool:
    """ "Stormed the police lines, killing three officers": nobody of an army is spoken of."""
    of_police = group.head_first == group.first and "police" in sentence.words_of
    return of_police and word_class("soldiery").isdisjoint(sentence.words_of)


def _beside_forces(sentence: Sentence, group: NounGroup) -> bool:
    """ "42 divisions in the theatre, 545,000 men and 4,280 tanks", "two companies of them"."""
    if sentence.low(group.last) == "of" and sentence.low(group.last + 1) == "them":
        return True
    near = range(group.last, min(len(sentence.tokens), group.last + 20))
    if group.item.words == "company":
        return False
    return any((item := item_at(sentence.tokens, at)) is not None and item.strong for at in near)


def _of_unit(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "Over 6,000 LAF members", "97 NZDF staff": a force by its initials, where an army is spoken of."""
    at = group.head_first - 1
    if at < quantity.last:
        return False
    token = sentence.tokens[at]
    name = sentence.text[token.start : token.end]
    return name.isupper() and name.isalpha() and name[-1:] in "FA" and 2 < len(name) < 6


def _before_prison(sentence: Sentence) -> bool:
    return any(token.low in word_class("before_court") for token in sentence.tokens)


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
        inside = sentence.named_between(quantity.last, group.last)
        fighters = (item_at(sentence.tokens, at) for at in range(quantity.last, group.head_first))
        if any(item is not None and item.category == "troops" for item in fighters):
            return True  # "41 Maoist bodies"
        clad = word_class("army_word", "irregular", "uniform")
        return any(is_group(name.party) for name in inside) or any(
            sentence.low(at) in clad for at in range(quantity.last, group.last + 6)
        )
    if group.item.words in ("men", "man") and _beside_arms(sentence, group):
        return True
    if group.item.words in ("men", "man") and (quantity.number.high or 10**6) >= 500 and around.war:
        return True
    nearby = [token.low for token in window(sentence, quantity.first - 12, group.last + 12)]
    return earlier_troops or any(word in word_class("army_word") for word in nearby)


def _beside_arms(sentence: Sentence, group: NounGroup) -> bool:
    """ "Cost Iraq 340 men and 19 tanks"."""
    if sentence.low(group.last) not in ("and", ",", "with"):
        return False
    following = next((one for one in sentence.quantities if group.last < one.first <= group.last + 3), None)
    near = range(following.last, min(following.last + 4, len(sentence.tokens))) if following is not None else range(0)
    found = (item_at(sentence.tokens, at) for at in near)
    return any(item is not None and item.strong and item.plural and item.category == "weapons" for item in found)


def fight(sentence: Sentence, quantity: Quantity) -> bool:
    """ "20,000 Cubans are fighting for": a war by itself."""
    near = [sentence.low(at) for at in range(quantity.last, quantity.last + 7)]
    at = next((at for at, low in enumerate(near[:6]) if low in ("fought", "fighting", "surrendered")), -1)
    return at >= 0 and (near[at] == "surrendered" or near[at + 1] in ("for", "in", "alongside", "on", "at", "with"))


def gave_up(sentence: Sentence, start: int) -> bool:
    """ "Were bused home after surrendering", "flown out after their capture": prisoners, wherever they are brought."""
    if "after" not in sentence.words_of:
        return False
    near = (at + 1 for at in range(start, min(len(sentence.tokens), start + 24)) if sentence.low(at) == "after")
    return any(" ".join(sentence.lows[at : at + size]) in word_class("yielding") for at in near for size in (1, 2, 3))


def window(sentence: Sentence, first: int, last: int) -> list[Token]:
    return sentence.tokens[max(0, first) : last]
