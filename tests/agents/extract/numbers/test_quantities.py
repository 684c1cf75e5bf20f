"""The words around a number bound it."""

from __future__ import annotations

import pytest

from agents.extract.numbers.numbers import find_numbers
from agents.extract.numbers.quantities import Quantity, find_quantities
from agents.extract.words.tokens import tokenise


def read(text: str) -> Quantity:
    tokens = tokenise(text)
    return find_quantities(tokens, find_numbers(tokens))[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("20 tanks", 20, 20, "exact"),
        ("at least 20 tanks", 20, None, "at_least"),
        ("no fewer than 20 tanks", 20, None, "at_least"),
        ("20 or more tanks", 20, None, "at_least"),
        ("20 tanks or more", 20, None, "at_least"),
        ("20 armoured vehicles or so", 20, 20, "about"),
        (">20 tanks", 20, None, "more_than"),
        ("<20 tanks", None, 20, "fewer_than"),
        ("≥20 tanks", 20, None, "at_least"),
        ("upwards of 20 tanks", 20, None, "at_least"),
        ("a minimum of 20 tanks", 20, None, "at_least"),
        ("more than 20 tanks", 20, None, "more_than"),
        ("over 20 tanks", 20, None, "more_than"),
        ("well over 20 tanks", 20, None, "more_than"),
        ("in excess of 20 tanks", 20, None, "more_than"),
        ("up to 20 tanks", None, 20, "up_to"),
        ("as many as 20 tanks", None, 20, "up_to"),
        ("no more than 20 tanks", None, 20, "up_to"),
        ("a maximum of 20 tanks", None, 20, "up_to"),
        ("fewer than 20 tanks", None, 20, "fewer_than"),
        ("less than 20 tanks", None, 20, "fewer_than"),
        ("under 20 tanks", None, 20, "fewer_than"),
        ("about 20 tanks", 20, 20, "about"),
        ("some 20 tanks", 20, 20, "about"),
        ("nearly 20 tanks", 20, 20, "about"),
        ("20 or so tanks", 20, 20, "about"),
        ("an estimated 20 tanks", 20, 20, "about"),
        ("roughly 20 tanks", 20, 20, "about"),
        ("a total of 20 tanks", 20, 20, "exact"),
        ("all 20 tanks", 20, 20, "exact"),
        ("between 20 and 25 tanks", 20, 25, "range"),
        ("dozens of tanks", None, None, "vague"),
        ("at least a dozen tanks", 12, None, "at_least"),
        ("up to some 300 men", None, 300, "up_to"),
        ("handed over 22 soldiers", 22, 22, "exact"),
        ("something over 20 tanks", 20, None, "more_than"),
        ("something closer to 20 tanks", 20, 20, "about"),
        ("the pieces add up to two battalions", 2, 2, "exact"),
        ("the haul passes 5,000 rifles", 5000, None, "more_than"),
        ("never more than 20 tanks", None, 20, "up_to"),
        ("estimates run from 8,000 to 23,000 casualties", 8000, 23000, "range"),
        ("OVER 600 MILITANTS", 600, None, "more_than"),
    ],
)
def test_bounds_are_those_the_words_state(text: str, low: int | None, high: int | None, qualifier: str) -> None:
    found = read(text)
    assert (found.low, found.high, found.qualifier) == (low, high, qualifier)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("another 12 tanks", True),
        ("12 more tanks", True),
        ("the list grew by 31 soldiers", True),
        ("the garrison was reinforced by 300 soldiers", True),
        ("killed by 12 soldiers", False),
        ("it must expand by five brigades", True),
        ("a second batch of 12 tanks", True),
        ("a batch of 12 tanks", False),
        ("an additional 12 tanks", True),
        ("12 additional tanks", True),
        ("at least another 12 tanks", True),
        ("a further 12 tanks", True),
        ("12 extra tanks", True),
        ("12 tanks", False),
        ("12 other tanks", False),
        ("more than 12 tanks", False),
        ("12 more than before", False),
    ],
)
def test_a_number_on_top_of_another_is_an_increment(text: str, more: bool) -> None:
    assert read(text).increment is more


def test_a_number_may_say_how_strong_something_is() -> None:
    assert read("a 600-strong contingent").filled
    assert not read("600 strong-willed men").filled


@pytest.mark.parametrize(
    ("text", "on_top"),
    [
        ("is adding 16 F-35s to its order", True),
        ("wants 450,000 troops on top of those already serving", True),
        ("added 12 guns, sent to the front", False),
        ("adds 40 marines to the picture", False),
        ("12 men on the top of a hill", False),
        ("16 jets to its order", False),
    ],
)
def test_what_comes_on_top_is_said_behind_too(text: str, on_top: bool) -> None:
    assert read(text).increment is on_top
