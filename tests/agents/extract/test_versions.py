"""What a later version of an article changes of what it stated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from agents.expiry import Ages
from agents.extract import versions
from agents.extract.versions import reconcile
from schemas.article import ArticleHead
from schemas.figure import Figure
from schemas.statement import Place, Statement, Withdrawal
from tests.agents.alert.statements import MARCH_28, figure, statement

Outputs = Sequence[Statement | Withdrawal]


class Desk:
    """Tells versions of article a1 one after another."""

    def __init__(self) -> None:
        self.rows: dict[str, Any] = {}
        self.ages = Ages(versions.time_of, versions.ROW, grace=0)

    def tell(self, version: int, *figures: Figure, article: str = "a1", days: int = 0) -> Outputs:
        at = MARCH_28 + timedelta(days=days)
        stated = [
            statement(one, article=article, version=version, position=position, at=at)
            for position, one in enumerate(figures)
        ]
        head = ArticleHead(id=article, version=version, published_at=at)
        return reconcile(head, stated, self.rows, self.ages)


TANKS = figure(31, item="tank", category="weapons")


def replaces(outputs: Outputs) -> list[Place | None]:
    return [output.replaces for output in outputs if isinstance(output, Statement)]


def withdrawn(outputs: Outputs) -> list[Place]:
    return [output.place for output in outputs if isinstance(output, Withdrawal)]


def test_a_first_version_states_its_figures_as_they_are() -> None:
    outputs = Desk().tell(1, figure(), TANKS)
    assert replaces(outputs) == [None, None]


def test_an_article_without_figures_leaves_no_row() -> None:
    desk = Desk()
    desk.tell(1)
    assert desk.rows == {}


def test_a_changed_number_says_which_it_replaces() -> None:
    desk = Desk()
    desk.tell(1, TANKS, figure(11_000))
    outputs = desk.tell(2, TANKS, figure(12_000))
    assert replaces(outputs) == [None, Place(article_id="a1", version=1, position=1)]
    assert withdrawn(outputs) == []


def test_a_figure_no_longer_stated_is_withdrawn() -> None:
    desk = Desk()
    desk.tell(1, TANKS, figure())
    assert withdrawn(desk.tell(2, TANKS)) == [Place(article_id="a1", version=1, position=1)]


def test_an_older_version_after_a_newer_one_says_nothing() -> None:
    desk = Desk()
    desk.tell(2, figure(12_000))
    assert desk.tell(1, figure(11_000)) == ()


def test_a_version_delivered_again_says_the_same_again() -> None:
    desk = Desk()
    desk.tell(1, figure(11_000))
    first = desk.tell(2, figure(12_000))
    assert desk.tell(2, figure(12_000)) == first


def test_rows_grow_old_by_article_time() -> None:
    desk = Desk()
    for number in range(5):
        desk.tell(1, figure(), article=f"old-{number}")
    for number in range(5):
        desk.tell(1, figure(), article=f"new-{number}", days=40)
    assert sorted(desk.rows) == [f"article/new-{number}" for number in range(5)]
