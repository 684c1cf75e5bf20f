"""Number words: tokens flow in, the simple number that begins at one of them flows out.

Words to any size, halves and quarters, dozens, and vague sizes such as "several hundred" and "tens
of thousands". data/number_words.csv holds the words. Ranges and what is no count are numbers.py's."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from agents.extract.words.lexicon import rows
from agents.extract.words.tokens import Token
from agents.extract.words.vocabulary import word_class

MOST = 10**10
"""More than the people on earth: no count of troops or weapons."""


class Part(NamedTuple):
    """A simple number and how it was written: scale is its trailing magnitude (1 when none)."""

    last: int
    value: int | None
    scale: int = 1
    vague: str = ""
    group: bool = False


def in_words(tokens: list[Token], at: int) -> Part | None:
    """two hundred and fifty thousand; twenty-five; two and a half million."""
    total = current = 0
    scale, last = 1, at
    while last < len(tokens) and last - at < 12:
        low = tokens[last].low
        pieces = low.split("-") if "-" in low else [low]
        if low == "and" and last > at and _continues(tokens, last, scale, current):
            last += 1
            continue
        if not all(piece in _cardinals() for piece in pieces):
            break
        for piece in pieces:
            role, value = roles()[piece]
            number = int(value)
            if role in ("unit", "ten"):
                if current % 10 or (current % 100 and number >= 10):
                    return Part(last, total + current, scale) if last > at else None
                current += number
                scale = 1
            elif role == "scale":
                total += max(current, 1) * number
                current, scale = 0, number
            else:
                current = max(current, 1) * number
                scale = number
        last += 1
    if last == at:
        return None
    half = [token.low for token in tokens[last : last + 4]]
    if half[:3] == ["and", "a", "half"] and half[3:] and half[3] in magnitudes():
        scale = magnitudes()[half[3]]
        return Part(last + 4, (total + current) * scale + scale // 2, scale)
    value_said = total + current
    return Part(last, value_said, scale) if 0 < value_said <= MOST else None


def _continues(tokens: list[Token], at: int, scale: int, current: int) -> bool:
    """Whether "and" is inside a number: after hundred or thousand, before a smaller word."""
    following = tokens[at + 1].low if at + 1 < len(tokens) else ""
    pieces = following.split("-")
    smaller = all(roles().get(piece, ("", 0))[0] in ("unit", "ten") for piece in pieces)
    return (
        smaller and scale in (100, 1000, 10**6) and (at < 1 or tokens[at - 1].low in ("hundred", "thousand", "million"))
    )


def indefinite(tokens: list[Token], at: int) -> Part | None:
    """a dozen, half a million, a quarter of a million, another hundred, half-dozen."""
    low = tokens[at].low
    if low in ("half-dozen", "half-a-dozen"):
        return Part(at + 1, 6)
    words = [token.low for token in tokens[at : at + 5]]
    if low in ("a", "an") and words[1:2] in (["half"], ["quarter"], ["half-dozen"]):
        return indefinite(tokens, at + 1)
    if low in ("half", "quarter"):
        skip = next((n for n, word in enumerate(words) if n and word not in ("of", "a", "an")), 1)
        unit = words[skip] if skip < len(words) else ""
        if unit in magnitudes() and (skip > 1 or unit == "dozen"):
            return Part(at + skip + 1, magnitudes()[unit] // (2 if low == "half" else 4))
        return None
    following = roles().get(words[1], ("", 0)) if len(words) > 1 else ("", 0)
    if following[0] == "few":
        return few(tokens, at + 2)
    if following[0] == "one" and low == "a":
        near = [token.low for token in tokens[max(0, at - 5) : at]]
        fitted = near[-1:] != [] and near[-1] in ("with", "by", "carrying", "carry", "carries")
        none = fitted or any(word in word_class("denying") or word.endswith("n't") for word in near)
        return None if none else Part(at + 2, 1)  # "a lone Il-76", and not "denies having a single man"
    if following[0] in ("hundred", "scale", "dozen"):
        return in_words(tokens, at + 1) if low != "another" else None
    if following[0] == "group":
        return bare(tokens, at + 1, "group", int(following[1]))
    return None


def bare(tokens: list[Token], at: int, role: str, value: int) -> Part | None:
    """A couple of hundred is vague; a couple, a pair, are two; a lone "thousand" is no number."""
    if role in ("hundred", "scale") and at and tokens[at - 1].low in _THE and _rounded(tokens, at + 1):
        return Part(at + 1, value, value)
    if role == "scale" and at and tokens[at - 1].low in _PLANNED:
        return Part(at + 1, value, value)  # "half of the promised million artillery rounds"
    if role != "group":
        return None
    after = at + 2 if at + 1 < len(tokens) and tokens[at + 1].low == "of" else at + 1
    return few(tokens, after) or Part(at + 1, value, group=True)


_THE = frozenset(("the", "its", "their", "these", "those", "our", "his"))


_PLANNED = frozenset(("promised", "pledged", "planned", "targeted", "vaunted"))


def _rounded(tokens: list[Token], at: int) -> bool:
    """ "The hundred-odd instructors", "the thousand or so drones"."""
    words = [token.low for token in tokens[at : at + 2]]
    return words in (["-", "odd"], ["or", "so"], ["or", "more"])


def few(tokens: list[Token], at: int) -> Part | None:
    """several hundred, a few dozen, many thousands."""
    low = tokens[at].low.rstrip("s") if at < len(tokens) else ""
    name = {
        "dozen": "dozens",
        "score": "scores",
        "hundred": "hundreds",
        "thousand": "thousands",
        "million": "millions",
    }.get(low)
    if not name:
        return None
    if at + 1 < len(tokens) and name == "hundreds" and tokens[at + 1].low in ("thousand", "thousands"):
        return Part(at + 2, None, vague="hundreds_of_thousands")
    return Part(at + 1, None, vague=name)


def vague(tokens: list[Token], at: int, name: str) -> Part:
    """dozens; tens of thousands; hundreds and hundreds."""
    words = [token.low for token in tokens[at : at + 3]]
    if words[1:] == ["of", "thousands"] and words[0] in ("tens", "hundreds", "dozens", "scores"):
        return Part(at + 3, None, vague="hundreds_of_thousands" if words[0] == "hundreds" else "tens_of_thousands")
    if words[1:] in (["of", "millions"], ["of", "hundreds"]):
        return Part(at + 3, None, vague=words[2])
    if len(words) == 3 and words[1] in ("and", "upon", "or") and words[2] == words[0]:
        return Part(at + 3, None, vague=name)
    return Part(at + 1, None, vague=name)


def is_number_word(low: str) -> bool:
    """Whether the word says a number or a vague size: "eight", "dozens", "twenty-five"."""
    return all(piece in roles() and roles()[piece][0] not in ("few", "suffix") for piece in low.split("-"))


def may_say_number(folded: str) -> bool:
    """False only where no number can be read, at the cost of one pass; a text in small letters."""
    return bool(_digits_and_words().find_matches_as_indexes(folded))


@cache
def _digits_and_words() -> AhoCorasick:
    """What every number holds, be it within a word; without the plural's s, so that "several score" is found."""
    known = {word.rstrip("s") for word, (role, _) in roles().items() if role not in ("few", "suffix")}
    return AhoCorasick([*"0123456789", *sorted(known)], matchkind=MatchKind.LeftmostFirst)


@cache
def roles() -> dict[str, tuple[str, int | str]]:
    return {
        row["word"]: (row["role"], row["value"] if row["role"] in ("vague", "few") else int(row["value"]))
        for row in rows("number_words")
    }


@cache
def _cardinals() -> frozenset[str]:
    return frozenset(
        word for word, (role, _) in roles().items() if role in ("unit", "ten", "hundred", "scale", "dozen")
    )


@cache
def magnitudes() -> dict[str, int]:
    return {word: int(value) for word, (role, value) in roles().items() if role in ("hundred", "scale", "dozen")}
