"""What a crash brings back a second time is recognised, whatever the ledger has heard since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from agents.alert.agent import RaiseAlerts
from schemas.alert import Alert
from schemas.statement import Place, Statement, Withdrawal
from tests.agents.alert.statements import COPY, MARCH_28, figure, statement

KILLED = figure(120, status="killed")


async def alerts_of(*told: Statement | Withdrawal) -> list[Alert]:
    agent, ledger = RaiseAlerts(), dict[str, Any]()
    return [alert for one in told for alert in await agent(one, ledger)]


def kinds(alerts: Sequence[Alert]) -> list[str]:
    return [alert.kind for alert in alerts]


def place(article: str, version: int = 1) -> Place:
    return Place(article_id=article, version=version, position=0)


def withdrawal(stated: Statement, version: int = 2) -> Withdrawal:
    head = replace(stated.article, version=version)
    return Withdrawal(article=head, claim=stated.key, place=place(stated.article.id))


async def test_a_confirmation_is_no_news_when_it_comes_again_after_its_number_was_said_much_later() -> None:
    """Days later the number was said again; by article time the first confirmation is too far from that."""
    said = [
        statement(KILLED, article=f"a{number}", source=f"Wire {number}", at=MARCH_28 + timedelta(hours=30 * number))
        for number in range(5)
    ]
    assert kinds(await alerts_of(*said, said[1], said[2])) == ["new"]


async def test_a_confirmation_that_was_changed_does_not_come_back_with_its_old_number() -> None:
    first, second = statement(), statement(article="a2", source="Other Wire")
    changed = replace(
        statement(figure(14_000), article="a2", source="Other Wire", version=2), replaces=place("a2")
    )
    again = (second, changed)
    said = await alerts_of(first, second, changed, withdrawal(first), *again, statement(article="a3"))
    assert kinds(said) == ["new", "conflicting", "retracted", "conflicting", "conflicting"]
    assert said[1] == said[3]
    assert [held.low for held in said[-1].earlier] == [14_000]


@pytest.mark.parametrize("copy", [None, COPY], ids=["own words", "copy"])
async def test_a_number_stands_while_another_article_of_the_same_outlet_says_it(copy: Any) -> None:
    first, second = statement(), statement(article="a2", copy_of=copy)
    assert kinds(await alerts_of(first, second, withdrawal(first), statement(article="a3"))) == ["new", "retracted"]
    gone = (withdrawal(first), withdrawal(second))
    assert kinds(await alerts_of(first, second, *gone, statement(article="a3"))) == ["new", "retracted", "new"]


async def test_who_printed_a_copy_is_known_to_the_claim() -> None:
    """Whether an edited copy is found out depends on the partitions, and the kind of an alert must not."""
    for copy in (None, COPY):
        said = await alerts_of(
            statement(), statement(article="a2", source="Other Wire", copy_of=copy),
            statement(figure(14_000), article="a3", source="Other Wire"),
        )
        assert kinds(said) == ["new", "revised"]
