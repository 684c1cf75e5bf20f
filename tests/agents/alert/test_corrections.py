"""What an article takes back of what it said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agents.alert.agent import RaiseAlerts
from schemas.alert import Alert
from schemas.claim import Claim
from schemas.figure import Figure
from schemas.statement import Place, Statement, Withdrawal
from tests.agents.alert.statements import COPY, figure, statement

FIRST = Place(article_id="a1", version=1, position=0)


def corrected(number: int, version: int = 2, of: Place = FIRST) -> Statement:
    return replace(statement(figure(number), version=version), replaces=of)


def withdrawn(stated: Figure | None = None, version: int = 2, of: Place = FIRST) -> Withdrawal:
    head = statement(version=version, article=of.article_id).article
    return Withdrawal(article=head, claim=Claim.of(stated or figure()).key, place=of)


async def told(*records: Statement | Withdrawal, ledger: dict[str, Any] | None = None) -> list[Alert]:
    ledger = {} if ledger is None else ledger
    agent = RaiseAlerts()
    return [alert for record in records for alert in await agent(record, ledger)]


async def test_a_changed_number_corrects_the_alert_it_raised() -> None:
    first, second = await told(statement(figure(11_000)), corrected(12_000))
    assert (second.kind, second.takes_back) == ("corrected", first.alert_id)
    assert second.earlier == (first.figure,)
    assert second.figure.low == 12_000
    assert second.headline == "Corrected: North Korea has sent 12,000 soldiers to Russia; 11,000 said earlier"


async def test_a_figure_dropped_retracts_the_alert_it_raised() -> None:
    first, second = await told(statement(), withdrawn())
    assert (second.kind, second.takes_back) == ("retracted", first.alert_id)
    assert second.figure == first.figure
    assert second.article.version == 2
    assert second.headline == "Taken back: North Korea has sent 11,000 soldiers to Russia"


async def test_a_correction_may_be_corrected_and_retracted_in_turn() -> None:
    said = await told(
        statement(figure(11_000)), corrected(12_000),
        corrected(13_000, 3, Place(article_id="a1", version=2, position=0)),
        withdrawn(version=4, of=Place(article_id="a1", version=3, position=0)),
    )
    assert [alert.kind for alert in said] == ["new", "corrected", "corrected", "retracted"]
    assert [alert.takes_back for alert in said[1:]] == [alert.alert_id for alert in said[:3]]


async def test_a_number_taken_back_is_no_longer_held() -> None:
    said = await told(statement(), withdrawn(), statement(article="a2"))
    assert [alert.kind for alert in said] == ["new", "retracted", "new"]


async def test_a_number_taken_back_stays_held_when_others_said_it_too() -> None:
    said = await told(statement(), statement(article="a2", source="Other"), withdrawn(), statement(article="a3"))
    assert [alert.kind for alert in said] == ["new", "retracted"]


async def test_taking_back_what_raised_no_alert_raises_none() -> None:
    place = Place(article_id="a2", version=1, position=0)
    repeat = statement(article="a2", source="Other")
    ledger: dict[str, Any] = {}
    assert len(await told(statement(), repeat, withdrawn(of=place), ledger=ledger)) == 1
    [row] = ledger.values()
    assert not row["entries"][0]["confirmations"]


async def test_a_correction_to_the_same_number_in_other_words_is_none() -> None:
    assert len(await told(statement(figure(11_000)), corrected(11_000))) == 1


async def test_a_later_version_that_repeats_a_figure_neither_alerts_nor_confirms_and_can_take_it_back() -> None:
    ledger: dict[str, Any] = {}
    again = replace(statement(version=2, position=3), copy_of=COPY)
    place = Place(article_id="a1", version=2, position=3)
    said = await told(statement(), again, withdrawn(version=3, of=place), ledger=ledger)
    assert [alert.kind for alert in said] == ["new", "retracted"]
    [row] = ledger.values()
    assert (row["entries"][0]["confirmed"], row["entries"][0]["copied"]) == (0, 0)


async def test_everything_delivered_again_gives_the_same_alerts_again() -> None:
    ledger: dict[str, Any] = {}
    records = (statement(figure(11_000)), corrected(12_000), withdrawn(
        version=3, of=Place(article_id="a1", version=2, position=0)
    ))
    first = await told(*records, ledger=ledger)
    rows = dict(ledger)
    assert await told(*records, ledger=ledger) == first
    assert ledger == rows
