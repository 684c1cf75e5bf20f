"""Whose they are and who is on the other side follows the verb's frame."""

from __future__ import annotations

import pytest

from agents.extract.sides.scene import Scene
from tests.agents.extract.readings import figures, sides


@pytest.mark.parametrize(
    ("text", "party", "counterparty"),
    [
        ("Germany sent 18 tanks to Ukraine.", "DEU", "UKR"),
        ("Germany gave Ukraine 18 tanks.", "DEU", "UKR"),
        ("Germany sent Ukraine 18 tanks.", "DEU", "UKR"),
        ("18 tanks were sent by Germany to Ukraine.", "DEU", "UKR"),
        ("Ukraine received 18 tanks from Germany.", "DEU", "UKR"),
        ("Moscow sent 3,000 North Korean soldiers to Kursk.", "PRK", "RUS"),
        ("Iran fired 200 missiles at Israel.", "IRN", "ISR"),
        ("Russia launched 100 Iranian-provided drones at Ukraine.", "RUS", "UKR"),
        ("Ukrainian forces shot down 45 drones.", "RUS", "UKR"),
        ("Russia shot down 12 Ukrainian drones.", "UKR", "RUS"),
        ("Three American soldiers were killed in Jordan.", "USA", None),
        ("Hamas killed 12 Israeli soldiers.", "ISR", "HAMAS"),
        ("12 Israeli soldiers were killed by Hamas.", "ISR", "HAMAS"),
        ("Russia lost 1,200 soldiers in Ukraine.", "RUS", "UKR"),
        ("The army lost 12 tanks, Sudan said.", None, None),
        ("There are 10,000 American troops in Poland.", "USA", "POL"),
        ("Ukraine destroyed 12 Russian tanks.", "RUS", "UKR"),
        ("40 soldiers of the Malian army were killed.", "MLI", None),
        ("Iran-backed militiamen killed 12 Syrian soldiers.", "SYR", None),
        ("The rebels of M23 captured 12 Congolese soldiers.", "COD", "M23"),
        ("Ukraine said it had destroyed 12 tanks of the Russian army.", "RUS", "UKR"),
        ("Two soldiers were killed in a Hezbollah attack, Israel said.", "ISR", "HEZBOLLAH"),
        ("The Pentagon has 2,000 troops in Syria.", "USA", "SYR"),
    ],
)
def test_sides(text: str, party: str | None, counterparty: str | None) -> None:
    if party is None:
        assert len(sides(text)) == 1
    else:
        assert sides(text) == [(party, counterparty)]


def test_its_forces_are_those_of_the_one_who_speaks() -> None:
    assert sides("Yerevan said 96 of its soldiers had been killed.")[0][0] == "ARM"


def test_the_army_of_a_later_paragraph_is_the_one_named_before() -> None:
    found = figures("Sudan is at war.", "The army lost 75 soldiers in a day.")
    assert [figure.party and figure.party.id for figure in found] == ["SDN"]


def test_a_dateline_is_a_place_and_no_party() -> None:
    found = figures("LISBON, 9 OCT 87 (AFP) -- UNITA KILLED 212 ANGOLAN SOLDIERS.")
    assert [(figure.party and figure.party.id, figure.counterparty and figure.counterparty.id) for figure in found] == [
        ("AGO", "UNITA")
    ]


def test_a_bare_number_belongs_to_the_owner_of_what_it_goes_back_to() -> None:
    assert sides("Six Pakistani soldiers were killed and two others wounded.") == [("PAK", None), ("PAK", None)]


def both(text: str, *more: str, title: str = "") -> list[tuple[str | None, str | None]]:
    """As sides, of an article of several paragraphs."""
    found = figures(text, *more, title=title)
    return [(it.party.id if it.party else None, it.counterparty.id if it.counterparty else None) for it in found]


@pytest.mark.parametrize(
    ("text", "party", "counterparty"),
    [
        ("India cleared the purchase of 24 Rafale jets from France for the navy.", "FRA", "IND"),
        ("Poland signed a contract with South Korea's Hyundai Rotem for 160 K2 tanks.", "KOR", "POL"),
        ("Egypt ordered 54 Rafales from Dassault.", "FRA", "EGY"),
        ("Bulgaria will buy eight F-16s from Lockheed Martin.", "USA", "BGR"),
        ("Saab has signed a contract with Brazil for 36 Gripen fighters.", "SWE", "BRA"),
        ("The State Department approved the sale of 12 Black Hawk helicopters to Croatia.", "USA", "HRV"),
        ("Taiwan is buying 66 F-16V jets from the United States.", "USA", "TWN"),
        ("Turkey's Baykar delivered 20 drones to Ukraine before the war.", "TUR", "UKR"),
    ],
)
def test_who_sells_owns_and_who_buys_gets(text: str, party: str, counterparty: str) -> None:
    assert sides(text) == [(party, counterparty)]


