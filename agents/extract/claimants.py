"""Claimants: a sentence flows in, who says what it says flows out, in the sentence's own words.

Reads "X said that ...", "..., X said", "..., said X", "according to X", "citing X" (the one cited
says it), and a transcript's "MR. KIRBY:". "He added" carries the last speaker on. A sentence that
names nobody has no claimant: silence is not attributed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from agents.extract.claim_sources import Saying, by_whom, clause_stop, counted_by, source_at, source_words
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
from agents.extract.tokens import MARK
from agents.extract.vocabulary import function_words, word_class


def sayings(sentence: Sentence) -> list[Saying]:
    """Every attribution in the sentence, in its order."""
    found: list[Saying] = []
    sources, counts, verbs = source_words(), claim_words("count"), claim_words("verb")
    telling = _telling()
    for at, low in enumerate(sentence.lows):
        if low not in telling:
            continue
        source = source_at(sentence, at) if low in sources else None
        if source is None and low in counts:
            source = counted_by(sentence, at)
        if source is not None:
            found.append(source)
        elif low in verbs and low != "according":
            said = _said(sentence, at)
            if said is not None:
                found.append(said)
    return found


@cache
def _telling() -> frozenset[str]:
    """All words that an attribution may begin with."""
    return claim_words("verb") | claim_words("count") | source_words().keys()


def claimant_of(
    sentence: Sentence, at: int, said: list[Saying], carried: Callable[[], str | None], headed: str | None
) -> str | None:
    """The claimant of what stands at token `at`; carried: gives the last speaker; headed: the transcript's."""
    over = [one for one in said if one.covers[0] <= at < one.covers[1] and not one.first <= at < one.last]
    if not over:
        speaker = carried() if sentence.low(0) == '"' else None  # a quotation goes on: its speaker does
        return speaker if speaker is not None else headed
    best = min(over, key=lambda one: (_is_media(sentence, one), one.covers[1] - one.covers[0], one.first))
    if best.pronoun:
        named = [one for one in said if not one.pronoun and one.last <= best.first]
        return sentence.words(named[-1].first, named[-1].last) if named else carried() or headed
    return sentence.words(best.first, best.last)


def _is_media(sentence: Sentence, one: Saying) -> bool:
    """Whether a news agency only passes on what another said."""
    return any(sentence.low(at) in claim_words("media") for at in range(one.first, one.last))


def last_speaker(sentence: Sentence, said: list[Saying], carried: str | None) -> str | None:
    """Who a later "he added" would mean: the last one named here, else whoever it was before.

    Where nobody has spoken yet it means whom the sentence is about: "Sergeant Olena's platoon ... she said".
    """
    named = [one for one in said if not one.pronoun]
    if named:
        return sentence.words(named[-1].first, named[-1].last)
    return carried or _about(sentence)


def _about(sentence: Sentence) -> str | None:
    """The name or office that opens the sentence, up to its verb; None when it opens otherwise."""
    last = 0
    while (
        last < min(len(sentence.tokens), 7)
        and sentence.tokens[last].kind != MARK
        and last not in sentence.verbs
        and sentence.low(last) not in function_words("prep", "be", "have", "modal", "pron", "conj", "poss")
        and not sentence.low(last)[:1].isdigit()
    ):
        last += 1
    named = any(sentence.tokens[at].capital for at in range(1, last)) or sentence.low(0) in ("the", "a", "an")
    return sentence.words(0, last) if named and last > 1 else None


def heading(text: str) -> tuple[str | None, int]:
    """A transcript's speaker ("MR. KIRBY:") and where the words begin; None for "Q" and for none.

    A speaker has a title or an office: "NEW DELHI:", "ON THIS DAY 1944:", "MEDIA CONTACT:" name nobody.
    """
    colon = text.find(":", 0, 70)
    name = text[:colon].strip() if colon > 0 else ""
    letters = [char for char in name if char.isalpha()]
    shouted = len(letters) > 3 and all(char.isupper() for char in letters) and len(name.split()) <= 7
    if (
        shouted
        and not any(char in name for char in ",;[(/")
        and not claim_words("title").isdisjoint(name.lower().replace(".", " ").split())
    ):
        return name, colon + 1
    return None, 0


