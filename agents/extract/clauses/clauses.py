"""Sentences as the later stages need them: tokens, verbs, quantities and named parties of one sentence.

In: a text and a sentence's span. Out: a Clause view that answers by token index: which party is
named here, which preposition governs it, who is the subject of a verb. Indexes are the sentence's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from agents.extract.clauses.mentions import Mentions, names_a_side
from agents.extract.clauses.plain_verbs import verb_before
from agents.extract.clauses.verbs import Verb, find_verbs
from agents.extract.nouns.items import item_at
from agents.extract.numbers.number_words import is_number_word, may_say_number
from agents.extract.numbers.numbers import find_numbers
from agents.extract.numbers.quantities import Quantity, find_quantities
from agents.extract.sides.parties import PartyMention
from agents.extract.words.asked import when_asked
from agents.extract.words.tokens import MARK, Token, tokenise
from agents.extract.words.vocabulary import function_words, word_class
from schemas.party import Party

_DATELINE = re.compile(
    r"\s*[A-Z][A-Z .,'-]{2,40}(?:, [^-–—\n]{0,40}?)?(?:\([^)]{2,40}\)\s*)?(?:--|[-–—])\s"
    r"|\s*[A-Z][A-Z .'-]{2,30}, \d[^-–—\n]{0,50}(?:--|[-–—])"
    r"|\s*[A-Z][\w.'’ -]{2,40}(?:[,.] ?[^()\n]{0,40}|\([^)\n]{2,30}\)[^()\n]{0,40})?"
    r"\((?:AP|AFP|UPI|Reuters|Xinhua|ANI|NAN|PTI|IANS|APA|Interfax|ITAR-TASS|TASS|RIA|DPA|EFE|ANN|Kyodo|Yonhap|AA|SANA"
    r"|SPA|IRNA|MENA|PNA|KUNA|BBC|CNN)\)\s*(?:--|[-–—_:])?\s"
    r"|\s*[A-Z][\w.'’ -]{2,30}, (?:AFP|AP|Reuters|SANA|UPI|TASS) ?(?:--|[-–—])\s"
    r"|\s*[A-Z][A-Z'’]{2,20}(?:, [A-Z][a-z]+)? ?\([A-Z][\w ]{1,20}\) ?_ "
    r"|\s*[A-Z][A-Z .'’-]{2,30}[.,] [^()\n]{0,20}\([^)\n]{2,40}\) ?(?:--|[-–—_:])\s"
)

DATELINE = "dateline"
"""The outer preposition of a name in a dateline: where the copy was written, and only perhaps where it happened."""


def _in_name(token: Token) -> bool:
    """A small word that may stand in a noun group before a name: southern, occupied, Russian-held, 12."""
    return (
        token.low in word_class("in_place_name")
        or token.low.endswith(("ern", "-held", "-led", "-backed"))
        or token.low.startswith(("north", "south", "east", "west"))
        or token.kind != "word"
    )


@cache
def _walk_words() -> frozenset[str]:
    """Words at which the search for a verb to the left of a noun may turn: frame_search.verb_left."""
    return function_words("be", "have", "prep") | word_class("says", "clause_start") | _TURNS


_ENEMY = frozenset(("enemy", "invaders", "occupiers"))
_TURNS = frozenset((")", ";", "--", "|", "»", "•", "▪", "●", "➤", "►"))


class Named(NamedTuple):
    """tokens[first:last] name the party. prep: the preposition right before its noun group, or "";
    outer: the same past "of": "in" for "in the city of Kursk"; object_of: a verb's index or -1."""

    first: int
    last: int
    mention: PartyMention
    prep: str
    outer: str
    object_of: int

    @property
    def party(self) -> Party:
        return self.mention.party


