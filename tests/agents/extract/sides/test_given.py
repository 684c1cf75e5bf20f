"""Of what is not fought over: whose it is, and to whom or where it goes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agents.extract.figures import read_figures
from tests.agents.extract.readings import PUBLISHED, figures, paragraph


def both(text: str, *more: str, title: str = "") -> list[tuple[str | None, str | None]]:
    found = figures(text, *more, title=title)
    return [(it.party.id if it.party else None, it.counterparty.id if it.counterparty else None) for it in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hezbollah is thought to have 40,000 fighters, though Israel puts it lower.", [("HEZBOLLAH", None)]),
        ("Before the war with Israel, Hezbollah possessed 150,000 rockets.", [("HEZBOLLAH", None)]),
        ("The ELN fields some 5,800 fighters and has been at war with Colombia since 1964.", [("ELN", None)]),
        ("M23 commands 6,000 rebels, according to Congo.", [("M23", None)]),
        ("Israel paraded 12 tanks of its own a year after the war with Egypt.", [("ISR", None)]),
        ("Iraq began with more than 4,000 tanks, Saudi Arabia said.", [("IRQ", None)]),
        ("Taiwan operates 66 F-16V jets, fewer than China wants to see.", [("TWN", None)]),
        ("Japan keeps a fleet of 22 submarines while China builds more.", [("JPN", None)]),
        ("Ukraine has 110 brigades; Russia has more.", [("UKR", None)]),
        ("India maintains 130 warships against the Pakistan navy.", [("IND", "PAK")]),
        ("The United States has 2,000 troops in Syria.", [("USA", "SYR")]),
        ("Iraq has 3,500 tanks in and around Kuwait.", [("IRQ", "KWT")]),
        ("Rwanda has 4,000 soldiers in eastern Congo.", [("RWA", "COD")]),
        ("UNIFIL has 10,000 peacekeepers from 50 countries.", [("UNIFIL", "LBN")]),
        ("Russia has massed 100,000 troops on the border with Ukraine.", [("RUS", "UKR")]),
        ("There are 10,000 American troops in Poland.", [("USA", "POL")]),
    ],
)
def test_the_size_of_a_force_has_nobody_on_the_other_side(text: str, expected: list[tuple[str, str]]) -> None:
    assert both(text) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Kyiv will be supplied with 80,000 shells this year, France said.", "", [("FRA", "UKR")]),
        ("Moldova has been provided with 90 armoured vehicles by Germany.", "", [("DEU", "MDA")]),
        ("The army accepted 14 carriers at the Brazilian plant.", "", [("BRA", None)]),
        ("Canada wants to replace the eight tanks it gave Ukraine last year.", "", [("CAN", "UKR")]),
        ("About 1,700 NATO troops, 800 of them German, are based in Lithuania.", "", [("NATO", "LTU"), ("DEU", "LTU")]),
        (
            "Two contracts were signed with Hyundai Rotem of South Korea. The contracts cover 180 K2 tanks.",
            "Poland buys tanks",
            [("KOR", "POL")],
        ),
        ("Russia has massed 100,000 troops on the border with Ukraine.", "", [("RUS", "UKR")]),
        ("Britain will send 100 warplanes to the Gulf.", "", [("GBR", "GULF")]),
        ("The army said 45,000 Ukrainian recruits were trained at camps in England.", "", [("UKR", "GBR")]),
        ("Some 1,000 Ukrainian marines were trained in Britain.", "", [("UKR", "GBR")]),
        ("France, with 3,800 soldiers in Bosnia, is the largest contributor.", "", [("FRA", "BIH")]),
        ("MONUSCO will withdraw 2,000 peacekeepers by June.", "", [("MONUSCO", "COD")]),
        ("The pages list eight missile boats.", "Armed Forces of Uruguay", [("URY", None)]),
        (
            "Arms maker KNDS is turning out 12 Caesar howitzers a month, against two before Russia's invasion.",
            "",
            [("FRA", None), ("FRA", None)],
        ),
        ("Taiwan's defence ministry logged 47 Chinese aircraft near the island.", "", [("CHN", "TWN")]),
        (
            "A Taiwanese official said that 90 warships were at sea. China was silent.",
            "China-Taiwan update",
            [("CHN", "TWN")],
        ),
        ("Five hundred French and Belgian commandos are in Rwanda.", "", [("FRA", "RWA")]),
        (
            "It covers 180 tanks. Poland paid $6bn; South Korea delivers.",
            "Poland signs K2 tank contract",
            [("KOR", "POL")],
        ),
        (
            "South Korea's spy agency said 1,500 North Korean soldiers had reached Russia. The agency expects 12,000 "
            "troops to be sent to Russia.",
            "",
            [("PRK", "RUS"), ("PRK", "RUS")],
        ),
        ("Romania will buy 54 Abrams tanks.", "", [("ROU", None)]),
        ("Germany has 104 Leopard tanks.", "", [("DEU", None)]),
        ("Ukraine received 18 tanks.", "", [(None, "UKR")]),
    ],
)
def test_what_is_given_goes_from_its_maker_or_owner_to_whom_the_text_names(
    text: str, title: str, expected: list[tuple[str, str]]
) -> None:
    assert both(text, title=title) == expected


def test_what_stands_in_a_list_under_a_country_is_that_country_s() -> None:
    found = read_figures(
        [replace(paragraph("Eight Leopard 2 tanks, delivered in March."), heading="NORWAY")],
        PUBLISHED,
        "What Nordic countries have given Ukraine",
    )
    assert [(it.figure.party and it.figure.party.id) for it in found] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("The Taoiseach said 40 soldiers were staying in Lebanon.", "", [("IRL", "LBN")]),
        ("HSW will hand over 12 Krab howitzers by Christmas.", "", [("POL", None)]),
        ("Athens has ordered two of the frigates.", "Naval Group launches a hull", [("FRA", "GRC")]),
        ("Romania will buy 54 Abrams tanks. Rheinmetall builds lorries there.", "", [("ROU", None)]),
        ("Denmark will send 24 ex-Norwegian howitzers to Ukraine.", "", [("DNK", "UKR")]),
        ("Angola has 12 ex-Indian fighter jets.", "", [("AGO", None)]),
        ("The command of the Russian Central Grouping has sent two battalions to Donetsk.", "", [("RUS", "UKR")]),
        (
            "France has 4,000 soldiers in Mali, more than in Kuwait. Chad has pledged 1,800 soldiers.",
            "",
            [("FRA", "MLI"), ("TCD", "MLI")],
        ),
        (
            "American troops in Niger went home. The mission had more than 1,000 soldiers.",
            "",
            [("USA", "NER")],
        ),
    ],
)
def test_services_makers_and_former_owners_tell_whose_they_are(
    text: str, title: str, expected: list[tuple[str, str]]
) -> None:
    assert both(text, title=title) == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("About 1,200 troops from eleven countries are on exercise in Latvia.", "", [(None, "LVA")]),
        ("Some 9,000 soldiers of 20 nations are on exercise in Norway.", "", [(None, "NOR")]),
        ("UNIFIL has 10,000 troops from 50 nations.", "", [("UNIFIL", "LBN")]),
        ("UNAMIR has 2,500 soldiers.", "", [("UNAMIR", "RWA")]),
        ("Finland faced 400 Soviet tanks.", "", [("SUN", "FIN")]),
        ("Manila has ordered three BrahMos batteries, which India will deliver.", "", [("IND", "PHL")]),
        ("MINUSTAH has 7,000 troops.", "", [("MINUSTAH", "HTI")]),
        ("The South Lebanese Army has 2,500 militiamen.", "", [("SLA", None)]),
        ("Biafra has 30,000 soldiers.", "", [("BIAFRA", None)]),
        ("Mitsubishi will supply 11 frigates. Australia has ten of its own.", "", [("JPN", "AUS"), ("AUS", None)]),
        ("More than 400 Soviet tanks are to be pulled out of Hungary.", "", [("SUN", "HUN")]),
        (
            "15 T-72 tanks and 50 T-55 tanks in store; Chinese radars guard Belgrade.",
            "Military balance: Serbia",
            [("SRB", None)] * 2,
        ),
        ("Up to 1,000 soldiers crossed into Kursk.", "", [("UKR", "RUS")]),
        ("The staff in Paris has 3,000 drones in service; any Ukrainian brigade loses more.", "", [("FRA", None)]),
    ],
)
def test_what_is_many_countries_or_another_clause_s_is_not_the_nearest_state_s(
    text: str, title: str, expected: list[tuple[str, str]]
) -> None:
    assert both(text, title=title) == expected
