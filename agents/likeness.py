"""Likeness: whether one wording repeats another, and what a block is made of.

In: the wordings of two paragraphs. Out: "near", "contained", or where the one stands inside the
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
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from agents.wording import Wording

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


@dataclass(frozen=True, slots=True)
class Found:
    """The shorter stands in the longer at words [start, end), `edits` words of it changed."""

    start: int
    end: int
    edits: int


def allowed(words: int) -> int:
    """How many changed words a copy of so many may have: one in twelve, so three of forty."""
    return (words + 5) // 12 if words >= 12 else 0


def needed(runs: int, words: int) -> int:
    """How many of its runs a paragraph of so many words shares at least with what it repeats: an edit touches three."""
    return max(1, runs - 3 * allowed(words))


def find(part: Wording, whole: Wording) -> Found | None:
    """Where `part` stands in `whole`, edited by no more than is allowed; None where it does not."""
    limit = allowed(len(part.plain))
    strange = len(part.plain) - sum(map(whole.vocabulary.__contains__, part.plain))
    if strange > limit:
        return None
    where, votes = whole.places, Counter[int]()
    first: dict[int, int] = {}
    for at, run in enumerate(part.runs):
        stands = where.get(run)
        if stands is not None and len(stands) <= _PLACES:
            for place in stands:
                votes[place - at] += 1
                first.setdefault(place - at, at)
    if not votes:
        return None
    shift = max(votes, key=lambda each: (votes[each], -each))
    return _from_anchor(part, whole, first[shift], first[shift] + shift, limit)


def _from_anchor(part: Wording, whole: Wording, at: int, place: int, limit: int) -> Found | None:
    room = limit + 2  # words that edits may add, and the two that a step looks ahead
    right = _walk(
        _Strip(part.plain[at:], part.marks[at:]),
        _Strip.cut(whole, place, place + len(part.plain) - at + room),
        limit,
    )
    if right is None:
        return None
    left = _walk(
        _Strip(part.plain[:at][::-1], part.marks[:at][::-1]),
        _Strip.cut(whole, max(0, place - at - room), place).back(),
        limit - right[1],
    )
    if left is None:
        return None
    return Found(place - left[0], place + right[0], left[1] + right[1])


class _Strip(NamedTuple):
    """A stretch of a wording, as compared and as held."""

    plain: array[int]
    marks: array[int]

    @classmethod
    def cut(cls, wording: Wording, start: int, end: int) -> _Strip:
        return cls(wording.plain[start:end], wording.marks[start:end])

    def back(self) -> _Strip:
        return _Strip(self.plain[::-1], self.marks[::-1])


def _walk(part: _Strip, whole: _Strip, limit: int) -> tuple[int, int] | None:
    """Go along both from their beginnings to the end of `part`.

    Out: how many words of `whole` that took and how many words were changed on the way; None when
    more than `limit`, or a held word, would have to be.
    """
    words, others = part.plain, whole.plain
    if words == others[: len(words)]:
        return len(words), 0
    at = place = edits = 0
    while at < len(words):
        if place < len(others) and words[at] == others[place]:
            at, place = at + 1, place + 1
            continue
        down, across = _step(words, at, others, place)
        if down > GAP or _held(part.marks[at : at + down]) != _held(whole.marks[place : place + across]):
            return None
        edits += _changed(words[at : at + down], others[place : place + across])
        if edits > limit:
            return None
        at, place = at + down, place + across
    return place, edits


def _step(words: array[int], at: int, others: array[int], place: int) -> tuple[int, int]:
    """The smallest step over words that differ; where none leads on, all that is left is a change."""
    for down, across in _STEPS:
        ahead = words[at + down : at + down + 2]
        if ahead and ahead == others[place + across : place + across + len(ahead)]:
            return down, across
    rest = len(words) - at
    return rest, min(rest, len(others) - place)


def _held(marks: Iterable[int]) -> list[int]:
    return [mark for mark in marks if mark & 1]


def _changed(here: array[int], there: array[int]) -> int:
    """Levenshtein's distance in words; `here` and `there` are a gap's, or one is a short remainder."""
    if not here or not there:
        return max(len(here), len(there))
    row = list(range(len(there) + 1))
    for down, mark in enumerate(here, start=1):
        diagonal, row[0] = row[0], down
        for across, other in enumerate(there, start=1):
            diagonal, row[across] = row[across], min(
                diagonal + (mark != other), row[across] + 1, row[across - 1] + 1
            )
    return row[-1]


def relation(found: Found, part: Wording, whole: Wording, *, new_is_whole: bool) -> Relation | None:
    """What the new paragraph is of the earlier one, one of them standing in the other at `found`.

    A new paragraph inside an earlier one says nothing new. One around an earlier one is a copy
    only if what is around it is glue in front, or no more than an edit.
    """
    head, tail = found.start, len(whole.marks) - found.end
    spare = allowed(len(part.marks)) - found.edits - tail
    if spare >= 0 and head <= max(GLUE, spare):
        around = whole.marks[:head] + whole.marks[found.end :]
        if not _held(around):
            return "near"
    return None if new_is_whole else "contained"


def covered(
    block: Wording, pieces: Iterable[Found], glue: Collection[tuple[int, ...]] = (), front: int = 0
) -> bool:
    """Whether `pieces` of `block` are all of it.

    What is left between them may be one of `glue` (the headings that are known), up to `front`
    words in front with no held one among them, or altogether no more than an edit.
    """
    spare, reached = allowed(len(block.marks)), 0
    left: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda each: each.start):
        left.append((reached, piece.start))
        reached = max(reached, piece.end)
    left.append((reached, len(block.marks)))
    for start, end in left:
        gap = block.marks[start:end]
        if not gap or tuple(block.plain[start:end]) in glue:
            continue
        if _held(gap):
            return False
        if start > 0 or len(gap) > front:
            spare -= len(gap)
    return spare >= 0
