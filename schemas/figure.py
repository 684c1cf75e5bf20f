"""Figure: one stated count of troops or weapons. Its field names are the public contract."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.party import Party

Category = Literal["troops", "weapons"]
Qualifier = Literal["exact", "about", "at_least", "more_than", "up_to", "fewer_than", "range", "vague"]
Vague = Literal[
    "dozens", "scores", "hundreds", "thousands", "tens_of_thousands", "hundreds_of_thousands", "millions"
]
FigureStatus = Literal[
    "present", "sent", "pledged", "mobilised", "trained", "withdrawn", "launched", "intercepted", "destroyed",
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "exchanged", "produced", "other",
]
Stance = Literal["asserted", "denied", "possible", "planned"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One stated count.

    low, high: inclusive integer bounds that the words state; null = open, both null when vague.
    item: canonical id of the counted thing; item_text: the words as printed. as_of: the time the
    figure speaks of, an ISO 8601 interval or date, or null. quote is body[start:end] to the letter.
    """

    category: Category
    item: str
    item_text: str
    low: int | None
    high: int | None
    qualifier: Qualifier
    vague: Vague | None = None
    status: FigureStatus = "other"
    party: Party | None = None
    counterparty: Party | None = None
    increment: bool = False
    claimant: str | None = None
    stance: Stance = "asserted"
    as_of: str | None = None
    quote: str
    start: int
    end: int

    @property
    def amount(self) -> str:
        """The number in plain words: "about 11,000", "at least 3,000 more", "8,000 to 9,000", "dozens of"."""
        more = " more" if self.increment else ""
        if self.low is not None and self.high is not None:
            about = "about " if self.qualifier == "about" else ""
            number = f"{self.low:,}" if self.low == self.high else f"{self.low:,} to {self.high:,}"
            return f"{about}{number}{more}"
        if self.low is not None:
            return f"{'more than' if self.qualifier == 'more_than' else 'at least'} {self.low:,}{more}"
        if self.high is not None:
            return f"{'fewer than' if self.qualifier == 'fewer_than' else 'up to'} {self.high:,}{more}"
        size = self.vague.replace("_", " ") if self.vague else "an unstated number"
        return f"{size}{more or ' of'}"

    @property
    def noun(self) -> str:
        """What is counted, as printed; the canonical id in words where nothing was printed."""
        return self.item_text if self.item_text.strip() else self.item.replace("_", " ")
