"""Numbers are read as they are written, and what counts nothing is left alone."""

from __future__ import annotations

import pytest

from agents.extract.numbers.numbers import find_numbers
from agents.extract.words.tokens import tokenise


def read(text: str) -> list[tuple[int | None, int | None, str | None]]:
    return [(number.low, number.high, number.vague) for number in find_numbers(tokenise(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12 tanks", 12),
        ("1,250 men", 1250),
        ("1000 systems", 1000),
        ("2.2 million drones", 2_200_000),
        ("6m shells", 6_000_000),
        ("4.5m drones", 4_500_000),
        ("25k troops", 25_000),
        ("3 dozen guns", 36),
        ("seven boats", 7),
        ("twenty-five jets", 25),
        ("one hundred and sixty soldiers", 160),
        ("two hundred and fifty thousand men", 250_000),
        ("a dozen tanks", 12),
        ("half a dozen tanks", 6),
        ("half-dozen tanks", 6),
        ("two dozen tanks", 24),
        ("five dozen tanks", 60),
        ("a hundred men", 100),
        ("a thousand men", 1000),
        ("half a million men", 500_000),
        ("two and a half thousand men", 2500),
        ("four and a half thousand men", 4500),
        ("a couple of tanks", 2),
        ("a pair of jets", 2),
        ("three thousand rockets", 3000),
        ("THIRTY GUERRILLAS", 30),
        ("11 million rounds", 11_000_000),
        ("fifteen hundred men", 1500),
    ],
)
def test_a_number_has_its_value(text: str, value: int) -> None:
    assert read(text) == [(value, value, None)]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("8,000-9,000 men", 8000, 9000),
        ("8,000–9,000 men", 8000, 9000),
        ("8,000 to 9,000 men", 8000, 9000),
        ("between 20 and 25 tanks", 20, 25),
        ("2- to 3,000 men", 2000, 3000),
        ("30-40,000 men", 30_000, 40_000),
        ("10 to 12 thousand men", 10_000, 12_000),
        ("one or two planes", 1, 2),
        ("seven or eight tanks", 7, 8),
        ("ranging from 12 to 19 tanks", 12, 19),
        ("two to three million shells", 2_000_000, 3_000_000),
    ],
)
def test_a_range_has_both_its_ends(text: str, low: int, high: int) -> None:
    assert read(text) == [(low, high, None)]


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("dozens of tanks", "dozens"),
        ("scores of men", "scores"),
        ("hundreds of men", "hundreds"),
        ("thousands of men", "thousands"),
        ("tens of thousands of men", "tens_of_thousands"),
        ("hundreds of thousands of men", "hundreds_of_thousands"),
        ("millions of shells", "millions"),
        ("several hundred men", "hundreds"),
        ("a few thousand men", "thousands"),
        ("several dozen men", "dozens"),
        ("tens of vehicles", "dozens"),
        ("a couple of hundred men", "hundreds"),
        ("hundreds and hundreds of men", "hundreds"),
    ],
)
def test_a_vague_size_keeps_its_class(text: str, vague: str) -> None:
    assert read(text) == [(None, None, vague)]


def test_a_change_is_two_numbers() -> None:
    assert read("rose from 12 to 19 tanks") == [(12, 12, None), (19, 19, None)]


@pytest.mark.parametrize(
    "text",
    [
        "45 percent of the army",
        "45% of them",
        "$50 billion in arms",
        "€9m a month",
        "2,000-pound bombs",
        "155-mm guns",
        "155 mm guns",
        "81-millimeter mortars",
        "18-year-old soldiers",
        "in 2023 soldiers",
        "28 March",
        "March 28",
        "23 SEP 89",
        "Hill 205",
        "Unit 731 soldiers",
        "No. 17 Squadron",
        "Article 5 troops",
        "Shahed-136/131 drones",
        "Challenger 2 tanks",
        "12-3",
        "1.5 soldiers",
        "at 10:30",
        "200 km",
        "30 years",
        "a .22 caliber gun",
        "9 hours",
        "3 tonnes of shells",
        "11111111111111111111 tanks",
    ],
)
def test_a_measure_a_date_a_price_or_a_name_is_no_count(text: str) -> None:
    assert read(text) == []
