"""Event: who did what to whom, where, when, and who says so; typed with PLOVER's codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.article import ArticleHead
from schemas.figure import Stance
from schemas.party import Party

EventKind = Literal[
    "deployment", "transfer", "casualties", "visit", "talks", "agreement", "statement", "exercise",
    "unveiling", "test",
]
PloverType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
"""The sixteen event types of PLOVER, the Open Event Data Alliance's ontology (codebook draft 0.7, which
calls REQUEST also DEMAND)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as a sentence tells it.

    kind: our plain word. plover: PLOVER's event type; mode: PLOVER's mode, or null where the type
    has none that fits. place: the words as printed. date: ISO 8601 date or interval, resolved
    against the article's published_at, or null. speaker: the words naming who says so.
    quote is body[start:end]: the sentence the event was read from.
    """

    kind: EventKind
    plover: PloverType
    mode: str | None = None
    actor: Party | None = None
    recipient: Party | None = None
    place: str | None = None
    date: str | None = None
    stance: Stance = "asserted"
    speaker: str | None = None
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedEvent:
    """An event with the article that tells it, as it travels on the events topic."""

    article: ArticleHead
    event: Event
