"""A figure in plain English: how many of what, and what to call those it concerns.

In: a Figure. Out: short phrases for a message, still unescaped: they hold words of the article.
"""

from __future__ import annotations

from typing import Final

from schemas.alert import AlertKind
from schemas.figure import Figure, FigureStatus

KINDS: Final[dict[AlertKind, str]] = {
    "new": "New figure",
    "revised": "Revised figure",
    "conflicting": "Conflicting figure",
    "corrected": "Corrected figure",
    "retracted": "Retracted figure",
}

COUNTERPARTS: Final[dict[FigureStatus, str]] = {
    "sent": "To",
    "pledged": "To",
    "withdrawn": "From",
    "launched": "Against",
    "intercepted": "Opponent",
    "destroyed": "Opponent",
    "killed": "Opponent",
    "wounded": "Opponent",
    "killed_or_wounded": "Opponent",
    "captured": "Opponent",
    "missing": "Opponent",
    "trained": "With",
    "exchanged": "With",
}
"""What the counterparty is to the party. No row for `present`: troops face an enemy or stand with a host."""

OTHER_COUNTERPART = "In or against"


def fate(figure: Figure) -> str:
    """What happened to them, in words; empty when the contract knows no better than `other`."""
    return "" if figure.status == "other" else figure.status.replace("_", " ")


def stated(figure: Figure) -> str:
    """The figure on one line with its claimant, to be set beside another one."""
    words = f"{figure.amount} {figure.noun}"
    words += f" {fate(figure)}" if fate(figure) else ""
    words += f" ({figure.stance})" if figure.stance != "asserted" else ""
    words += f", as of {figure.as_of}" if figure.as_of else ""
    return f"{words}, said by {figure.claimant}" if figure.claimant else f"{words}, nobody named"
