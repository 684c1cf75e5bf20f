"""The plan: which alerts must come of what the articles state, by the rules of docs/alerts.md.

In: article versions in the order of the log, as what they state (claim, number, claimant) and not as
text. Out: the alerts expected of each. It is written from the rules alone, knows nothing of agents/,
and is plain where they must be fast: everything ever said is kept in one list for each claim.

Where the rules leave something open, this is the plain reading that it takes:

- "stated" is stated by anybody: another claimant, another outlet, or a copy. A number that its first
  article takes back is still held while any other article, of the same outlet too, has said it.
- A claimant is known to a claim if any article whose statement is still held named it, copies included.
- `earlier` is in the order in which the numbers were first said in the log, not by article time.
  Figures in it are those of the first to say each number.
- Whether a version changed its number is a question of number identity: 11,000 that becomes 11,200 did not.
- corrected and retracted come however long ago the first version was published, but name as `earlier`
  only what is still held by then.
- A corrected number joins what is held: said by others already, it still makes the alert `corrected`,
  for something was taken back; and they keep it held.
- A version that takes back a number which raised no alert makes none; the number put in its place is
  judged like any other. So is what a version says after a canceled one.
- Word-for-word copies (`copied`) raise no alert for 30 days even when their number has been forgotten.
  Edited copies of something forgotten are news again, however light the edit.
- The same version published again says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from tests.truth.wording import STOCKS

STOCK_MEMORY = timedelta(days=30)
FLOW_MEMORY = timedelta(hours=36)

AlertKind = Literal["new", "revised", "conflicting", "corrected", "retracted"]

VAGUE_SIZES = {"dozens": (24, 99), "hundreds": (200, 999), "thousands": (2_000, 9_999)}
"""What a vague word can mean. Numbers that are to fit one lie well inside, others far outside."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a figure is about; party, counterparty: ids or null."""

    category: str
    item: str
    status: str
    party: str | None
    counterparty: str | None
    increment: bool

    @property
    def memory(self) -> timedelta:
        return STOCK_MEMORY if self.status in STOCKS else FLOW_MEMORY


@dataclass(frozen=True, slots=True)
class Number:
    """A number as said: bounds, null where open; exact when no "about" or the like stands by it."""

    low: int | None
    high: int | None
    exact: bool = True
    vague: str | None = None

    @property
    def bounds(self) -> tuple[int | None, int | None, str | None]:
        return self.low, self.high, self.vague

    @property
    def said(self) -> tuple[int, ...]:
        return tuple(sorted({end for end in (self.low, self.high) if end is not None}))

    def same_as(self, other: Number) -> bool:
        """Whether a desk would call them one number."""
        if self.vague or other.vague:
            return self.vague == other.vague
        if self.said == other.said:
            return True
        if self._is_a_count and other._is_a_count:
            return False
        return tuple(map(rounded, self.said)) == tuple(map(rounded, other.said))

    def tells_nothing_beyond(self, held: Number) -> bool:
        if self.vague and not held.vague:
            least, most = VAGUE_SIZES[self.vague]
            return any(least <= number <= most for number in held.said)
        return self.same_as(held)

    @property
    def _is_a_count(self) -> bool:
        """Said to the last digit, as 1,012 is and 1,000 is not."""
        return self.exact and all(rounded(number) != number for number in self.said)


def rounded(number: int) -> int:
    """To two digits, half up: 11,200 is 11,000 and 1,047 is 1,000."""
    unit: int = 10 ** max(0, len(str(number)) - 2)
    return (2 * number + unit) // (2 * unit) * unit


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of an article. claimant: null lets the outlet be it. copied: word for word from another."""

    claim: Claim
    number: Number
    claimant: str | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What one article version states; each claim at most once."""

    id: str
    version: int
    canceled: bool
    outlet: str
    published_at: datetime | None
    figures: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """An alert that must be published. earlier: (low, high, vague) of each. takes_back: article and
    version of the alert taken back, which is of the same claim."""

    kind: AlertKind
    claim: Claim
    number: Number
    article: str
    version: int
    earlier: tuple[tuple[int | None, int | None, str | None], ...] = ()
    takes_back: tuple[str, int] | None = None


@dataclass(slots=True)
class _Saying:
    """One article's statement of a number."""

    who: str
    at: datetime | None


