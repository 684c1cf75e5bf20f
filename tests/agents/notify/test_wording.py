"""Figures in plain English."""

from __future__ import annotations

from typing import Any

import pytest

from agents.notify.wording import fate, stated
from tests.agents.notify.alerts import figure


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ({"low": 220, "high": 220, "qualifier": "exact"}, "220"),
        ({"low": 11000, "high": 11000, "qualifier": "about"}, "about 11,000"),
        ({"low": 3000, "high": None, "qualifier": "at_least"}, "at least 3,000"),
        ({"low": 3000, "high": None, "qualifier": "at_least", "increment": True}, "at least 3,000 more"),
        ({"low": 50, "high": None, "qualifier": "more_than"}, "more than 50"),
        ({"low": None, "high": 12000, "qualifier": "up_to"}, "up to 12,000"),
        ({"low": None, "high": 40, "qualifier": "fewer_than"}, "fewer than 40"),
        ({"low": 8000, "high": 9000, "qualifier": "range"}, "8,000 to 9,000"),
        (
            {"low": None, "high": None, "qualifier": "vague", "vague": "tens_of_thousands"},
            "tens of thousands of",
        ),
        (
            {"low": None, "high": None, "qualifier": "vague", "vague": "hundreds", "increment": True},
            "hundreds more",
        ),
        ({"low": None, "high": None, "qualifier": "exact"}, "an unstated number of"),
    ],
)
def test_the_count_is_said_as_the_bounds_say_it(bounds: dict[str, Any], words: str) -> None:
    assert figure(**bounds).amount == words


def test_a_thing_keeps_its_printed_words_and_falls_back_to_its_id() -> None:
    assert figure(item="howitzer", item_text="170mm howitzers").noun == "170mm howitzers"
    assert figure(item="cruise_missile", item_text=" ").noun == "cruise missile"


def test_what_happened_is_left_out_when_the_contract_says_other() -> None:
    assert fate(figure(status="killed_or_wounded")) == "killed or wounded"
    assert fate(figure(status="other")) == ""


def test_a_figure_on_one_line_says_its_stance_its_time_and_its_claimant() -> None:
    assert stated(figure()) == "about 11,000 soldiers sent, said by Seoul's defence ministry"
    assert stated(figure(claimant=None, stance="denied", as_of="2025-01-01/2025-02-28")) == (
        "about 11,000 soldiers sent (denied), as of 2025-01-01/2025-02-28, nobody named"
    )
