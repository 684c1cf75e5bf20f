"""From statements to alerts, through the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from agents.alert.agent import RaiseAlerts
from schemas.alert import Alert
from schemas.statement import Statement
from tests.agents.alert.statements import COPY, MARCH_28, RUSSIA, figure, statement


@pytest.fixture
def ledger() -> dict[str, Any]:
    return {}


async def alerts_of(ledger: dict[str, Any], *statements: Statement) -> list[Alert]:
    agent = RaiseAlerts()
    return [alert for stated in statements for alert in await agent(stated, ledger)]


def kinds(alerts: Sequence[Alert]) -> list[str]:
    return [alert.kind for alert in alerts]


async def test_the_first_number_of_a_claim_is_new(ledger: dict[str, Any]) -> None:
    [alert] = await alerts_of(ledger, statement())
    assert alert.kind == "new"
    assert alert.earlier == ()
    assert alert.headline == "North Korea has sent 11,000 soldiers to Russia"


async def test_the_same_number_by_another_outlet_raises_nothing_and_is_a_confirmation(
    ledger: dict[str, Any],
) -> None:
    said = await alerts_of(ledger, statement(), statement(article="a2", source="Other Wire"))
    assert kinds(said) == ["new"]
    [row] = ledger.values()
    assert row["entries"][0]["confirmed"] == 1
    assert row["entries"][0]["copied"] == 0


async def test_a_word_for_word_copy_is_counted_as_a_copy_not_a_confirmation(ledger: dict[str, Any]) -> None:
    await alerts_of(ledger, statement(), statement(article="a2", source="Other Wire", copy_of=COPY))
    [row] = ledger.values()
    assert row["entries"][0]["confirmed"] == 0
    assert row["entries"][0]["copied"] == 1
    assert row["entries"][0]["copies"][0]["outlet"] == "Other Wire"


async def test_another_number_by_the_same_claimant_is_a_revision_that_names_the_earlier(
    ledger: dict[str, Any],
) -> None:
    first, second = await alerts_of(
        ledger,
        statement(figure(10_000, claimant="Seoul's Joint Chiefs of Staff")),
        statement(figure(12_000, claimant="the Joint Chiefs of Staff of Seoul"), article="a2"),
    )
    assert second.kind == "conflicting"
    third, = await alerts_of(
        ledger, statement(figure(15_000, claimant="Seoul's Joint Chiefs of Staff"), article="a3")
    )
    assert third.kind == "revised"
    assert third.earlier == (first.figure, second.figure)
    assert third.headline.endswith("; 12,000 and 10,000 said earlier")


async def test_another_number_by_another_claimant_conflicts(ledger: dict[str, Any]) -> None:
    said = await alerts_of(
        ledger, statement(figure(10_000, claimant="Kyiv")), statement(figure(4_000, claimant="Moscow"), article="a2")
    )
    assert kinds(said) == ["new", "conflicting"]


async def test_without_a_claimant_the_outlet_speaks_for_itself(ledger: dict[str, Any]) -> None:
    said = await alerts_of(
        ledger, statement(figure(10)), statement(figure(12), article="a2"),
        statement(figure(15), article="a3", source="Other Wire"),
    )
    assert kinds(said) == ["new", "revised", "conflicting"]


async def test_a_stock_is_remembered_for_thirty_days_by_article_time(ledger: dict[str, Any]) -> None:
    said = await alerts_of(
        ledger, statement(), statement(article="a2", at=MARCH_28 + timedelta(days=30)),
        statement(article="a3", at=MARCH_28 + timedelta(days=61)),
    )
    assert kinds(said) == ["new", "new"]


async def test_a_flow_is_remembered_for_a_day_and_a_half(ledger: dict[str, Any]) -> None:
    fired = figure(20, status="launched")
    said = await alerts_of(
        ledger, statement(fired), statement(fired, article="a2", at=MARCH_28 + timedelta(hours=36)),
        statement(fired, article="a3", at=MARCH_28 + timedelta(hours=73)),
    )
    assert kinds(said) == ["new", "new"]


async def test_an_undated_article_is_compared_with_all_that_is_held(ledger: dict[str, Any]) -> None:
    said = await alerts_of(ledger, statement(), statement(article="a2", at=None))
    assert kinds(said) == ["new"]


async def test_a_paragraph_printed_again_is_old_news_even_when_its_number_is_forgotten(
    ledger: dict[str, Any],
) -> None:
    fired, later = figure(20, status="launched"), MARCH_28 + timedelta(hours=73)
    printed = replace(statement(fired), fingerprint="f" * 16)
    again = replace(statement(fired, article="a2", at=later), fingerprint="f" * 16)
    assert kinds(await alerts_of(ledger, printed, again)) == ["new"]


async def test_an_edited_copy_of_a_forgotten_number_is_news_again_whether_or_not_it_was_found_out(
    ledger: dict[str, Any],
) -> None:
    fired, later = figure(20, status="launched"), MARCH_28 + timedelta(hours=73)
    edited = replace(statement(fired, article="a2", at=later, copy_of=COPY), fingerprint="e" * 16)
    assert kinds(await alerts_of(ledger, statement(fired), edited)) == ["new", "new"]


async def test_a_statement_delivered_again_gives_its_alert_again_under_the_same_id(
    ledger: dict[str, Any],
) -> None:
    first = await alerts_of(ledger, statement())
    await alerts_of(ledger, statement(figure(12_000), article="a2"))
    rows = dict(ledger)
    assert await alerts_of(ledger, statement()) == first
    assert ledger == rows


async def test_a_repeat_delivered_again_is_counted_once(ledger: dict[str, Any]) -> None:
    repeat = statement(article="a2", source="Other Wire")
    await alerts_of(ledger, statement(), repeat, repeat)
    [row] = ledger.values()
    assert row["entries"][0]["confirmed"] == 1


async def test_an_increment_is_a_claim_of_its_own(ledger: dict[str, Any]) -> None:
    said = await alerts_of(ledger, statement(), statement(figure(3_000, increment=True), position=1))
    assert kinds(said) == ["new", "new"]
    assert said[1].headline == "North Korea has sent 3,000 more soldiers to Russia"


async def test_the_ids_of_two_alerts_differ(ledger: dict[str, Any]) -> None:
    said = await alerts_of(ledger, statement(), statement(figure(12_000), position=1))
    assert len({alert.alert_id for alert in said}) == 2


async def test_a_claimant_that_began_its_sentence_is_written_as_within_one(ledger: dict[str, Any]) -> None:
    [alert] = await alerts_of(ledger, statement(figure(claimant="The Arakan Army")))
    assert alert.headline.endswith(", says the Arakan Army")


async def test_losses_are_one_claim_whether_or_not_it_is_said_who_inflicted_them(ledger: dict[str, Any]) -> None:
    bare, told = (figure(4_000, status="killed", counterparty=other) for other in (None, RUSSIA))
    assert len(await alerts_of(ledger, statement(bare, article="a"), statement(told, article="b"))) == 1


async def test_a_headline_does_not_say_twice_whose_they_were(ledger: dict[str, Any]) -> None:
    killed = figure(4_000, item_text="North Korean soldiers", status="killed", counterparty=None)
    [alert] = await alerts_of(ledger, statement(killed))
    assert alert.headline == "4,000 North Korean soldiers killed"
