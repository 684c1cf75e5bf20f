"""Shared and longer noun groups: a noun group flows in, what it shares its number with flows out.

"170mm howitzers and 240mm rocket launchers" are one count of two things; "rounds of artillery
ammunition" are one thing of several words; "soldiers and civilians" are none of ours."""

from __future__ import annotations

from agents.extract.clauses.verbs import Verb
from agents.extract.nouns.items import Item, item_at
from agents.extract.nouns.noun_walk import NounGroup, walk
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import Token
from agents.extract.words.vocabulary import function_words, word_class

LONGEST = 12
"""Tokens between a number and its noun; the longest in the dev set has seven."""


_SITTING = frozenset(("committee", "council", "parliament", "parliamentary", "cabinet", "assembly", "party", "board"))
"""Whose members sit and do not fight."""


_KIT = frozenset(
    ("ammunition", "ammo", "munitions", "equipment", "artillery", "armor", "armour", "weaponry", "hardware")
)
"""What "units of" and "rounds of" may be of, without a plural."""


def with_of(tokens: list[Token], group: NounGroup, verbs: dict[int, Verb]) -> NounGroup:
    """ "rounds of artillery ammunition", "members of special forces", "units of armoured vehicles"."""
    last = group.last
    if last >= len(tokens) or tokens[last].low != "of" or group.item.words.split()[0] not in word_class("of_head"):
        return group
    at = last + 1
    while at < min(len(tokens), last + 7):
        item = item_at(tokens, at)
        if item is not None and (item.plural or tokens[at].low in word_class("of_modifier")):
            if group.item.words == "unit" and item.category == "weapons":
                return NounGroup(group.first, at + item.size, (item,), at)
            return NounGroup(group.first, at + item.size, group.heads, group.head_first)
        low = tokens[at].low
        if (
            low in _KIT
            and tokens[at + 1 : at + 2]
            and tokens[at + 1].low not in ("and", "ammunition", "ammo")
        ):
            return NounGroup(group.first, at + 1, group.heads, group.head_first)
        if low in function_words("prep", "pron", "conj", "be", "have", "modal") and low != "and":
            break
        verb = verbs.get(at)
        finite = verb is not None and (verb.form == "past" or not verb.may_modify)
        if finite or (low in _SITTING and not tokens[at].capital):
            break
        at += 1
    return group


def shared(
    tokens: list[Token], group: NounGroup, quantity: Quantity, named: frozenset[int], verbs: dict[int, Verb]
) -> NounGroup:
    """Adds nouns that share the number: "howitzers and 240mm rocket launchers"."""
    heads, last = list(group.heads), group.last
    at = last
    if at >= len(tokens) or tokens[at].low not in (",", "and", "or"):
        return group
    pending: list[tuple[Item, int]] = []
    while at < len(tokens) and tokens[at].low in (",", "and", "or") and len(heads) + len(pending) < 5:
        joint = tokens[at].low
        start = at + 1
        if joint == "," and start < len(tokens) and tokens[start].low in ("and", "or"):
            joint, start = "and", start + 1
            if not pending and not quantity.vague:
                break
        if (
            start < len(tokens)
            and joint != ","
            and tokens[start].low
            in ("civilians", "civilian", "people", "hostages", "children", "boys", "girls", "villagers", "residents")
        ):
            return NounGroup(
                group.first,
                group.last,
                group.heads,
                group.head_first,
                why_not="soldiers and civilians are counted together",
            )
        nearby = walk(tokens, start, False, frozenset(), verbs) if start < len(tokens) else None
        if (
            nearby is None
            or nearby.why_not
            or not nearby.item.plural
            or (not nearby.item.strong and group.item.strong and nearby.item.kind != "person")
        ):
            break
        if (
            nearby.item.category != group.item.category
            or nearby.item.kind == "casualty"
            or named & set(range(start, nearby.last))
        ):
            break
        pending.append((nearby.item, nearby.last))
        at = nearby.last
        if joint != ",":
            heads += [item for item, _ in pending]
            last, pending = at, []
            break
    if group.item.kind == "casualty":
        return group
    return NounGroup(group.first, last, tuple(heads), group.head_first)
