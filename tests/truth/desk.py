"""The desk: draws subjects, numbers, words and times by lot, and collects the drafts of all stories.

In: a seed. Out: drafts; each with what it states. A subject is used by one story only, so that two
stories never meet on a claim unless a story means it.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tests.truth.copy import Draft, Passage, Subject
from tests.truth.plan import Number
from tests.truth.wording import (
    DATELINES,
    DID,
    FURNITURE,
    KINDS,
    OUTLETS,
    STOCKS,
    TITLES,
    WARS,
    WHAT,
    WHEN,
    WHO,
)

BEGINNING = datetime(2026, 3, 1, tzinfo=UTC)
LONGEST_BEGINNING = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Malformed:
    """Bytes that are no article. arrives: as of a draft."""

    value: bytes
    arrives: datetime


class Desk:
    """One seed's newsroom."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.filed: list[Draft | Malformed] = []
        subjects = [
            Subject(kind, us, them, item)
            for war in WARS for us, them in (war, war[::-1]) for kind in KINDS for item in kind.items
        ]
        self.rng.shuffle(subjects)
        self._flows = [subject for subject in subjects if subject.kind.status not in STOCKS]
        self._stocks = [subject for subject in subjects if subject.kind.status in STOCKS]
        self._ids = 0

    # What stories are made of

    def subject(self, stock: bool | None = None) -> Subject:
        """One that no story has used. stock: whether it is remembered for 30 days; null leaves it to chance."""
        if stock is None:
            stock = self.rng.random() < 0.4
        pool = (self._stocks or self._flows) if stock else (self._flows or self._stocks)
        if not pool:
            raise ValueError("more stories than subjects; ask for fewer articles, or add wars to wording.py")
        return pool.pop()

    def numbers(self, count: int) -> list[Number]:
        """So many, no two of which anybody would call the same."""
        drawn = self.rng.sample([*range(12, 98, 2), *range(130, 990, 30), *range(1_300, 9_700, 400)], count)
        return [self._said(value) for value in drawn]

    def _said(self, value: int) -> Number:
        form = self.rng.choice(("exact", "exact", "exact", "about", "low", "high", "range"))
        if form == "range":
            return Number(value, value + value // 2, exact=False)
        low, high = (None if form == "high" else value), (None if form == "low" else value)
        return Number(low, high, exact=form == "exact")

    def filler(self) -> str:
        pick = self.rng.choice
        return f"{pick(WHO)} {pick(DID)} {pick(WHAT)} {pick(WHEN)}."

    def passage(self, subject: Subject, number: Number, claimant: str | None) -> Passage:
        """In words of its own."""
        wordings: list[int | None] = [0, 1, *([None] if claimant else [])]
        return Passage(subject, number, claimant, self.rng.choice(wordings), (self.filler(), self.filler()))

    def begin(self) -> datetime:
        """When a story begins."""
        return BEGINNING + timedelta(minutes=self.rng.randrange(int(LONGEST_BEGINNING / timedelta(minutes=1))))

    def hours(self, least: float = 1, most: float = 6) -> timedelta:
        return timedelta(minutes=self.rng.randint(int(least * 60), int(most * 60)))

    def outlet(self, *but: str) -> str:
        return self.rng.choice([outlet for outlet in OUTLETS if outlet not in but])

    def speakers(self, subject: Subject, count: int) -> list[str]:
        return self.rng.sample(subject.speakers, count)

    # Articles

    def draft(self, at: datetime, *passages: Passage, outlet: str | None = None) -> Draft:
        """An article with these passages, not filed yet; published when it arrives, but for a minute or so."""
        self._ids += 1
        return Draft(
            id=f"a{self._ids}", version=1, status="usable", outlet=outlet or self.outlet(),
            title=self.rng.choice(TITLES), published_at=at, arrives=at + timedelta(seconds=self.rng.randint(1, 90)),
            passages=passages, noise=tuple(self.filler() for _ in range(self.rng.choice((0, 0, 1, 2)))),
            furniture=tuple(self.rng.sample(FURNITURE, self.rng.choice((0, 0, 0, 1, 2)))),
        )

    def copy(self, draft: Draft, at: datetime, outlet: str | None = None) -> Draft:
        """Another outlet's article with the same passages, lightly edited or not at all."""
        made = self.draft(at, outlet=outlet or self.outlet(draft.outlet))
        return made.with_passages(self.edited(passage, made) for passage in draft.passages)

    def edited(self, passage: Passage, draft: Draft) -> Passage:
        """With a dateline, or a word changed, or both, or neither."""
        if self.rng.random() < 0.5:
            day = (draft.published_at or BEGINNING).strftime("%B %-d")
            passage = replace(
                passage, dateline=f"{self.rng.choice(DATELINES)}, {day} ({draft.outlet}) - ",
            )
        if self.rng.random() < 0.5:
            at = self.rng.randrange(len(passage.fillers))
            fillers = list(passage.fillers)
            done = next(done for done in DID if f" {done} " in fillers[at])
            fillers[at] = fillers[at].replace(f" {done} ", f" {self.rng.choice(DID)} ", 1)
            passage = replace(passage, fillers=tuple(fillers))
        return passage

    def next_version(self, draft: Draft, at: datetime, status: str | None = None) -> Draft:
        return replace(
            draft, version=draft.version + 1, published_at=at, arrives=at + timedelta(seconds=30),
            status=status or self.rng.choice(("usable", "corrected")),
        )

    def file(self, *drafts: Draft | Malformed) -> None:
        self.filed.extend(drafts)

    def in_order(self) -> Iterable[Draft | Malformed]:
        """As they come to stand in the log; what arrives in the same second stays as filed."""
        return sorted(self.filed, key=lambda filed: filed.arrives)
