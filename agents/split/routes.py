"""Routes: which partitions of the paragraphs topic a paragraph goes to.

In: a wording. Out: partitions. Copies meet only on a partition that both were sent to, so the
route must survive an edit: it is drawn from the runs of three words with the lowest hashes (min-wise
hashing: Broder 1997), and it is drawn twice, so that both draws must be edited away before a copy
is missed. Shorter runs would survive more edits, but a story's names ("North Korea") would then
send most of its paragraphs to one partition.

Merging the parts again is schemas.paragraph.merge_parts: a paragraph is a copy when any part says so.
"""

from __future__ import annotations

from typing import Final

from agents.likeness import LEAST
from agents.wording import Wording

_DRAWS: Final = 2
"""Measured at eight partitions by bench/copies.py: one draw finds .70 to .87 of near copies, two
.94 to .99, at 2.1 partitions a paragraph."""

_WORDS_A_DRAW: Final = 30
_DRAWS_MOST: Final = 4
"""A long block holds several paragraphs' worth of words; more draws let it meet the paragraphs it holds."""


_LOW: Final = (1 << 32) // 8
"""Most paragraphs have some four runs below it, and then it is only those that are sorted."""


def routes(wording: Wording, partitions: int) -> tuple[int, ...]:
    """Partitions in rising order, at least one. Equal words always give equal routes."""
    if wording.count < LEAST:
        return (int(wording.fingerprint, 16) % partitions,)
    draws = min(_DRAWS_MOST, max(_DRAWS, wording.count // _WORDS_A_DRAW))
    low = {run for run in wording.runs if run < _LOW}
    drawn = sorted(low if len(low) >= draws else set(wording.runs))[:draws]
    return tuple(sorted({run % partitions for run in drawn}))
