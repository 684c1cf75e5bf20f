"""Noun groups: a quantity flows in, what it counts flows out: its words and the item they name.

From the number the group is walked to its head: over adjectives, nationalities, calibres and
models ("170mm self-propelled howitzers", "14 Leopard 2 tanks"), never over a verb, a preposition
or another number. The head is the last noun of the run, so that "three drone strikes" counts
strikes, which we leave alone.
"""

from __future__ import annotations

from agents.extract.clauses.verbs import Verb
from agents.extract.nouns.noun_sharing import shared, with_of
from agents.extract.nouns.noun_walk import NounGroup, walk
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import WORD, Token
from agents.extract.words.vocabulary import function_words, traps


def noun_group(
    tokens: list[Token], quantity: Quantity, named: frozenset[int], verbs: dict[int, Verb]
) -> NounGroup | None:
    """What the quantity counts, or None when no noun of ours follows; why_not names a trap.

    named: indexes of tokens that belong to the name of a party. At most LONGEST tokens are looked at.
    """
    at, partitive = _skip_of(tokens, quantity)
    if at is None:
        return None
    single = (quantity.number.high == 1 and quantity.number.low == 1) or quantity.filled
    found = walk(tokens, at, single and not partitive, named, verbs)
    if found is None or found.why_not:
        return found
    if quantity.filled and found.item.category == "weapons":
        return None  # "a 48-member drone group"
    found = with_of(tokens, found, verbs)
    found = shared(tokens, found, quantity, named, verbs)
    return found._replace(partitive=True) if partitive else found


_QUOTES = ('"', "'")


def _skip_of(tokens: list[Token], quantity: Quantity) -> tuple[int | None, bool]:
    """Where the noun begins, past "of", "of the", "other"; None when "of them", "of which" follow."""
    at = quantity.last
    words = [token.low for token in tokens[at : at + 4]]
    quoted = quantity.first > 0 and tokens[quantity.first - 1].low in _QUOTES
    if quoted and words[:2] == [tokens[quantity.first - 1].low, "of"]:
        at, words = at + 1, words[1:]  # "scores" of fighters
    if words[:2] == ["the", "number"] and words[2:3] == ["of"]:
        return at + 3, False
    if words[:1] != ["of"]:
        return at, False
    at += 1
    if words[1:2] and words[1] in function_words("pron"):
        return None, False
    if words[1:2] and (words[1] in function_words("poss") or words[1] in ("the", "those", "these", "our")):
        superlative = any(word in traps("superlative") or word.endswith("est") for word in words[2:])
        return (None, False) if superlative else (_past_owner(tokens, at + 1), True)
    if quantity.vague or quantity.number.group:
        return (at if quoted else _past_owner(tokens, at)), False  # 'dozens of combat vehicles' as booty
    owned = _past_owner(tokens, at)  # "2,500 of Interfet's troops"
    return (owned, True) if owned > at else (None, False)


def _past_owner(tokens: list[Token], at: int) -> int:
    """Past "country's" in "128 of his country's soldiers", "navy's" in "nine of the navy's 14 frigates"."""
    for place in range(at, min(len(tokens) - 1, at + 4)):
        if tokens[place].low == "'s" or (tokens[place].low == "'" and tokens[place - 1].low.endswith("s")):
            return place + 1
        if tokens[place].kind != WORD:
            break
    return at
