"""What reading a sentence yields: the figures found, and the quantities passed over with the reason."""

from __future__ import annotations

from typing import NamedTuple

from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.whose import Sides
from schemas.figure import Category, FigureStatus, Stance


class Found(NamedTuple):
    """One figure of a sentence; text[start:end] is its quote. verb: the word that gave its status."""

    quantity: Quantity
    category: Category
    item: str
    item_text: str
    status: FigureStatus
    sides: Sides
    claimant: str | None
    stance: Stance
    start: int
    end: int
    verb: str


class Passed(NamedTuple):
    """A quantity that is no figure, and why: what `extract --explain` shows."""

    quantity: Quantity
    why: str
