"""Sizes without a noun of their own, and nationals who fight: each sentence with the counts it states."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts

COUNTED = [
    ("The island kept a standing army of 12,000.", [(12000, 12000, "soldier")]),
    ("Production of shells has climbed to 90,000 a month.", [(90000, 90000, "shell")]),
    ("Output of missiles rose to 700 a year.", [(700, 700, "missile")]),
    ("The army's strength shrank from 99,000 in 2011 to 71,000.",
     [(99000, 99000, "soldier"), (71000, 71000, "soldier")]),
    ("Some 14,000 Cubans are fighting for Russia.", [(14000, 14000, "soldier")]),
    ("Tens of thousands of Eritreans fought in Tigray.", [(None, None, "soldier")]),
    ("About 300 Serbs who were fighting for the governor were bused home after surrendering.", [(300, 300, "soldier")]),
    ("Eleven Serbs surrendered near the bridge.", [(11, 11, "soldier")]),
    ("He led 30,000 soldiers over the river; barely 4,000 came back.",
     [(30000, 30000, "soldier"), (4000, 4000, "soldier")]),
    ("The regiment went to war with 900 men and came home with 210.", [(900, 900, "man"), (210, 210, "man")]),
    ("Fighters, perhaps 8,000 in number, entered the city.", [(8000, 8000, "fighter")]),
    ("Its gunners fire 3,000 shells a day, their enemies 9,000.", [(3000, 3000, "shell"), (9000, 9000, "shell")]),
    ("The army fired 40 Saggers at the tanks.", [(40, 40, "anti_tank_missile")]),
]  # fmt: skip

NOT_COUNTED = [
    "More than 300 Canadians are fighting cancer with a new drug.",
    "Dozens of Italians are fighting forest fires.",
    "Production of cars has risen to 100,000 a month.",
    "The firm's strength fell from 900 in 2010 to 700.",
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_a_size_goes_back_to_what_it_counts(text: str, expected: list[tuple[int | None, int | None, str]]) -> None:
    assert counts(text) == expected


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_what_is_no_war_is_not_counted(text: str) -> None:
    assert counts(text) == []
