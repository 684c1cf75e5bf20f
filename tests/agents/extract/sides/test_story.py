"""The side that a sentence leaves out is the one that its title or paragraph tells of."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


def sides(title: str, *text: str) -> list[tuple[str | None, str | None]]:
    return [
        (it.party.id if it.party else None, it.counterparty.id if it.counterparty else None)
        for it in figures(*text, title=title)
    ]


@pytest.mark.parametrize(
    ("title", "text", "party", "counterparty"),
    [
        ("Boko Haram raid in Borno", "Two soldiers were wounded, the Nigerian spokesman said.", "NGA", "BOKO_HARAM"),
        ("Turkish jets hit PKK camps", "The ministry said 13 militants were killed.", "PKK", "TUR"),
        ("Taiwan counts Chinese jets", "The defence ministry detected 45 aircraft around the island.", "CHN", "TWN"),
        ("France to send Mirages to Ukraine", "Paris will deliver six fighter jets this year.", "FRA", "UKR"),
        ("French troops leave Niger", "The last 1,500 French soldiers left Niger on Friday.", "FRA", "NER"),
        ("Sudan: RSF storms a base", "The paramilitary group said it captured 300 soldiers.", "SDN", "RSF"),
        ("Myanmar rebels advance", "The KIA said it had seized 40 rifles.", "MMR", "KIA"),
        ("French jet deal shrinks", "India will order 36 Rafale jets, a minister said.", "FRA", "IND"),
        ("", "Warsaw will buy 116 K2 tanks.", "POL", None),
        ("", "Kyiv has asked for 25 Patriot systems.", None, "UKR"),
        ("", "Three American soldiers were killed in Jordan.", "USA", None),
        ("", "Security forces in Nigeria killed 20 bandits and recovered 12 rifles.", None, "NGA"),
        ("", "Kyiv needs more, and its allies have delivered 31 tanks.", None, "UKR"),
    ],
)
def test_the_side_that_is_not_said(title: str, text: str, party: str | None, counterparty: str | None) -> None:
    assert set(sides(title, text)) == {(party, counterparty)}


def test_militants_are_not_a_group_that_only_a_later_raid_names() -> None:
    story = ("Security forces killed eight militants near the border, Pakistan's military said.",
             "In a separate raid in Dera Ismail Khan, troops killed three Pakistani Taliban.")
    assert sides("", " ".join(story)) == [(None, "PAK"), ("TTP", "PAK")]


def test_what_is_asked_for_is_not_of_whoever_gave_before() -> None:
    story = "Germany delivered two Patriot batteries to Ukraine in May. Kyiv has asked for 10 more launchers."
    assert sides("", story) == [("DEU", "UKR"), (None, "UKR")]


def test_a_reports_own_name_is_no_side() -> None:
    assert sides("Iran Update, June 1, 2024", "The IDF stated that it killed 20 fighters.") == [(None, "ISR")]


def test_a_tally_below_a_title_counts_the_losses_of_the_party_in_the_title() -> None:
    text = "The enemy lost up to 65 personnel and two field artillery guns."
    assert sides("Battlegroup Dnepr reports on Ukrainian losses", text) == [("UKR", "RUS"), ("UKR", "RUS")]


def test_a_page_that_names_nobody_shows_its_side_by_its_turns_of_phrase() -> None:
    text = "Enemy losses of the day: 12 tanks and 31 drones. Beat the occupier!"
    assert set(sides("", text)) == {("RUS", "UKR")}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("N'DJAMENA, Chad (AP) _ The French contingent has 900 paratroopers.", "FRA"),
        ("Abuja, Aug. 30, 2024 (NAN) The Ghanaian contingent lost two soldiers.", "GHA"),
        ("LISBON, Portugal (UPI) -- UNITA has 30,000 guerrillas.", "UNITA"),
        ("A Thai army briefer said Vietnam has 4,000 soldiers there.", "VNM"),
        ("Officials told a Japanese outlet that the Russian line makes 90 drones a day.", "RUS"),
        ("Ukrainian forces repelled a Russian mechanized assault involving 12 tanks.", "RUS"),
    ],
)
def test_where_copy_is_written_or_who_tells_does_not_say_whose_they_are(text: str, party: str) -> None:
    assert {one for one, _ in sides("", text)} == {party}


def test_gunmen_belong_to_no_state() -> None:
    assert sides("", "Pakistan said two terrorists were holed up in a house near Swat.")[0][0] != "PAK"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four Indian army soldiers and three militants were killed near Kulgam.", [("IND", None), (None, "IND")]),
        ("Slovakia has asked to buy 12 attack helicopters.", [(None, "SVK")]),
        ("Ukraine received 165 prisoners of war from Russia in an exchange.", [("UKR", "RUS")]),
        ("Russian forces transferred three battalions to the Zaporizhia area.", [("RUS", "UKR")]),
        ("Armenia lost 3,825 servicemen; Azerbaijan put its dead at 2,908 soldiers.", [("ARM", "AZE"), ("AZE", "ARM")]),
        ("Rwanda has 6,000 troops in support of M23 in North Kivu.", [("RWA", "COD")]),
        ("Twelve tanks reached Ukraine this year.", [(None, "UKR")]),
    ],
)
def test_each_kind_of_thing_has_the_owner_that_can_have_it(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert sides("", text) == expected


def test_the_same_abbreviation_is_two_armies_by_what_the_title_names() -> None:
    text = "The SAF has sent 280 soldiers to the border."
    assert [sides(title, text)[0][0] for title in ("Singapore to help", "Burhan speaks of Sudan")] == ["SGP", "SDN"]


@pytest.mark.parametrize(
    ("text", "party", "counterparty"),
    [
        ("North Korea, they said, has sent 12,000 troops to Russia.", "PRK", "RUS"),
        ("Two envoys came: Iran, they said, has supplied 200 missiles to Russia.", "IRN", "RUS"),
        ("Germany backs Ukraine and has given it 18 tanks.", "DEU", "UKR"),
        ("France trains Armenian officers and has sold the country 36 howitzers.", "FRA", "ARM"),
        ("The Dutch support Kyiv and will give it 24 jets.", "NLD", "UKR"),
    ],
)
def test_who_tells_in_an_aside_does_not_do_it_and_it_goes_to_the_one_named(
    text: str, party: str, counterparty: str
) -> None:
    assert sides("", text) == [(party, counterparty)]
