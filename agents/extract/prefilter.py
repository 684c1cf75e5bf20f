"""The prefilter: a paragraph flows in; whether it may hold a figure flows out, at the cost of one pass.

Most news counts no troops and no arms. A paragraph is read only when it holds a number and the name
of a counted thing, or a number and a word such as "wounded" or "army" that lets a number stand alone.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from agents.extract.items import names
from agents.extract.lexicon import rows
from agents.extract.parties import fold

_DIGIT = re.compile(r"\d")


def may_hold(text: str) -> bool:
    """False only where no figure can be; True promises nothing."""
    folded = fold(text)
    if not _DIGIT.search(folded) and not _numbers().search(folded):
        return False
    return bool(_things().find_matches_as_indexes(f" {folded}", overlapping=False)) or bool(_MODEL.search(text))


_MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,4}-\d")


@cache
def _numbers() -> re.Pattern[str]:
    words = [row["word"] for row in rows("number_words") if row["role"] not in ("suffix", "few", "group")]
    return re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r"|couple|pair|trio)")


@cache
def _things() -> AhoCorasick:
    """Last words of every name, the shortest stems only: "missile" finds "missiles"; short ones at a word's start."""
    stems: list[str] = []
    for words in sorted(
        {words if item.kind == "model" else words.split()[-1] for words, item in names().items()}, key=len
    ):
        if not any(words.startswith(stem) for stem in stems):
            stems.append(words)
    return AhoCorasick([f" {stem}" if len(stem) < 5 else stem for stem in stems], implementation=Implementation.DFA)
