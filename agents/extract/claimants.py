"""Claimants: a sentence flows in, who says what it says flows out, in the sentence's own words.

Reads "X said that ...", "..., X said", "..., said X", "according to X", "citing X" (the one cited
says it), and a transcript's "MR. KIRBY:". "He added" carries the last speaker on. A sentence that
names nobody has no claimant: silence is not attributed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from agents.extract.clauses import Sentence
from agents.extract.lexicon import rows
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words

_LONGEST = 24
"""Tokens of a claimant with its apposition: "Rustem Umerov, Ukraine's defence minister and ..."."""

_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "late",
        "early",
        "earlier",
        "later",
        "last",
        "week",
        "month",
        "also",
        "has",
        "have",
        "had",
        "then",
        "separately",
        "meanwhile",
        "previously",
        "recently",
        "again",
        "still",
        "however",
        "publicly",
        "later",
        "subsequently",
    ]
)
_NO_SUBJECT = frozenset(
    (
        "to",
        "the",
        "a",
        "an",
        "of",
        "and",
        "is",
        "was",
        "were",
        "are",
        "been",
        "be",
        "not",
        "that",
        "'s",
        "united",
        "being",
        "or",
    )
)


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
        elif token.low in _words("verb") and token.low != "according":
            said = _said(sentence, at)
            if said is not None:
                found.append(said)
    return found


def claimant_of(
    sentence: Sentence, at: int, said: list[Saying], carried: str | None, headed: str | None
) -> str | None:
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
    return any(sentence.low(at) in _words("media") for at in range(one.first, one.last))


def last_speaker(sentence: Sentence, said: list[Saying], carried: str | None) -> str | None:
    """Who a later "he added" would mean: the last one named here, else whoever it was before."""
    named = [one for one in said if not one.pronoun]
    return sentence.words(named[-1].first, named[-1].last) if named else carried


def heading(text: str) -> tuple[str | None, int]:
    """A transcript's speaker ("MR. KIRBY:") and where the words begin; None for "Q" and for none."""
    colon = text.find(":", 0, 70)
    name = text[:colon].strip() if colon > 0 else ""
    letters = [char for char in name if char.isalpha()]
    if (
        len(letters) > 3
        and all(char.isupper() for char in letters)
        and len(name.split()) <= 7
        and not any(char in name for char in ",;[(")
    ):
        if name.split()[0].rstrip(".") not in (
            "FACT",
            "UPDATE",
            "BREAKING",
            "ATTENTION",
            "NOTE",
            "WATCH",
            "READ",
        ):
            return name, colon + 1
    return None, 0


def _source(sentence: Sentence, at: int) -> Saying | None:
    """according to X; citing X; per X."""
    for words in _words("source"):
        pieces = words.split()
        if [sentence.low(at + n) for n in range(len(pieces))] == pieces:
            if words == "per" and not (at and sentence.low(at - 1) in (",", "(")):
                return None
            first = at + len(pieces)
            last = _name_end(sentence, first)
            if last == first:
                return None
            return Saying(first, last, (_clause_start(sentence, at), _clause_stop(sentence, at)))
    return None


def _name_end(sentence: Sentence, first: int) -> int:
    """Where the name after "according to" ends: at a comma, a verb, or a clause."""
    at = first
    while at < len(sentence.tokens) and at - first < _LONGEST:
        token = sentence.tokens[at]
        low = token.low
        if (token.kind == MARK and low not in ("'s", "'", "-", '"', "&", "/")) or low in (
            "which",
            "who",
            "that",
            "while",
            "has",
            "have",
            "had",
            "is",
            "are",
            "was",
            "were",
            "but",
            "as",
            "when",
            "after",
        ):
            break
        if (at > first and low in _DAYS) or (
            low in ("on", "and") and at > first and _clause_follows(sentence, at)
        ):
            break
        if at > first and low in ("said", "says", "citing", "quoting", "reported"):
            break
        at += 1
    return at


def _clause_follows(sentence: Sentence, at: int) -> bool:
    if sentence.low(at) == "on":
        return sentence.low(at + 1) in _DAYS
    return (
        any(
            sentence.low(place) in function_words("be", "have")
            or (place in sentence.verbs and sentence.verbs[place].form == "past")
            for place in range(at + 1, at + 5)
        )
        or sentence.low(at + 1)[:1].isdigit()
    )


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
        first, last = _subject(sentence, _back_to_finite(sentence, verb))
        if first == last:
            return None
        return _saying(sentence, first, last, (verb + 1, len(sentence.tokens)))
    before = sentence.low(verb - 1)
    if sentence.low(verb + 1) == "by" or (low in ("states", "state") and sentence.low(verb + 1) != "that"):
        return None
    if before == "and" and low in _words("shared"):
        first, last = _opening(sentence, verb)
    elif before in _NO_SUBJECT:
        return None
    else:
        first, last = _subject(sentence, verb)
    if _inverted(sentence, verb, first, last):
        start = verb + 1
        end = _name_end(sentence, start)
        return _saying(sentence, start, end, (0, verb)) if end > start else None
    if first == last:
        return None
    if low in _words("weak") and not _clause_behind(sentence, verb) and not _comma_before(sentence, first):
        return None
    start = _clause_start(sentence, first) if _comma_before(sentence, first) else verb + 1
    return _saying(sentence, first, last, (start, _clause_stop(sentence, verb)))


