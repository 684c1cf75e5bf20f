"""Gathering: the parts of an article come together again, and articles come back into their order.

In: batches as they arrive, an article's own spread over partitions and articles overtaking each
other. Out: whole articles, in the order of the articles topic. Why: figures are read with the
whole article in view, and what is news must not depend on how many partitions lay between.

State: `turn`, which says the first offset of the articles topic not yet read and which articles
wait, and a row for each of those. What must stay true together stands in one row: a crash can leave
some rows of a record written and others not. `turn` may name an article whose row was not written; its
batches come again then.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

import msgspec

from schemas.paragraph import Paragraph, ParagraphBatch, merge_parts

TURN = "turn"

MOST_WAITING = 10_000
"""Articles held back for a missing one. Only if the log of paragraphs was cut off or deleted does
one stay missing; then the order is given up rather than the alerts."""

Whole = tuple[ParagraphBatch, tuple[Paragraph, ...]]
"""A batch of the article (for its head and sequence), and all the article's paragraphs in order."""


def gather(batch: ParagraphBatch, state: MutableMapping[str, Any]) -> Iterator[Whole]:
    """Take a batch in; give out each article that is complete and whose turn has come.

    An article from before `next` was given out before: it is delivered again, or the log has
    begun anew. It is given out again once complete, out of turn: what follows recognises repeats.
    """
    turn, waiting = _turn(state)
    if len(batch.parts) == 1 and batch.after <= turn and not waiting:
        _set_turn(state, max(turn, batch.sequence + 1), waiting)
        yield batch, batch.paragraphs
        return
    parts = _add(batch, state)
    if batch.sequence < turn:
        if len(parts) == len(batch.parts):
            del state[_row(batch.sequence)]
            yield _whole(parts)
        return
    if batch.sequence not in waiting:
        waiting = sorted((*waiting, batch.sequence))
    while waiting:
        parts = _parts(state, waiting[0])
        in_turn = bool(parts) and parts[0].after <= turn and len(parts) == len(parts[0].parts)
        if not in_turn and len(waiting) <= MOST_WAITING:
            break
        turn = waiting.pop(0) + 1
        if parts:
            del state[_row(turn - 1)]
            yield _whole(parts)
    _set_turn(state, turn, waiting)


def _turn(state: MutableMapping[str, Any]) -> tuple[int, list[int]]:
    if TURN not in state:
        return 0, []
    held = state[TURN]
    return held["next"], list(held["waiting"])


def _set_turn(state: MutableMapping[str, Any], turn: int, waiting: list[int]) -> None:
    state[TURN] = {"next": turn, "waiting": waiting}


def _add(batch: ParagraphBatch, state: MutableMapping[str, Any]) -> list[ParagraphBatch]:
    row = _row(batch.sequence)
    parts = [part for part in _parts(state, batch.sequence) if part.part != batch.part]
    parts.append(batch)
    state[row] = msgspec.to_builtins(parts)
    return parts


def _parts(state: MutableMapping[str, Any], sequence: int) -> list[ParagraphBatch]:
    row = _row(sequence)
    return msgspec.convert(state[row], list[ParagraphBatch]) if row in state else []


def _row(sequence: int) -> str:
    return f"parts/{sequence}"


def _whole(parts: list[ParagraphBatch]) -> Whole:
    return parts[0], merge_parts(parts)
