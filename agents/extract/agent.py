"""extract: batches of paragraphs in, figures and events out, one whole article at a time.

State: what `gather` keeps. An article that cannot be read gives a Failure in its place, so that
those behind it are not held up.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Any

from agents.extract.events import read_events
from agents.extract.figures import read_figures
from agents.extract.gather import gather
from schemas.article import ArticleHead
from schemas.event import ReportedEvent
from schemas.paragraph import Paragraph, ParagraphBatch
from schemas.rejection import Failure
from schemas.statement import Statement

Output = Statement | ReportedEvent | Failure


class Extract:
    """The agent."""

    async def __call__(self, batch: ParagraphBatch, state: MutableMapping[str, Any]) -> Sequence[Output]:
        """Take a batch in, and read every article that is now complete and in turn."""
        return [
            output
            for first, paragraphs in gather(batch, state)
            for output in _read_or_fail(first.article, paragraphs)
        ]


def _read_or_fail(article: ArticleHead, paragraphs: Sequence[Paragraph]) -> list[Output]:
    try:
        return list(read(article, paragraphs))
    except Exception as error:
        return [Failure.of(error)]


def read(article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Iterator[Statement | ReportedEvent]:
    """Everything an article states: its figures in their order, then its events in theirs.

    Copies are read as well, and their figures say so: the ledger counts which outlets printed them.
    Events of a copy are not told twice.
    """
    for position, reading in enumerate(read_figures(paragraphs, article.published_at, article.title)):
        yield Statement(
            article=article, position=position, figure=reading.figure, sentence=reading.sentence,
            copy_of=reading.paragraph.copy_of,
        )
    for told in read_events(paragraphs, article.published_at):
        if told.paragraph.copy_of is None:
            yield ReportedEvent(article=article, event=told.event)
