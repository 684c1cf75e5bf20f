"""Claimants: a sentence flows in, who says what it says flows out, in the sentence's own words.

Reads "X said that ...", "..., X said", "..., said X", "according to X", "citing X" (the one cited
says it), and a transcript's "MR. KIRBY:". "He added" carries the last speaker on. A sentence that
names nobody has no claimant: silence is not attributed.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.claim_subjects import (
    back_to_finite,
    claim_words,
    clause_start,
    inverted,
    name_end,
    opening,
    subject,
)
from agents.extract.clauses import Sentence
from agents.extract.vocabulary import function_words, word_class


@dataclass(frozen=True, slots=True)
class Saying:
    """tokens[first:last] say it; what they say stands in tokens[covers[0]:covers[1]]."""

    first: int
    last: int
    covers: tuple[int, int]
    pronoun: bool = False


def sayings(sentence: Sentence) -> list[Saying]:
    """Every attribution in the sentence, in its order."""
    found: list[Saying] = []
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        source = _source(sentence, at)
        if source is not None:
            found.append(source)
        elif token.low in claim_words("verb") and token.low != "according":
            said = _said(sentence, at)
            if said is not None:
                found.append(said)
    return found


def claimant_of(sentence: Sentence, at: int, said: list[Saying], carried: str | None, headed: str | None) -> str | None:
    """The claimant of what stands at token `at`; carried: the last speaker; headed: the transcript's."""
    over = [one for one in said if one.covers[0] <= at < one.covers[1] and not one.first <= at < one.last]
    if not over:
        return headed
    best = min(over, key=lambda one: (_is_media(sentence, one), one.covers[1] - one.covers[0], one.first))
    if best.pronoun:
        return carried or headed
    return sentence.words(best.first, best.last)


def _is_media(sentence: Sentence, one: Saying) -> bool:
    """Whether a news agency only passes on what another said."""
    return any(sentence.low(at) in claim_words("media") for at in range(one.first, one.last))


def last_speaker(sentence: Sentence, said: list[Saying], carried: str | None) -> str | None:
    """Who a later "he added" would mean: the last one named here, else whoever it was before."""
    named = [one for one in said if not one.pronoun]
    return sentence.words(named[-1].first, named[-1].last) if named else carried


def heading(text: str) -> tuple[str | None, int]:
    """A transcript's speaker ("MR. KIRBY:") and where the words begin; None for "Q" and for none."""
    colon = text.find(":", 0, 70)
    name = text[:colon].strip() if colon > 0 else ""
    letters = [char for char in name if char.isalpha()]
    shouted = len(letters) > 3 and all(char.isupper() for char in letters) and len(name.split()) <= 7
    if (
        shouted
        and not any(char in name for char in ",;[(")
        and name.split()[0].rstrip(".").lower() not in claim_words("label")
    ):
        return name, colon + 1
    return None, 0


def _source(sentence: Sentence, at: int) -> Saying | None:
    """according to X; citing X; per X."""
    for words in claim_words("source"):
        pieces = words.split()
        if [sentence.low(at + n) for n in range(len(pieces))] == pieces:
            if words == "per" and not (at and sentence.low(at - 1) in (",", "(")):
                return None
            first = at + len(pieces)
            last = name_end(sentence, first)
            if last == first:
                return None
            return Saying(first, last, (clause_start(sentence, at), _clause_stop(sentence, at)))
    return None


def _said(sentence: Sentence, verb: int) -> Saying | None:
    """X said (that) ...; ..., X said; ..., said X."""
    low = sentence.low(verb)
    if low in (
        "saying",
        "adding",
        "claiming",
        "reporting",
        "stating",
        "noting",
        "announcing",
        "estimating",
        "confirming",
        "denying",
    ):
        first, last = subject(sentence, back_to_finite(sentence, verb))
        if first == last:
            return None
        return _saying(sentence, first, last, (verb + 1, len(sentence.tokens)))
    before = sentence.low(verb - 1)
    if sentence.low(verb + 1) == "by" or (low in ("states", "state") and sentence.low(verb + 1) != "that"):
        return None
    if before == "and" and low in claim_words("shared"):
        first, last = opening(sentence, verb)
    elif before in word_class("no_subject"):
        return None
    else:
        first, last = subject(sentence, verb)
    if inverted(sentence, verb, first, last):
        start = verb + 1
        end = name_end(sentence, start)
        return _saying(sentence, start, end, (0, verb)) if end > start else None
    if first == last:
        return None
    if low in claim_words("weak") and not _clause_behind(sentence, verb) and not _comma_before(sentence, first):
        return None
    start = clause_start(sentence, first) if _comma_before(sentence, first) else verb + 1
    return _saying(sentence, first, last, (start, _clause_stop(sentence, verb)))


def _clause_stop(sentence: Sentence, at: int) -> int:
    return next(
        (place for place in range(at, len(sentence.tokens)) if sentence.low(place) == ";"),
        len(sentence.tokens),
    )


def _saying(sentence: Sentence, first: int, last: int, covers: tuple[int, int]) -> Saying:
    words = [sentence.low(at) for at in range(first, last)]
    return Saying(first, last, covers, pronoun=len(words) <= 2 and words[0] in claim_words("pronoun"))


def _comma_before(sentence: Sentence, first: int) -> bool:
    """Whether a claim stands before: "..., X said"."""
    before = sentence.low(first - 1)
    if first < 6:
        return first >= 1 and before == '"' and first > 3
    if before == '"':
        return True
    return before == ","


def _clause_behind(sentence: Sentence, verb: int) -> bool:
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
    return (
        following in ("that", ":", '"', ",")
        or any(word in function_words("be", "have", "modal") for word in rest)
        or any(place in sentence.verbs for place in range(at, at + 14))
    )


def _resumes(sentence: Sentence, comma: int) -> bool:
    """Whether the statement goes on after a phrase in commas: "said, citing the army, that"."""
    return any(sentence.low(place) == "that" for place in range(comma + 1, comma + 10))
