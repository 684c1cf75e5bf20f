"""Likeness: whether one wording repeats another, and what a block is made of.

In: the marks of two paragraphs. Out: "near", "contained", or where the one stands inside the
other. Words may differ a little; held words (numbers, negations, what qualifies a number) must be
the same and in the same place. Every function is linear in the words it is given.

The way: runs of three words that both have vote for how far the shorter is shifted inside the
longer; from a run on the winning shift the two are walked in step, to the right and to the left,
over gaps of at most GAP words. Anything stranger than that is not called a copy: a missed copy
costs a second reading, a false one costs the news.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

LEAST: Final = 8
"""Words. Below it only exact copies count: one changed word of seven is another sentence."""

GLUE: Final = 12
"""Words. A heading or dateline glued on in front is at most this long (labelled headings: 3 to 11)."""

GAP: Final = 5
"""Words. Wider rewording than this in one place is a rewritten paragraph."""

Relation = Literal["near", "contained"]

_STEPS: Final = sorted(
    ((down, across) for down in range(GAP + 1) for across in range(GAP + 1) if down or across),
    key=lambda step: (max(step), sum(step)),
)
_PLACES: Final = 4
"""A run printed more often than this inside one paragraph tells nothing about where a copy stands."""

BLOCK: Final = 8
"""Runs. Of each block of so many the lowest is the sample by which a paragraph is found again, so
that whoever shares 17 words in a row with it shares a sample (winnowing: Schleimer, Wilkerson,
Aiken 2003, with blocks that do not overlap on the side that is stored)."""


@dataclass(frozen=True, slots=True)
class Found:
    """The shorter stands in the longer at words [start, end), `edits` words of it changed."""

    start: int
    end: int
    edits: int


def allowed(words: int) -> int:
    """How many changed words a copy of so many may have: one in twelve, so three of forty."""
    return (words + 5) // 12 if words >= 12 else 0


def places(runs: Iterable[int]) -> dict[int, list[int]]:
    """run -> where it stands, for `find`."""
    at: dict[int, list[int]] = {}
    for place, run in enumerate(runs):
        at.setdefault(run, []).append(place)
    return at


def samples(runs: Sequence[int]) -> list[list[int]]:
    """For each block of runs, the runs in the order in which they are to stand for it: lowest first."""
    return [sorted(runs[at : at + BLOCK]) for at in range(0, len(runs), BLOCK)]


def find(
    part: array[int], runs: Sequence[int], whole: array[int], where: dict[int, list[int]]
) -> Found | None:
    """Where `part` stands in `whole`, edited by no more than is allowed; None where it does not.

    runs: the trigrams of `part`; where: the places of those of `whole`.
    """
    votes: Counter[int] = Counter()
    first: dict[int, int] = {}
    for at, run in enumerate(runs):
        stands = where.get(run)
        if stands is not None and len(stands) <= _PLACES:
            for place in stands:
                votes[place - at] += 1
                first.setdefault(place - at, at)
    if not votes:
        return None
    shift = max(votes, key=lambda each: (votes[each], -each))
    return _from_anchor(part, whole, first[shift], first[shift] + shift)


def _from_anchor(part: array[int], whole: array[int], at: int, place: int) -> Found | None:
    limit = allowed(len(part))
    room = limit + 2  # words that edits may add, and the two that a step looks ahead
    right = _walk(part[at:], whole[place : place + len(part) - at + room], limit)
    if right is None:
        return None
    left = _walk(part[:at][::-1], whole[max(0, place - at - room) : place][::-1], limit - right[1])
    if left is None:
        return None
    return Found(place - left[0], place + right[0], left[1] + right[1])


def _walk(part: array[int], whole: array[int], limit: int) -> tuple[int, int] | None:
    """Go along both from their beginnings to the end of `part`.

    Out: how many words of `whole` that took and how many words were changed on the way; None when
    more than `limit`, or a held word, would have to be.
    """
    if part == whole[: len(part)]:
        return len(part), 0
    at = place = edits = 0
    while at < len(part):
        if place < len(whole) and part[at] == whole[place]:
            at, place = at + 1, place + 1
            continue
        down, across = _step(part, at, whole, place)
        here, there = part[at : at + down], whole[place : place + across]
        if _held(here) != _held(there):
            return None
        edits += _changed(here, there)
        if edits > limit:
            return None
        at, place = at + down, place + across
    return place, edits


def _step(part: array[int], at: int, whole: array[int], place: int) -> tuple[int, int]:
    """The smallest step over words that differ; where none leads on, what is left of `part` is a change."""
    for down, across in _STEPS:
        ahead = part[at + down : at + down + 2]
        if ahead and ahead == whole[place + across : place + across + len(ahead)]:
            return down, across
    rest = len(part) - at
    return rest, min(rest, len(whole) - place)


def _held(marks: Iterable[int]) -> list[int]:
    return [mark for mark in marks if mark & 1]


def _changed(here: array[int], there: array[int]) -> int:
    if len(here) == len(there):
        return sum(one != other for one, other in zip(here, there, strict=True))
    return max(len(here), len(there))


def relation(found: Found, part: array[int], whole: array[int], *, new_is_whole: bool) -> Relation | None:
    """What the new paragraph is of the earlier one, one of them standing in the other at `found`.

    A new paragraph inside an earlier one says nothing new. One around an earlier one is a copy
    only if what is around it is glue in front, or no more than an edit.
    """
    head, tail = found.start, len(whole) - found.end
    spare = allowed(len(part)) - found.edits - tail
    if spare >= 0 and head <= max(GLUE, spare) and not _held(whole[:head]) and not _held(whole[found.end :]):
        return "near"
    return None if new_is_whole else "contained"


def covered(block: array[int], pieces: Iterable[Found], glue: Collection[tuple[int, ...]] = ()) -> bool:
    """Whether `pieces` of `block` are all of it.

    What is left between them may be one of `glue` (the headings that are known), words without
    any held one in front, or altogether no more than an edit.
    """
    spare, reached, left = allowed(len(block)), 0, []
    for piece in sorted(pieces, key=lambda each: each.start):
        left.append((reached, piece.start))
        reached = max(reached, piece.end)
    left.append((reached, len(block)))
    for start, end in left:
        gap = block[start:end]
        if not gap or tuple(gap) in glue:
            continue
        if _held(gap):
            return False
        if start > 0 or len(gap) > GLUE:
            spare -= len(gap)
    return spare >= 0