def _clause_start(sentence: Sentence, at: int) -> int:
    """Back to the semicolon that parts another clause."""
    return next((place + 1 for place in range(at - 1, -1, -1) if sentence.low(place) == ";"), 0)


def _clause_stop(sentence: Sentence, at: int) -> int:
    return next(
        (place for place in range(at, len(sentence.tokens)) if sentence.low(place) == ";"),
        len(sentence.tokens),
    )


def _opening(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The subject that "and said" shares: the name at the head of the sentence or clause, else what an earlier verb has."""
    for at in range(_clause_start(sentence, verb), verb - 1):
        if (
            sentence.low(at) in _words("verb")
            and sentence.low(at + 1) != "by"
            and sentence.low(at - 1) not in _NO_SUBJECT
        ):
            first, last = _subject(sentence, at)
            if first < last:
                return first, last
    last = first = _clause_start(sentence, verb)
    while (
        last < verb
        and last - first < 7
        and (sentence.tokens[last].capital or sentence.low(last) in ("the", "'s", "of"))
    ):
        last += 1
    return first, last


def _saying(sentence: Sentence, first: int, last: int, covers: tuple[int, int]) -> Saying:
    words = [sentence.low(at) for at in range(first, last)]
    return Saying(first, last, covers, pronoun=len(words) <= 2 and words[0] in _words("pronoun"))


def _back_to_finite(sentence: Sentence, verb: int) -> int:
    """The verb whose subject a participle shares: "The army repelled the attack, saying ..."."""
    for at in range(verb - 1, max(-1, verb - 40), -1):
        if (
            (at in sentence.verbs and sentence.verbs[at].form in ("past", "s"))
            or sentence.low(at) in function_words("have", "be", "modal")
            or sentence.low(at) in ("gave", "said", "told")
        ):
            return at
    return verb


def _subject(sentence: Sentence, verb: int) -> tuple[int, int]:
    """The noun group left of a verb of saying, with its apposition; empty when there is none."""
    last = verb
    while last > 0 and (
        sentence.low(last - 1) in _DAYS
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
    apposed = sentence.low(last - 1) == ","
    if apposed:
        last -= 1
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
            or low in function_words("be", "modal")
            or low
            in (
                "that",
                "while",
                "but",
                "because",
                "after",
                "although",
                "as",
                "when",
                "where",
                "which",
                "than",
                "if",
                "whom",
            )
            or (low in ("and",) and _new_clause(sentence, at))
            or (
                low in _words("verb")
                and at < last - 1
                and low not in ("report", "state", "claim", "note", "states", "reports")
            )
            or (
                at in sentence.verb_ending
                and sentence.verb_ending[at].form in ("past", "s")
                and sentence.low(at - 1) not in function_words("det", "poss")
            )
        ):
            break
        at -= 1
    first = at + 1
    if first < last and sentence.low(first) in (
        "meanwhile",
        "separately",
        "earlier",
        "however",
        "also",
        "and",
        "later",
    ):
        first += 1
    if first < last and sentence.low(first) in (
        "on",
        "in",
        "during",
        "at",
        "for",
        "by",
        "from",
        "with",
        "to",
        "over",
        "of",
    ):
        return last, last
    words = [sentence.low(place) for place in range(first, last)]
    if any(word in _words("mute") for word in words):
        return last, last
    if (
        not words
        or words[0].split("'")[0] in _words("unnamed")
        or not any(word[:1].isalpha() for word in words)
        or words[0][:1].isdigit()
    ):
        return last, last
    return first, last


def _apposition(sentence: Sentence, comma: int, last: int) -> bool:
    """Whether a name stands before the comma: "Rustem Umerov, the defence minister,"."""
    return (
        comma > 0
        and sentence.tokens[comma - 1].capital
        and sentence.low(comma - 1) not in _DAYS
        and not sentence.low(comma - 1)[:1].isdigit()
    )


def _new_clause(sentence: Sentence, at: int) -> bool:
    return sentence.low(at - 1) == "," or (
        not sentence.tokens[at + 1].capital
        and sentence.low(at + 1) not in ("the", "a", "his", "its", "their")
    )


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
    while sentence.low(at) in _DAYS or (
        sentence.low(at) in ("on", "in", "reporters", "parliament", "afp", "reuters", "television")
        and at < verb + 5
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


def _inverted(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """ "..., said the ministry": the verb right after a comma or quotation mark, a name behind."""
    if sentence.low(verb - 1) not in (",", '"') or sentence.low(verb) not in (
        "said",
        "says",
        "reported",
        "reports",
        "claimed",
        "added",
        "wrote",
        "told",
    ):
        return False
    end = _name_end(sentence, verb + 1)
    if (
        end == verb + 1
        or sentence.low(verb + 1) in _words("unnamed")
        or sentence.low(verb + 1) in function_words("prep", "pron", "conj")
    ):
        return False
    name = range(verb + 1, end)
    return not any(
        (at in sentence.verbs and sentence.verbs[at].form in ("past", "s")) or sentence.low(at)[:1].isdigit()
        for at in name
    ) and sentence.low(end) not in function_words("have", "be", "modal")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["words"] for row in rows("claim_words") if row["kind"] == kind)
