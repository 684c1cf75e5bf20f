"""When two stated numbers are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.alert.numbers import held_by, same_number
from schemas.figure import Figure
from tests.agents.alert.statements import figure


def about(number: int) -> Figure:
    return figure(number, qualifier="about")


def up_to(number: int) -> Figure:
    return figure(None, high=number, qualifier="up_to")


def at_least(number: int) -> Figure:
    return figure(number, high=None, qualifier="at_least")


def between(low: int, high: int) -> Figure:
    return figure(low, high=high, qualifier="range")


def vague(word: str) -> Figure:
    return figure(None, qualifier="vague", vague=word)


@pytest.mark.parametrize(("one", "other"), [
    (about(11_000), figure(11_000)),
    (about(11_000), about(11_200)),
    (figure(11_000), about(11_200)),
    (at_least(3_000), figure(3_000)),
    (up_to(12_000), figure(12_000)),
    (between(8_000, 9_000), between(8_000, 9_000)),
    (vague("dozens"), vague("dozens")),
])
def test_one_number_said_two_ways_is_one(one: Figure, other: Figure) -> None:
    assert same_number(one, other)
    assert same_number(other, one)


@pytest.mark.parametrize(("one", "other"), [
    (up_to(12_000), about(11_000)),
    (figure(1_012), figure(1_047)),
    (figure(28), figure(31)),
    (figure(9), about(10)),
    (between(8_000, 9_000), figure(8_000)),
    (vague("dozens"), vague("hundreds")),
    (vague("dozens"), figure(54)),
])
def test_different_numbers_are_two(one: Figure, other: Figure) -> None:
    assert not same_number(one, other)
    assert not same_number(other, one)


def test_a_vague_size_tells_nothing_beyond_a_number_it_fits() -> None:
    assert held_by(vague("dozens"), figure(54))
    assert not held_by(vague("hundreds"), figure(54))
    assert not held_by(figure(54), vague("dozens"))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_sameness_does_not_depend_on_who_is_asked(one: int, other: int) -> None:
    for left, right in ((figure(one), figure(other)), (about(one), figure(other))):
        assert same_number(left, right) == same_number(right, left)


@given(st.integers(0, 10**9))
def test_a_number_is_itself(number: int) -> None:
    assert same_number(about(number), figure(number))