@dataclass(slots=True)
class _Held:
    """A number of a claim. by: who says it, under the article's id. last_at: the latest dated saying, or null."""

    number: Number
    by: dict[str, _Saying] = field(default_factory=dict)
    last_at: datetime | None = None

    def remembered(self, now: datetime | None, memory: timedelta) -> bool:
        return bool(self.by) and (now is None or self.last_at is None or abs(now - self.last_at) <= memory)

    def hear(self, told: Told, stated: Stated) -> None:
        self.by[told.id] = _Saying(stated.claimant or told.outlet, told.published_at)
        times = [time for time in (self.last_at, told.published_at) if time is not None]
        self.last_at = max(times, default=None)


@dataclass(slots=True)
class _Own:
    """What the newest version of an article holds of one claim, and which version's alert stands for it."""

    held: _Held
    number: Number
    raised: int | None


class Plan:
    """The rules at work. Hand it every article version in the order of the log."""

    def __init__(self) -> None:
        self._claims: dict[Claim, list[_Held]] = {}
        self._versions: dict[str, int] = {}
        self._own: dict[str, dict[Claim, _Own]] = {}

    def read(self, told: Told) -> list[Expected]:
        """The alerts that must come of one article version."""
        if told.version <= self._versions.get(told.id, 0):
            return []
        self._versions[told.id] = told.version
        own = self._own.setdefault(told.id, {})
        figures = () if told.canceled else told.figures
        alerts = [self._state(told, stated, own) for stated in figures]
        stated_now = {stated.claim for stated in figures}
        alerts += [self._retract(told, claim, own) for claim in list(own) if claim not in stated_now]
        return [alert for alert in alerts if alert is not None]

    def _state(self, told: Told, stated: Stated, own: dict[Claim, _Own]) -> Expected | None:
        before = own.get(stated.claim)
        if before is not None and stated.number.same_as(before.number):
            before.held.hear(told, stated)
            return None
        if before is not None:
            del before.held.by[told.id]
        others = self._remembered(told, stated.claim)
        if before is not None and before.raised is not None:
            others = [held for held in others if held is not before.held]
            earlier = (*(held.number.bounds for held in others), before.number.bounds)
            self._enter(told, stated, others, own, raised=told.version)
            return Expected(
                "corrected", stated.claim, stated.number, told.id, told.version, earlier, (told.id, before.raised)
            )
        is_news = not stated.copied and not any(stated.number.tells_nothing_beyond(held.number) for held in others)
        if not is_news and not any(stated.number.tells_nothing_beyond(held.number) for held in others):
            return None   # a copy of something forgotten
        self._enter(told, stated, others, own, raised=told.version if is_news else None)
        if not is_news:
            return None
        return Expected(
            _kind(told, stated, others), stated.claim, stated.number, told.id, told.version,
            tuple(held.number.bounds for held in others),
        )

    def _retract(self, told: Told, claim: Claim, own: dict[Claim, _Own]) -> Expected | None:
        gone = own.pop(claim)
        gone.held.by.pop(told.id, None)
        if gone.raised is None:
            return None
        others = [held for held in self._remembered(told, claim) if held is not gone.held]
        return Expected(
            "retracted", claim, gone.number, told.id, told.version,
            tuple(held.number.bounds for held in others), (told.id, gone.raised),
        )

    def _remembered(self, told: Told, claim: Claim) -> list[_Held]:
        return [
            held for held in self._claims.get(claim, []) if held.remembered(told.published_at, claim.memory)
        ]

    def _enter(
        self, told: Told, stated: Stated, others: Sequence[_Held], own: dict[Claim, _Own], raised: int | None
    ) -> None:
        same = [held for held in others if stated.number.same_as(held.number)]
        fits = [held for held in others if stated.number.tells_nothing_beyond(held.number)]
        entry = next(iter((*same, *fits)), None)
        if entry is None:
            entry = _Held(stated.number)
            self._claims.setdefault(stated.claim, []).append(entry)
        entry.hear(told, stated)
        own[stated.claim] = _Own(entry, stated.number, raised)


def _kind(told: Told, stated: Stated, others: Sequence[_Held]) -> AlertKind:
    if not others:
        return "new"
    voices = {saying.who for held in others for saying in held.by.values()}
    return "revised" if (stated.claimant or told.outlet) in voices else "conflicting"
