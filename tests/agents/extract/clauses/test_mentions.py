"""A text's parties are handed out by sentence, as if each had been asked for alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agents.extract.clauses.mentions import Mentions

TEXT = "Russia, Ukraine and Iran met. Iranian-made drones from Baykar hit Kyiv; Moscow and the Taliban said nothing."


@given(st.integers(0, len(TEXT)), st.integers(1, 40))
def test_the_mentions_between_two_characters_are_those_that_reach_into_them(start: int, size: int) -> None:
    mentions = Mentions(TEXT)
    expected = [one for one in mentions.all if one.end > start and one.start < start + size]
    assert mentions.between(start, start + size) == expected


def test_what_was_only_made_in_a_country_is_no_side() -> None:
    assert [one.id for one in Mentions("Iranian-made drones hit Russia.").acting] == ["RUS"]


def test_the_empty_text_names_nobody() -> None:
    assert not Mentions().all
