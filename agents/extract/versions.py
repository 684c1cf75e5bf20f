"""Versions of one article: what a later one changes or takes back of what an earlier one stated.

In: an article's statements and the row kept of its earlier versions. Out: the same statements,
those that replace an earlier figure saying which, and a withdrawal for each figure that is no
longer stated. An older version that comes after a newer one says nothing any more.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import msgspec

from agents.expiry import Ages
from schemas.article import ArticleHead
from schemas.figure import Vague
from schemas.statement import Place, Statement, Withdrawal

ROW = "article/"

KEPT = timedelta(days=30)
"""How long after an article a correction of it is expected: the ledger's memory of stocks."""

MOST_VERSIONS = 10
"""Versions kept of one article: a live page may have hundreds, and only the last few can come again."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure that a version stated: its claim's key, its number, its position."""

    claim: str
    number: tuple[int | None, int | None, Vague | None]
    position: int


@dataclass(frozen=True, slots=True)
class Version:
    version: int
    published_at: datetime | None
    said: tuple[Said, ...]


Outputs = Sequence[Statement | Withdrawal]


def reconcile(
    article: ArticleHead, statements: Sequence[Statement], rows: MutableMapping[str, Any], ages: Ages
) -> Outputs:
    """What this version tells the ledger, given the versions before it. Keeps it for those after."""
    key = ROW + article.id
    known = msgspec.convert(rows[key], tuple[Version, ...]) if key in rows else ()
    if any(held.version > article.version for held in known):
        return ()
    before = max((held for held in known if held.version < article.version), key=_number, default=None)
    this = Version(article.version, article.published_at, tuple(_said(stated) for stated in statements))
    if article.version > 1 or this.said or known:
        kept = (*(held for held in known if held.version != article.version), this)[-MOST_VERSIONS:]
        rows[key] = msgspec.to_builtins(kept)
        ages.note(key, rows[key])
    if article.published_at is not None:
        ages.expire(rows, article.published_at - KEPT)
    return _changes(article, statements, before) if before else statements


def time_of(row: Any) -> datetime | None:
    """When the row's latest version was published: its age."""
    versions = msgspec.convert(row, tuple[Version, ...])
    return versions[-1].published_at


def _changes(article: ArticleHead, statements: Sequence[Statement], before: Version) -> Outputs:
    unmatched = list(before.said)
    fresh: list[Statement] = []
    outputs: list[Statement | Withdrawal] = []
    for statement in statements:
        same = next((held for held in unmatched if _same(held, _said(statement))), None)
        if same is None:
            fresh.append(statement)
        else:
            unmatched.remove(same)
            outputs.append(statement)
    for statement in fresh:
        replaced = next((held for held in unmatched if held.claim == statement.key), None)
        if replaced is not None:
            unmatched.remove(replaced)
            statement = replace(statement, replaces=_place(article, before, replaced))
        outputs.append(statement)
    outputs.sort(key=lambda output: output.position if isinstance(output, Statement) else 0)
    return (*(
        Withdrawal(article=article, claim=held.claim, place=_place(article, before, held)) for held in unmatched
    ), *outputs)


def _said(statement: Statement) -> Said:
    figure = statement.figure
    return Said(statement.key, (figure.low, figure.high, figure.vague), statement.position)


def _same(held: Said, said: Said) -> bool:
    return (held.claim, held.number) == (said.claim, said.number)


def _place(article: ArticleHead, before: Version, held: Said) -> Place:
    return Place(article_id=article.id, version=before.version, position=held.position)


def _number(version: Version) -> int:
    return version.version
