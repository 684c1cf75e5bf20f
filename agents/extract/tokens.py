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
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$", re.IGNORECASE)
_MAGNIFIED = re.compile(r"\d+(?:\.\d+)?(?:k|m|mn|mln|bn)$", re.IGNORECASE)
_HAS_DIGIT = re.compile(r"\d")


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], their spans counted in text; linear in its length."""
    found: list[Token] = []
    add = found.append
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        word = match.group()
        low = word.lower()
        if kind == "word":
            capital = word[0].isupper()
            if "’" in low or "‑" in low:
                low = low.replace("’", "'").replace("‑", "-")
            kind = MODEL if _HAS_DIGIT.search(low) else WORD
        elif kind == "number":
            capital = False
        elif kind == "glued":
            stop = match.start() + len(word.rstrip("."))
            low, capital = low.rstrip("."), False
            kind = _glued(low)
            add(Token(low, kind, match.start(), stop, capital))
            found.extend(Token(".", MARK, at, at + 1, False) for at in range(stop, match.end()))
            continue
        elif kind == "own":
            low, kind, capital = "'s", MARK, False
        elif kind == "initials":
            kind, capital = WORD, word[0].isupper()
        else:
            kind, capital = MARK, False
            low = _MARKS.get(low, low)
        add(Token(low, kind, match.start(), match.end(), capital))
    return found


_MARKS = {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "--", "‐": "-", "‑": "-", "−": "-"}
"""Typographic marks as their plain kind. The en dash joins ranges, the em dash parts clauses."""


def _glued(low: str) -> str:
    if _ORDINAL.match(low):
        return ORDINAL
    return NUMBER if _MAGNIFIED.match(low) else (NUMBER if _plain(low) else MODEL)


def _plain(low: str) -> bool:
    return low.replace(".", "", 1).replace(",", "").isdecimal()
