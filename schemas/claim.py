"""Claim: what a figure is about, without its number. Its key is the ledger's key."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.figure import Category, Figure, FigureStatus

SOLDIERS = frozenset({
    "soldier", "serviceman", "servicewoman", "military_man", "enlisted_man", "infantryman", "army_man", "man", "woman",
})
"""Items that say no more than people under arms: what one story calls 300 soldiers, the next calls 300 men."""


SUFFERED: frozenset[FigureStatus] = frozenset({
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "destroyed", "intercepted",
})
"""What befalls somebody: one story names who did it, the next leaves it out, and the claim is the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """item: as the figure's, but one id for people under arms. party, counterparty: ids, or null where
    the words name none; counterparty null as well for what is suffered by a party that is named."""

    category: Category
    item: str
    status: FigureStatus
    party: str | None = None
    counterparty: str | None = None
    increment: bool = False

    @classmethod
    def of(cls, figure: Figure) -> Claim:
        told = figure.party is None or figure.status not in SUFFERED
        return cls(
            category=figure.category, item="soldier" if figure.item in SOLDIERS else figure.item, status=figure.status,
            party=figure.party.id if figure.party else None,
            counterparty=figure.counterparty.id if figure.counterparty and told else None,
            increment=figure.increment,
        )

    @property
    def key(self) -> str:
        """The ledger's key and the figures topic's key: the fields joined by "|", "-" for null."""
        return "|".join((
            self.category, self.item, self.status, self.party or "-", self.counterparty or "-",
            "more" if self.increment else "all",
        ))
