"""Families of nouns: people at arms and kit as dispatches, communiques and tallies name them."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import counts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army said 14 hirelings gave up.", [(14, "soldier")]),
        ("Insurgents were killed and two of their leader's bodyguards detained by troops.", [(2, "bodyguard")]),
        ("The militia lost four auxiliaries in the army's raid.", [(4, "auxiliary")]),
        ("The assault by 28 soldiers cost the brigade eleven bikes and two buggies.", None),
        ("Troops destroyed 8 cars equipped with heavy machineguns.", [(8, "car")]),
        ("The air force wrecked two rocket launching pads.", [(2, "rocket_launcher")]),
        ("Soldiers seized forty-one Kalashnikov, a PK and 3 Hilux with DShK on the back.", None),
        ("Troops recovered 1,253 rounds of assorted ammo and seven live cells.", None),
        ("Guerrillas carried off Three .303 rifles.", [(3, "rifle")]),
        ("UNPROFOR said eighteen Canadians were let go with their rifles.", [(18, "soldier")]),
        ("Experts counted over 10,000 Burundians and one battalion of Congolese troops.", None),
        ("Up to 97 NZDF staff stay with the troops.", [(97, "staff")]),
        ("The ship was screened by four escorts of the navy.", [(4, "escort_ship")]),
        ("CENTCOM forces destroyed one uncrewed surface vessel.", [(1, "naval_drone")]),
        ("A dispatch says 109 Taliban killed, 25 wounded.", [(109, "fighter"), (25, "fighter")]),
        ("The army lost one Mi-8 and one Mi-24.", [(1, "helicopter"), (1, "helicopter")]),
        ("The rebels took hundreds of Abiy's soldiers alive.", [(None, "soldier")]),
        ("Rebels took nine prisoner in the army's camp.", [(9, "prisoner")]),
    ],
)
def test_it_is_counted(text: str, expected: list[tuple[int | None, str]] | None) -> None:
    """expected is None where it is enough that every number of the sentence is a figure."""
    found = [(high or low, item) for low, high, item in counts(text)]
    assert found == expected if expected is not None else len(found) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Two ammunition depots were wiped out by the army.",
        "The gang had 12 cars, police said after the army raid.",
        "The hospital's staff, 120 of them, fled when the rebels came.",
        "The union says 400 staff at the shipyard that builds frigates will strike.",
        "The embassy cut its staff from 60 to 12 as the rebels neared.",
        "Drones carry groceries: around 40 drones are parked at each Walmart.",
        "A poll of 1,000 Ukrainians found 62 in favour of peace with the army's present lines.",
        "Two companies, one of them Turkish, make the drones.",
        "The army emptied 12 fuel tanks.",
        "Three of the town's five schools were used by soldiers.",
    ],
)
def test_it_is_not_counted(text: str) -> None:
    assert counts(text) == []
