"""The ledger: for one claim, every number stated so far, by whom, when, and in which articles.

In: the row of a claim and a statement. Out: the row as it is afterwards, and what the statement
is: news of some kind, or nothing new. Rows are JSON values so that they can stand in a table.

A row says who was first with each number (article, version, position), never merely that it was
seen: a statement that is delivered again is recognised as its own first sight, and is judged as
it was then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


from agents.alert.numbers import held_by, same_number
from schemas.alert import AlertKind
from schemas.article import ArticleHead
from schemas.figure import Figure, FigureStatus
from schemas.statement import Statement

STOCKS: frozenset[FigureStatus] = frozenset({"present", "sent", "pledged", "mobilised", "trained", "produced"})
"""What stays true for weeks once said; every other status is of one attack or one day."""

MOST_NAMED = 50
"""Sources remembered by name for one number; beyond it they are only counted."""


@dataclass(frozen=True, slots=True)
class Memory:
    """How long a number counts as held, by article time."""

    stocks: timedelta = timedelta(days=30)
    flows: timedelta = timedelta(hours=36)

    def of(self, status: FigureStatus) -> timedelta:
        return self.stocks if status in STOCKS else self.flows


@dataclass(frozen=True, slots=True)
class Source:
    """One article's statement of a number; `who` is the claimant, or the outlet where none is named."""

    article_id: str
    version: int
    position: int
    outlet: str
    who: str

    @classmethod
    def of(cls, statement: Statement) -> Source:
        article = statement.article
        return cls(article.id, article.version, statement.position, article.source, voice(statement))


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a claim.

    first: who said it first, in which words (figure), and how it was judged then: kind (null when
    it was no alert) and earlier, the figures held at that moment. last_at: the latest article
    time it was stated at, null when none was dated. confirmations: others who said it in their
    own words; copies: outlets that printed it word for word.
    """

    figure: Figure
    sentence: str
    article: ArticleHead
    first: Source
    kind: AlertKind
    earlier: tuple[Figure, ...] = ()
    last_at: datetime | None = None
    confirmations: tuple[Source, ...] = ()
    confirmed: int = 0
    copies: tuple[Source, ...] = ()
    copied: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """The ledger's row for one claim: its entries, oldest first."""

    entries: tuple[Entry, ...] = ()


def enter(page: Page, statement: Statement, memory: Memory) -> tuple[Page, Entry | None]:
    """Enter a statement. The entry returned is the news it makes, null when it makes none."""
    source = Source.of(statement)
    for entry in page.entries:
        if _same_place(entry.first, source):
            return page, entry
    held = [entry for entry in page.entries if _remembered(entry, statement, memory)]
    match = next((e for e in held if same_number(statement.figure, e.figure)), None) or next(
        (e for e in held if held_by(statement.figure, e.figure)), None
    )
    if match is not None:
        return _with(page, match, _heard_again(match, statement, source)), None
    if statement.copy_of is not None:
        return page, None
    entry = Entry(
        figure=statement.figure, sentence=statement.sentence, article=statement.article, first=source,
        kind=_kind(held, source), earlier=tuple(e.figure for e in held),
        last_at=statement.article.published_at,
    )
    kept = tuple(e for e in page.entries if e in held or not _outlived(e, statement, memory))
    return Page((*kept, entry)), entry


def voice(statement: Statement) -> str:
    """Who says so, in a form that can be compared: the claimant's words, else the outlet's name."""
    said = statement.figure.claimant or statement.article.source
    words = [word for word in said.casefold().replace("’", "'").split() if word not in ("the", "a", "an")]
    return " ".join(words)


def _kind(held: list[Entry], source: Source) -> AlertKind:
    if not held:
        return "new"
    voices = {known.who for entry in held for known in (entry.first, *entry.confirmations)}
    return "revised" if source.who in voices else "conflicting"


def _remembered(entry: Entry, statement: Statement, memory: Memory) -> bool:
    now = statement.article.published_at
    if now is None or entry.last_at is None:
        return True
    return abs(now - entry.last_at) <= memory.of(statement.figure.status)


def _outlived(entry: Entry, statement: Statement, memory: Memory) -> bool:
    now = statement.article.published_at
    return now is not None and entry.last_at is not None and now - entry.last_at > memory.of(entry.figure.status)


def _heard_again(entry: Entry, statement: Statement, source: Source) -> Entry:
    times = [time for time in (entry.last_at, statement.article.published_at) if time is not None]
    heard = replace(entry, last_at=max(times, default=None))
    if any(_same_place(known, source) for known in (*entry.confirmations, *entry.copies)):
        return heard
    if statement.copy_of is not None:
        return replace(heard, copies=_named(entry.copies, source), copied=entry.copied + 1)
    known = (entry.first, *entry.confirmations)
    if any(source.who == other.who and source.outlet == other.outlet for other in known):
        return heard
    return replace(heard, confirmations=_named(entry.confirmations, source), confirmed=entry.confirmed + 1)


def _named(sources: tuple[Source, ...], source: Source) -> tuple[Source, ...]:
    return sources if len(sources) >= MOST_NAMED else (*sources, source)


def _same_place(one: Source, other: Source) -> bool:
    return (one.article_id, one.version, one.position) == (other.article_id, other.version, other.position)


def _with(page: Page, old: Entry, new: Entry) -> Page:
    return Page(tuple(new if entry is old else entry for entry in page.entries))