@pytest.mark.parametrize(
    ("text", "party", "counterparty"),
    [
        ("Ukraine fired six ATACMS missiles at targets in Bryansk.", "UKR", "RUS"),
        ("Russian forces launched 60 drones against Kherson city.", "RUS", "UKR"),
        ("Hezbollah fired dozens of Katyusha rockets at a base in Safed.", "HEZBOLLAH", "ISR"),
        ("South Korea's spy agency said that North Korea has sent 3,000 troops to Russia.", "PRK", "RUS"),
        ("Up to 1,000 soldiers crossed into Kursk province.", "UKR", "RUS"),
        ("Taiwan's army said it had detected 30 Chinese warplanes.", "CHN", "TWN"),
        ("The RSF took prisoner 40 soldiers of the Sudanese army.", "SDN", "RSF"),
        ("Germany trained 200 Ukrainian soldiers.", "UKR", "DEU"),
        ("Israel called up 360,000 reservists after the Hamas attack.", "ISR", None),
        ("Libyan units captured 45 fighters loyal to Haftar.", "LNA", "LBY"),
        ("Two rockets struck an American base in Iraq.", None, "USA"),
        ("Ukraine's partners have delivered 230 tanks.", None, "UKR"),
        ("Pyongyang has sent 11,000 troops, according to Mr Zelensky.", "PRK", None),
        ("Enemy losses: 12 tanks, the Ukrainian army said.", "RUS", "UKR"),
    ],
)
def test_the_other_side_is_the_one_that_is_reached_or_faced(
    text: str, party: str | None, counterparty: str | None
) -> None:
    assert sides(text) == [(party, counterparty)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "PESHAWAR, Pakistan (AP) - Security forces killed eight militants who tried to sneak in from Afghanistan. "
            "Two soldiers were also killed.",
            [(None, "PAK"), ("PAK", None)],
        ),
        (
            "US forces killed 25 al-Shabaab fighters near Galcad. The Somali National Army lost nine soldiers.",
            [("AL_SHABAAB", "USA"), ("SOM", "AL_SHABAAB")],
        ),
        (
            "Hezbollah fired 60 rockets at Israel, and 52 of the rockets were intercepted.",
            [("HEZBOLLAH", "ISR"), ("HEZBOLLAH", "ISR")],
        ),
        (
            "Nigerian troops killed 35 Boko Haram fighters. Two vehicles were burned.",
            [("BOKO_HARAM", "NGA"), ("BOKO_HARAM", "NGA")],
        ),
        (
            "Al-Shabaab said it had killed 59 soldiers in Somalia. The ministry said 12 militants had been killed.",
            [("SOM", "AL_SHABAAB"), ("AL_SHABAAB", "SOM")],
        ),
        ("The US has 2,500 troops in Iraq and 900 in Syria.", [("USA", "IRQ"), ("USA", "SYR")]),
        ("Paris keeps bases only in Djibouti, where 1,450 soldiers are based.", [("FRA", "DJI")]),
    ],
)
def test_sides_go_on_from_one_figure_to_the_next(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert sides(text) == expected


def test_a_line_with_a_colon_gives_its_sides_to_every_item_of_the_list() -> None:
    found = both(
        "Since February we have donated to the Armed Forces of Ukraine:",
        "12 Challenger 2 tanks",
        "more than 28 self-propelled guns",
        "Total value of UK military support: 4.6 billion.",
    )
    assert found == [("GBR", "UKR"), ("GBR", "UKR")]


def test_a_list_ends_where_prose_begins() -> None:
    found = both("Handed over by Norway to Ukraine:", "8 tanks;", "The war goes on. It is said that 46 tanks burned.")
    assert found[0] == ("NOR", "UKR")
    assert found[1] != ("NOR", "UKR")


def test_what_is_counted_is_printed_without_its_owner_and_quoted_with_it() -> None:
    found = figures("They saw 14 Russian tanks and 240 Rapid Support Forces fighters.")
    assert [it.item_text for it in found] == ["tanks", "fighters"]
    assert [it.quote for it in found] == ["14 Russian tanks", "240 Rapid Support Forces fighters"]


def test_soldiers_killed_in_a_region_are_those_of_the_state_that_speaks() -> None:
    assert sides("The Israeli military said two soldiers were killed in northern Gaza.")[0][0] == "ISR"


def test_road_wheels_are_no_tanks() -> None:
    assert sides("The T-72 that guards it has lost two of its six road wheels.") == []


def test_a_scene_of_its_own_knows_nobody() -> None:
    assert Scene().voice() is None
