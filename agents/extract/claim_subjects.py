"""Who a verb of saying belongs to: a verb's place flows in, the span of its subject flows out.

The noun group before it with its apposition ("Rustem Umerov, the defence minister, said"), behind it
when the order is turned (", said the ministry"), or shared with an earlier verb ("and said")."""

from __future__ import annotations

from functools import cache

from agents.extract.clauses import Sentence
from agents.extract.lexicon import rows
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words, word_class

_LONGEST = 24
"""Tokens of a claimant with its apposition: "Rustem Umerov, Ukraine's defence minister and ..."."""


def name_end(sentence: Sentence, first: int) -> int:
    """Where the name after "according to" ends: at a comma, a verb, or a clause."""
    at = first
    while at < len(sentence.tokens) and at - first < _LONGEST:
        token = sentence.tokens[at]
        low = token.low
        if (token.kind == MARK and low not in ("'s", "'", "-", '"', "&", "/")) or low in claim_words("ends_name"):
            break
        if (at > first and low in word_class("day")) or (
            low in ("on", "and") and at > first and _clause_follows(sentence, at)
        ):
            break
        if at > first and low in ("said", "says", "citing", "quoting", "reported"):
            break
        at += 1
    return at


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


def clause_start(sentence: Sentence, at: int) -> int:
    """Back to the semicolon that parts another clause."""
    return next((place + 1 for place in range(at - 1, -1, -1) if sentence.low(place) == ";"), 0)


def opening(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The subject that "and said" shares: an earlier verb's, or the name at the head of the clause."""
    for at in range(clause_start(sentence, verb), verb - 1):
        if (
            sentence.low(at) in claim_words("verb")
            and sentence.low(at + 1) != "by"
            and sentence.low(at - 1) not in word_class("no_subject")
        ):
            first, last = subject(sentence, at)
            if first < last:
                return first, last
    last = first = clause_start(sentence, verb)
    while (
        last < verb
        and last - first < 7
        and (sentence.tokens[last].capital or sentence.low(last) in ("the", "'s", "of"))
    ):
        last += 1
    return first, last


def back_to_finite(sentence: Sentence, verb: int) -> int:
    """The verb whose subject a participle shares: "The army repelled the attack, saying ..."."""
    for at in range(verb - 1, max(-1, verb - 40), -1):
        if (
            (at in sentence.verbs and sentence.verbs[at].form in ("past", "s"))
            or sentence.low(at) in function_words("have", "be", "modal")
            or sentence.low(at) in ("gave", "said", "told")
            or (sentence.low(at) in claim_words("shared") | claim_words("denial") and at < verb - 1)
        ):
            return at
    return verb


def subject(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The noun group left of a verb of saying, with its apposition; empty when there is none."""
    last = verb
    while last > 0 and (
        sentence.low(last - 1) in word_class("day")
        or sentence.low(last - 1) in function_words("adv", "have")
        or sentence.low(last - 1).endswith("ly")
        or (sentence.low(last - 1) == "on" and last < verb)
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
    if sentence.low(last - 1) in claim_words("pronoun") and sentence.low(last - 1) != "who":
        return last - 1, last
    apposed = sentence.low(last - 1) == ","
    if apposed:
        last -= 1
        opened = next(
            (place for place in range(last - 1, max(-1, last - _LONGEST), -1) if sentence.low(place) == ","), -1
        )
        if opened > 0 and _aside(sentence, opened + 1):
            last, apposed = opened, False  # "the mission, which has 10,000 troops, said"
    at = last - 1
    commas = 0
    while at >= 0 and last - at <= _LONGEST:
        token = sentence.tokens[at]
        low = token.low
        if low == ",":
            if not apposed or commas or not _apposition(sentence, at, last):
                break
            commas += 1
        elif (
            (token.kind == MARK and low not in ("'s", "'", "-", "&", "/", ")", "("))
            or (low == "-" and _stands_free(sentence, at))
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
                and sentence.verb_ending[at].form in ("past", "s")
                and sentence.low(at - 1) not in function_words("det", "poss")
            )
        ):
            break
        at -= 1
    first = at + 1
    if first < last and sentence.low(first) in claim_words("before_subject"):
        first += 1
    if first < last and sentence.low(first) in claim_words("opens_phrase"):
        return last, last
    words = [sentence.low(place) for place in range(first, last)]
    if any(word in claim_words("mute") for word in words):
        return last, last
    if (
        not words
        or words[0].split("'")[0] in claim_words("unnamed")
        or not any(word[:1].isalpha() for word in words)
        or words[0][:1].isdigit()
    ):
        return last, last
    return first, last


def _aside(sentence: Sentence, at: int) -> bool:
    """Whether a clause or a phrase stands in the commas and no name: "in a statement", "speaking to AFP"."""
    low = sentence.low(at)
    return low in ("which", "who", "whose", "where") or low in function_words("prep") or low in word_class("aside")


def _stands_free(sentence: Sentence, at: int) -> bool:
    """A dash with blanks around it ends a dateline: "March 31 - Ukraine's General Staff"."""
    before = sentence.tokens[at - 1].end if at else -1
    end = sentence.tokens[at].end
    return before < sentence.tokens[at].start and sentence.text[end : end + 1] == " "


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


def inverted(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """ "..., said the ministry": the verb right after a comma or quotation mark, a name behind."""
    if sentence.low(verb - 1) not in (",", '"') or sentence.low(verb) not in claim_words("inverts"):
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
        (at in sentence.verbs and sentence.verbs[at].form in ("past", "s")) or sentence.low(at)[:1].isdigit()
        for at in name
    ) and sentence.low(end) not in function_words("have", "be", "modal")


@cache
def claim_words(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("claim_words") if row["kind"] == kind)
