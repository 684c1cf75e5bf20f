"""Noun groups: a quantity flows in, what it counts flows out: its words and the item they name.

From the number the group is walked to its head: over adjectives, nationalities, calibres and
models ("170mm self-propelled howitzers", "14 Leopard 2 tanks"), never over a verb, a preposition
or another number. The head is the last noun of the run, so that "three drone strikes" counts
strikes, which we leave alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.extract.items import Item, item_at
from agents.extract.numbers import is_number_word
from agents.extract.quantities import Quantity
from agents.extract.tokens import MARK, MODEL, NUMBER, ORDINAL, Token
from agents.extract.verbs import Verb
from agents.extract.vocabulary import function_words, traps

_LONGEST = 12
"""Tokens between a number and its noun; the longest in the dev set has seven."""

_PLURAL_MODIFIERS = frozenset(
    [
        "operations",
        "weapons",
        "arms",
        "explosives",
        "logistics",
        "reserves",
        "services",
        "communications",
        "sales",
        "affairs",
        "overseas",
        "series",
        "defenses",
        "defences",
        "systems",
        "forces",
        "headquarters",
        "various",
        "gas",
        "u.s",
        "us",
    ]
)
_OF_HEADS = frozenset(
    ["round", "piece", "set", "member", "unit", "system", "prisoner", "element", "group", "crew"]
)
_OF_MODIFIERS = frozenset(
    [
        "artillery",
        "ammunition",
        "mortar",
        "rocket",
        "small-arms",
        "body",
        "armor",
        "armour",
        "military",
        "equipment",
    ]
)


@dataclass(frozen=True, slots=True)
class NounGroup:
    """tokens[first:last] name the thing; heads are the items, more than one when they share a number.

    modifiers: tokens before the head. partitive: "nine of the drones".
    """

    first: int
    last: int
    heads: tuple[Item, ...]
    head_first: int
    partitive: bool = False
    why_not: str = ""

    @property
    def item(self) -> Item:
        return self.heads[0]


def noun_group(
    tokens: list[Token], quantity: Quantity, named: frozenset[int], verbs: dict[int, Verb]
) -> NounGroup | None:
    """What the quantity counts, or None when no noun of ours follows; why_not names a trap.

    named: indexes of tokens that belong to the name of a party. At most _LONGEST tokens are looked at.
    """
    at, partitive = _skip_of(tokens, quantity)
    if at is None:
        return None
    single = (quantity.number.high == 1 and quantity.number.low == 1) or quantity.filled
    found = _walk(tokens, at, single and not partitive, named, verbs)
    if found is None or found.why_not:
        return found
    found = _with_of(tokens, found)
    found = _shared(tokens, found, quantity, named, verbs)
    return NounGroup(found.first, found.last, found.heads, found.head_first, partitive, found.why_not)


def _skip_of(tokens: list[Token], quantity: Quantity) -> tuple[int | None, bool]:
    """Where the noun begins, past "of", "of the", "other"; None when "of them", "of which" follow."""
    at = quantity.last
    words = [token.low for token in tokens[at : at + 4]]
    if words[:2] == ["the", "number"] and words[2:3] == ["of"]:
        return at + 3, False
    if words[:1] != ["of"]:
        return at, False
    at += 1
    if words[1:2] and words[1] in function_words("pron"):
        return None, False
    if words[1:2] and (words[1] in function_words("poss") or words[1] in ("the", "those", "these", "our")):
        superlative = any(word in traps("superlative") or word.endswith("est") for word in words[2:])
        return (None, False) if superlative else (at + 1, True)
    if quantity.vague or quantity.number.group:
        return at, False
    return None, False


def _walk(
    tokens: list[Token], at: int, single: bool, named: frozenset[int], verbs: dict[int, Verb]
) -> NounGroup | None:
    head: tuple[int, Item] | None = None
    fallback: tuple[int, Item] | None = None
    civil = ""
    place, end = at, min(len(tokens), at + _LONGEST)
    while place < end:
        token = tokens[place]
        item = item_at(tokens, place)
        if item is not None and place + item.size <= len(tokens):
            if item.plural or (single and item.singular):
                if head is None or _extends(head[1], item):
                    head = (place, item)
            elif item.kind == "model":
                fallback = fallback or (place, item)
            elif head is not None:
                break
            place += item.size
            continue
        if (
            head is not None
            and head[1].kind == "casualty"
            and _leads_on(tokens, place)
            and _modifies(tokens, place, at, named, verbs)
        ):
            place += 1
            continue
        if head is not None:
            if token.low in traps("head") or (
                token.low == "'s" or (token.low == "'" and _possessive(tokens, place))
            ):
                return NounGroup(
                    at, place + 1, (head[1],), head[0], why_not=f"{token.low} is what is counted"
                )
            break
        modifies = not single and not token.low.endswith("s") and _leads_on(tokens, place + 1)
        if token.low in traps("head") and place not in named and not modifies:
            return NounGroup(at, place + 1, (), place, why_not=f"{token.low} are not counted here")
        if token.low in traps("civil"):
            civil = token.low
        if not _modifies(tokens, place, at, named, verbs):
            break
        place += 1
    if fallback is not None and (
        head is None or (head[1].item == "fighter" and fallback[1].category == "weapons")
    ):
        head = fallback if head is None else (head[0], replace(fallback[1], plural=True, size=head[1].size))
    if head is None:
        return None
    if civil and any(token.low in traps("civil") for token in tokens[at : head[0]]):
        return NounGroup(at, head[0] + head[1].size, (head[1],), head[0], why_not=f"{civil} is civil")
    return NounGroup(at, head[0] + head[1].size, (head[1],), head[0])


def _extends(head: Item, item: Item) -> bool:
    return not (item.kind == "casualty" and head.kind != "casualty")


def _possessive(tokens: list[Token], place: int) -> bool:
    return place > 0 and tokens[place - 1].end == tokens[place].start and tokens[place - 1].low.endswith("s")


def _modifies(
    tokens: list[Token], place: int, first: int, named: frozenset[int], verbs: dict[int, Verb]
) -> bool:
    """Whether the token can stand between a number and its noun."""
    token = tokens[place]
    low = token.low
    if place in named or token.kind in (MODEL, ORDINAL):
        return True
    if token.kind == NUMBER:
        return (
            place > first
            and (tokens[place - 1].capital or tokens[place - 1].low in ("/", "-") or _calibre(tokens, place))
        ) or _calibre(tokens, place)
    if token.kind == MARK:
        return (low in "\"-/'()+" and low != "") or (
            low == "," and place > first and _leads_on(tokens, place + 1)
        )
    if low in ("and", "or"):
        return place > first and _leads_on(tokens, place + 1)
    if is_number_word(low):
        return False
    if low == "other" or (low == "of" and place > first and tokens[place - 1].low in ("kinds", "types")):
        return True
    if low in function_words("prep", "det", "poss", "pron", "conj", "be", "have", "do", "modal"):
        return False
    verb = verbs.get(place)
    if verb is not None and not verb.may_modify:
        return False
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 and token.kind != MODEL:
        return low in _PLURAL_MODIFIERS or (token.capital and _leads_on(tokens, place + 1))
    return True


def _calibre(tokens: list[Token], place: int) -> bool:
    words = [token.low.strip(".") for token in tokens[place + 1 : place + 3]]
    return bool(words) and (
        words[0] in ("mm", "millimeter", "millimetre")
        or (
            words[0] == "-"
            and words[1:] != []
            and words[1] in ("mm", "millimeter", "millimetre", "inch", "pound")
        )
    )


def _leads_on(tokens: list[Token], place: int) -> bool:
    """Whether a plural noun of ours follows within four words that are no number and no small word."""
    for at in range(place, min(len(tokens), place + 5)):
        item = item_at(tokens, at)
        if item is not None and item.plural and item.kind != "casualty":
            return True
        low = tokens[at].low
        if low in ("and", "or", ","):
            continue
        if (
            tokens[at].kind == NUMBER
            or is_number_word(low)
            or low in function_words("prep", "det", "poss", "pron", "conj", "be", "have", "modal")
        ):
            return False
    return False


def _with_of(tokens: list[Token], group: NounGroup) -> NounGroup:
    """ "rounds of artillery ammunition", "members of special forces", "units of armoured vehicles"."""
    last = group.last
    if group.item.words.split()[0] not in _OF_HEADS or last >= len(tokens) or tokens[last].low != "of":
        return group
    at = last + 1
    while at < min(len(tokens), last + 7):
        item = item_at(tokens, at)
        if item is not None and (item.plural or tokens[at].low in _OF_MODIFIERS):
            if group.item.words == "unit" and item.category == "weapons":
                return NounGroup(group.first, at + item.size, (item,), at)
            return NounGroup(group.first, at + item.size, group.heads, group.head_first)
        low = tokens[at].low
        if (
            low in ("ammunition", "equipment", "artillery", "armor", "armour", "weaponry")
            and tokens[at + 1 : at + 2]
            and tokens[at + 1].low not in ("and", "ammunition")
        ):
            return NounGroup(group.first, at + 1, group.heads, group.head_first)
        if low in function_words("prep", "pron", "conj", "be", "have", "modal") and low != "and":
            break
        at += 1
    return group


def _shared(
    tokens: list[Token], group: NounGroup, quantity: Quantity, named: frozenset[int], verbs: dict[int, Verb]
) -> NounGroup:
    """Adds nouns that share the number: "howitzers and 240mm rocket launchers"."""
    heads, last = list(group.heads), group.last
    at = last
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
            and tokens[start].low in ("civilians", "civilian", "people", "hostages", "children")
        ):
            return NounGroup(
                group.first,
                group.last,
                group.heads,
                group.head_first,
                why_not="soldiers and civilians are counted together",
            )
        nearby = _walk(tokens, start, False, frozenset(), verbs) if start < len(tokens) else None
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
