"""Shared subjects: a verb of saying that has no subject of its own flows in, the earlier one's flows out.

"The army repelled the attack and said ...", "..., saying it had": the subject stands at another verb.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.claim_names import claim_words, clause_start, is_adverb
from agents.extract.speakers.claim_subjects import SEASONS, subject
from agents.extract.words.tokens import MARK
from agents.extract.words.vocabulary import function_words, word_class


def opening(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The subject that "and said" shares: an earlier verb's, or the name at the head of the clause."""
    for at in range(clause_start(sentence, verb), verb - 1):
        if (
            (sentence.low(at) in claim_words("verb") or sentence.low(at) in claim_words("gives"))
            and sentence.low(at + 1) != "by"
            and sentence.low(at - 1) not in word_class("no_subject")
        ):
            first, last = subject(sentence, at)
            if first < last:
                return first, last
    last = first = clause_start(sentence, verb)
    while (
        last < verb
        and last - first < 9
        and (sentence.tokens[last].capital or sentence.low(last) in _IN_NAMES)
    ):
        last += 1
    if sentence.low(last) == "(" and sentence.low(last + 2) == ")" and sentence.tokens[last + 1].capital:
        return last + 1, last + 2  # "Jama'at Nusrat al Islam wa al Muslimeen (JNIM) overran ... and said"
    return (first, last) if last - first > 1 else (first, _indefinite_end(sentence, first, verb))


_IN_NAMES = frozenset(("the", "'s", "'", "of", "al", "wa", "wal", "bin", "ul", "el", "de", "la", "del", "and", "-"))


def _indefinite_end(sentence: Sentence, first: int, verb: int) -> int:
    """ "An adviser to Hemedti, reached in Nairobi, laughed and said": the name up to the comma or verb."""
    if sentence.low(first) not in ("a", "an", "one", "another", "the"):
        return first + 1 if first < verb and sentence.tokens[first].capital else first
    last = first + 1
    while last < verb and last - first < 7 and sentence.tokens[last].kind != MARK and last not in sentence.verbs:
        if sentence.low(last) in function_words("be", "have", "modal") or (
            sentence.low(last).endswith("ed") and "-" not in sentence.low(last)
        ):
            break
        last += 1
    return last


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


def before_times(sentence: Sentence, verb: int) -> int:
    """Back over the days and adverbs before a verb: "and last summer reckoned"."""
    at = verb
    while at > 0 and (
        sentence.low(at - 1) in word_class("day") or sentence.low(at - 1) in SEASONS or is_adverb(sentence, at - 1)
    ):
        at -= 1
    return at
