"""A number without a noun counts the noun it goes back to."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One soldier was killed and seven were wounded.", [(1, "soldier"), (7, "soldier")]),
        ("They fired 54 rockets, nine of which were intercepted.", [(54, "rocket"), (9, "rocket")]),
        ("Of the 11,000 soldiers sent, 4,000 have been killed.", [(11_000, "soldier"), (4000, "soldier")]),
        ("The army lost 75 in a day.", [(75, "soldier")]),
        ("Rebels attacked an army convoy, killing 12 and wounding 30.", [(12, "soldier"), (30, "soldier")]),
        ("It shot down 28 out of 31 drones.", [(28, "drone"), (31, "drone")]),
        ("Ukraine downs 60 of 93 Russian drones", [(60, "drone"), (93, "drone")]),
        ("The drones came at dawn. Gunners shot down all 27.", [(27, "drone")]),
        ("It cut its force from 15,000 troops to 2,500.", [(15_000, "soldier"), (2500, "soldier")]),
        ("The US has 2,000 troops in Syria and 2,500 in Iraq.", [(2000, "soldier"), (2500, "soldier")]),
        ("They killed 41 Cuban and 212 Angolan soldiers.", [(41, "soldier"), (212, "soldier")]),
        ("It made 70,000 shells in 2022 and will make 700,000 in 2025.", [(70_000, "shell"), (700_000, "shell")]),
        ("Jets downed 39 drones, including 19 over Rostov.", [(39, "drone"), (19, "drone")]),
        ("Six soldiers died and two others were wounded.", [(6, "soldier"), (2, "soldier")]),
        ("tanks – about 7,934 (+12) units", [(7934, "tank"), (12, "tank")]),
        ("The Salvadoran army said 12 soldiers died, 30 wounded.", [(12, "soldier"), (30, "soldier")]),
    ],
)
def test_it_counts_the_noun_before(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 in a market and wounded 30.",
        "Gunmen shot civilians, killing nine.",
        "The army spoke. Twelve were late.",
        "Five children were hurt and three were killed by soldiers.",
        "A girl of nine was killed by soldiers.",
        "No one was killed in the army camp.",
        "Doctors saw 31 wounded, most of them women.",
        "One of them spoke to soldiers.",
    ],
)
def test_civilians_in_between_end_the_search(text: str) -> None:
    assert counts(text) == []
