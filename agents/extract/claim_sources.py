"""Sources: a word such as "according" or "citing" flows in, who it names as the one who says so flows out.

Also the counter in "by the army's count" and the one behind a passive: "believed by diplomats to have".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from agents.extract.claim_subjects import claim_words, clause_start, name_end
from agents.extract.clauses import Sentence
from agents.extract.vocabulary import function_words


class Saying(NamedTuple):
    """tokens[first:last] say it; what they say stands in tokens[covers[0]:covers[1]]."""

    first: int
    last: int
    covers: tuple[int, int]
    pronoun: bool = False


def source_at(sentence: Sentence, at: int) -> Saying | None:
    """according to X; citing X; per X."""
    pieces = next((one for one in source_words().get(sentence.low(at), ()) if _reads(sentence, at, one)), None)
    if pieces is None or (pieces == ("per",) and sentence.low(at - 1) not in (",", "(")):
        return None
    first = at + len(pieces)
    last = name_end(sentence, first)
    if last == first:
        return None
    inside = sentence.low(at - 1) == "," and sentence.low(at - 2) in _CLAUSE_OPENS
    start = at if inside else clause_start(sentence, at)
    return Saying(first, last, (start, clause_stop(sentence, at)))


_CLAUSE_OPENS = frozenset(("which", "whom", "who", "that", "but", "while", "although"))
"""Before "..., according to X," these open the clause that X says: "fired 90, of which, according to X, 80 fell"."""


def counted_by(sentence: Sentence, at: int) -> Saying | None:
    """ "By the army's count", "by one Ukrainian estimate": who counts says it."""
    by = next((place for place in range(at - 1, max(-1, at - 8), -1) if sentence.low(place) == "by"), -1)
    named = by >= 0 and (sentence.low(at - 1) == "'s" or any(word.capital for word in sentence.tokens[by + 1 : at]))
    return Saying(by + 1, at, (clause_start(sentence, at), clause_stop(sentence, at))) if named else None


def _reads(sentence: Sentence, at: int, pieces: tuple[str, ...]) -> bool:
    return all(sentence.low(at + place) == piece for place, piece in enumerate(pieces))


@cache
def source_words() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By first word, the words that come before a source."""
    known: dict[str, tuple[tuple[str, ...], ...]] = {}
    for words in claim_words("source"):
        pieces = tuple(words.split())
        known[pieces[0]] = (*known.get(pieces[0], ()), pieces)
    return known


def by_whom(sentence: Sentence, verb: int) -> Saying | None:
    """ "Is believed by diplomats to have lost", "was put by officials at": the one behind "by" says it."""
    first = verb + 2
    last = first
    while last < len(sentence.tokens) and last - first < 8 and sentence.low(last) not in _BY_ENDS:
        last += 1
    followed = sentence.low(last) in ("to", "at", "as", "that")
    if last == first or not followed or sentence.low(verb - 1) not in function_words("be", "have", "adv") | {","}:
        return None
    return Saying(first, last, (clause_start(sentence, verb), clause_stop(sentence, verb)))


_BY_ENDS = frozenset(("to", "at", "as", "that", ",", ".", ";", "and", "in", "on"))


def clause_stop(sentence: Sentence, at: int) -> int:
    return next(
        (place for place in range(at, len(sentence.tokens)) if sentence.low(place) == ";"),
        len(sentence.tokens),
    )
