"""The ledger: for one claim, what a statement or a withdrawal changes on its page, and whether that is news.

In: the page of a claim, and a statement or a withdrawal. Out: the page as it is afterwards, and the
news, if it is any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from agents.alert.numbers import held_by, same_number
from agents.alert.page import Entry, Memory, News, Page, Source
from schemas.alert import AlertKind
from schemas.article import ArticleHead
from schemas.statement import Place, Statement, Withdrawal

MOST_NAMED = 50
"""Sources remembered by name for one number; beyond it they are only counted."""

LET_GO_ABOVE = 100
"""Numbers of one claim before those are let go that nothing can need any more. Not sooner, though they
are forgotten sooner: a number delivered again after a crash must be recognised, not judged anew."""

MOST_ENTRIES, MOST_EARLIER = 300, 20
"""Numbers held for one claim, and figures an alert lists before it: the newest. A page is one record."""

Judged = tuple[Page, News | None]
"""The page as it is afterwards, and the news, if any."""


def enter(page: Page, statement: Statement, memory: Memory) -> Judged:
    """Enter a statement."""
    source = Source.of(statement)
    known = _known(page, source.place)
    if known is not None:
        return page, known.news if known.first.place == source.place else None
    if source.place in page.withdrawn:
        return page, None
    replaced = _owned(page, statement.replaces) if statement.replaces else None
    if replaced is not None and not same_number(statement.figure, replaced.figure):
        return _correct(page, replaced, statement, memory)
    if statement.replaces:
        page = _without_source(page, statement.replaces)
    held = _held(page, statement.article, memory)
    match = next((e for e in held if same_number(statement.figure, e.figure)), None) or next(
        (e for e in held if held_by(statement.figure, e.figure)), None
    )
    if match is not None:
        return _with(page, match, _heard_again(match, statement, source)), None
    if any(statement.fingerprint in e.printed and _within(e, statement.article, memory.longest) for e in page.entries):
        return page, None
    return _new_entry(page, statement, News(
        kind=_kind(held, source), article=statement.article, figure=statement.figure,
        sentence=statement.sentence, earlier=_numbers(held),
    ), memory)


def withdraw(page: Page, withdrawal: Withdrawal, memory: Memory) -> Judged:
    """Take back a figure. News only if it was news itself."""
    entry = _owned(page, withdrawal.place)
    if entry is None:
        return _without_source(page, withdrawal.place), None
    if entry.taken_back is not None:
        again = entry.taken_back.article.version == withdrawal.article.version
        return page, entry.taken_back if again else None
    others = [e for e in _held(page, withdrawal.article, memory) if e is not entry]
    news = News(
        kind="retracted", article=withdrawal.article, figure=entry.figure, sentence=entry.news.sentence,
        earlier=_numbers(others), takes_back=_bare(entry.news),
    )
    return _with(page, entry, replace(entry, taken_back=news)), news


def _correct(page: Page, entry: Entry, statement: Statement, memory: Memory) -> Judged:
    others = [e for e in _held(page, statement.article, memory) if e is not entry]
    news = News(
        kind="corrected", article=statement.article, figure=statement.figure, sentence=statement.sentence,
        earlier=_numbers([*others, entry]), takes_back=_bare(entry.news),
    )
    page = _with(page, entry, replace(entry, taken_back=news))
    return _new_entry(page, statement, news, memory)


def _new_entry(page: Page, statement: Statement, news: News, memory: Memory) -> Judged:
    entry = Entry(
        number=page.entries[-1].number + 1 if page.entries else 0,
        first=Source.of(statement), news=news, last_at=statement.article.published_at,
        printed=_also((), statement.fingerprint),
    )
    kept = page.entries
    if len(kept) >= LET_GO_ABOVE:
        kept = tuple(e for e in kept if not _outlived(e, statement, memory))
    return replace(page, entries=(*kept[-(MOST_ENTRIES - 1):], entry)), news


def _numbers(held: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(entry.number for entry in held[-MOST_EARLIER:])


def _kind(held: Sequence[Entry], source: Source) -> AlertKind:
    if not held:
        return "new"
    # Copies too: whether an edited copy is found out may depend on the partitions, and alerts must not.
    voices = {known.who for entry in held for known in (entry.first, *entry.confirmations, *entry.copies)}
    return "revised" if source.who in voices else "conflicting"


def _held(page: Page, article: ArticleHead, memory: Memory) -> list[Entry]:
    return [entry for entry in page.entries if entry.stands and _remembered(entry, article, memory)]


def _remembered(entry: Entry, article: ArticleHead, memory: Memory) -> bool:
    return _within(entry, article, memory.of(entry.figure.status))


def _within(entry: Entry, article: ArticleHead, span: timedelta) -> bool:
    """Whether the article was published so close to when the number was last stated; true of undated ones."""
    now = article.published_at
    return now is None or entry.last_at is None or abs(now - entry.last_at) <= span


def _outlived(entry: Entry, statement: Statement, memory: Memory) -> bool:
    """Whether nothing can need the entry any more, not even a correction of its article."""
    now = statement.article.published_at
    return now is not None and entry.last_at is not None and now - entry.last_at > memory.longest


def _heard_again(entry: Entry, statement: Statement, source: Source) -> Entry:
    times = [time for time in (entry.last_at, statement.article.published_at) if time is not None]
    heard = replace(
        entry, last_at=max(times, default=None), printed=_also(entry.printed, statement.fingerprint)
    )
    if source.place.article_id == entry.first.place.article_id:
        return replace(heard, restated=_named(entry.restated, source.place))
    if statement.copy_of is not None:
        return replace(heard, copies=_named(entry.copies, source), copied=entry.copied + 1)
    known = (entry.first, *entry.confirmations)
    if any((source.who, source.outlet) == (other.who, other.outlet) for other in known):
        return replace(heard, repeats=_named(entry.repeats, source.place))
    return replace(heard, confirmations=_named(entry.confirmations, source), confirmed=entry.confirmed + 1)


def _known(page: Page, place: Place) -> Entry | None:
    """The entry that the figure at this place made or was heard as: it has been delivered before, and
    however long ago that was by article time, it is not judged a second time."""
    return next((e for e in page.entries if place == e.first.place or place in e.heard_at), None)


def _owned(page: Page, place: Place) -> Entry | None:
    """The entry that the figure at this place made, or restated."""
    return next((e for e in page.entries if place == e.first.place or place in e.restated), None)


def _without_source(page: Page, place: Place) -> Page:
    """The page without what was said at this place in support of others' numbers."""
    entries = tuple(
        replace(
            entry, confirmations=tuple(known for known in entry.confirmations if known.place != place),
            copies=tuple(known for known in entry.copies if known.place != place),
            repeats=tuple(known for known in entry.repeats if known != place),
        )
        for entry in page.entries
    )
    if entries == page.entries:
        return page
    return Page(entries, (*page.withdrawn, place)[-MOST_NAMED:])


_T = TypeVar("_T")


def _named(known: tuple[_T, ...], new: _T) -> tuple[_T, ...]:
    return known if len(known) >= MOST_NAMED else (*known, new)


def _also(printed: tuple[str, ...], fingerprint: str) -> tuple[str, ...]:
    return printed if not fingerprint or fingerprint in printed else _named(printed, fingerprint)


def _with(page: Page, old: Entry, new: Entry) -> Page:
    return replace(page, entries=tuple(new if entry is old else entry for entry in page.entries))


def _bare(news: News) -> News:
    """Enough of an alert to name it, without the chain of those it took back itself."""
    return replace(news, earlier=(), takes_back=None)
