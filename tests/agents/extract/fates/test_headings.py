"""A verb right behind the counted says more than the heading above it or the item before it."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Casualties: 12 soldiers killed, 30 soldiers wounded, two missing.", ["killed", "wounded", "missing"]),
        ("Losses: 12 soldiers killed, 30 rifles seized.", ["killed", "captured"]),
        ("Army tally: 12 rebels killed, 30 rifles seized and two soldiers wounded.", ["killed", "captured", "wounded"]),
        ("Air force tally: 88 of 97 drones downed.", ["intercepted"]),
        ("Casualties: 12 soldiers.", ["killed_or_wounded"]),
        ("Losses: 12 soldiers, three tanks.", ["killed_or_wounded", "destroyed"]),
        ("The army killed 12 rebels, wounded 30 soldiers.", ["killed", "wounded"]),
    ],
)  # fmt: skip
def test_status_under_a_heading(text: str, statuses: list[str]) -> None:
    assert [figure.status for figure in figures(text)][: len(statuses)] == statuses