class Sentence:
    """One sentence of a text, each view made when first asked for."""

    def __init__(self, text: str, start: int, end: int, mentions: Mentions) -> None:
        self.text, self.start, self.end = text, start, end
        self._mentions = mentions

    @when_asked
    def tokens(self) -> list[Token]:
        return tokenise(self.text, self.start, self.end)

    @when_asked
    def lows(self) -> list[str]:
        """The tokens' words in small letters: what most looks compare."""
        return [token.low for token in self.tokens]

    @when_asked
    def low(self) -> Callable[[int], str]:
        """The word in small letters of the token with that index; empty where there is none. Asked more than anything
        else, so it is a look-up and no function of ours."""
        return defaultdict(str, enumerate(self.lows)).__getitem__

    @when_asked
    def words_of(self) -> frozenset[str]:
        """The tokens' words: a walk that looks for some word is spared where none of its kind stands."""
        return frozenset(self.lows)

    @when_asked
    def _places(self) -> dict[str, list[int]]:
        """By word: the tokens where it stands."""
        places: dict[str, list[int]] = {}
        for at, low in enumerate(self.lows):
            places.setdefault(low, []).append(at)
        return places

    def last_before(self, low: str, at: int) -> int:
        """Where the word stands last before that token; -1 where it does not."""
        if low not in self.words_of:
            return -1
        places = self._places[low]
        nearest = bisect_left(places, at)
        return places[nearest - 1] if nearest else -1

    @when_asked
    def enemy_at(self) -> list[int]:
        """The tokens that say "enemy", or "invaders" and no name with it: the first few."""
        if _ENEMY.isdisjoint(self.words_of):
            return []
        return [at for at, low in enumerate(self.lows) if low in _ENEMY and at not in self.named_tokens][:8]

    @when_asked
    def clause_ends(self) -> list[int]:
        """The tokens at which another clause begins, or the speaker is named."""
        lows, ends = self.lows, word_class("clause_end")
        return [at for at, low in enumerate(lows) if low in ends or (low == "and" and at and lows[at - 1] == ",")]

    @when_asked
    def shared_out(self) -> bool:
        """Whether something is between two sides."""
        return "between" in self.words_of

    @when_asked
    def first_named(self) -> list[Named]:
        """Parties in the order of the text: the first few, for a look that every figure makes."""
        return self.named[:40]

    @when_asked
    def first_parties(self) -> tuple[Party, ...]:
        """Each party of first_named once, in their order."""
        return tuple(dict.fromkeys(name.party for name in self.first_named))

    @when_asked
    def first_acting(self) -> tuple[Party, ...]:
        """Those of first_parties that are named as more than a place."""
        return tuple(dict.fromkeys(name.party for name in self.first_named if name.mention.form != "place"))

    @when_asked
    def quantities(self) -> list[Quantity]:
        if not may_say_number(self.text[self.start : self.end].lower()):
            return []
        return find_quantities(self.tokens, find_numbers(self.tokens))

    @when_asked
    def quantity_at(self) -> dict[int, Quantity]:
        """Quantities by the index of their first token."""
        return {quantity.first: quantity for quantity in self.quantities}

    @when_asked
    def quantity_ending(self) -> dict[int, Quantity]:
        """Quantities by the index of the token behind them."""
        return {quantity.last: quantity for quantity in self.quantities}

    @when_asked
    def verbs(self) -> dict[int, Verb]:
        return find_verbs(self.tokens)

    @when_asked
    def verb_ending(self) -> dict[int, Verb]:
        """Verbs by the index of their last token: what a walk to the left meets."""
        return {verb.last - 1: verb for verb in self.verbs.values()}

    @when_asked
    def met_on_the_left(self) -> list[int]:
        """By token: the nearest at or before it that says anything to a walk to the left; -1 for none. The rest
        are names and nouns, which in a list of sixty kinds of arms every walk would look at anew."""
        said, verbs, last = _walk_words(), self.verb_ending, -1
        met: list[int] = []
        for at, low in enumerate(self.lows):
            if low in said or at in verbs:
                last = at
            met.append(last)
        return met

    @when_asked
    def named_tokens(self) -> frozenset[int]:
        return frozenset(at for first, last, _ in self._spans for at in range(first, last))

    @when_asked
    def named(self) -> list[Named]:
        """Parties in the order of the text."""
        return [self._name(first, last, mention) for first, last, mention in self._spans]

    def _name(self, first: int, last: int, mention: PartyMention) -> Named:
        prep, outer, verb = self._governed(first)
        if not prep and verb < 0:
            verb = verb_before(self.tokens, self.low, first, last, self.named_tokens)
        return Named(first, last, mention, prep, outer, verb)

    @when_asked
    def named_ending(self) -> dict[int, Named]:
        """Parties by the index of the token behind them; the first, where two end in one word."""
        return {name.last: name for name in reversed(self.named)}

    def named_between(self, first: int, last: int) -> list[Named]:
        """The parties named within tokens[first:last], in the order of the text."""
        return [name for name in self.named if first <= name.first and name.last <= last] if self.named else []

    def in_list(self, at: int) -> bool:
        """A noun of ours before "and": "71 Wagner mercenaries and 38 Malian soldiers" are one object."""
        item = item_at(self.tokens, at)
        return item is not None and self.low(at + item.size) in ("and", ",")

    @when_asked
    def _dateline(self) -> int:
        """Where "LISBON, 9 OCT 87 (AFP) --" ends: a place, not a party."""
        found = _DATELINE.match(self.text) if self.start < 3 else None
        return found.end() if found else 0

    def words(self, first: int, last: int) -> str:
        """The text from token first to token last, exclusive."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    @when_asked
    def _spans(self) -> list[tuple[int, int, PartyMention]]:
        """First and last token of each mention."""
        spans: list[tuple[int, int, PartyMention]] = []
        at = 0
        for mention in self._mentions.between(self.start, self.end):
            while at < len(self.tokens) and self.tokens[at].end <= mention.start:
                at += 1
            last = at
            while last < len(self.tokens) and self.tokens[last].start < mention.end:
                last += 1
            if last > at and names_a_side(self.text, mention):
                spans.append((at, last, mention))
        return spans

    def _governed(self, first: int) -> tuple[str, str, int]:
        """The preposition, the outer one and the verb, if any, before the noun group that the name stands in.

        Walks left over at most six words of the group: the, and, adjectives, other names.
        """
        prepositions, small = function_words("prep"), function_words("det", "poss", "adv")
        if self.tokens[first].end <= self._dateline:
            return "in", DATELINE, -1
        prep = ""
        at = first - 1
        while at >= 0 and first - at < 10:
            token = self.tokens[at]
            if token.low == "of" and at > 0:
                prep = prep or "of"
                at -= 1
                continue
            if token.low == "to" and self.low(at - 1) == "according":
                return "according", "according", -1
            if token.low in prepositions and not (token.low == "on" and self.low(at - 1) in word_class("span_of_time")):
                return prep or token.low, token.low, -1
            verb = self.verb_ending.get(at)
            if (
                verb is not None
                and verb.form != "noun"
                and not (verb.form in ("participle", "past", "ing") and self.low(verb.first - 1) in small)
            ):
                return prep, prep, verb.first
            if (token.kind == MARK and token.low not in ("'s", '"', "-", "'")) or (
                token.low in function_words("conj", "pron", "be", "have", "modal") and token.low not in ("and", "or")
            ):
                return prep, prep, -1
            if (
                token.low in word_class("ends_phrase")
                or token.low == "that"
                or self.low(at + 1) in function_words("det", "poss")
                or not (
                    token.capital
                    or token.low in small
                    or _in_name(token)
                    or is_number_word(token.low)
                    or self.low(at - 1) in prepositions
                    or self.in_list(at)
                )
            ):
                return (
                    prep,
                    prep,
                    -1,
                )  # another noun group ends here: "in return Moscow", "on station the Greek"
            at -= 1
        return prep, prep, -1
