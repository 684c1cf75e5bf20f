"""Likely owners: a counted noun that nobody claims flows in, the party it most likely belongs to flows out.

Militants belong to a group and soldiers to a state; the nearest name that can have such people,
and that nothing else governs, has them. Also the places that a sentence names around a figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, islice
from typing import TypeAlias

from agents.extract.clauses.clauses import DATELINE, Sentence
from agents.extract.nouns.items import Item
from agents.extract.sides.kinds import is_group, is_region, is_state
from agents.extract.sides.said_sides import Said
from agents.extract.sides.scene import Scene
from agents.extract.sides.subjects import only_tells
from agents.extract.words.vocabulary import word_class
from schemas.party import Party

Pair: TypeAlias = "tuple[Party | None, Party | None]"
"""Party and counterparty."""

_TELLS = 5
"""Tokens from a name to the verb by which it tells: "Islamabad's military spokesman says"."""

_TELLERS = 6
"""Names looked at for one that tells."""

RECEIVERS = frozenset(("to", "for", "into", "toward", "towards"))


def at_place(said: Said, prepositions: frozenset[str], *but: Party | None) -> Party | None:
    """The first place named after one of the prepositions."""
    return next((name.party for name in said.places if name.outer in prepositions and name.party not in but), None)


def only_asked(sentence: Sentence, before: int) -> bool:
    """ "Slovakia has asked to buy 12 helicopters", "Kyiv has asked for 10 more": nobody's yet."""
    return not word_class("asking").isdisjoint(sentence.lows[max(0, before - 3) : before])


def is_irregular(item: Item) -> bool:
    """Fighters of a group rather than of a state: militants, rebels, guerrillas."""
    return item.kind != "unit" and _is_among(item.words, item.item, "irregular")


def is_regular(item: Item) -> bool:
    """People of a state's army: soldiers, troops, servicemen."""
    return _is_among(item.words, item.item, "regular")


@lru_cache(maxsize=1024)  # of the list's items, which every figure asks; a type's designation may be anything
def _is_among(words: str, item: str, kind: str) -> bool:
    kinds, word = word_class(kind), words.rpartition(" ")[2]
    return word in kinds or item in kinds or f"{word}s" in kinds


def fits_kind(item: Item, owner: Party | None) -> bool:
    """Whether such people can be that party's."""
    if owner is None or is_region(owner):
        return False
    if is_irregular(item):
        return is_group(owner)
    return not (is_regular(item) and is_group(owner))


def speaking_state(sentence: Sentence, before: int, *but: Party | None) -> Party | None:
    """The state that says it in "Israel's military said two soldiers were killed in Gaza": its soldiers."""
    free = list(
        islice(
            (
                name
                for name in reversed(sentence.named)
                if name.last <= before
                and not name.prep
                and name.object_of < 0
                and name.mention.form != "place"
                and is_state(name.party)
                and name.party not in but
            ),
            _TELLERS,
        )
    )
    telling = (one for one in free if not word_class("says").isdisjoint(sentence.lows[one.last : one.last + _TELLS]))
    teller = next(telling, None) or next(iter(free), None)
    return teller.party if teller is not None else None


def by_kind(said: Said, item: Item, scene: Scene, sentence: Sentence, before: int, *but: Party | None) -> Party | None:
    """The nearest party that such people belong to: rebels to a group, soldiers to a state."""
    free, behind, telling, set_in = _here(sentence, before) if sentence.named else _NOBODY
    topic = [one for one in (said.same, scene.subject) if one is not None]
    titled = () if is_irregular(item) else scene.title
    nearer = chain(free, topic, behind, titled, telling, scene.before(), set_in)
    ahead = scene.coming() if is_regular(item) else ()
    for one in chain(nearer, scene.recent(sentence, before), ahead):
        if one not in but and (fits_kind(item, one) or (one == said.same and not is_region(one))):
            return one
    return None


_Parties: TypeAlias = "Sequence[Party]"

_NOBODY: tuple[_Parties, _Parties, _Parties, _Parties] = ((), (), (), ())


def _here(sentence: Sentence, before: int) -> tuple[_Parties, _Parties, _Parties, _Parties]:
    """Whom a sentence names: who acts before that token, from the nearest back; who is named behind it; who only
    tells of others; where it happens."""
    named = [name for name in reversed(sentence.named) if name.first < before and name.mention.form != "place"]
    telling = [name.party for name in named if only_tells(sentence, name)]
    names = [name for name in named if not only_tells(sentence, name)]
    places = _set_in()
    free = [name.party for name in names if not name.prep and name.object_of < 0]
    free += [name.party for name in names if not (name.outer in RECEIVERS or (name.prep and name.outer in places))]
    set_in = [name.party for name in names if name.prep and name.outer in places]
    away = _elsewhere()
    end = next((at for at in range(before, len(sentence.lows)) if sentence.low(at) in _PARTS), len(sentence.lows))
    behind = [name.party for name in sentence.named if before <= name.first < end and name.outer not in away]
    return free, behind, telling, set_in


@cache
def _set_in() -> frozenset[str]:
    """Before a name these tell where, not whose."""
    return word_class("place_prep") | {"from", "at", "near", "across", "outside", DATELINE}


@cache
def _elsewhere() -> frozenset[str]:
    """Before a name these tell to whom or where it goes."""
    return RECEIVERS | {DATELINE} | word_class("place_prep", "target_prep")


def place_around(sentence: Sentence, scene: Scene, owner: Party | None, moving: bool = True) -> Party | None:
    """Where else the sentence says that this happens: "In Syria, Washington ...".

    moving: what is sent or withdrawn goes where the paragraph, too, says that things happen.
    """
    here = standing_in(sentence, owner)
    around = (here, scene.place if moving else None, scene.titled_place(owner) if owner is not None else None)
    return next((one for one in around if one is not None and one != owner), None)


_NATIONS = frozenset(("countries", "nations", "states", "armies", "militaries"))


def of_many_countries(sentence: Sentence, last: int, item: Item) -> bool:
    """ "1,200 troops from eleven countries", in an exercise: no one state's. Peacekeepers are their mission's."""
    behind = sentence.lows[last : last + 6]
    return behind[:1] in (["from"], ["of"]) and "peace" not in item.words and not _NATIONS.isdisjoint(behind)


_PARTS = frozenset((";", "including", "among"))
"""Behind these another clause begins, or a part of them is told: "26,000 soldiers, among them 700 Danes"."""


def left_behind(sentence: Sentence, owner: Party | None) -> Party | None:
    """Hungary in "to be pulled out of Hungary"."""
    left = (it.party for it in sentence.named if sentence.lows[max(0, it.first - 2) : it.first] == ["out", "of"])
    return next((one for one in left if one != owner), None)


def standing_in(sentence: Sentence, owner: Party | None) -> Party | None:
    """The country or region that the sentence itself says that they are in."""
    return next(
        (
            name.party
            for name in sentence.named
            if name.outer in word_class("place_prep")
            and name.party != owner
            and (is_state(name.party) or is_region(name.party))
        ),
        None,
    )
