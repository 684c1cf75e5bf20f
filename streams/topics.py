"""The topics: what each carries, how it is keyed, and how many partitions it has.

`articles` and `fresh` have one partition each: the order of the articles topic is the order of
the world, and the alerts that come of it must not depend on how the rest is spread
(docs/decisions/0002-order.md). All others have as many as the settings say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.alert import Alert
from schemas.article import Article
from schemas.event import ReportedEvent
from schemas.paragraph import ParagraphBatch
from schemas.rejection import Rejection
from schemas.statement import Statement

FOREVER = "-1"

LARGEST_RECORD = 8 * 1024 * 1024
"""Bytes of the largest record we send: eight times Kafka's default for an article, because a batch
of its paragraphs is longer than its body."""

FRAME = 1024 * 1024
"""Bytes that a record's key and headers, and its batch on the wire, may add."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic. name is without the prefix; key says in words what the key is; single: one partition."""

    name: str
    schema: type
    key: str
    single: bool = False
    retention_ms: str = str(7 * 24 * 3600 * 1000)

    def full_name(self, prefix: str) -> str:
        return f"{prefix}.{self.name}"

    @property
    def configuration(self) -> dict[str, str]:
        """Kafka's settings of the topic."""
        return {"retention.ms": self.retention_ms, "max.message.bytes": str(LARGEST_RECORD + FRAME)}

    def partitions(self, spread: int) -> int:
        return 1 if self.single else spread


ARTICLES = Topic("articles", Article, "article id", single=True, retention_ms=FOREVER)
PARAGRAPHS = Topic("paragraphs", ParagraphBatch, "article id; the partition is the paragraphs' route")
FRESH = Topic("fresh", ParagraphBatch, "article id", single=True)
FIGURES = Topic("figures", Statement, "claim key")
EVENTS = Topic("events", ReportedEvent, "article id")
ALERTS = Topic("alerts", Alert, "claim key", retention_ms=FOREVER)
REJECTIONS = Topic("rejections", Rejection, "topic/partition/offset of the record", single=True,
                   retention_ms=FOREVER)

TOPICS = (ARTICLES, PARAGRAPHS, FRESH, FIGURES, EVENTS, ALERTS, REJECTIONS)


def wanted(prefix: str, spread: int) -> Mapping[str, tuple[int, Mapping[str, str]]]:
    """Full name -> (partitions, configuration) of every topic, for whoever creates them."""
    return {
        topic.full_name(prefix): (topic.partitions(spread), topic.configuration) for topic in TOPICS
    }
