"""What one article says, without broker or memory: behind `tallywire extract`.

In: an article. Out: its figures and events, as the agents read them when they know nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator

from agents.extract.agent import read
from agents.extract.explain import explain
from agents.split.agent import paragraphs_of
from schemas.article import Article
from schemas.event import Event
from schemas.figure import Figure


def extracted(article: Article) -> Iterator[Figure | Event]:
    """Figures in their order, then events in theirs."""
    statements, events = read(article.head, paragraphs_of(article))
    yield from (stated.figure for stated in statements)
    yield from (told.event for told in events)


def explain_article(article: Article) -> str:
    """How each sentence was read, stage by stage."""
    return explain(paragraphs_of(article), article.published_at, article.title)
