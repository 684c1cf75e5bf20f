"""When two stated numbers are one number.

In: two figures of one claim. Out: whether a desk would call them the same. The numbers said are
compared, whatever bound they are: "up to 12,000" says 12,000, "at least 3,000" says 3,000.
"""

from __future__ import annotations

from schemas.figure import Figure, Vague

SIGNIFICANT_DIGITS = 2
"""Of a number said in round figures, this much is meant: 11,200 soldiers are "11,000" in the next story."""

_VAGUE_BOUNDS: dict[Vague, tuple[int, int]] = {
    "dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2_000, 9_999),
    "tens_of_thousands": (20_000, 99_999), "hundreds_of_thousands": (200_000, 999_999),
    "millions": (2_000_000, 999_999_999),
}
"""What a vague size can mean: from two of its unit (one dozen is said "a dozen") to the next word up."""


def held_by(stated: Figure, held: Figure) -> bool:
    """Whether what is stated tells nothing beyond what is held: the same number, or a vaguer one."""
    if stated.vague is not None and held.vague is None:
        low, high = _VAGUE_BOUNDS[stated.vague]
        return any(low <= number <= high for number in _said(held))
    return same_number(stated, held)


def same_number(one: Figure, other: Figure) -> bool:
    """Whether two figures state one number, after rounding where either was said in round figures.

    Two precise counts (1,012 and 1,047) are compared to the last digit; "about 11,000", "11,000"
    and "some 11,200" are one. Ranges are one when both ends are.
    """
    if one.vague is not None or other.vague is not None:
        return one.vague == other.vague
    mine, theirs = _said(one), _said(other)
    if mine == theirs:
        return True
    if len(mine) != len(theirs) or (_precise(one) and _precise(other)):
        return False
    return all(_rounded(a) == _rounded(b) for a, b in zip(mine, theirs, strict=True))


def _said(figure: Figure) -> tuple[int, ...]:
    ends = [end for end in (figure.low, figure.high) if end is not None]
    return tuple(sorted(set(ends)))


def _precise(figure: Figure) -> bool:
    return figure.qualifier == "exact" and all(_rounded(number) != number for number in _said(figure))


def _rounded(number: int) -> int:
    digits = len(str(number)) - SIGNIFICANT_DIGITS
    if digits <= 0:
        return number
    unit: int = 10**digits
    return (number + unit // 2) // unit * unit
