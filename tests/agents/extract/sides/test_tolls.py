"""Losses are those of the party that the words around the number give them to, whoever tells of them."""

from __future__ import annotations

import pytest

from tests.agents.extract.sides.test_story import sides


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("", "Eritrea said Ethiopian losses on the front had reached 57 tanks.", [("ETH", "ERI")]),
        ("", "Hezbollah said Israeli casualties at the border came to 40 soldiers.", [("ISR", "HEZBOLLAH")]),
        ("", "Thailand lists 15 troops among its dead after clashes with Cambodia.", [("THA", "KHM")]),
        ("Enemy losses: General Staff", "Tanks - 9,378 (+4), the General Staff in Kyiv posted.", [("RUS", "UKR")]),
        (
            "",
            "Fighters of JNIM said they had killed 60 Malian soldiers and carried off 39 rifles.",
            [("MLI", "JNIM"), ("MLI", "JNIM")],
        ),
        ("", "Ukraine's air force reported that 188 drones had been used overnight by Russia.", [("RUS", "UKR")]),
        ("", "Around 40 soldiers on both sides were killed, Peru and Ecuador said.", [(None, None)]),
        ("", "Two soldiers and five members of the Maute group died in Lanao.", [("PHL", "MAUTE"), ("MAUTE", "PHL")]),
        ("", "Russia and Ukraine exchanged 175 prisoners of war each on Friday.", [("RUS", None)]),
        (
            "",
            "Ethiopia lost 20 men; intercepts pointed to 43 casualties on the Eritrean side.",
            [("ETH", "ERI"), ("ERI", "ETH")],
        ),
        ("", "After firing 350 missiles in four days at Israel, Iran managed 30 rockets.", [("IRN", "ISR")]),
    ],
)
def test_losses_have_the_side_that_bore_them(
    title: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert list(dict.fromkeys(sides(title, text))) == list(dict.fromkeys(expected))
