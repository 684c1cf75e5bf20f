"""Statements to test with: a figure of North Korean soldiers in Russia unless told otherwise."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from schemas.article import ArticleHead
from schemas.figure import Figure
from schemas.paragraph import CopyOf
from schemas.party import Party
from schemas.statement import Statement

NORTH_KOREA = Party(id="PRK", name="North Korea")
RUSSIA = Party(id="RUS", name="Russia")
MARCH_28 = datetime(2025, 3, 28, 6, 30, tzinfo=UTC)
COPY = CopyOf(article_id="a1", version=1, position=0, kind="exact")


def figure(number: int | None = 11_000, **fields: Any) -> Figure:
    given: dict[str, Any] = {
        "category": "troops", "item": "soldier", "item_text": "soldiers", "low": number, "high": number,
        "qualifier": "exact", "status": "sent", "party": NORTH_KOREA, "counterparty": RUSSIA,
        "quote": f"{number} soldiers", "start": 0, "end": 10,
    }
    return Figure(**(given | fields))


def statement(
    stated: Figure | None = None, *, article: str = "a1", source: str = "Example Wire", position: int = 0,
    at: datetime | None = MARCH_28, copy_of: CopyOf | None = None, version: int = 1,
) -> Statement:
    head = ArticleHead(id=article, version=version, source=source, published_at=at)
    return Statement(
        article=head, position=position, figure=stated or figure(), sentence="A sentence.", copy_of=copy_of
    )
