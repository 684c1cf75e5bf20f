"""Held words: the ones that a copy may not change, as data.

Out: each word of held_words.csv with how it is held. A paragraph that repeats an earlier one but
for a number, or for what qualifies a number, is news and not a copy; which words those are is
written in the table, one a row with its reason.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from schemas.errors import InvalidLexicon

Held = Literal["number", "always", "beside_number"]
"""number: it is one. always: held wherever it stands. beside_number: held within REACH words of a number."""

_FILE = "held_words.csv"


@cache
def held_words() -> dict[str, Held]:
    """word -> how it is held, read at the first call. Raises InvalidLexicon."""
    text = files("agents").joinpath(_FILE).read_text(encoding="utf-8")
    held: dict[str, Held] = {}
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        word, how = row["word"] or "", row["held"] or ""
        if not row["reason"]:
            raise InvalidLexicon(_FILE, line, "has no reason")
        if how not in get_args(Held):
            raise InvalidLexicon(_FILE, line, f"held is {how!r}, not one of {', '.join(get_args(Held))}")
        if word != word.casefold() or not word.isalpha() or word in held:
            raise InvalidLexicon(_FILE, line, f"{word!r} is not one word in small letters, said once")
        held[word] = cast(Held, how)
    return held
