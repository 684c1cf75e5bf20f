"""Fates: a figure and what the paragraph counted before it flow in, the figure's status flows out.

A number without a noun of its own shares the last one's status unless a verb of its own says
otherwise; under the heading of losses it is a loss.
"""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.frames import Frame, adjective_after, goes_on
from agents.extract.hints import past_of
from agents.extract.items import Item
from agents.extract.statuses import status_of
from agents.extract.vocabulary import word_class
from schemas.figure import Category, FigureStatus


def fate_of(
    sentence: Sentence,
    frame: Frame,
    item: Item,
    hint: str,
    last: int,
    bare: bool,
    whole: bool,
    losses: bool,
    before: tuple[Category, FigureStatus] | None,
) -> FigureStatus:
    """last: where the group ends. bare: the number has no noun of its own. whole: others were taken from it.

    losses: the paragraph has spoken of losses. before: category and status of the figure before.
    """
    decisive = adjective_after(sentence, past_of(sentence, last))
    status = status_of(sentence, frame, item, hint, decisive, last, before[1] if before is not None else None)
    if bare and losses and not (frame.verb is not None and frame.verb.passive):
        status = "killed_or_wounded" if item.category == "troops" else "destroyed"
    if whole and frame.verb is None and item.item in word_class("flying"):
        return "launched"
    if bare and not decisive and before is not None and before[0] == item.category and goes_on(frame):
        status = before[1]
    return status


def is_whole(sentence: Sentence, number: int) -> bool:
    """ "28 of the 31 drones": the second number is what the first was taken from."""
    first = sentence.quantities[number].first
    before = [sentence.low(first - 1), sentence.low(first - 2)]
    if "of" not in before or number == 0:
        return sentence.low(first - 2) == "of" and first <= 3
    return sentence.quantities[number - 1].last >= first - 4
