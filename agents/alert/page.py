"""A claim's page: every number stated so far, by whom, when, and in which articles; and how long that counts.

In: statements, as the ledger enters them. Out: plain dataclasses, so that a page can stand in a table as JSON.

A page says who was first with each number (article, version, position), never merely that it was
seen: a statement that is delivered again is recognised as its own first sight, and is judged as
it was then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from schemas.alert import AlertKind
from schemas.article import ArticleHead
from schemas.figure import Figure, FigureStatus
from schemas.statement import Place, Statement

STOCKS: frozenset[FigureStatus] = frozenset({"present", "sent", "pledged", "mobilised", "trained", "produced"})
"""What stays true for weeks once said; every other status is of one attack or one day."""

@dataclass(frozen=True, slots=True)
class Memory:
    """How long a number counts as held, by article time."""

    stocks: timedelta = timedelta(days=30)
    flows: timedelta = timedelta(hours=36)

    def of(self, status: FigureStatus) -> timedelta:
        return self.stocks if status in STOCKS else self.flows

    @property
    def longest(self) -> timedelta:
        return max(self.stocks, self.flows)


@dataclass(frozen=True, slots=True)
class Source:
    """One article's statement of a number; `who` is the claimant, or the outlet where none is named."""

    place: Place
    outlet: str
    who: str

    @classmethod
    def of(cls, statement: Statement) -> Source:
        return cls(statement.place, statement.article.source, voice(statement))


@dataclass(frozen=True, slots=True)
class News:
    """An alert that an entry raised: its kind, the article that raised it, the numbers of the entries that
    were held at that moment, oldest first, and the alert it takes back."""

    kind: AlertKind
    article: ArticleHead
    figure: Figure
    sentence: str
    earlier: tuple[int, ...] = ()
    takes_back: News | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One number of a claim.

    number: which of the claim's entries it is, counted from 0. first: who said it first. news: the alert
    it raised, and taken_back: the one that took it back, if its article did. last_at: the latest article
    time it was stated at, null when none was dated. restated: the same article's later versions;
    confirmations: others who said it in their own words; copies: outlets that printed it word for word;
    repeats: other articles of a claimant and outlet that are counted already, which keep the number
    standing and confirm nothing. printed: fingerprints of the paragraphs it stood in: such a paragraph
    printed again is old news for as long as stocks are held, though the number itself may be forgotten
    sooner. (Not `copy_of`: whether an edited copy is found out depends on the partitions, and alerts must not.)
    """

    number: int
    first: Source
    news: News
    taken_back: News | None = None
    last_at: datetime | None = None
    restated: tuple[Place, ...] = ()
    confirmations: tuple[Source, ...] = ()
    confirmed: int = 0
    copies: tuple[Source, ...] = ()
    copied: int = 0
    repeats: tuple[Place, ...] = ()
    printed: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        return self.news.figure

    @property
    def stands(self) -> bool:
        """Whether anybody still says it."""
        return self.taken_back is None or bool(self.confirmations or self.copies or self.repeats)

    @property
    def heard_at(self) -> frozenset[Place]:
        """Where else than at first it was said."""
        others = (known.place for known in (*self.confirmations, *self.copies))
        return frozenset((*self.restated, *self.repeats, *others))


@dataclass(frozen=True, slots=True)
class Page:
    """The ledger's row for one claim: its entries, oldest first. withdrawn: where a number was said that
    its article took back later, so that hearing it once more from a crash does not bring it back."""

    entries: tuple[Entry, ...] = ()
    withdrawn: tuple[Place, ...] = ()

    def earlier(self, news: News) -> tuple[Figure, ...]:
        """The figures that were held when the news came, without those let go since."""
        figures = {entry.number: entry.figure for entry in self.entries}
        return tuple(figures[number] for number in news.earlier if number in figures)

    @property
    def last_at(self) -> datetime | None:
        """The page's age; null keeps it for good."""
        times = [entry.last_at for entry in self.entries]
        return None if None in times else max((time for time in times if time), default=None)


def voice(statement: Statement) -> str:
    """Who says so, in a form that can be compared: the claimant's words, else the outlet's name."""
    said = statement.figure.claimant or statement.article.source
    words = [word for word in said.casefold().replace("’", "'").split() if word not in ("the", "a", "an")]
    return " ".join(words)
