"""What a paragraph speaks of: its text and title flow in, whether of war, of an army, of civil work flows out.

Also what the words right around a number say: "armed", a nationality, a group.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from agents.extract.clauses.clauses import Sentence
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.kinds import is_group, is_state
from agents.extract.words.asked import when_asked
from agents.extract.words.vocabulary import traps, word_class

_PLAIN = re.compile(r"[a-z]+")
_WORD = re.compile(r"[\w'.-]*\w")


class Around:
    """What the paragraph with its title speaks of, each asked of the whole text once."""

    def __init__(self, text: str) -> None:
        self._whole = text

    @when_asked
    def words(self) -> frozenset[str]:
        return frozenset(self._in_order) | {word[:-2] for word in self._in_order if word.endswith("'s")}

    @when_asked
    def _in_order(self) -> list[str]:
        return _WORD.findall(self._whole.lower())

    @when_asked
    def _text(self) -> str:
        return f" {' '.join(self._in_order)} "

    @when_asked
    def war(self) -> bool:
        return self._has(traps("context"))

    @when_asked
    def civil(self) -> bool:
        return self._has(traps("civil_context"))

    @when_asked
    def gun_law(self) -> bool:
        return self._has(traps("firearms_at_home"))

    @when_asked
    def game(self) -> bool:
        return self._has(traps("game"))

    @when_asked
    def space(self) -> bool:
        return self._has(traps("space"))

    @when_asked
    def shipping(self) -> bool:
        return self._has(traps("shipping"))

    @when_asked
    def hobby_drones(self) -> bool:
        return self._has(traps("hobby_drones"))

    @when_asked
    def army(self) -> bool:
        return self._has(traps("army_around"))

    @when_asked
    def arms(self) -> bool:
        return self._has(traps("arms_around"))

    def _has(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.words) or any(f" {phrase} " in self._text for phrase in _phrases(words))


@cache
def _phrases(words: frozenset[str]) -> tuple[str, ...]:
    return tuple(word for word in words if " " in word)


@lru_cache(maxsize=4)
def words_in(text: str) -> frozenset[str]:
    """The plain words of a paragraph, made once for all its numbers."""
    return frozenset(_PLAIN.findall(text.lower()))


def armed(inside: list[str]) -> bool:
    return not word_class("army_word").isdisjoint(inside) or any(word.startswith("armed") for word in inside)


def names_side(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "12 members of Hamas", "300 Wagner men", "20 British instructors"."""
    end = min(len(sentence.tokens), group.last + 6)
    if not word_class("outlawed").isdisjoint(sentence.lows[group.last : end]):
        end = min(len(sentence.tokens), end + 4)  # "14 members of the outlawed Kurdistan Workers' Party (PKK)"
    named = sentence.named_between(quantity.last, end)
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
        ) or any(name.mention.form == "group" and (is_group(name.party) or is_state(name.party)) for name in within)
    if sentence.low(group.last) not in ("of", "from"):
        return False
    if any(sentence.low(at) in traps("civil") and not sentence.tokens[at].capital for at in range(group.last, end)):
        return False
    of_group = sentence.low(group.last) == "of" and any(
        name.mention.form == "group" and (is_group(name.party) or is_state(name.party)) for name in named
    )
    return of_group or not word_class("army_word", "contingent").isdisjoint(sentence.lows[group.last : end])


def named_inside(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    return any(
        name.mention.form in ("adjective", "group") for name in sentence.named_between(quantity.last, group.last)
    )
