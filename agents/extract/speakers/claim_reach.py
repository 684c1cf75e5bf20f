"""How far a saying reaches: its place flows in, where another's clause begins flows out.

"..., the ministry said, but ..." and "announced 680 tanks, and 10 warships are to sail" go on without it.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.claim_names import named_within
from agents.extract.words.vocabulary import function_words

TURNS = frozenset(("but", "whereas", "although", "though"))
"""Open a clause that turns from what was said."""

_FAR = 90
"""Tokens: what stands further behind is another's, or the same one's."""


def turn(sentence: Sentence, at: int) -> int:
    """Where another's clause begins behind "..., said the ministry": at "but", at what nobody says."""
    end = len(sentence.tokens)
    stop = min(end, at + _FAR)
    turn = next((place for place in range(at, stop) if _turns(sentence, place)), end)
    others = next((place for place in range(at, min(turn, stop)) if _said_by_others(sentence, place)), 0)
    return next((place for place in range(others, at, -1) if sentence.low(place) in ("and", ",")), turn)


def _turns(sentence: Sentence, at: int) -> bool:
    """ "But", and the ones that are there already: "two officials said, adding to the seven warships"."""
    return sentence.low(at) in TURNS or (sentence.low(at) == "adding" and sentence.low(at + 1) == "to")


def _said_by_others(sentence: Sentence, at: int) -> bool:
    """ "And a thousand were said to have changed sides": nobody knows by whom."""
    told = sentence.low(at) in ("said", "reported", "believed", "thought", "understood")
    return told and sentence.low(at + 1) == "to" and sentence.low(at - 1) in function_words("be")


def next_clause(sentence: Sentence, verb: int, stop: int) -> int:
    """Where another count has its own verb: "announced 680 tanks, and 10 warships are to sail"."""
    for one in sentence.quantities[:_FAR]:
        if verb + 2 < one.first < stop and "and" in sentence.lows[one.first - 3 : one.first]:
            comma = next((at for at in range(one.first - 1, one.first - 5, -1) if sentence.low(at) == ","), 0)
            own = range(one.last, min(stop, one.last + 8))
            if comma > verb and any(sentence.low(at) in function_words("be", "modal") for at in own):
                return comma
    return stop


def other_state(sentence: Sentence, verb: int, stop: int) -> int:
    """Where a list of states goes on to the next: "Lisbon says it can spare three, Oslo has promised eight"."""
    counted = next((one.last for one in sentence.quantities if one.first > verb), stop)
    for one in named_within(sentence, counted, min(stop, counted + _FAR)):
        own = sentence.low(one.last) in function_words("have", "modal")
        if own and sentence.low(one.first - 1) == ",":
            return one.first - 1
    return stop
