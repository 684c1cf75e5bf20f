"""Sources: a word such as "according" or "citing" flows in, who it names as the one who says so flows out.

Also the counter in "by the army's count" and the one behind a passive: "believed by diplomats to have".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.claim_names import claim_words, clause_start, name_end
from agents.extract.speakers.claim_places import number_behind
from agents.extract.words.vocabulary import function_words


class Saying(NamedTuple):
    """tokens[first:last] say it; what they say stands in tokens[covers[0]:covers[1]]."""

    first: int
    last: int
    covers: tuple[int, int]
    pronoun: bool = False
    cited: bool = False
    only: bool = False
    """Says it where nobody else does: "Taipei logged 33 aircraft, its ministry said"."""


def source_at(sentence: Sentence, at: int) -> Saying | None:
    """according to X; citing X; per X."""
    pieces = next((one for one in source_words().get(sentence.low(at), ()) if _reads(sentence, at, one)), None)
    if pieces is None or (pieces == ("per",) and sentence.low(at - 1) not in (",", "(")):
        return None
    first = at + len(pieces)
    last = name_end(sentence, first)
    if last == first:
        return None
    gave = _gave(sentence, first, last)
    if gave is not None:
        return Saying(*gave, (clause_start(sentence, at), clause_stop(sentence, at)))
    inside = sentence.low(at - 1) == "," and sentence.low(at - 2) in _CLAUSE_OPENS
    start = at if inside else clause_start(sentence, at)
    if pieces[0] == "if":  # "has 2,500 men and, if one believes its officers, fewer at roll call"
        start = max(start, sentence.last_before("and", at) + 1)
    if pieces == ("in", "the", "words", "of") and '"' in (sentence.low(last), sentence.low(last + 1)):
        start = at  # "30 are at the post, in the words of one officer 'close enough to smell the diesel'"
    return Saying(first, last, (start, clause_stop(sentence, at)), cited=pieces[0] in _CITES)


_CITES = frozenset(("citing", "quoting", "with", "referring"))


def _gave(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """ "According to figures that the force gave Defence24": the giver, not the figures."""
    if sentence.low(last) not in ("that", "which") or claim_words("tally").isdisjoint(sentence.lows[first:last]):
        return None
    gave = next((at for at in range(last + 2, last + 9) if sentence.low(at) in _GAVE), 0)
    return (last + 1, gave) if gave else None


_GAVE = frozenset(("gave", "published", "released", "provided", "sent", "supplied", "shared", "issued", "compiled"))


def quoted_as_saying(sentence: Sentence, verb: int) -> Saying | None:
    """ "SANA quoted a military source as saying that 12 were hit": the one quoted says it."""
    end = next((at for at in range(verb + 2, verb + 14) if sentence.low(at) == "as"), -1)
    if end < 0 or sentence.low(end + 1) not in ("saying", "telling") or sentence.low(verb + 1) == "by":
        return None
    if sentence.low(end + 2) in (".", ""):
        return Saying(verb + 1, end, (clause_start(sentence, verb), verb), cited=True)
    return Saying(verb + 1, end, (end + 2, clause_stop(sentence, end)), cited=True)


_CLAUSE_OPENS = frozenset(("which", "whom", "who", "that", "but", "while", "although"))
"""Before "..., according to X," these open the clause that X says: "fired 90, of which, according to X, 80 fell"."""


def counted_by(sentence: Sentence, at: int) -> Saying | None:
    """ "By the army's count", "by one Ukrainian estimate": who counts says it."""
    by = next((place for place in range(at - 1, max(-1, at - 8), -1) if sentence.low(place) == "by"), -1)
    if sentence.low(at - 1) == "same" and sentence.low(at - 3) in ("by", "on", "in"):  # "on the same reckoning"
        return Saying(at - 2, at, (clause_start(sentence, at), clause_stop(sentence, at)), pronoun=True)
    bearer = sentence.low(at - 1) == "'s" and at - by > 3  # "by its health ministry's reckoning"
    if by >= 0 and sentence.low(by + 1) in function_words("poss") and not bearer:  # "by its own account"
        covers = (clause_start(sentence, at), clause_stop(sentence, at))
        return Saying(by + 1, at, covers, pronoun=True)
    if sentence.low(at - 1) == "same":
        return None
    own = sentence.low(at - 1) == "own" and sentence.low(at - 2) in ("'s", "'")
    last = at - 2 if own else at
    owned = own or sentence.low(at - 1) == "'s"
    if by > 0 and sentence.low(by - 1) in claim_words("by_source"):
        return None  # "a report seen by AFP estimates"
    named = by >= 0 and (owned or any(word.capital for word in sentence.tokens[by + 1 : at]))
    return Saying(by + 1, last, _counted(sentence, by, at)) if named else None


def stated_by(sentence: Sentence, at: int) -> Saying | None:
    """ "The announcement by Geoff Hoon brings to 42,000": the one who made it."""
    last = _capital_end(sentence, at + 2)
    return Saying(at + 2, last, (last, clause_stop(sentence, at))) if last > at + 2 else None


def _capital_end(sentence: Sentence, first: int) -> int:
    """Where the capital words end that begin there: "ISW", "the General Staff", "Minister Geoff Hoon"."""
    last = first
    while last < len(sentence.tokens) and last - first < 9:
        if not (sentence.tokens[last].capital or sentence.low(last) in ("the", "of", "'s")):
            break
        last += 1
    while last > first and not sentence.tokens[last - 1].capital:
        last -= 1
    return last


def _counted(sentence: Sentence, by: int, at: int) -> tuple[int, int]:
    """ "Two companies, some 220 men by the UN's reckoning, set out" counts only what its commas hold."""
    parts = (sentence.low(at + 3), sentence.low(at + 4)) in (("of", "them"), ("of", "which"), ("of", "whom"))
    if by < 2 or sentence.low(by - 1) == "," or sentence.low(at + 1) != "," or parts:
        ands = range(at + 2, len(sentence.tokens)) if parts else ()
        stop = next((place for place in ands if sentence.low(place) == "," and sentence.low(place + 1) == "and"), 0)
        return clause_start(sentence, at), stop or clause_stop(sentence, at)
    return next((place + 1 for place in range(by - 1, max(-1, by - 14), -1) if sentence.low(place) == ","), 0), at + 1


def believed(sentence: Sentence, at: int) -> Saying | None:
    """ "If the General Staff is to be believed", "if Kyiv's figures are right"."""
    be = next((place for place in range(at + 1, at + 12) if sentence.low(place) in ("is", "are")), -1)
    right = sentence.low(be + 1) in ("right", "correct", "accurate", "true") or sentence.low(be + 3) == "believed"
    tells = claim_words("tally") | claim_words("office") | claim_words("paper") | claim_words("claim_noun")
    named = any(token.capital for token in sentence.tokens[at + 1 : be])
    if be <= at + 1 or not right or not (named or not tells.isdisjoint(sentence.lows[at + 1 : be])):
        return None
    start = next((place + 1 for place in range(at, max(0, at - 24), -1) if sentence.low(place) == "and"), 0)
    return Saying(at + 1, be, (max(start, clause_start(sentence, at)), clause_stop(sentence, at)))


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


def again(words: list[str]) -> bool:
    """Whether a speaker named before is meant: "he", "the same sources"."""
    return (len(words) <= 2 and words[0] in claim_words("pronoun")) or words[:2] == ["the", "same"]


def by_whom(sentence: Sentence, verb: int) -> Saying | None:
    """ "Is believed by diplomats to have lost", "was put by officials at": the one behind "by" says it."""
    first = verb + 2
    last = first
    while last < len(sentence.tokens) and last - first < 8 and sentence.low(last) not in _BY_ENDS:
        last += 1
    followed = sentence.low(last) in ("to", "at", "as", "that")
    if last == first or not followed or sentence.low(verb - 1) not in function_words("be", "have", "adv") | {","}:
        return None
    if sentence.low(verb - 1) == "," and last + 1 < len(sentence.tokens):
        aside = next((place for place in range(last, last + 14) if sentence.low(place) == ","), 0)
        if aside:  # "the attackers, put by police at about 12, made off with"
            return Saying(first, last, (verb, aside))
    covers = (clause_start(sentence, verb), clause_stop(sentence, verb))
    return Saying(first, last, covers, pronoun=again(sentence.lows[first:last]))


_BY_ENDS = frozenset(("to", "at", "as", "that", ",", ".", ";", "and", "in", "on"))


def seen_by(sentence: Sentence, verb: int) -> Saying | None:
    """ "Losses recorded by Oryx", "were seen by a priest": whoever stands behind "by" says so."""
    first = verb + 2
    last = _capital_end(sentence, first)
    if last == first or sentence.low(last) == "'s":  # "by diplomats", "by Taiwan's defence ministry"
        last = name_end(sentence, first)
    named = last > first and (sentence.tokens[first].capital or sentence.low(first) in function_words("det", "poss"))
    if not named or sentence.low(last - 1) in claim_words("eye"):
        return None
    return Saying(first, last, (clause_start(sentence, verb), clause_stop(sentence, verb)))


def own_count(sentence: Sentence, at: int) -> Saying | None:
    """ "The ministry's list", "Oryx's latest tally": whoever keeps the count says what it holds."""
    own = next((place for place in range(at - 1, max(-1, at - 6), -1) if sentence.low(place) in ("'s", "'")), -1)
    first = own
    while first > 0 and own - first < 8 and _may_keep_count(sentence, first - 1):
        first -= 1
    if not claim_words("verb").isdisjoint(sentence.lows[own + 1 : at]):
        return None  # "Sudan's army said in a statement": the army says it
    if own < 1 or first == own or not any(word.capital for word in sentence.tokens[first:own]):
        return None
    start = clause_start(sentence, first)
    if sentence.low(at) in claim_words("claim_noun"):
        start = at + 1
        opens = sentence.low(start) in ("that", "to", "is", "was")
        if not opens and not number_behind(sentence, start):  # "Kyiv's announcement of a truce"
            return None
    return Saying(first, own, (start, clause_stop(sentence, at)))


def _may_keep_count(sentence: Sentence, at: int) -> bool:
    if sentence.low(at) != "of" and sentence.low(at) in function_words("prep"):
        return False  # "By the army's own count"
    offices = claim_words("office") | claim_words("tail") | claim_words("keeper")
    return sentence.tokens[at].capital or sentence.low(at) in offices


def clause_stop(sentence: Sentence, at: int) -> int:
    return next(
        (place for place in range(at, len(sentence.tokens)) if sentence.low(place) == ";"),
        len(sentence.tokens),
    )
