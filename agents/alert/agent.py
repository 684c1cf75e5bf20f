"""alert: statements and withdrawals in, alerts out; the ledger is its memory.

One at a time, in the order of the articles. State: one row a claim, under the claim's key. An
alert's id is made from the claim and the figure's words and article, so that a statement delivered
again gives the same alert under the same id.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
import xxhash

from agents.alert.headline import headline
from agents.alert.ledger import Judged, enter, withdraw
from agents.alert.page import Memory, News, Page
from agents.expiry import Ages
from schemas.alert import Alert, AlertArticle
from schemas.figure import Figure
from schemas.statement import Statement, Withdrawal


class RaiseAlerts:
    """The agent. memory: how long a number counts as held."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory or Memory()
        self._ages: dict[int, Ages] = {}

    async def __call__(
        self, told: Statement | Withdrawal, ledger: MutableMapping[str, Any], part: int = 0
    ) -> Sequence[Alert]:
        """Enter what is told into the ledger of one partition (part), and return its alert, if it is news."""
        key = told.key
        held = msgspec.convert(ledger[key], Page) if key in ledger else Page()
        page, news = self._judge(held, told)
        if page is not held:
            ledger[key] = msgspec.to_builtins(page)
        self._let_go(ledger, part, key, told.article.published_at)
        return () if news is None else (_alert(key, news, page.earlier(news)),)

    def _judge(self, page: Page, told: Statement | Withdrawal) -> Judged:
        if isinstance(told, Statement):
            return enter(page, told, self._memory)
        return withdraw(page, told, self._memory)

    def forget(self) -> None:
        """Drop what was derived from the ledgers: after a rebalance they may be others."""
        self._ages.clear()

    def _let_go(
        self, ledger: MutableMapping[str, Any], part: int, key: str, now: datetime | None
    ) -> None:
        ages = self._ages.setdefault(part, Ages(_time_of))
        if key in ledger:
            ages.note(key, ledger[key])
        if now is not None:
            ages.expire(ledger, now - self._memory.longest)


def _time_of(row: Any) -> datetime | None:
    return msgspec.convert(row, Page).last_at


def _alert(key: str, news: News, earlier: tuple[Figure, ...]) -> Alert:
    article = news.article
    return Alert(
        alert_id=alert_id(key, news),
        kind=news.kind,
        figure=news.figure,
        earlier=earlier,
        takes_back=alert_id(key, news.takes_back) if news.takes_back else None,
        article=AlertArticle(
            id=article.id, version=article.version, source=article.source, title=article.title,
            url=article.url, published_at=article.published_at,
        ),
        sentence=news.sentence,
        headline=headline(news.kind, news.figure, earlier),
    )


def alert_id(key: str, news: News) -> str:
    """32 hex digits: the claim, the figure's words, the article and its version; nothing else."""
    parts = [key, news.figure.quote, str(news.figure.start), news.article.id, str(news.article.version)]
    if news.kind == "retracted":
        parts.append(news.kind)
    return xxhash.xxh3_128_hexdigest("\x1f".join(parts).encode())
