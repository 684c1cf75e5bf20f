"""Any text whatsoever is read without an error, quoted to the letter, and in time that grows with its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.extract.explain import explain
from agents.extract.figures import read_figures
from tests.agents.extract.readings import PUBLISHED, paragraph

SIZE = 100_000
LIMIT_S = 1.0
"""Of processor time, the better of two readings: other programs' load slows a shared machine's clock too."""

WORDS = tuple(
    word
    for line in (
        "12 3,000 a dozen two hundred thousands of soldiers tanks drones killed wounded were sent to Russia by Ukraine",
        "the army its forces , ; . ( ) - “ ” 's of which and or at least up to more T-72 155mm HIMARS nine",
        "said none he it launched at $ % May 2023",
    )
    for word in line.split()
)


def check(text: str, start: int = 0) -> None:
    for reading in read_figures([paragraph(text, start)], PUBLISHED):
        figure = reading.figure
        assert text[figure.start - start : figure.end - start] == figure.quote != ""
        assert figure.low is None or figure.high is None or figure.low <= figure.high


def spent_on(text: str) -> float:
    began = time.process_time()
    check(text)
    return time.process_time() - began


@given(st.text(max_size=400), st.integers(0, 1000))
def test_random_text_is_quoted_to_the_letter(text: str, start: int) -> None:
    check(text, start)


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join))
def test_random_words_of_war_are_quoted_to_the_letter(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_any_text_can_be_explained(text: str) -> None:
    assert explain([paragraph(text)], None).startswith("paragraph 0")


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "1 ",
        "1,",
        "(",
        "()[]",
        "tank ",
        "soldiers",
        "12 soldiers ",
        "killed 12 ",
        "12 tanks, ",
        "12 tanks; ",
        "12-",
        "a-",
        "hundred ",
        "said ",
        "A.",
        "“",
        "X said, 12 soldiers ",
        "\U0001f4a3",
        "12 \u0130 tanks ",
    ],
)
def test_a_hundred_kilobytes_of_one_thing_take_linear_time(unit: str) -> None:
    check("12 soldiers died. ")  # the word lists are loaded
    text = (unit * (SIZE // len(unit) + 1))[:SIZE]
    assert min(spent_on(text), spent_on(text)) < LIMIT_S


@pytest.mark.parametrize(
    "unit",
    [
        "{} tanks, ",
        "Russia sent {} tanks to it; ",
        "The army lost {} men. ",
        "RSF: {} tanks lost | ",
        "{} Canadians were killed by army. ",
        "- {} Russian tanks\n",
    ],
)
def test_a_hundred_kilobytes_of_figures_that_all_differ_take_linear_time(unit: str) -> None:
    check("12 soldiers died. ")
    text = "".join(unit.format(number) for number in range(2, SIZE // len(unit)))[:SIZE]
    assert min(spent_on(text), spent_on(text)) < LIMIT_S
