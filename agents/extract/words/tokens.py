"""Tokens: a sentence flows in, its words, numbers and marks flow out.

Everything after this looks at `low`, the word in small letters with straight apostrophes, so that
copy in capitals reads the same. A word keeps its inner hyphens ("self-propelled", "T-72"); a
number keeps its separators and is cut off from a hyphen after it ("20-strong", "8,000-9,000").
"""

from __future__ import annotations

import re
from typing import NamedTuple

WORD, NUMBER, MODEL, ORDINAL, MARK = "word", "number", "model", "ordinal", "mark"


class Token(NamedTuple):
    """text[start:end] of the paragraph. kind: word, number, model (letters and digits), ordinal, mark."""

    low: str
    kind: str
    start: int
    end: int
    capital: bool


_TOKEN = re.compile(
    r"(?P<number>\d+(?:[,\u00a0\u202f\u2009]\d\d\d(?!\d))*(?:\.\d+)?(?!\w|,\d\d\d|\.\d))"
    r"|(?P<glued>\d[\w.]*(?:,\d\d\d\w*)*(?:[-/][^\W\d_]\w*)*)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?!\w))?)"
    r"|(?P<own>['’][sS](?!\w))"
    r"|(?P<word>[^\W_]\w*(?:[-‑'’](?!(?:[sS](?!\w)))[^\W_]\w*)*)"
    r"|(?P<mark>--+|\S)"
)
_PIECE = re.compile(r"\s*(?:[A-Za-z]+(?=[ ,;])|" + re.sub(r"\?P<\w+>", "?:", _TOKEN.pattern) + ")")
"""A token with the blanks before it. Most are plain words, for which findall spares making a match of each."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
_MAGNIFIED = re.compile(r"\d+(?:\.\d+)?(?:k|m|mn|mln|bn)$|\d+x$", re.IGNORECASE)
DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d\d\d)+")
"""Thousands parted by dots, as much of the world prints them: "1.140 cartridges"."""
_HAS_DIGIT = re.compile(r"\d")
_PLAIN_MARKS = frozenset((",", ".", ";"))


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], their spans counted in text; linear in its length."""
    end = len(text) if end is None else end
    found: list[Token] = []
    add, new = found.append, tuple.__new__  # Token(...) takes twice as long, and there are many
    last = start
    for piece in _PIECE.findall(text, start, end):
        last += len(piece)
        word = piece.lstrip()
        if word.isalpha() and word.isascii():
            low = word.lower()
            add(new(Token, (low, WORD, last - len(word), last, low[0] != word[0])))
        elif word in _PLAIN_MARKS:
            add(new(Token, (word, MARK, last - 1, last, False)))
        else:
            found += _other(text, last - len(word), last, end)
    return found


def _other(text: str, first: int, last: int, end: int) -> list[Token]:
    """What is no plain word: text[first:last] as a number, a mark, or a word with more than letters.

    end: of the sentence, since what a digit is depends on what follows."""
    match = _TOKEN.match(text, first, end)
    kind = match.lastgroup if match is not None else None
    word = text[first:last]
    low = word.lower()
    if kind == "word":
        low = low.replace("’", "'").replace("‑", "-")
        stem, _, tail = low.rpartition("-")
        if stem and tail in _BEHIND_NUMBER:  # "twenty-odd" as "20-odd"
            at = last - len(tail)
            return [*_other(text, first, at - 1, at - 1), Token("-", MARK, at - 1, at, False),
                    Token(tail, WORD, at, last, False)]  # fmt: skip
        return [Token(low, MODEL if _HAS_DIGIT.search(low) else WORD, first, last, word[0].isupper())]
    if kind == "number":
        return [Token(low, NUMBER, first, last, False)]
    if kind == "glued":
        stop = first + len(word.rstrip("."))
        low = low.rstrip(".")
        points = (Token(".", MARK, at, at + 1, False) for at in range(stop, last))
        return [Token(low, _glued(low), first, stop, False), *points]
    if kind == "own":
        return [Token("'s", MARK, first, last, False)]
    if kind == "initials":
        return [Token(low, WORD, first, last, word[0].isupper())]
    return [Token(_MARKS.get(low, low), MARK, first, last, False)]


_BEHIND_NUMBER = frozenset(("odd", "some", "strong"))
"""Cut off from a number in words, as they are from digits."""

_MARKS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-", "‒": "-"}
"""Typographic marks as their plain kind. The en dash joins ranges, the em dash parts clauses."""


def _glued(low: str) -> str:
    if _ORDINAL.match(low):
        return ORDINAL
    return NUMBER if _MAGNIFIED.match(low) else (NUMBER if _plain(low) else MODEL)


def _plain(low: str) -> bool:
    return low.replace(".", "", 1).replace(",", "").isdecimal() or DOTTED.fullmatch(low) is not None
