"""The plan's own rules, one by one, as docs/alerts.md words them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.truth.plan import Claim, Expected, Number, Plan, Stated, Told

SENT = Claim("troops", "soldier", "sent", "PRK", "RUS", False)
KILLED = Claim("troops", "soldier", "killed", "RUS", "UKR", False)
BEGINNING = datetime(2026, 3, 1, tzinfo=UTC)


def count(number: int) -> Number:
    return Number(number, number)


def told(
    article: str, number: Number | None, *, version: int = 1, by: str | None = "ministry", hours: float = 0,
    claim: Claim = SENT, canceled: bool = False, outlet: str = "Northwire", copied: bool = False,
) -> Told:
    figures = () if number is None else (Stated(claim, number, by, copied),)
    return Told(article, version, canceled, outlet, BEGINNING + timedelta(hours=hours), figures)


def alerts(*versions: Told) -> list[Expected]:
    plan = Plan()
    return [alert for version in versions for alert in plan.read(version)]


def kinds(*versions: Told) -> list[str]:
    return [alert.kind for alert in alerts(*versions)]


@pytest.mark.parametrize(("one", "other", "same"), [
    (Number(11_000, 11_000, exact=False), count(11_200), True),
    (count(11_000), count(11_200), True),
    (count(1_012), count(1_047), False),
    (count(1_000), count(1_047), True),
    (count(54), count(55), False),
    (Number(None, 12_000, exact=False), count(12_000), True),
    (Number(8_000, 9_000, exact=False), count(8_000), False),
    (Number(None, None, vague="dozens"), Number(None, None, vague="hundreds"), False),
])
def test_numbers_are_one_or_two_as_the_rules_say(one: Number, other: Number, same: bool) -> None:
    assert one.same_as(other) is other.same_as(one) is same


def test_a_vague_size_tells_nothing_beyond_a_number_that_it_fits() -> None:
    dozens = Number(None, None, vague="dozens")
    assert dozens.tells_nothing_beyond(count(54))
    assert not dozens.tells_nothing_beyond(count(540))
    assert not count(54).tells_nothing_beyond(dozens)


def test_the_same_claimant_revises_and_another_conflicts() -> None:
    assert kinds(told("a", count(10)), told("b", count(20)), told("c", count(30), by="staff")) == [
        "new", "revised", "conflicting",
    ]


def test_where_nobody_is_named_the_outlet_is_the_claimant() -> None:
    assert kinds(
        told("a", count(10), by=None), told("b", count(20), by=None), told("c", count(30), by=None, outlet="Other"),
    ) == ["new", "revised", "conflicting"]


def test_stocks_are_held_for_thirty_days_and_flows_for_a_day_and_a_half() -> None:
    assert kinds(told("a", count(10)), told("b", count(10), hours=720)) == ["new"]
    assert kinds(told("a", count(10)), told("b", count(10), hours=721)) == ["new", "new"]
    assert kinds(told("a", count(10), claim=KILLED), told("b", count(10), claim=KILLED, hours=36)) == ["new"]
    assert kinds(told("a", count(10), claim=KILLED), told("b", count(10), claim=KILLED, hours=37)) == ["new", "new"]


def test_a_correction_takes_back_and_names_what_it_replaces_last() -> None:
    [_, _, corrected] = alerts(told("a", count(10)), told("b", count(20)), told("a", count(30), version=2))
    assert (corrected.kind, corrected.takes_back) == ("corrected", ("a", 1))
    assert corrected.earlier == ((20, 20, None), (10, 10, None))


def test_a_number_taken_back_is_held_only_while_another_article_says_it() -> None:
    gone = told("a", None, version=2)
    assert kinds(told("a", count(10)), gone, told("c", count(10))) == ["new", "retracted", "new"]
    assert kinds(told("a", count(10)), told("b", count(10)), gone, told("c", count(10))) == ["new", "retracted"]


def test_what_raised_no_alert_takes_none_back() -> None:
    assert kinds(told("a", count(10)), told("b", count(10)), told("b", None, version=2, canceled=True)) == ["new"]


def test_a_confirmation_that_changes_its_number_is_judged_like_any_other() -> None:
    assert kinds(told("a", count(10)), told("b", count(10)), told("b", count(20), version=2)) == ["new", "revised"]


def test_a_second_correction_takes_back_the_first() -> None:
    [_, _, last] = alerts(*(told("a", count(10 * version), version=version) for version in (1, 2, 3)))
    assert (last.kind, last.takes_back, last.earlier) == ("corrected", ("a", 2), ((20, 20, None),))


def test_an_older_version_and_one_published_again_say_nothing() -> None:
    assert kinds(told("a", count(20), version=2), told("a", count(10)), told("a", count(20), version=2)) == ["new"]


def test_a_word_for_word_copy_of_what_is_forgotten_is_no_news() -> None:
    late = told("b", count(10), claim=KILLED, hours=40, copied=True)
    assert kinds(told("a", count(10), claim=KILLED), late) == ["new"]
