"""Stances: a figure's place in its sentence flows in, whether it is asserted, denied, possible or planned flows out.

Only words in the figure's own clause, before it and close to it, or between it and its verb count:
"may" in another clause doubts something else.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.words.lexicon import rows
from schemas.figure import FigureStatus, Stance

_NEGATIVES = frozenset(("not", "n't", "never", "no"))
_UNSAID = frozenset(("confirm", "verify", "say", "specify", "disclose", "comment"))
_REACH = 10
_BREAKS = (";", ",", '"', "and", "but")


def stance_of(sentence: Sentence, first: int, last: int, frame: Frame, status: FigureStatus) -> Stance:
    """The strongest of what is said: denied, then possible, then planned, else asserted."""
    known = _stances()
    said = {known[word] for word in _around(sentence, first, last, frame) if word in known}
    if "denied" in said or _negated(sentence, first, frame):
        return "denied"
    if "possible" in said:
        return "possible"
    return "planned" if status == "pledged" or "planned" in said else "asserted"


def _around(sentence: Sentence, first: int, last: int, frame: Frame) -> list[str]:
    start, lows = first - 1, sentence.lows
    while start >= 0 and first - start < _REACH and lows[start] not in _BREAKS:
        start -= 1
    spans = [(start + 1, first)]
    if frame.verb is not None:
        spans.append(
            (max(0, frame.verb.first - 4), frame.verb.first) if frame.verb.first < first else (last, frame.verb.first)
        )
    words: list[str] = []
    firsts = _first_words()
    for begin, end in spans:
        near = lows[begin : end + 1]
        words += near[: end - begin]
        if not firsts.isdisjoint(near):
            words += [f"{one} {other}" for one, other in pairwise(near) if one in firsts]
    return words


def _negated(sentence: Sentence, first: int, frame: Frame) -> bool:
    """ "did not send 12 tanks", "there are not six brigades": a negative right at the verb or the number."""
    at = frame.verb.first if frame.verb is not None else first
    near = sentence.lows[max(0, at - 3) : at] + sentence.lows[max(0, first - 2) : first]
    if not _UNSAID.isdisjoint(near):
        return False  # "did not confirm the loss of 12 tanks" denies nothing
    more = sentence.low(first) in ("no", "not")  # "no fewer than" is a bound
    return any(word in _NEGATIVES or word.endswith("n't") for word in near) and not more and "only" not in near


@cache
def _first_words() -> frozenset[str]:
    """Of the stances said in two words."""
    return frozenset(words.split()[0] for words in _stances() if " " in words)


@cache
def _stances() -> dict[str, str]:
    return {row["words"]: row["stance"] for row in rows("stances")}
