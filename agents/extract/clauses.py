"""Sentences as the later stages need them: tokens, verbs, quantities and named parties of one sentence.

In: a text and a sentence's span. Out: a Clause view that answers by token index: which party is
named here, which preposition governs it, who is the subject of a verb. Indexes are the sentence's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from agents.extract.numbers import find_numbers
from agents.extract.parties import PartyMention
from agents.extract.quantities import Quantity, find_quantities
from agents.extract.tokens import MARK, Token, tokenise
from agents.extract.verbs import Verb, find_verbs
from agents.extract.vocabulary import function_words
from schemas.party import Party


@dataclass(frozen=True, slots=True)
class Named:
    """tokens[first:last] name the party; prep is the preposition that governs it, or ""; object_of a verb's index or -1."""

    first: int
    last: int
    mention: PartyMention
    prep: str
    object_of: int

    @property
    def party(self) -> Party:
        return self.mention.party


class Sentence:
    """One sentence of a text, each view made when first asked for."""

    def __init__(self, text: str, start: int, end: int, mentions: Sequence[PartyMention] = ()) -> None:
        self.text, self.start, self.end = text, start, end
        self._mentions = mentions

    @cached_property
    def tokens(self) -> list[Token]:
        return tokenise(self.text, self.start, self.end)

    @cached_property
    def quantities(self) -> list[Quantity]:
        return find_quantities(self.tokens, find_numbers(self.tokens))

    @cached_property
    def verbs(self) -> dict[int, Verb]:
        return find_verbs(self.tokens)

    @cached_property
    def verb_ending(self) -> dict[int, Verb]:
        """Verbs by the index of their last token: what a walk to the left meets."""
        return {verb.last - 1: verb for verb in self.verbs.values()}

    @cached_property
    def named_tokens(self) -> frozenset[int]:
        return frozenset(at for first, last, _ in self._spans() for at in range(first, last))

    @cached_property
    def named(self) -> list[Named]:
        """Parties in the order of the text."""
        return [Named(first, last, mention, *self._governed(first)) for first, last, mention in self._spans()]

    def named_between(self, first: int, last: int) -> Iterator[Named]:
        return (name for name in self.named if first <= name.first and name.last <= last)

    def words(self, first: int, last: int) -> str:
        """The text from token first to token last, exclusive."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def low(self, at: int) -> str:
        return self.tokens[at].low if 0 <= at < len(self.tokens) else ""

    def _spans(self) -> Iterator[tuple[int, int, PartyMention]]:
        at = 0
        for mention in self._mentions:
            if mention.end <= self.start or mention.start >= self.end:
                continue
            while at < len(self.tokens) and self.tokens[at].end <= mention.start:
                at += 1
            last = at
            while last < len(self.tokens) and self.tokens[last].start < mention.end:
                last += 1
            if last > at:
                yield at, last, mention

    def _governed(self, first: int) -> tuple[str, int]:
        """The preposition and verb, if any, right before the noun group that the name stands in.

        Walks left over at most six words of the group: the, and, adjectives, other names. "Of" is
        passed over when it hangs on forces or a town: "in the city of Kursk".
        """
        prepositions, small = function_words("prep"), function_words("det", "poss", "adv")
        at = first - 1
        while at >= 0 and first - at < 7:
            token = self.tokens[at]
            if token.low == "of" and at > 0:
                at -= 1
                continue
            if token.low in prepositions:
                return token.low, -1
            verb = self.verb_ending.get(at)
            if verb is not None and verb.form != "noun" and not (verb.form in ("participle", "past", "ing") and self.low(verb.first - 1) in small):
                return "", verb.first
            if token.kind == MARK and token.low not in ("'s", "\"", "-", "'") or token.low in function_words("conj", "pron", "be", "have", "modal") and token.low not in ("and", "or"):
                return "", -1
            at -= 1
        return "", -1
