"""Items: words flow in, the counted thing they name flows out.

data/items.csv lists what is counted, data/models.csv how type designations begin ("T-72", "Kh-101").
A newcomer adds a weapon by adding a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from agents.extract.words.lexicon import check_among, numbered, rows
from agents.extract.words.tokens import MODEL, Token
from agents.extract.words.vocabulary import traps
from schemas.figure import Category

Kind = Literal["person", "unit", "casualty", "weapon", "model"]
_LONGEST = 6
_MODEL_HEAD = re.compile(r"[a-z]+[-/]?|\d[a-z]+")


_UNKNOWN = re.compile(r"[a-z]{1,12}-?\d{1,4}[a-z]{0,2}s")
"""A type that we do not know, in the plural: "Fath-360s". A weapon where a war is spoken of."""


@dataclass(frozen=True, slots=True)
class Item:
    """One way of naming a counted thing. strong: needs no war around it; plural: names more than one."""

    item: str
    category: Category
    kind: Kind
    strong: bool
    plural: bool
    singular: bool
    words: str
    size: int


def item_at(tokens: list[Token], at: int) -> Item | None:
    """The longest name that begins at this token."""
    named = _names()
    low = tokens[at].low
    if low in _starts():
        for size in range(min(_starts()[low], len(tokens) - at), 0, -1):
            words = low if size == 1 else " ".join([token.low for token in tokens[at : at + size]])
            if words in named and not (size == 1 and named[words].kind == "model" and not tokens[at].capital):
                return named[words]
    if tokens[at].kind == MODEL:
        return _designation(low)
    if "-" in low and tokens[at].capital:
        found = named.get(low.split("-")[0])
        return found if found and found.kind == "model" else None
    return None


@cache
def _designation(low: str) -> Item | None:
    """A type designation: "t-72s", "shahed-136". Singular in form, yet counted as it stands."""
    bare = named.kind and named if (named := _names().get(low.split("-")[0])) and named.kind == "model" else None
    found = _MODEL_HEAD.match(low)
    item = bare.item if bare else None
    if found and not item:
        prefixes = _prefixes()
        item = next(
            (
                prefixes[low[:n]]
                for n in range(min(len(low), 9), 0, -1)
                if low[:n] in prefixes and low[n : n + 1].isdigit() != low[n - 1].isdigit()
            ),
            None,
        )
    if not item:
        unknown = _UNKNOWN.fullmatch(low) and not low.startswith(tuple(traps("civil_model")))
        return Item("weapon", "weapons", "model", False, True, False, low, 1) if unknown else None
    return Item(item, "weapons", "model", True, low.endswith("s"), True, low, 1)


def may_end_item(token: Token) -> bool:
    """False only for a token with which no name ends."""
    return token.low in _last_words() or token.kind == MODEL or (token.capital and "-" in token.low)


def names() -> dict[str, Item]:
    """Every name by its words in small letters: what a prefilter looks for."""
    return _names()


@cache
def _names() -> dict[str, Item]:
    known: dict[str, Item] = {}
    for line, row in numbered("items"):
        check_among("items.csv", line, row, "category", ("troops", "weapons"))
        check_among("items.csv", line, row, "kind", ("person", "unit", "casualty", "weapon", "model"))
        words = row["words"].lower()
        plural = words if row["plural"] == "=" else row["plural"].lower() or _plural(words)
        for form in dict.fromkeys((words, plural)):
            both = words == plural
            known.setdefault(
                form,
                Item(
                    item=row["item"].lower(),
                    category=cast(Category, row["category"]),  # checked above, as is the kind
                    kind=cast(Kind, row["kind"]),
                    strong=row["strength"] == "strong",
                    plural=both or form == plural,
                    singular=both or form == words,
                    words=words,
                    size=len(form.split()),
                ),
            )
    return known


@cache
def _starts() -> dict[str, int]:
    """First word of each name, and how many words the longest such name has."""
    starts: dict[str, int] = {}
    for words, item in _names().items():
        first = words.split()[0]
        starts[first] = max(starts.get(first, 0), item.size)
    return starts


@cache
def _last_words() -> frozenset[str]:
    return frozenset(words.split()[-1] for words in _names())


@cache
def _prefixes() -> dict[str, str]:
    return {row["prefix"]: row["item"] for row in rows("models")}


def _plural(words: str) -> str:
    if words.endswith("y") and words[-2] not in "aeiou":
        return words[:-1] + "ies"
    return words + ("es" if words.endswith(("s", "x", "ch", "sh")) else "s")
