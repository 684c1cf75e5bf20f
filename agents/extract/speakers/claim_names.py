"""Claim names: where a speaker's name stands behind a word flows in, where it ends flows out.

Behind "according to", and behind a verb of saying when the order is turned: ", said the ministry".
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from agents.extract.clauses.clauses import Named, Sentence
from agents.extract.words.lexicon import rows
from agents.extract.words.tokens import MARK
from agents.extract.words.vocabulary import function_words, word_class

LONGEST_NAME = 24
"""Tokens of a claimant with its apposition: "Rustem Umerov, Ukraine's defence minister and ..."."""


_FAR = 60
"""Tokens: a longer clause before a comma has its verb among these."""


def name_end(sentence: Sentence, first: int) -> int:
    """Where the name after "according to" ends: at a comma, a verb, or a clause."""
    at = first
    while at < len(sentence.tokens) and at - first < LONGEST_NAME:
        token = sentence.tokens[at]
        low = token.low
        plain = token.kind != MARK or low in ("'s", "'", "-", '"', "&", "/") or shortens(sentence, at)
        if not plain or low in claim_words("ends_name"):
            break
        whole = sentence.low(at - 1) not in ("the", "this", "that")  # "the troops within the week under review"
        if (at > first and whole and low in word_class("day")) or (
            low in ("on", "and") and at > first and _clause_follows(sentence, at)
        ):
            break
        if at > first + 1 and low[:1].isdigit() and _counts(sentence, at):
            break  # "according to the ministry 2,783 servicemen"
        if at > first and low in ("said", "says", "citing", "quoting", "reported"):
            break
        at += 1
    return at


def _counts(sentence: Sentence, at: int) -> bool:
    behind = bisect_left(sentence.quantities, at, key=lambda quantity: quantity.first)
    return any(quantity.first == at for quantity in sentence.quantities[behind : behind + 1])


def _clause_follows(sentence: Sentence, at: int) -> bool:
    if sentence.low(at) == "on":
        return sentence.low(at + 1) in word_class("day")
    return (
        any(
            sentence.low(place) in function_words("be", "have")
            or (place in sentence.verbs and sentence.verbs[place].form == "past")
            for place in range(at + 1, at + 5)
        )
        or sentence.low(at + 1)[:1].isdigit()
    )


def inverted(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """ "..., said the ministry": the verb right after a comma or quotation mark, a name behind."""
    if sentence.low(verb - 1) not in (",", '"') or sentence.low(verb) not in claim_words("inverts"):
        return False
    if sentence.low(verb - 1) == "," and not _clause_before(sentence, verb - 1):
        return False
    end = name_end(sentence, verb + 1)
    if (
        end == verb + 1
        or sentence.low(verb + 1) in claim_words("unnamed")
        or sentence.low(verb + 1) in function_words("prep", "pron", "conj")
    ):
        return False
    name = range(verb + 1, end)
    return not any(
        (at in sentence.verbs and sentence.verbs[at].form in ("past", "s") and sentence.low(at - 1) not in _COUNTS_ONE)
        or sentence.low(at)[:1].isdigit()
        for at in name
    ) and sentence.low(end) not in function_words("have", "be", "modal")


_COUNTS_ONE = frozenset(("a", "one", "the", "another"))
"""Before a participle these open a name: "said one retired colonel"."""


def _clause_before(sentence: Sentence, comma: int) -> bool:
    """Whether a statement and not only a name stands there: not "The Director, Media Operations, said"."""
    return any(
        at in sentence.verbs or sentence.low(at) in function_words("be", "have", "modal")
        for at in range(max(0, comma - _FAR), comma)
    ) or any(quantity.first < comma for quantity in sentence.quantities[:1])


def clause_start(sentence: Sentence, at: int) -> int:
    """Back to the semicolon that parts another clause."""
    return sentence.last_before(";", at) + 1


@cache
def claim_words(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("claim_words") if row["kind"] == kind)


def stands_free(sentence: Sentence, at: int) -> bool:
    """A dash with blanks around it ends a dateline: "March 31 - Ukraine's General Staff"."""
    before = sentence.tokens[at - 1].end if at else -1
    end = sentence.tokens[at].end
    return before < sentence.tokens[at].start and sentence.text[end : end + 1] == " "


def is_adverb(sentence: Sentence, at: int) -> bool:
    """ "Reportedly", "publicly"; neither "Italy" nor "a tally"."""
    token = sentence.tokens[at] if 0 <= at < len(sentence.tokens) else None
    return (
        token is not None
        and token.low.endswith("ly")
        and token.low not in claim_words("no_adverb")
        and (not token.capital or at == 0 or sentence.text[token.start : token.end].isupper())
    )


def shortens(sentence: Sentence, at: int) -> bool:
    """The dot of "Lt. Gen. Dela Vega", of "Kenneth Moss Jr."."""
    if sentence.low(at) == "." and sentence.low(at - 1) in ("jr", "sr") and at + 1 < len(sentence.tokens):
        return True
    behind = at + 2 if sentence.low(at + 1) == "-" else at + 1  # "Maj.-Gen. Edward Buba"
    named = behind < len(sentence.tokens) and sentence.tokens[behind].capital
    return named and sentence.low(at) == "." and sentence.low(at - 1) in claim_words("rank")


def named_within(sentence: Sentence, first: int, last: int) -> list[Named]:
    """The parties named by tokens[first:last]."""
    at = bisect_left(sentence.named, first, key=lambda one: one.first)
    end = bisect_left(sentence.named, last, key=lambda one: one.first)
    return sentence.named[at:end]
