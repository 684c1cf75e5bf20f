"""Who a verb of saying belongs to: a verb's place flows in, the span of its subject flows out.

The noun group before it with its apposition ("Rustem Umerov, the defence minister, said"), behind it
when the order is turned (", said the ministry"), or shared with an earlier verb ("and said")."""

from __future__ import annotations

from functools import cache

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.claim_names import LONGEST_NAME, claim_words, is_adverb, shortens, stands_free
from agents.extract.words.tokens import MARK, NUMBER, WORD
from agents.extract.words.vocabulary import function_words, word_class


def subject(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The noun group left of a verb of saying, with its apposition; empty when there is none."""
    clause = _own_clause(sentence, verb)
    if clause >= 0:
        return _noun_group(sentence, clause)
    first, last = _noun_group(sentence, verb)
    seen = first - 2
    if sentence.low(first - 1) == "by" and seen > 0 and sentence.low(seen) in claim_words("by_source"):
        return _noun_group(sentence, seen)  # "an army report seen by AFP estimates"
    if last == first + 1 and sentence.low(first) in ("it", "them", "him") and sentence.low(first - 2) in _RELATIVE:
        return _noun_group(sentence, first - 2)  # "the brigade that published it put"
    relative = sentence.low(first - 1) in _RELATIVE and sentence.low(first - 2) != ","
    if relative and first < verb and sentence.low(first - 2) not in claim_words("verb"):
        opened = first - 1
        if first in sentence.verbs or sentence.low(first).endswith("ed") or sentence.low(first) in _RELATIVE_VERBS:
            return _noun_group(sentence, opened)  # "the outlet that scraped court dockets found"
    return first, last


def _own_clause(sentence: Sentence, verb: int) -> int:
    """Where "who" stands in "sources who asked for anonymity said", or -1."""
    for at in range(verb - 2, max(0, verb - 12), -1):
        low = sentence.low(at)
        if low in (",", '"', ";", ":", "said"):
            return -1
        if low == "since" and sentence.low(verb - 1) != "," and sentence.low(at - 1) not in function_words("have"):
            return at  # "tallies since fighting began put"
        if low in ("who", "which"):
            opened = at + 2 if sentence.low(at + 1) in _WHEN else at + 1
            opens = opened in sentence.verbs or sentence.low(opened) in function_words("be", "have")
            opens = opens or sentence.low(opened).endswith(("ed", "s"))
            return at if opens and sentence.low(at - 1) not in ("and", "but", ",") else -1
    return -1


_WHEN = frozenset(("now", "once", "then", "still", "also", "later", "never", "recently", "formerly", "currently"))
"""May stand behind "who": "a former colonel who now commands some of them says"."""

_RELATIVE = frozenset(("that", "who", "which"))
_RELATIVE_VERBS = frozenset(("has", "have", "had", "is", "was", "are", "were", "runs", "holds", "tracks", "keeps"))


def _noun_group(sentence: Sentence, verb: int) -> tuple[int, int]:
    last = verb
    while last > 0 and (
        sentence.low(last - 1) in word_class("day")
        or sentence.low(last - 1) in function_words("adv", "have")
        or is_adverb(sentence, last - 1)
        or (last == verb and sentence.low(last - 1) in ("were", "was") and sentence.low(verb).endswith("ing"))
        or (sentence.low(last - 1) == "on" and last < verb)
        or _date_part(sentence, last - 1)
        or (sentence.low(last - 1) in SEASONS and sentence.low(last - 2) in ("last", "this", "that", "next"))
    ):
        last -= 1
    while sentence.low(last - 1) in ("meanwhile", "however", "separately", "further", ","):
        if sentence.low(last - 1) == "," and sentence.low(last - 2) not in (
            "meanwhile",
            "however",
            "separately",
        ):
            break
        last -= 1
        if sentence.low(last) != "," and sentence.low(last - 1) == ",":
            last -= 1
            break
    if sentence.low(last - 1) == "part" and sentence.low(last - 3) == "for":
        last -= 3  # "Ukraine for its part said"
    elif sentence.lows[max(0, last - 2) : last] in _AT_FIRST:
        last -= 2
    if sentence.low(last - 1) in claim_words("pronoun") and sentence.low(last - 1) != "who":
        return last - 1, last
    apposed = sentence.low(last - 1) == ","
    if apposed:
        last -= 1
        opened = next(
            (place for place in range(last - 1, max(-1, last - LONGEST_NAME), -1) if sentence.low(place) == ","), -1
        )
        if opened > 0 and _aside(sentence, opened + 1):
            last, apposed = opened, False  # "the mission, which has 10,000 troops, said"
    at = last - 1
    commas = 0
    while at >= 0 and last - at <= LONGEST_NAME:
        token = sentence.tokens[at]
        low = token.low
        if low == ",":
            officed = sentence.low(at + 1) in claim_words("title")  # "Buba, Director, Media Operations, said"
            if not apposed or (commas and not officed) or not _apposition(sentence, at, last):
                break
            commas += 1
        elif low == '"' and (opened := _nickname(sentence, at)):
            at = opened
        elif (
            (token.kind == MARK and low not in ("'s", "'", "-", "&", "/", ")", "(") and not shortens(sentence, at))
            or (low == "-" and stands_free(sentence, at))
            or low in function_words("be", "modal")
            or (low in claim_words("ends_subject") and not (low == "as" and sentence.low(at - 1) in ("known", "such")))
            or (low in ("and",) and _new_clause(sentence, at))
            or (
                low in claim_words("verb")
                and at < last - 1
                and low not in ("report", "state", "claim", "note", "states", "reports")
            )
            or (
                at in sentence.verb_ending
                and sentence.low(at) != "known"
                and not (at == last - 1 and low in claim_words("tally"))
                and sentence.verb_ending[at].form in ("past", "s")
                and sentence.low(at - 1) not in function_words("det", "poss")
                and not (sentence.low(at + 1) == "by" or sentence.low(at + 1) in word_class("day"))
            )
        ):
            break
        at -= 1
    first = at + 1
    if first < last and sentence.low(first) in claim_words("before_subject"):
        first += 1
    closed = next((at for at in range(last - 1, first, -1) if sentence.low(at) == ")"), -1)
    if first < closed < last - 1 and (sentence.low(first)[:1].isdigit() or sentence.low(first) == "("):
        first = closed + 1  # "Aug. 30, 2024 (NAN) The Director"
    if first < last - 2 and sentence.low(first - 1) in ("after", "before", "until", "since", "by"):
        inner = _behind_phrase(sentence, first, last)  # "after nightfall the army said"
        first = first if inner == last else inner
    if first < last and (sentence.low(first) in claim_words("opens_phrase") or sentence.low(first)[:1].isdigit()):
        first = _behind_phrase(sentence, first, last)
    if first < last - 1 and _clock(sentence.low(first)) and sentence.tokens[first + 1].capital:
        first += 1  # "12.31 Kharkiv's governor says"
    words = [sentence.low(place) for place in range(first, last)]
    head = next((at for at, word in enumerate(words) if word in ("of", "from", "by", "in", "showing")), len(words))
    if any(word in claim_words("mute") for word in words[: head or len(words)]) or (words and _shown(sentence, first)):
        return last, last
    if (
        not words
        or words[0].split("'")[0] in claim_words("unnamed")
        or words[-1] in ("we", "i", "you")
        or (words[0] == "this" and not claim_words("tally").isdisjoint(words))
        or (first == 1 and sentence.low(0) in ("that", "this"))  # "that figure implies"
        or not any(word[:1].isalpha() for word in words)
        or words[0][:1].isdigit()
        or (last == first + 1 and any(quantity.first == first for quantity in sentence.quantities))
    ):
        return last, last
    return first, last


def _behind_phrase(sentence: Sentence, first: int, last: int) -> int:
    """Where the name begins behind "At the front", "As of 08:30", "In communique no. 071"; last when there is none."""
    if sentence.low(first)[:1].isdigit() and sentence.low(first + 1) not in function_words("det"):
        return first
    prepositions = function_words("prep", "conj") | claim_words("opens_phrase")
    opened = (
        at
        for at in range(last - 2, first, -1)
        if sentence.low(at) in ("the", "a", "an") and sentence.low(at - 1) not in prepositions
    )
    named = (
        at
        for at in range(last - 2, first + 1, -1)
        if sentence.low(at) in claim_words("title") | claim_words("office")
        and sentence.tokens[at].capital
        and sentence.tokens[at - 1].kind == WORD
    )
    return next(opened, _title_start(sentence, next(named, last), first, last))


def _title_start(sentence: Sentence, at: int, first: int, last: int) -> int:
    """Back to where the capital words of an office begin: "By the mid-2030s Defence Minister Moss"."""
    if at == last:
        return last
    while at > first and sentence.tokens[at - 1].capital and sentence.low(at - 1) not in _times():
        at -= 1
    return at if at > first else last


@cache
def _times() -> frozenset[str]:
    return word_class("day") | word_class("month")


def _clock(low: str) -> bool:
    return low[:1].isdigit() and low.replace(".", "").replace(":", "").isdigit() and not low.isdigit()


def _shown(sentence: Sentence, first: int) -> bool:
    """ "Video posted on Monday and geolocated to a field": pictures, and nobody who speaks."""
    before = sentence.lows[max(0, first - 6) : first]
    return sentence.low(first).endswith("ed") and not claim_words("mute").isdisjoint(before)


SEASONS = frozenset(("summer", "winter", "spring", "autumn", "fall", "year", "weekend", "night", "evening", "morning"))


_AT_FIRST = (["at", "first"], ["in", "turn"], ["at", "last"], ["in", "return"], ["in", "response"])


def _date_part(sentence: Sentence, at: int) -> bool:
    """ "Army 15 May claimed": neither the day nor the month is its subject."""
    day, month = sentence.tokens[at].kind == NUMBER, sentence.low(at) in word_class("month")
    return (day and sentence.low(at - 1) in word_class("month")) or (
        (month and at > 0 and sentence.tokens[at - 1].kind == NUMBER)
        or (day and sentence.low(at + 1) in word_class("month"))
        or (month and at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].kind == NUMBER)
    )


def _nickname(sentence: Sentence, close: int) -> int:
    """Where the quotation mark before a name stands, or 0: 'Commander "Magyar" reported'."""
    opened = next((at for at in range(close - 2, max(0, close - 5), -1) if sentence.low(at) == '"'), 0)
    named = opened and all(token.capital for token in sentence.tokens[opened + 1 : close])
    return opened if named and sentence.tokens[opened - 1].kind == WORD else 0


def _aside(sentence: Sentence, at: int) -> bool:
    """Whether a clause or a phrase stands in the commas and no name: "in a statement", "speaking to AFP"."""
    low = sentence.low(at)
    return (
        low in ("which", "who", "whose", "where", "himself", "herself", "itself", "now", "then", "no")
        or low in function_words("prep")
        or low in word_class("aside")
        or (low.isdigit() and sentence.low(at + 1) == ",")  # "Ali, 24, said"
        or is_adverb(sentence, at)
        or (low in ("a", "an", "one", "the") and sentence.tokens[at - 2].kind == WORD and _common(sentence, at - 2))
    )


def _common(sentence: Sentence, at: int) -> bool:
    """A noun in small letters behind an article: "the commander, a colonel of the guard, said"."""
    near = sentence.lows[max(0, at - 3) : at]
    return not sentence.tokens[at].capital and not {"the", "a", "an", "one", "another"}.isdisjoint(near)


def _apposition(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether a name stands before the comma: "Rustem Umerov, the defence minister,"."""
    return (
        comma > 0
        and sentence.tokens[comma - 1].capital
        and sentence.low(comma - 1) not in word_class("day")
        and not sentence.low(comma - 1)[:1].isdigit()
    )


def _new_clause(sentence: Sentence, at: int) -> bool:
    return sentence.low(at - 1) == "," or (
        not sentence.tokens[at + 1].capital and sentence.low(at + 1) not in ("the", "a", "his", "its", "their")
    )
