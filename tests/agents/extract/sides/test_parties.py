"""Names of states, groups and alliances are found where they are meant, and not where they only occur."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.sides.parties import find_parties, fold, party
from agents.extract.words.lexicon import rows


def found(text: str) -> list[tuple[str, str, str]]:
    return [(text[it.start : it.end], it.party.id, it.form) for it in find_parties(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian-held towns", [("Ukrainian", "UKR", "adjective")]),
        ("North Korea's army", [("North Korea", "PRK", "noun")]),
        ("Russia’s guns", [("Russia", "RUS", "noun")]),
        ("the Kremlin and Kyiv", [("Kremlin", "RUS", "capital"), ("Kyiv", "UKR", "capital")]),
        ("President Kim Jong-un", [("Kim Jong-un", "PRK", "leader")]),
        ("the U.S. sent", [("U.S.", "USA", "noun")]),
        ("the US and UK", [("US", "USA", "noun"), ("UK", "GBR", "noun")]),
        ("Rapid Support Forces fighters", [("Rapid Support Forces", "RSF", "group")]),
        ("M23 and FARDC", [("M23", "M23", "group"), ("FARDC", "COD", "group")]),
        ("troops in Kursk", [("Kursk", "RUS", "place")]),
        ("al-Shabaab, Al Shabaab", [("al-Shabaab", "AL_SHABAAB", "group"), ("Al Shabaab", "AL_SHABAAB", "group")]),
        ("SOVIET AND AFGHAN TROOPS", [("SOVIET", "SUN", "adjective"), ("AFGHAN", "AFG", "adjective")]),
        ("a South Sudanese soldier", [("South Sudanese", "SSD", "adjective")]),
        ("Pakistani Taliban", [("Pakistani Taliban", "TTP", "group")]),
        ("Myanmar's PDF fighters", [("Myanmar", "MMR", "noun"), ("PDF", "PDF", "group")]),
        ("King Abdullah of Jordan", [("Jordan", "JOR", "noun")]),
        ("In Jordan, soldiers", [("Jordan", "JOR", "noun")]),
        ("the British army", [("British", "GBR", "adjective")]),
        ("the mujahideen", [("mujahideen", "MUJAHEDIN", "group")]),
        ("Bosnian Serb gunners", [("Bosnian Serb", "BOSNIAN_SERBS", "group")]),
        ("the Somali SNA lost", [("Somali", "SOM", "adjective"), ("SNA", "SOM", "group")]),
        ("an SNA base in Syria", [("SNA", "SYRIAN_NATIONAL_ARMY", "group"), ("Syria", "SYR", "noun")]),
        ("Hyundai Rotem's K2", [("Hyundai Rotem", "KOR", "maker")]),
        ("Allied troops on D-Day in 1944", [("Allied troops", "ALLIES", "group")]),
        ("Korean People's Army", [("Korean People's Army", "PRK", "group")]),
    ],
)
def test_a_name_is_found_with_its_party_and_form(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a new china set and turkey for lunch", "they polish the chad", "Indiana and New Mexico", "Georgia Tech",
        "Atlanta, Georgia", "Michael Jordan", "the Korean War", "GIVE US TROOPS", "THAT IS ALL", "download the PDF",
        "Nigerianised", "anti-Taliban fighters", "a pro-Russian crowd", "Latin American cooks", "Washington Post",
        "the South China Sea", "who met us", "Native Americans", "the USS Cole", "George Washington",
        "Allied Waste Services", "Lake Chad",
    ],
)
def test_a_name_inside_something_else_is_not_found(text: str) -> None:
    assert found(text) == []


def test_spans_hold_in_text_whose_small_letters_are_longer() -> None:
    assert found("İİİ Israel") == [("Israel", "ISR", "noun")]


def test_a_name_is_found_behind_a_letter_that_another_name_begins_with() -> None:
    assert found("on Korean armour") == [("Korean", "KOR", "adjective")]


def test_every_party_has_words_that_name_it() -> None:
    named = {row["party"] for row in rows("party_names")}
    nameless = {row["id"] for row in rows("parties") if row["kind"] != "state"} - named
    assert nameless == set()


def test_every_state_that_makes_war_news_is_known_by_its_plain_name() -> None:
    names = {
        "RUS": "Russia",
        "PRK": "North Korea",
        "SUN": "Soviet Union",
        "COD": "Congo",
        "TWN": "Taiwan",
    }
    assert {id: party(id).name for id in names} == names


@given(st.text() | st.lists(st.sampled_from(["US ", "U.S. ", "Jordan ", "İ", "Al ", "Qaeda", "'s ", "-"])).map("".join))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text: str) -> None:
    ends = [0]
    for mention in find_parties(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
