"""Shares: a figure and the one before it flow in, whether both tell of one fate flows out.

"One side says 300 fighters crossed, the other speaks of 200", "three brigadiers are among them",
"counted 327 dead: 183 rebels, 100 troops": the second number has no verb that says what happened, and
means what the first one meant.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.words.vocabulary import function_words, word_class

_TURNS = frozenset((";", "while", "whereas", "but", "though", "although", "and", ","))
"""Between two accounts of one thing."""

_BACK = 6
"""Tokens between the word that tells a number and the number: "gave a figure of nearly"."""

_LIST = 30
"""Tokens of a list behind a colon."""

_TALKING = frozenset(
    ("speak", "speaks", "spoke", "speaking", "talk", "talks", "talked", "talking", "admit", "admits", "admitted")
)


def shares(sentence: Sentence, frame: Frame, first: int, last: int, end: int, bare: bool) -> bool:
    """end: where the figure before ends in the text. bare: the number has no noun of its own."""
    if end < 0:
        return False
    whom = bare and sentence.low(last - 1) == "whom" and sentence.low(last) in word_class("says", "telling")
    if whom or _among_them(sentence, last):
        return True  # "parading 18 prisoners, three of whom said they were boys"
    inside = end > sentence.start
    if not inside:
        return False
    return (
        _told_otherwise(sentence, frame, first, end, bare)
        or _broken_down(sentence, frame, first, end)
        or _organised(sentence, first, end)
    )


def _among_them(sentence: Sentence, last: int) -> bool:
    """ "Three brigadiers are among them"."""
    at = last
    while sentence.low(at) in function_words("be", "adv"):
        at += 1
    return at > last and sentence.low(at) == "among" and sentence.low(at + 1) in ("them", "those", "these")


def _told_otherwise(sentence: Sentence, frame: Frame, first: int, end: int, bare: bool) -> bool:
    """ "..., while the Observatory spoke of 200 militiamen", "; Yerevan has so far counted 2,425"."""
    at = first - 1
    of = sentence.low(at) in ("of", "about", "at", "to")
    at -= of
    small = function_words("adv", "det", "poss") | {"figure", "total", "tally"}
    while first - at < _BACK and sentence.low(at) in small:
        at -= 1
    low = sentence.low(at)
    tells = low in _TALKING if of else False
    if not (tells or low in word_class("telling_number")) or (frame.verb is not None and frame.verb.first >= first):
        return False
    between = range(at - 1, max(-1, at - 14), -1)
    turn = next((place for place in between if sentence.low(place) in _TURNS), -1)
    return turn >= 0 and sentence.tokens[turn].start >= end and (bare or sentence.low(turn) not in (",", "and"))


def _broken_down(sentence: Sentence, frame: Frame, first: int, end: int) -> bool:
    """ "Counted 327 dead: 183 rebels, 100 government troops", "announced 16 deaths, and the IDF 11 soldiers"."""
    verb = frame.verb
    if verb is None:
        return list_opens(sentence, first) >= 0
    counts = verb.lemma in word_class("making_known")
    return counts and verb.last <= first and sentence.tokens[verb.last].start < end


def list_opens(sentence: Sentence, first: int) -> int:
    """Where the colon stands behind which a list without verbs counts; -1 when none does."""
    colon = next((at for at in range(first - 1, max(-1, first - _LIST), -1) if sentence.low(at) == ":"), -1)
    acts = (sentence.verbs[at] for at in range(colon, first) if at in sentence.verbs)
    return -1 if any(act.form != "noun" for act in acts) else colon


def _organised(sentence: Sentence, first: int, end: int) -> bool:
    """ "40,000 soldiers in 20 brigades", "500 troops from two battalions"."""
    return sentence.low(first - 1) in ("in", "from") and first >= 2 and sentence.tokens[first - 2].end == end
