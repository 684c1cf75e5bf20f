"""When two texts have the same words, and when a number makes them differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.normal_words import normal_words
from agents.wording import Wording

SAME = [
    ("Russia\u2019s \u201csmall\u201d fleet", 'RUSSIA\'S "small"  fleet'),
    ("short-range missiles \u2014 and drones", "short range missiles, and drones"),
    ("the U.S. said", "the US said"),
    ("3,000 soldiers", "3000 soldiers"),
    ("170mm guns", "170 mm guns"),
    ("sol\u00addiers\u200b moved", "soldiers moved"),
    ("\uff13\uff10\uff10 tanks", "300 tanks"),
    ("tanks &amp; guns &nbsp; moved", "tanks guns moved"),
    ("<b>Tanks</b> moved", "tanks moved"),
    ("the \ufb02eet", "the fleet"),
]
DIFFERENT = [
    ("1.5 million shells", "15 million shells"),
    ("1,5 million shells", "15 million shells"),
    ("8-9 tanks", "89 tanks"),
    ("5% of them", "5 of them"),
    ("some three tanks", "some four tanks"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_only_looks_different_has_one_fingerprint(one: str, other: str) -> None:
    assert Wording.of(one).fingerprint == Wording.of(other).fingerprint


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_says_another_number_has_another_fingerprint(one: str, other: str) -> None:
    assert Wording.of(one).fingerprint != Wording.of(other).fingerprint


def held(text: str) -> list[str]:
    return [word for word, mark in zip(normal_words(text), Wording.of(text).marks, strict=True) if mark & 1]


def test_numbers_and_what_qualifies_them_are_held_and_the_rest_is_not() -> None:
    assert held("He said about the war that up to 90 men did not go, and some left") == ["up", "90", "not"]


def test_the_date_of_a_dateline_is_not_held_and_other_dates_are() -> None:
    assert held("KYIV, March 28 (Wire) - The army lost 40 tanks on March 27.") == ["40", "27"]
    assert held("On March 28 the army lost 40 tanks.") == ["28", "40"]


copy = st.lists(st.one_of(
    st.text(max_size=8),
    st.sampled_from([
        "U.S. ", " 5,000", "$3 ", "<b>", "<a\n", ">", "&nbsp;", "&amp", ";", "\u200b", "\u0301", " ", "\n", "(Wire) - ",
    ]),
)).map("".join)


@given(copy)
def test_any_text_has_words_that_are_their_own_normal_form(text: str) -> None:
    assert Wording.of(text).count == len(Wording.of(text).marks) == len(normal_words(text))
    assert normal_words(text.replace(" ", "\u00a0")) == normal_words(text)


@given(copy)
def test_words_looked_up_space_by_space_are_those_of_the_whole_text(text: str) -> None:
    alone = [Wording.of(word).plain for word in normal_words(text)]
    assert [mark for each in alone for mark in each] == list(Wording.of(text).plain)


@given(copy)
def test_the_marks_that_were_kept_say_what_the_text_said(text: str) -> None:
    said, kept = Wording.of(text), Wording.kept(Wording.of(text).marks)
    for name in ("count", "marks", "plain", "runs", "samples", "gist"):
        assert getattr(kept, name) == getattr(said, name)


def test_a_longer_text_has_the_runs_of_its_part() -> None:
    part = "The governor said that the column had left the town before noon and would not be back on Friday"
    whole = f"Nobody in the valley knew what had happened. {part}, but it was."
    assert set(Wording.of(part).runs) <= set(Wording.of(whole).runs)
    assert len(Wording.of(part).runs) == Wording.of(part).count - 2
