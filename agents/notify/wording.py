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


def counted(figure: Figure) -> str:
    """The count alone: "about 11,000", "at least 3,000 more", "tens of thousands of"."""
    more = " more" if figure.increment else ""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        about = "about " if figure.qualifier == "about" else ""
        number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
        return f"{about}{number}{more}"
    if low is not None:
        return f"{'more than' if figure.qualifier == 'more_than' else 'at least'} {low:,}{more}"
    if high is not None:
        return f"{'fewer than' if figure.qualifier == 'fewer_than' else 'up to'} {high:,}{more}"
    size = figure.vague.replace("_", " ") if figure.vague else "an unstated number"
    return f"{size}{more or ' of'}"


def thing(figure: Figure) -> str:
    """What is counted, as printed; the canonical id in words where nothing was printed."""
    return figure.item_text if figure.item_text.strip() else figure.item.replace("_", " ")


def fate(figure: Figure) -> str:
    """What happened to them, in words; empty when the contract knows no better than `other`."""
    return "" if figure.status == "other" else figure.status.replace("_", " ")


def stated(figure: Figure) -> str:
    """The figure on one line with its claimant, to be set beside another one."""
    words = f"{counted(figure)} {thing(figure)}"
    words += f" {fate(figure)}" if fate(figure) else ""
    words += f" ({figure.stance})" if figure.stance != "asserted" else ""
    words += f", as of {figure.as_of}" if figure.as_of else ""
    return f"{words}, said by {figure.claimant}" if figure.claimant else f"{words}, nobody named"
