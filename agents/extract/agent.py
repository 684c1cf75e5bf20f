"""extract: batches of paragraphs in, figures and events out, one whole article at a time.

State: what `gather` keeps, and what earlier versions of each article stated. An article that cannot
be read gives a Failure in its place, so that those behind it are not held up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, MutableMapping, Sequence
from dataclasses import replace
from typing import Any

from agents.expiry import Ages
from agents.extract import versions
from agents.extract.events.events import read_events
from agents.extract.figures import read_figures
from agents.extract.gather import gather
from agents.extract.versions import reconcile
from schemas.article import ArticleHead
from schemas.event import ReportedEvent
from schemas.paragraph import Paragraph, ParagraphBatch, merge_parts
from schemas.rejection import Failure
from schemas.statement import Statement, Withdrawal

Output = Statement | Withdrawal | ReportedEvent | Failure

Told = tuple[tuple[Statement, ...], tuple[ReportedEvent, ...]] | Failure
"""What an article states and tells, or why it could not be read."""

Question = tuple[ArticleHead, Sequence[Paragraph]]

Read = Callable[[ArticleHead, Sequence[Paragraph]], Awaitable[Told]]


async def read_here(article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Told:
    """Read in this process."""
    return read_or_fail(article, paragraphs)


class Extract:
    """The agent. read: read_here, or the same in another process (streams/reading_process.py)."""

    def __init__(self, read: Read = read_here) -> None:
        self._read = read
        self._begun: dict[int, tuple[Question, asyncio.Future[Told]]] = {}
        self._ages = Ages(versions.time_of, versions.ROW)

    async def __call__(self, batch: ParagraphBatch, state: MutableMapping[str, Any]) -> Sequence[Output]:
        """Take a batch in, and read every article that is now complete and in turn."""
        outputs: list[Output] = []
        for first, paragraphs in gather(batch, state):
            told = await self._told(first, paragraphs)
            if isinstance(told, Failure):
                outputs.append(told)
            else:
                statements, events = told
                outputs += [*reconcile(first.article, statements, state, self._ages), *events]
        return outputs

    def ahead(self, batches: Sequence[ParagraphBatch]) -> None:
        """Begin to read what is whole among batches that are about to come: the reader is busy while others are.
        Where the state makes another whole of them, what was begun is not used. Here there is nobody to keep busy."""
        self._leave_begun()
        if self._read is read_here:
            return
        parts: dict[int, dict[int, ParagraphBatch]] = {}
        for batch in batches:
            article = parts.setdefault(batch.sequence, {})
            article[batch.part] = batch
            if len(article) == len(batch.parts):
                question = batch.article, merge_parts(article.values())
                self._begun[batch.sequence] = question, asyncio.ensure_future(self._read(*question))

    async def _told(self, batch: ParagraphBatch, paragraphs: Sequence[Paragraph]) -> Told:
        question = batch.article, paragraphs
        begun = self._begun.pop(batch.sequence, None)
        if begun is not None and begun[0] == question:
            return await begun[1]
        return await self._read(*question)

    def _leave_begun(self) -> None:
        for _, reading in self._begun.values():
            reading.cancel()
        self._begun.clear()

    def forget(self) -> None:
        """Drop what was derived from the state: after a rebalance it may be another."""
        self._leave_begun()
        self._ages = Ages(versions.time_of, versions.ROW)


def read_or_fail(article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Told:
    """As read; what goes wrong names the article, since the record at hand is only its last part."""
    try:
        return read(article, paragraphs)
    except Exception as error:
        failure = Failure.of(error)
        return replace(failure, reason=f"article {article.id}, version {article.version}: {failure.reason}")


def read(
    article: ArticleHead, paragraphs: Sequence[Paragraph]
) -> tuple[tuple[Statement, ...], tuple[ReportedEvent, ...]]:
    """Everything an article states: its figures in their order, and its events in theirs.

    Copies are read as well, and their figures say so: the ledger counts which outlets printed them.
    Events of a copy are not told twice. A canceled article states nothing.
    """
    if article.status == "canceled":
        return (), ()
    statements = tuple(
        Statement(
            article=article, position=position, figure=reading.figure, sentence=reading.sentence,
            fingerprint=reading.paragraph.fingerprint, copy_of=reading.paragraph.copy_of,
        )
        for position, reading in enumerate(read_figures(paragraphs, article.published_at, article.title))
    )
    return statements, tuple(_events(article, paragraphs))


def _events(article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Iterator[ReportedEvent]:
    for told in read_events(paragraphs, article.published_at):
        if told.paragraph.copy_of is None:
            yield ReportedEvent(article=article, event=told.event)
