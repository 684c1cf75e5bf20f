"""Hints: a noun group flows in, what its own words say of its fate and its members flows out.

"Wounded soldiers", "12 dead", "30 casualties", and a group named for its fighters: "three Taliban"."""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.items import Item, names
from agents.extract.noun_walk import NounGroup
from agents.extract.number_lists import Counted
from agents.extract.quantities import Quantity
from agents.extract.vocabulary import function_words


def members(sentence: Sentence, quantity: Quantity) -> Counted | None:
    """A group said for its members: "three Taliban died"."""
    name = next(
        (name for name in sentence.named if name.first == quantity.last and name.mention.form == "group"),
        None,
    )
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


def past_of(sentence: Sentence, last: int) -> int:
    """Past "of which", "of them", so that the verb stands next."""
    if sentence.low(last) == "of" and sentence.low(last + 1) in ("which", "whom", "them", "these", "those"):
        return last + 2
    return last


def own_hint(sentence: Sentence, quantity: Quantity, group: NounGroup | None) -> str:
    """What the group's own words say: wounded soldiers, captured tanks, 12 dead, 30 casualties."""
    if group is None:
        return ""
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
    return "captured" if item.item == "prisoner_of_war" else ""


def item_id(item: Item, group: NounGroup | None) -> str:
    heads = group.heads if group is not None else (item,)
    return "_and_".join(dict.fromkeys(head.item for head in heads))
