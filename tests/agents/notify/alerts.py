"""Alerts to post, in our own words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from schemas.alert import Alert, AlertArticle
from schemas.figure import Figure
from schemas.party import Party

NORTH_KOREA = Party(id="PRK", name="North Korea")
RUSSIA = Party(id="RUS", name="Russia")


def figure(**changes: Any) -> Figure:
    fields: dict[str, Any] = {
        "category": "troops", "item": "soldier", "item_text": "soldiers", "low": 11000, "high": 11000,
        "qualifier": "about", "status": "sent", "party": NORTH_KOREA, "counterparty": RUSSIA,
        "claimant": "Seoul's defence ministry", "quote": "some 11,000 soldiers", "start": 10, "end": 30,
    }
    return Figure(**(fields | changes))


def article(**changes: Any) -> AlertArticle:
    fields: dict[str, Any] = {
        "id": "a1", "version": 1, "source": "Harbour Wire", "title": "Pyongyang's soldiers counted again",
        "url": "https://harbour.example/asia/17", "published_at": datetime(2025, 3, 28, 6, 30, tzinfo=UTC),
    }
    return AlertArticle(**(fields | changes))


def alert(**changes: Any) -> Alert:
    fields: dict[str, Any] = {
        "alert_id": "0f" * 16, "kind": "conflicting", "figure": figure(), "article": article(),
        "earlier": (figure(low=None, high=12000, qualifier="up_to", claimant="Washington"),),
        "sentence": "The ministry now puts it at some 11,000 soldiers.",
        "headline": "North Korea has sent about 11,000 soldiers to Russia, says Seoul's defence ministry",
    }
    return Alert(**(fields | changes))


def texts(blocks: Any) -> list[str]:
    """Every text of a message's blocks, as Slack would be given it."""
    if isinstance(blocks, dict):
        own = [blocks["text"]] if isinstance(blocks.get("text"), str) else []
        return own + [text for value in blocks.values() for text in texts(value)]
    if isinstance(blocks, list | tuple):
        return [text for block in blocks for text in texts(block)]
    return []
