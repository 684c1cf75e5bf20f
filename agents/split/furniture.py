"""Furniture: the lines of a page that are not its article.

In: one line. Out: whether it is "Post a Comment" and the like. The patterns are rows of
furniture.csv, each with a line that it drops and a sentence that it must not drop; a line goes
only when a pattern is the whole of it, so a sentence that merely holds such words stays.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from schemas.errors import InvalidLexicon

_FILE: Final = "furniture.csv"

LONGEST: Final = 300
"""Characters. The longest prompts (cookie notices) are shorter; a longer line is not even looked at,
which also bounds what the patterns can cost."""

_EDGES: Final = (
    " \t*-_=~|[](){}<>:.!#\""
    "\u00b7\u2022\u00ab\u00bb\u2039\u203a\u2013\u2014\u2026\u25b6\u2192\u2190"
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """pattern: a regular expression over `squashed` text. example: dropped. kept: must never be."""

    pattern: str
    example: str
    kept: str
    reason: str


@cache
def patterns() -> tuple[Pattern, ...]:
    """The rows of furniture.csv, read at the first call. Raises InvalidLexicon."""
    text = files("agents.split").joinpath(_FILE).read_text(encoding="utf-8")
    found = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        if not all(row.get(column) for column in ("pattern", "example", "kept", "reason")):
            raise InvalidLexicon(_FILE, line, "has an empty column")
        try:
            re.compile(row["pattern"])
        except re.error as error:
            raise InvalidLexicon(_FILE, line, f"is not a regular expression: {error}") from error
        found.append(Pattern(row["pattern"], row["example"], row["kept"], row["reason"]))
    return tuple(found)


def is_furniture(line: str) -> bool:
    """Whether the whole line is page furniture."""
    return len(line) <= LONGEST and _any().fullmatch(squashed(line)) is not None


def squashed(line: str) -> str:
    """The line as the patterns see it: small letters, single spaces, bare of marks at its ends."""
    line = line.replace("\u2019", "'").replace("\u2018", "'").casefold()
    if "  " in line or not line.isprintable():   # white space other than a space is not printable
        line = " ".join(line.split())
    return line.strip(_EDGES)


@cache
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.pattern})" for row in patterns()))
