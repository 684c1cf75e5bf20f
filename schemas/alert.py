"""Alert: the news: a figure that the ledger did not hold, with what it held before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from schemas.figure import Figure

AlertKind = Literal["new", "revised", "conflicting", "corrected", "retracted"]
"""corrected and retracted take back an earlier alert."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertArticle:
    """The article that an alert rests on. published_at is in UTC, null when the article is undated."""

    id: str
    version: int
    source: str
    title: str
    url: str | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """One alert, as published on the alerts topic and printed by `subscribe --json`.

    alert_id: 32 hex digits made from the claim and the figure's words and article, so that the
    same input gives the same id. earlier: the figures the ledger held for the claim, oldest first.
    takes_back: the id of the alert this one corrects or retracts, else null.
    """

    type: Literal["alert"] = "alert"
    alert_id: str
    kind: AlertKind
    figure: Figure
    earlier: tuple[Figure, ...] = ()
    takes_back: str | None = None
    article: AlertArticle
    sentence: str
    headline: str
