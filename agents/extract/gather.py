"""Gathering: the parts of an article come together again, and articles come back into their order.

In: batches as they arrive, an article's own spread over partitions and articles overtaking each
other. Out: whole articles, in the order of the articles topic. Why: figures are read with the
whole article in view, and what is news must not depend on how many partitions lay between.

State: `turn`, which says the first offset of the articles topic not yet read, which articles wait, and
which came again in part; and a row for each of those. What must stay true together stands in one row: a
crash can leave some rows of a record written and others not. `turn` may name an article whose row was not
written; its batches come again then.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from dataclasses import replace
from typing import Any

import msgspec

from schemas.paragraph import Paragraph, ParagraphBatch, merge_parts

TURN = "turn"

MOST_WAITING = 10_000
"""Articles held back for a missing one. Only if the log of paragraphs was cut off or deleted does
one stay missing; then the order is given up rather than the alerts."""

MOST_AGAIN = 1_000
"""Articles of which a part came once more and the rest did not: after a crash it never may. The oldest are let go."""

Part = ParagraphBatch | dict[str, Any]
"""As it came, or as it is kept."""

_PARAGRAPHS = tuple[Paragraph, ...]

Whole = tuple[ParagraphBatch, tuple[Paragraph, ...]]
"""A batch of the article (for its head and sequence), and all the article's paragraphs in order."""


def gather(batch: ParagraphBatch, state: MutableMapping[str, Any]) -> Iterator[Whole]:
    """Take a batch in; give out each article that is complete and whose turn has come.

    An article from before `next` was given out before: it is delivered again, or the log has
    begun anew. It is given out again once complete, out of turn: what follows recognises repeats.
    """
    turn, waiting, again = _turn(state)
    if len(batch.parts) == 1 and batch.after <= turn and not waiting:
        _set_turn(state, max(turn, batch.sequence + 1), waiting, again)
        yield batch, batch.paragraphs
        return
    row = _row(batch.sequence)
    parts: list[Part] = [part for part in state.get(row, ()) if part["part"] != batch.part]
    parts.append(batch)
    if batch.sequence < turn:
        again = [sequence for sequence in again if sequence != batch.sequence]
        if len(parts) == len(batch.parts):
            yield _taken(batch.sequence, parts, state)
        else:
            _keep(batch.sequence, parts, state)
            again.append(batch.sequence)
        for sequence in again[:-MOST_AGAIN]:
            state.pop(_row(sequence), None)
        _set_turn(state, turn, waiting, again[-MOST_AGAIN:])
        return
    if batch.sequence not in waiting:
        waiting = sorted((*waiting, batch.sequence))
    while waiting:
        first = waiting[0]
        held = parts if first == batch.sequence else list(state.get(_row(first), ()))
        if not _in_turn(held, turn) and len(waiting) <= MOST_WAITING:
            break
        turn = waiting.pop(0) + 1
        if held:
            yield _taken(first, held, state)
    if batch.sequence in waiting:
        _keep(batch.sequence, parts, state)
    _set_turn(state, turn, waiting, again)


def _turn(state: MutableMapping[str, Any]) -> tuple[int, list[int], list[int]]:
    if TURN not in state:
        return 0, [], []
    held = state[TURN]
    return held["next"], list(held["waiting"]), list(held["again"])


def _set_turn(state: MutableMapping[str, Any], turn: int, waiting: list[int], again: list[int]) -> None:
    state[TURN] = {"next": turn, "waiting": waiting, "again": again}


def _in_turn(held: list[Part], turn: int) -> bool:
    """Whether all parts of an article are there and all articles before it were given out."""
    if not held:
        return False
    one = held[-1]
    after, parts = (one.after, one.parts) if isinstance(one, ParagraphBatch) else (one["after"], one["parts"])
    return after <= turn and len(held) == len(parts)


def _keep(sequence: int, parts: list[Part], state: MutableMapping[str, Any]) -> None:
    state[_row(sequence)] = [
        msgspec.to_builtins(part) if isinstance(part, ParagraphBatch) else part for part in parts
    ]


def _taken(sequence: int, parts: list[Part], state: MutableMapping[str, Any]) -> Whole:
    """The whole article; its row goes. What came last was never written: most articles come in parts, one right
    after the other, and to write down each time all that came before would cost more than to read the article."""
    state.pop(_row(sequence), None)
    last = parts[-1] if isinstance(parts[-1], ParagraphBatch) else msgspec.convert(parts[-1], ParagraphBatch)
    before = (replace(last, paragraphs=_paragraphs(part)) for part in parts[:-1])
    return last, merge_parts((*before, last))


def _paragraphs(part: Part) -> tuple[Paragraph, ...]:
    """Only these: the head is the same in all parts."""
    return part.paragraphs if isinstance(part, ParagraphBatch) else msgspec.convert(part["paragraphs"], _PARAGRAPHS)


def _row(sequence: int) -> str:
    return f"parts/{sequence}"