def source_line(text: str) -> str | None:
    """Who a page names at its end as the source of all it says: "Source: General Staff of the Armed Forces"."""
    at = text.rfind("Source:")
    name = text[at + len("Source:") :].strip().rstrip(".)") if at >= 0 else ""
    plain = name and name[0].isupper() and len(name.split()) <= _LONGEST_SOURCE and not any(c in name for c in "\n/;:")
    return name if plain else None


_LONGEST_SOURCE = 10
"""Words; more is prose."""


def _said(sentence: Sentence, verb: int) -> Saying | None:
    """X said (that) ...; ..., X said; ..., said X."""
    low = sentence.low(verb)
    if low == "adding" and sentence.low(verb + 1) in ("to", "up", "another", "more"):
        return None  # adds to a number, and does not speak
    if low in claim_words("participle"):
        first, last = subject(sentence, back_to_finite(sentence, verb))
        if first == last:
            return None
        return _saying(sentence, first, last, (verb + 1, len(sentence.tokens)))
    before = sentence.low(verb - 1)
    if low in claim_words("with_that") and sentence.low(verb + 1) not in ("that", ".", ""):
        return None  # "found that 12 had died", and not "found 12 rifles"
    if low in ("claim", "claims", "claimed") and "lives" in (sentence.low(verb + 1), sentence.low(verb + 2)):
        return None  # an ambush that claimed the lives of 17 speaks not
    if sentence.low(verb + 1) == "by":
        return by_whom(sentence, verb)
    if low in ("states", "state") and sentence.low(verb + 1) != "that":
        return None
    if before in ("which", "who") and sentence.low(verb - 2) == ",":
        first, last = subject(sentence, verb - 2)
        end = next((at for at in range(verb, len(sentence.tokens)) if sentence.low(at) == ","), len(sentence.tokens))
        return _saying(sentence, first, last, (verb + 1, end)) if first < last else None
    if low in ("believed", "thought", "reported", "estimated") and sentence.low(verb + 1) == "to":
        return None  # "infiltrators believed to be from the group" believe nothing
    if before == "and" and low in claim_words("shared"):
        first, last = opening(sentence, verb)
    elif before in word_class("no_subject"):
        return None
    else:
        first, last = subject(sentence, verb)
    if inverted(sentence, verb, first, last):
        start = verb + 1
        end = name_end(sentence, start)
        return _saying(sentence, start, end, (0, _turn(sentence, end))) if end > start else None
    if first == last:
        return None
    if low in claim_words("weak") and not _clause_behind(sentence, verb) and not _comma_before(sentence, first):
        return None
    if _comma_before(sentence, first):
        return _saying(sentence, first, last, (clause_start(sentence, first), _turn(sentence, verb)))
    return _saying(sentence, first, last, (verb + 1, clause_stop(sentence, verb)))


def _turn(sentence: Sentence, at: int) -> int:
    """Where another's clause begins behind "..., said the ministry": at "while", "but", a semicolon."""
    stop = clause_stop(sentence, at)
    return next((place for place in range(at, stop) if sentence.low(place) in _TURNS), stop)


_TURNS = frozenset(("while", "but", "whereas", "although", "though"))


def _saying(sentence: Sentence, first: int, last: int, covers: tuple[int, int]) -> Saying:
    words = [sentence.low(at) for at in range(first, last)]
    return Saying(first, last, covers, pronoun=len(words) <= 2 and words[0] in claim_words("pronoun"))


def _comma_before(sentence: Sentence, first: int) -> bool:
    """Whether a claim stands before: "..., X said"."""
    before = sentence.low(first - 1)
    if before not in ('"', ","):
        return False
    if first >= 6:
        return True
    said = any(at in sentence.verbs or sentence.low(at) in function_words("be", "have") for at in range(first))
    return said or (before == '"' and first > 3)  # "Twelve are missing, it said"; not "On Monday, it said"


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
    if sentence.low(verb) in ("put", "puts"):
        return "at" in rest
    return (
        following in ("that", ":", '"', ",")
        or any(word in function_words("be", "have", "modal") for word in rest)
        or any(place in sentence.verbs for place in range(at, at + 14))
    )


def _resumes(sentence: Sentence, comma: int) -> bool:
    """Whether the statement goes on after a phrase in commas: "said, citing the army, that"."""
    return any(sentence.low(place) == "that" for place in range(comma + 1, comma + 10))
