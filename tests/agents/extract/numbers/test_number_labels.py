"""Numbers behind their labels: tables, tallies and lists of countries."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Enemy losses: personnel ‒ about 954 720 (+1 340) persons, tanks ‒ 10 745 (+4).",
            [(954720, "soldier"), (1340, "soldier"), (10745, "tank"), (4, "tank")],
        ),
        (
            "personnel: ~88 950 (+510 per day) | UAV op-tactical level: 1 560 (+3).",
            [(88950, "soldier"), (510, "soldier"), (1560, "drone"), (3, "drone")],
        ),
        (
            "Tanks (38, of which destroyed: 21, damaged: 3, captured: 14).",
            [(38, "tank"), (21, "tank"), (3, "tank"), (14, "tank")],
        ),
        (
            "Losses of the invaders, staff data: personnel about 1 008 250 (+1 130), tanks 10 954 (+6), APV 320.",
            [
                (1008250, "soldier"),
                (1130, "soldier"),
                (10954, "tank"),
                (6, "tank"),
                (320, "armored_personnel_carrier"),
            ],
        ),
        (
            "Visually confirmed: T-80BVM: 6, of which 4 destroyed, 1 damaged, 1 captured.",
            [(6, "tank"), (4, "tank"), (1, "tank"), (1, "tank")],
        ),
        ("T-55A: (1, destroyed) (2, captured).", [(1, "tank"), (2, "tank")]),
        ("Captured arms: T-72 (4), BMP-2 (7).", [(4, "tank"), (7, "infantry_fighting_vehicle")]),
        (
            "STRENGTH: Active 62,400 of which Army 50,100, Navy 2,900, Air 9,400.",
            [(62400, "soldier"), (50100, "soldier"), (2900, "soldier"), (9400, "soldier")],
        ),
        (
            "Army – 120,000. Air Force – 35,000. Navy – 20,000.",
            [(120000, "soldier"), (35000, "soldier"), (20000, "soldier")],
        ),
        (
            "Armed forces: 60,000 (army 45,000, navy 5,000, air force 10,000)",
            [(60000, "soldier"), (45000, "soldier"), (5000, "soldier"), (10000, "soldier")],
        ),
        ("Border guard and interior troops 14,000.", [(14000, "soldier")]),
        ("Egypt parked its contingent (1,072) in August.", [(1072, "soldier")]),
        (
            "* ITALY: 3,160, the bulk in Herat. * TURKEY: 1,755, no combat troops.",
            [(3160, "soldier"), (1755, "soldier")],
        ),
        (
            "French troops (3,000), Chadians (1,200) and Malians (600) took part.",
            [(3000, "soldier"), (1200, "soldier"), (600, "soldier")],
        ),
        ("In the past day the brigade had KIA 9, WIA 31.", [(9, "soldier"), (31, "soldier")]),
        ("Russian troops “now 640,000”, says Kyiv.", [(640000, "soldier")]),
        ("The list: 3x HIMARS and 1.140 cartridges.", [(3, "himars"), (1140, "cartridge")]),
    ],
)
def test_a_label_says_what_its_number_counts(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Britain sent Challengers. Topics: Tanks (312) Ukraine (8,940) Army (1,207)",
        "Hits on the army: 12; strikes: 40.",
        "The army's budget: 900 million. Population: 44 million.",
        "Soldiers stood by. Fatalities since 1978: 341.",
        "Next slide on the army's bomber, the ageless B-52 ▶ 5 of 10",
        "The army took the town in July.[77]",
        "The general staff's communique number 31 was read out to soldiers.",
    ],
)
def test_a_label_of_something_else_counts_nothing(text: str) -> None:
    assert counts(text) == []
