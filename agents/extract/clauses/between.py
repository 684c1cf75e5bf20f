"""Between: two places of a sentence flow in, what stands between them flows out.

For the walk from a noun group to its verb: asides in brackets, lists parted by semicolons, other counts.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.words.vocabulary import function_words

_ASIDE = 25
"""Tokens in brackets at most; what is longer is no aside."""


def inverted(sentence: Sentence, verb: Verb, first: int) -> bool:
    """ "Also seized were 14 rifles", "from them were taken 190 rifles": the subject stands behind."""
    nothing_before = not sentence.quantities or sentence.quantities[0].first >= first
    return nothing_before and verb.form in ("past", "participle") and only_small(sentence, verb.last, first)


def listed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another count stands between verb and group: the verb has a list."""
    return any(start <= quantity.first < quantity.last <= end for quantity in sentence.quantities)


def only_small(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but small words stands between: "has now about 12"."""
    small = function_words("adv", "det", "poss")
    return all(sentence.low(at) in small for at in range(start, end))


def opened(sentence: Sentence, at: int) -> int:
    """Where the bracket stands that closes here; -1 when none does within reach."""
    place = sentence.last_before("(", at)
    return place if place > at - _ASIDE else -1


def colon_before(sentence: Sentence, at: int) -> int:
    """Where the colon stands that opens a list parted by semicolons; -1 when none does."""
    return sentence.last_before(":", at)
