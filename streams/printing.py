"""What people see of alerts, figures and events: tables and lines of text.

In: schemas. Out: text for a terminal. With --json nothing here is used.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from schemas.alert import Alert
from schemas.article import Article
from schemas.event import Event
from schemas.figure import Figure

_KIND_STYLES = {"new": "green", "revised": "yellow", "conflicting": "red", "corrected": "cyan", "retracted": "cyan"}


def alert_table(alerts: Iterable[Alert]) -> Table:
    table = Table(header_style="bold", expand=True)
    table.add_column("published", no_wrap=True)
    table.add_column("kind", no_wrap=True)
    table.add_column("headline", ratio=1)
    table.add_column("source", no_wrap=True, max_width=24)
    for alert in alerts:
        published = alert.article.published_at
        table.add_row(
            f"{published:%Y-%m-%d}" if published else "undated",
            f"[{_KIND_STYLES[alert.kind]}]{alert.kind}[/]", _plain(alert.headline), _plain(alert.article.source),
        )
    return table


def alert_line(alert: Alert) -> str:
    published = alert.article.published_at
    when = f"{published:%Y-%m-%d %H:%M}" if published else "undated"
    return f"{when}  {alert.kind:<11}  {alert.headline}  [{alert.article.source or alert.article.id}]"


def reading_line(article: Article, reading: Figure | Event) -> str:
    return _figure_line(article, reading) if isinstance(reading, Figure) else _event_line(article, reading)


def _figure_line(article: Article, figure: Figure) -> str:
    whose = figure.party.name if figure.party else "?"
    to = f" > {figure.counterparty.name}" if figure.counterparty else ""
    said = f", says {figure.claimant}" if figure.claimant else ""
    stance = "" if figure.stance == "asserted" else f" ({figure.stance})"
    return (
        f"{article.id}  figure  {figure.amount} {figure.noun}: {figure.status}{stance}, {whose}{to}{said}"
        f'  "{figure.quote}"'
    )


def _event_line(article: Article, event: Event) -> str:
    who = event.actor.name if event.actor else "?"
    to = f" > {event.recipient.name}" if event.recipient else ""
    when = f", {event.date}" if event.date else ""
    stance = "" if event.stance == "asserted" else f" ({event.stance})"
    return f"{article.id}  event   {event.kind} [{event.plover}]{stance}: {who}{to}{when}"


def _plain(text: str) -> str:
    return text.replace("[", r"\[")
