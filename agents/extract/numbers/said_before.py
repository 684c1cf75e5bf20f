"""Said before: a figure as it was read flows in, whether its paragraph gave it already flows out.

The same number of the same thing is one figure however often it is said. Twelve killed and 12 wounded in one
sentence are two, and so are nine missiles launched and nine shot down.
"""

from __future__ import annotations

from agents.extract.numbers.quantities import Quantity
from schemas.figure import FigureStatus

_FATES: frozenset[FigureStatus] = frozenset(("killed", "wounded", "missing", "captured", "destroyed", "intercepted"))


class SaidBefore:
    """Of one paragraph."""

    def __init__(self) -> None:
        self._said: dict[tuple[object, ...], list[tuple[FigureStatus, int]]] = {}

    def add(self, category: str, called: str, quantity: Quantity, status: FigureStatus, sentence: int) -> bool:
        """Whether it is new; remembered in either case. sentence: where the figure's sentence starts."""
        key = (category, quantity.low, quantity.high, quantity.vague, called)
        on_top = (*key, quantity.increment)
        before = self._said.get(key, [])
        again = bool(before) and (not quantity.increment or on_top in self._said)
        again = again and not any(_another_fate(one, status, sentence) for one in before[-1:])
        self._said.setdefault(key, []).append((status, sentence))
        self._said.setdefault(on_top, [])
        return not again


def _another_fate(before: tuple[FigureStatus, int], status: FigureStatus, sentence: int) -> bool:
    earlier, where = before
    if earlier == status:
        return False
    if (earlier, status) == ("launched", "intercepted"):
        return True  # "seven cruise missiles were fired. All seven were shot down"
    return where == sentence and {earlier, status} <= _FATES
