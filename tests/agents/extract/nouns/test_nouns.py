"""A number counts the noun that English gives it, and only troops and arms are counted."""

from __future__ import annotations

import pytest

from schemas.claim import Claim
from tests.agents.extract.readings import counts, figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia sent 12 tanks.", (12, "tank")),
        ("Russia sent twelve main battle tanks.", (12, "tank")),
        ("Germany sent 14 Leopard 2 tanks.", (14, "tank")),
        ("Iran sent 24 “Fath” surface-to-air missiles.", (24, "surface_to_air_missile")),
        ("Kyiv got 31 Abrams.", (31, "tank")),
        ("Kyiv got four HIMARS.", (4, "himars")),
        ("Norway sent 12 F-16s.", (12, "fighter_jet")),
        ("Norway sent 24 F-22 fighters.", (24, "fighter_jet")),
        ("Russia fired 29 Shahed-131/136 drones.", (29, "drone")),
        ("Russia fired seven Kh-101 cruise missiles.", (7, "cruise_missile")),
        ("It sent 220 170mm self-propelled howitzers.", (220, "howitzer")),
        ("Kyiv got two million rounds of artillery ammunition.", (2_000_000, "artillery_shell")),
        ("The Taliban killed 12 members of special forces.", (12, "special_forces_soldier")),
        ("Some 4,000 Rwandan soldiers crossed.", (4000, "soldier")),
        ("Rebels held 24 military men.", (24, "military_man")),
        ("The army has 30,000 service members.", (30_000, "soldier")),
        ("Three marines died.", (3, "marine")),
        ("Two battalions were sent.", (2, "battalion")),
        ("Three Taliban were killed.", (3, "fighter")),
        ("50 captured soldiers came home.", (50, "soldier")),
        ("The army freed 22 seriously wounded Ukrainian soldiers.", (22, "soldier")),
        ("A 600-strong army contingent arrived.", (600, "contingent")),
        ("The junta commands a force of 20,000.", (20_000, "soldier")),
        ("They killed nine of the rebels.", (9, "rebel")),
        ("One of its soldiers was killed.", (1, "soldier")),
        ("one soldier was killed", (1, "soldier")),
    ],
)
def test_the_head_of_the_group_is_what_is_counted(text: str, expected: tuple[int, str]) -> None:
    assert [(high or low, item) for low, high, item in counts(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Russia carried out 12 missile strikes.",
        "There were three drone attacks.",
        "Jets flew 40 sorties.",
        "The rebels hit 12 tank positions.",
        "Two soldiers’ graves were dug.",
        "The bombing killed 12 civilians.",
        "Some 300 people were killed.",
        "The shelling wounded 14 civilians and killed nine people.",
        "Police arrested 12 protesters.",
        "Two police officers were shot.",
        "12 merchant ships passed the navy.",
        "Three passenger planes were hit by missiles.",
        "The army emptied 12 fuel tanks.",
        "Two rounds of talks failed.",
        "He was held for 12 days by soldiers.",
        "An army of 500 lawyers is ready.",
        "The 92nd Brigade fought.",
        "The first tank burned.",
        "A soldier died.",
        "Another drone fell.",
        "Soldiers fired 155mm shells.",
        "No soldier died.",
        "The army spent $50 million on tanks.",
        "Troops took 45 percent of the town.",
        "It was his third visit to the soldiers.",
        "The T-72 tanks burned.",
        "S-300 missiles were fired.",
        "In 2023 soldiers came.",
        "Since 7 October soldiers have died.",
        "Several soldiers died.",
        "A few tanks burned.",
        "Troops advanced 12 km.",
        "A 20-year war with soldiers ended.",
        "“We fled,” one soldier said.",
        "Thousands of registered drones fly under FAA rules.",
        "Twenty homes were lost to rockets.",
        "The vote was 12 to 3 in the army committee.",
        "Some 60,000 fans saw the Rockets.",
    ],
)
def test_what_looks_like_a_count_and_is_none_is_left_out(text: str) -> None:
    assert counts(text) == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("It sent 220 170mm howitzers and 240mm rocket launchers.", "howitzer_and_rocket_launcher"),
        ("They fired nearly 500 missiles and drones.", "missile_and_drone"),
        (
            "They fired dozens of drones, cruise missiles, and ballistic missiles.",
            "drone_and_cruise_missile_and_ballistic_missile",
        ),
        ("Hundreds of armored vehicles and tanks will come.", "armored_vehicle_and_tank"),
    ],
)
def test_nouns_that_share_a_number_are_one_figure(text: str, item: str) -> None:
    assert [figure.item for figure in figures(text)] == [item]


def test_two_numbers_for_two_things_are_two_figures() -> None:
    assert counts("It launched four missiles and 20 drones.") == [(4, 4, "missile"), (20, 20, "drone")]


def test_capitals_throughout_read_the_same() -> None:
    text = "Rebels killed three soldiers and captured two armored vehicles."
    assert counts(text.upper()) == counts(text)


def test_generic_words_for_soldiers_share_a_claim() -> None:
    words = ("troops", "soldiers", "servicemen", "service members", "military personnel", "Russian forces")
    claims = {Claim.of(figures(f"Russia sent 3,000 {word} to Kursk.")[0]) for word in words}
    assert {claim.item for claim in claims} == {"soldier"}
