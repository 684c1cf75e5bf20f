"""alert: statements in, alerts out; the ledger is its memory.

One statement at a time, in the order of the articles. State: one row a claim, under the claim's
key. An alert's id is made from the claim and the figure's words and article, so that a statement
delivered again gives the same alert under the same id.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from typing import Any

import msgspec
import xxhash

from agents.alert.headline import headline
from agents.alert.ledger import Entry, Memory, Page, enter
from schemas.alert import Alert, AlertArticle
from schemas.statement import Statement


class RaiseAlerts:
    """The agent. memory: how long a number counts as held."""

    def __init__(self, memory: Memory | None = None) -> None:
        self._memory = memory or Memory()

    async def __call__(self, statement: Statement, ledger: MutableMapping[str, Any]) -> Sequence[Alert]:
        """Enter the statement and return its alert, if it is news."""
        key = statement.key
        held = msgspec.convert(ledger[key], Page) if key in ledger else Page()
        page, news = enter(held, statement, self._memory)
        if page is not held:
            ledger[key] = msgspec.to_builtins(page)
        return () if news is None else (_alert(key, news),)


def _alert(key: str, entry: Entry) -> Alert:
    article = entry.article
    return Alert(
        alert_id=_alert_id(key, entry),
        kind=entry.kind,
        figure=entry.figure,
        earlier=entry.earlier,
        article=AlertArticle(
            id=article.id, version=article.version, source=article.source, title=article.title,
            url=article.url, published_at=article.published_at,
        ),
        sentence=entry.sentence,
        headline=headline(entry.figure, entry.earlier),
    )


def _alert_id(key: str, entry: Entry) -> str:
    parts = (key, entry.figure.quote, entry.article.id, str(entry.article.version))
    return xxhash.xxh3_128_hexdigest("\x1f".join(parts).encode())
