"""A number that another source or a breakdown gives for the same thing has the same fate."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Juba says 300 rebels crossed the river, while monitors spoke of 120 fighters.", ["sent", "sent"]),
        ("Baku says 90 of its soldiers fell; Yerevan has counted 75.", ["killed", "killed"]),
        ("Rebels took 40 prisoners. Two colonels are among them.", ["captured", "captured"]),
        ("A monitor counted 60 soldiers dead: 35 army regulars, 25 militiamen.", ["killed", "killed", "killed"]),
    ],
)
def test_a_second_account_shares_the_fate_of_the_first(text: str, statuses: list[str]) -> None:
    assert [str(figure.status) for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Rebels killed 12 soldiers. The base has 400 soldiers.", ["killed", "present"]),
        ("Rebels killed 12 soldiers while the army sent 300 soldiers to Goma.", ["killed", "sent"]),
        ("Half of the 600 marines were wounded, and 40 marines stayed.", ["present", "present"]),
    ],
)
def test_a_clause_of_its_own_keeps_its_own_fate(text: str, statuses: list[str]) -> None:
    assert [str(figure.status) for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Seoul lent Kursk 500 sappers from two battalions.", ["sent", "sent"]),
        ("Amal announced 16 fighters dead over the week, and the army 11 soldiers.", ["killed", "killed"]),
        ("The army speaks of 700 prisoners.", ["captured"]),
        ("The garrison of 4,000 soldiers is short of fuel, monks reached by radio said.", ["present"]),
    ],
)
def test_units_and_lists_share_and_what_others_do_does_not(text: str, statuses: list[str]) -> None:
    assert [str(figure.status) for figure in figures(text)] == statuses


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels said 11 Turkish soldiers were killed; Ankara admitted to three soldiers.", "killed"),
        ("The fate of 39 soldiers is unknown.", "missing"),
        ("Boats carried 90 Turkish soldiers across the strait.", "sent"),
    ],
)
def test_who_admits_fewer_speaks_of_the_same(text: str, status: str) -> None:
    assert figures(text)[-1].status == status
