"""Hints: a noun group flows in, what its own words say of its fate and its members flows out.

"Wounded soldiers", "12 dead", "30 casualties", and a group named for its fighters: "three Taliban"."""

from __future__ import annotations

from dataclasses import replace

from agents.extract.clauses.around import words_in
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.nouns.items import Item, names
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.nouns.people import fight, gave_up
from agents.extract.numbers.number_lists import Counted
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, traps, word_class


def members(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """A group said for its members: "three Taliban died"."""
    name = next(
        (name for name in sentence.named if name.first == quantity.last and name.mention.form == "group"),
        None,
    )
    alone = (quantity.low, quantity.high) == (1, 1) and sentence.low(quantity.first - 1) in ("the", "than", "as")
    if alone:
        return None  # "more cautious than the one Wagner left"
    if name is None or (
        name.last < len(sentence.tokens)
        and sentence.tokens[name.last].kind == "word"
        and not (
            name.last in sentence.verbs
            or sentence.low(name.last) in function_words("prep", "be", "have", "conj", "adv")
        )
    ):
        return None
    return Counted(
        names()["fighters"], sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end, name.last
    )


def people_at_arms(sentence: Sentence, quantity: Quantity, troops: bool = False) -> Counted | None:
    """People and nationals whom the sentence makes soldiers: "300 people under arms", "recruits about 33,000
    people monthly", "91,000 Germans went into captivity", "11 Afghans of the Fatemiyoun brigade".

    troops: a figure of troops came before."""
    part = troops and sentence.low(quantity.last) == "of" and sentence.low(quantity.last + 1) in ("the", "these")
    first = quantity.last + 2 if part else quantity.last  # "three of the Italians"
    first += quantity.vague is not None and sentence.low(first) == "of"  # "thousands of Eritreans fought"
    at = _past_wounded(sentence, first)
    wounded = at > first
    first = first if part else at
    person = sentence.low(at) in _ANYONE
    if person and _lost(sentence, quantity, at + 1):
        return Counted(names()["soldiers"], sentence.tokens[at].start, sentence.tokens[at].end, at + 1)
    national = any(
        name.first == at
        and (name.mention.form == "noun" or (sentence.low(at).endswith("ese") and ends(sentence, at + 1)))
        and name.last <= at + 2
        and name.party.id != "PSE"
        for name in sentence.named
    )
    if national and not sentence.low(at).endswith(("s", "ese")):
        at += 1  # "South Africans"
        national = sentence.low(at).endswith("s")
    if not person and not (national and (quantity.number.high or 2) >= 2):
        return None
    following = [sentence.low(place) for place in range(at + 1, min(len(sentence.tokens), at + 11))]
    if person:
        at_arms = following[:2] in (["under", "arms"], ["in", "uniform"]) or _enlisted(sentence, quantity, at + 1)
        at_arms = at_arms or _signed(sentence, following)
    else:
        of_force = following[:1] == ["of"] and any(word in traps("forces") for word in following[1:6])
        captured = sentence.verb_ending.get(quantity.first - 1)
        at_arms = (
            of_force
            or wounded
            or (captured is not None and captured.lemma == "capture" and captured.form != "noun")
            or ("contract" in following and bool({"army", "military", "ministry"} & words_in(sentence.text)))
            or any(word in word_class("serving") for word in following)
            or fight(sentence, quantity)
            or _contingent(sentence, quantity)
            or (troops and _among_nationals(sentence, quantity))
            or part
        )
    if not at_arms:
        return None
    last = at + 3 if following[:2] == ["under", "arms"] else at + 1
    item = names()["prisoners of war" if wounded and not person else "soldiers"]
    return Counted(item, sentence.tokens[first].start, sentence.tokens[last - 1].end, last)


def _past_wounded(sentence: Sentence, at: int) -> int:
    """Past "severely wounded" in "22 severely wounded Ukrainians", where prisoners are swapped."""
    if {"wounded", "injured", "sick"}.isdisjoint((sentence.low(at), sentence.low(at + 1))):
        return at
    if words_in(sentence.text).isdisjoint(("prisoner", "prisoners", "exchange", "exchanged", "swap", "pow", "pows")):
        return at
    return at + 1 if sentence.low(at) in ("wounded", "injured", "sick") else at + 2


def _signed(sentence: Sentence, following: list[str]) -> bool:
    """ "410,000 citizens had signed contracts", where an army is spoken of."""
    signed = {"contract", "contracts", "enlisted", "enrolled"} & set(following) and "signed" in (*following, "enlisted")
    army = ("army", "military", "ministry", "defence", "defense")
    return bool(signed) and not words_in(sentence.text).isdisjoint(army)


_ANYONE = frozenset(("people", "persons", "citizens", "men", "foreigners", "recruits", "volunteers", "specialists"))


def _lost(sentence: Sentence, quantity: Quantity, after: int) -> bool:
    """ "The enemy lost 92 persons killed", "the brigade lost 14 people": what an army loses are its own."""
    verb = sentence.verb_ending.get(quantity.first - 1)
    if verb is None or verb.lemma != "lose" or verb.passive:
        return False
    at = verb.first - 1
    while sentence.low(at) in function_words("have", "adv"):
        at -= 1
    return sentence.low(at) in word_class("collective", "irregular") | {"enemy", "invaders", "occupiers"}


def _contingent(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Eighteen Canadians were let go": nationals where the paragraph is about their contingent, or too many to be
    travellers: "over 10,000 Burundians"."""
    words = words_in(sentence.text)
    if not words.isdisjoint(word_class("civil_people", "not_nationals")):
        return False
    if not words.isdisjoint(word_class("peace_force")):
        return True
    if [sentence.low(quantity.first - 2), sentence.low(quantity.first - 1)] == ["home", "to"]:
        return False
    if (quantity.number.high or 0) >= 1000 and word_class("dwelling").isdisjoint(sentence.words_of):
        return not words.isdisjoint(word_class("troop_list"))
    listed = not word_class("in_force").isdisjoint(sentence.words_of)
    return listed and word_class("suffering_words").isdisjoint(sentence.words_of)


def _among_nationals(sentence: Sentence, quantity: Quantity) -> bool:
    """ "Three Malawians and two Tanzanians" of a force whose soldiers were counted before."""
    if not (word_class("not_nationals") | {"civilian", "civilians", "people"}).isdisjoint(sentence.lows):
        return False
    nouns = {
        name.first
        for name in sentence.named
        if (name.mention.form == "noun" or sentence.low(name.first).endswith("ese")) and name.last == name.first + 1
    }
    counted = [one for one in sentence.quantities if one.last in nouns]
    return len(counted) > 1 and len({sentence.low(one.last) for one in counted}) == len(counted)


def capital_plural(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """A name in the plural right behind the number, in copy that is not all in capitals; no person's, no party's."""
    at = quantity.last
    joined = sentence.low(quantity.first - 1) in _LISTING or quantity.first - 1 in sentence.verb_ending
    if not joined:
        return None
    words = sentence.text[sentence.tokens[quantity.first].start : sentence.end]
    name = sentence.tokens[at] if at < len(sentence.tokens) else None
    if name is None or not (name.capital and name.kind == "word" and name.low.endswith("s") and len(name.low) > 3):
        return None
    followed = at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].capital
    if words.isupper() or followed or at in sentence.named_tokens or name.low in traps("head"):
        return None
    return Counted(replace(names()["weapons"], words=name.low), name.start, name.end, at + 1)


_LISTING = frozenset((",", "and", "or", "plus", "include", "includes", "including"))


def _enlisted(sentence: Sentence, quantity: Quantity, after: int) -> bool:
    """Whether an army takes them: the verb before the number, or the passive behind its noun."""
    before = sentence.verb_ending.get(quantity.first - 1)
    if before is not None and before.status == "mobilised" and before.form != "noun":
        return before.lemma not in ("hire", "employ", "engage")  # "the plant has hired 800 people"
    signing = [sentence.low(place) for place in range(after, after + 8)]
    if any(word in ("signed", "sign", "signing") for word in signing[:4]) and any(
        word in ("contract", "contracts") for word in signing
    ):
        return not _ARMY.isdisjoint(words_in(sentence.text))
    for place in range(after, min(len(sentence.tokens), after + 4)):
        verb = sentence.verbs.get(place)
        if verb is not None:
            near = [sentence.low(at) for at in range(verb.last, verb.last + 3)]
            joins = verb.lemma != "join" or any(low in word_class("serving", "soldiery", "collective") for low in near)
            return verb.status == "mobilised" and joins
        if sentence.low(place) not in function_words("be", "have", "adv", "modal") and sentence.low(place) != "to":
            return False
    return False


_ARMY = frozenset(("army", "military", "defense", "defence", "servicemen", "troops", "forces", "war"))
"""With whom a contract of service is signed."""


_GENERAL = {
    "vehicle": "vehicle_item",
    "jet": "aircraft_item",
    "aircraft": "aircraft_item",
    "plane": "aircraft_item",
    "ship": "ship_item",
    "vessel": "ship_item",
    "boat": "ship_item",
    "system": "system_item",
}
"""General nouns, and the class of what they may stand for."""


def may_stand_for(group: NounGroup) -> bool:
    """Whether the noun is a general one: then it matters what was counted before."""
    return group.item.kind == "casualty" or (group.partitive and group.item.words in _GENERAL)


def same_things(sentence: Sentence, group: NounGroup, earlier: Counted) -> Counted | None:
    """What a general noun stands for: "96 of the vehicles" after tanks, "14 dead" after peacekeepers."""
    item, of = group.item, earlier.item
    if item.kind == "casualty":
        named = of.category == "troops" and of.kind == "person" and earlier.start >= sentence.tokens[0].start
        return earlier if named else None
    return earlier if of.item != item.item and of.item in word_class(_GENERAL[item.words]) else None


def past_of(sentence: Sentence, last: int) -> int:
    """Past "of which", "of them", so that the verb stands next."""
    if sentence.low(last) == "of" and sentence.low(last + 1) in ("which", "whom", "them", "these", "those"):
        told = sentence.low(last + 2) in function_words("pron") and sentence.low(last + 3) in word_class("says")
        return last + 4 if told else last + 2  # "2,600 of whom he said would go"
    return last


def own_hint(sentence: Sentence, quantity: Quantity, group: NounGroup | None) -> str:
    """What the group's own words say: wounded soldiers, captured tanks, 12 dead, 30 casualties."""
    if group is None:
        return "captured" if gave_up(sentence, quantity.last) else ""
    item = group.item
    if item.kind == "casualty":
        head = item.words.split()[-1]
        following = sentence.low(group.last)
        if (
            head in ("killed", "dead")
            and following in ("or", "and", "/")
            and sentence.low(group.last + 1) in ("wounded", "injured")
        ):
            return "killed_or_wounded"
        return {
            "dead": "killed",
            "killed": "killed",
            "death": "killed",
            "fatality": "killed",
            "kia": "killed",
            "action": "killed",
            "wounded": "wounded",
            "injured": "wounded",
            "injury": "wounded",
            "wia": "wounded",
            "missing": "missing",
        }.get(head, "killed_or_wounded")
    for at in range(quantity.last, group.head_first):
        word = sentence.low(at)
        if word in ("wounded", "injured"):
            return "wounded"
        if word in ("captured", "captive", "seized"):
            return "captured"
        if word in ("dead", "slain", "killed"):
            return "killed"
        if word in ("destroyed", "damaged", "wrecked"):
            return "destroyed"
        if word == "missing":
            return "missing"
        said = (_PEOPLE_SAID if item.category == "troops" else _ARMS_SAID).get(word)
        if said:
            return said
    return "captured" if item.item == "prisoner_of_war" else ""


_PEOPLE_SAID = {
    "freed": "exchanged", "released": "exchanged", "repatriated": "exchanged", "returning": "exchanged",
    "fallen": "killed", "martyred": "killed", "surrendered": "captured", "detained": "captured",
    "injured": "wounded", "hurt": "wounded", "vanished": "missing",
}  # fmt: skip
_ARMS_SAID = {
    "burning": "destroyed", "burned-out": "destroyed", "burnt-out": "destroyed", "burned": "destroyed",
    "burnt": "destroyed", "smouldering": "destroyed", "charred": "destroyed", "knocked-out": "destroyed",
    "lost": "destroyed", "downed": "destroyed", "sunken": "destroyed", "crippled": "destroyed", "gutted": "destroyed",
    "donated": "sent", "gifted": "sent", "delivered": "sent", "supplied": "sent", "promised": "pledged",
    "pledged": "pledged", "ordered": "pledged", "planned": "pledged", "requested": "pledged", "looted": "captured",
}  # fmt: skip
"""What a participle within the group says of people, and of arms: "nine of the freed soldiers"."""


def item_id(item: Item, group: NounGroup | None) -> str:
    heads = group.heads if group is not None else (item,)
    if len(heads) == 1:
        return heads[0].item
    return "_and_".join(dict.fromkeys(head.item for head in heads))
