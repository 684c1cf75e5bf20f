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
        (
            "",
            "Peru's toll stands at 31 troops killed, and Ecuador acknowledges 26 wounded among its men.",
            [("PER", "ECU"), ("ECU", "PER")],
        ),
        ("", "Armenia reported 2,317 fatalities among its forces; Azerbaijan is silent.", [("ARM", "AZE")]),
        ("", "Hezbollah lost 40 fighters. Israel acknowledged 11 dead.", [("HEZBOLLAH", "ISR"), ("ISR", "HEZBOLLAH")]),
        ("", "Ukraine claims 200 tanks burned; Moscow has admitted to the loss of 12 soldiers.", [("RUS", "UKR")]),
        ("", "Russia admitted that Ukraine had lost 40 soldiers.", [("UKR", "RUS")]),
        ("", "Armenia counts 30 soldiers dead; Azerbaijan has announced 16 dead.", [("ARM", "AZE"), ("AZE", "ARM")]),
        ("", "Iran said Iraq had lost 40 soldiers at Faw.", [("IRQ", "IRN")]),
        ("", "UNIFIL said its gate was rammed. Fifteen peacekeepers were hurt.", [("UNIFIL", None)]),
        ("", "M23 fighters killed 12 Tanzanian peacekeepers near Goma, MONUSCO said.", [("TZA", "M23")]),
        ("", "Yugoslavia fought the KLA in Kosovo. It killed nine ethnic Albanian guerrillas.", [("KLA", "YUG")]),
        ("", "Of the 83 drones launched, 52 were shot down, the Ukrainian Air Force says.", [("RUS", "UKR")]),
        ("", "Russia destroyed three British howitzers in Ukraine, its ministry said.", [("UKR", "RUS")]),
        ("", "Russia killed 170 Ukrainian troops. Two British howitzers were destroyed.", [("UKR", "RUS")]),
        (
            "",
            "Pictures show 249 Armenian tanks burned. Azerbaijan's own visible losses are smaller: 53 tanks.",
            [("ARM", "AZE"), ("AZE", "ARM")],
        ),
        ("", "Russia shot down two Turkish jets.", [("TUR", "RUS")]),
        ("", "Israel shot down 12 Iranian drones; Hezbollah looked on.", [("IRN", "ISR")]),
        ("Hezbollah fires on", "Some 60 rockets were fired from Lebanon at Israel.", [("HEZBOLLAH", "ISR")]),
        ("", "Some 60 rockets were fired from Iran at Israel.", [("IRN", "ISR")]),
        ("", "Sudan said it killed 40 Colombian mercenaries of the RSF at Nyala.", [("RSF", "SDN")]),
        ("", "Israel announced the deaths of four soldiers in battle with Hezbollah.", [("ISR", "HEZBOLLAH")]),
        ("", "Hamas claimed responsibility for the deaths of four Israeli soldiers.", [("ISR", "HAMAS")]),
        ("", "The Nigerian army left the camp. Attackers in trucks took four tanks.", [("NGA", None)]),
        (
            "",
            "After the brawl in which 20 Indian soldiers died, China named four of its own.",
            [("IND", None), ("CHN", None)],
        ),
        ("", "By nightfall the police had counted 231 Katyushas, the most Hezbollah has fired.", [("HEZBOLLAH", None)]),
        ("", "Azerbaijan buried 2,783 soldiers killed in the war over Nagorno-Karabakh in 2020.", [("AZE", "ARM")]),
    ],
)
def test_losses_have_the_side_that_bore_them(
    title: str, text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert list(dict.fromkeys(sides(title, text))) == list(dict.fromkeys(expected))
