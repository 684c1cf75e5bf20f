"""Claim places: a verb's place flows in, whether it says something there flows out.

Many verbs of saying have another trade: "put 300 in uniform" and "put the toll at 300", "the agency
logged 33 aircraft" and "logged trees". What stands beside them decides.
"""

from __future__ import annotations

from bisect import bisect_right

from agents.extract.clauses.clauses import Sentence
from agents.extract.speakers.claim_names import claim_words
from agents.extract.words.tokens import MARK, NUMBER
from agents.extract.words.vocabulary import function_words, word_class


def tells(sentence: Sentence, verb: int) -> bool:
    """Whether a word that is a verb of saying only in some places is one here."""
    low = sentence.low(verb)
    if low == "public":
        return sentence.low(verb - 1) == "made"
    if low in claim_words("reads"):
        return True  # its subject decides
    if low in claim_words("asks"):
        if low.startswith(("call", "appeal")) and sentence.low(verb + 1) != "for":
            return False
        first = verb + 2 if low.startswith(("ask", "call", "appeal")) else verb + 1
        bare = all(token.kind != MARK for token in sentence.tokens[verb + 1 : verb + 3])
        if low.startswith("request") or (low.startswith("ask") and sentence.low(verb + 1) != "for"):
            return _asks_to(sentence, verb)
        during = sentence.low(first + 1) in ("after", "before", "since")  # "asked for help after 30 were hurt"
        asked = first == verb + 1 or sentence.low(verb + 1) == "for"
        return bare and asked and not during and number_behind(sentence, first - 1)
    if low in claim_words("credits"):
        rest = sentence.lows[verb + 1 : verb + 9]
        return "with" in rest and number_behind(sentence, verb + 1 + rest.index("with"))
    if low in claim_words("points"):
        return sentence.low(verb + 1) == "out" or (sentence.low(verb + 1) == "to" and number_behind(sentence, verb + 1))
    if low in claim_words("hears"):
        return sentence.low(verb + 1) == "that"
    if low in claim_words("speaks_of"):
        return sentence.low(verb + 1) == "of"
    if low in claim_words("gives"):
        rest = sentence.lows[verb + 1 : verb + 9]
        of = rest.index("of") if "of" in rest[:6] else 0
        if of and rest[of - 1] in claim_words("toll"):
            return number_behind(sentence, verb + 1 + of)  # "gave a figure of nearly 11,000"
        return "as" in rest and not claim_words("toll").isdisjoint(rest)
    if low in claim_words("at"):
        rest = sentence.lows[verb + 1 : verb + 14]
        return "at" in rest and number_behind(sentence, verb + 1 + rest.index("at"))
    if low in claim_words("shows"):
        return not claim_words("pictures").isdisjoint(sentence.lows[verb + 1 : verb + 5])
    if low == "counting":
        return sentence.low(verb - 1) in ("was", "were")  # and not "600 men, counting reservists"
    if low == "tracked" and sentence.tokens[verb - 1].kind == NUMBER:
        return False  # "the Pbv 302 tracked carrier"
    if low in claim_words("foresees"):
        return bisect_right(sentence.quantities, verb, key=lambda quantity: quantity.first) < len(sentence.quantities)
    return low in claim_words("senses") and (low not in _NOUNS_TOO or number_behind(sentence, verb))


def _asks_to(sentence: Sentence, verb: int) -> bool:
    """ "Has requested to buy 300", "asked the ministry to clear the purchase of 400 more"."""
    following = sentence.lows[verb + 1 : verb + _ASKED]
    stop = next((at for at, low in enumerate(following) if low in (",", ";", ".", "after", "before")), len(following))
    counts = any(verb < one.first <= verb + stop for one in sentence.quantities)
    return counts and ("to" in following[:stop] or sentence.low(verb).startswith("request"))


_ASKED = 16
"""Tokens: room for whom one asks and what for."""


_NOUNS_TOO = frozenset(("records", "documents", "logs", "registers", "tracks", "named", "names"))


def number_behind(sentence: Sentence, at: int) -> bool:
    """Whether a count stands right behind: "admitted some 2,500", "claimed that 12"."""
    behind = bisect_right(sentence.quantities, at, key=lambda quantity: quantity.first)
    return any(quantity.first <= at + _NEAR for quantity in sentence.quantities[behind : behind + 1])


_NEAR = 3
"""Tokens: room for "more than" and "another"."""


def comma_before(sentence: Sentence, first: int) -> bool:
    """Whether a claim stands before: "..., X said"."""
    before = sentence.low(first - 1)
    if before not in ('"', ","):
        return False
    if first >= 6:
        return True
    said = any(at in sentence.verbs or sentence.low(at) in function_words("be", "have") for at in range(first))
    counted = any(quantity.first < first for quantity in sentence.quantities[:1])
    return said or counted or (before == '"' and first > 3)  # "Twelve are missing, it said"; not "On Monday, it said"


def clause_behind(sentence: Sentence, verb: int) -> bool:
    """Whether a statement follows the verb of saying: "that", a subject, a quotation, a number."""
    at = verb + 1
    while sentence.low(at) in word_class("day") or (
        sentence.low(at) in ("on", "in", "reporters", "parliament", "afp", "reuters", "television") and at < verb + 5
    ):
        at += 1
    following = sentence.low(at)
    if following in ("", ".", ";") or (
        following == "," and sentence.low(at + 1) not in ('"',) and not _resumes(sentence, at)
    ):
        return False
    rest = [sentence.low(place) for place in range(at, min(len(sentence.tokens), at + 14))]
    if sentence.low(verb) in claim_words("at"):
        return "at" in rest and number_behind(sentence, at + rest.index("at"))
    return (
        following in ("that", ":", '"', ",")
        or any(word in function_words("be", "have", "modal") for word in rest)
        or any(place in sentence.verbs for place in range(at, at + 14))
        or "that" in sentence.lows[at : at + _LATE]
    )


_LATE = 24
"""Tokens: room for where one spoke: "announced at a rally marking the anniversary of the war that"."""


def _resumes(sentence: Sentence, comma: int) -> bool:
    """Whether the statement goes on after a phrase in commas: "said, citing the army, that"."""
    return any(sentence.low(place) == "that" for place in range(comma + 1, comma + 10))
