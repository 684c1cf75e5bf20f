"""`tallywire topics`: the topics as people and programs want them told, and their creation.

In: settings. Out: lines, objects with JSON Schemas, or topics on the broker.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from schemas.errors import NotAvailable
from streams.broker_topics import create_topics
from streams.settings import Settings
from streams.topics import TOPICS, wanted


def topic_lines(settings: Settings) -> Iterator[str]:
    rows = [("topic", "partitions", "record", "key")]
    rows += [
        (topic.full_name(settings.prefix), str(topic.partitions(settings.partitions)), topic.schema.__name__, topic.key)
        for topic in TOPICS
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def topic_objects(settings: Settings) -> Iterator[dict[str, Any]]:
    for topic in TOPICS:
        yield {
            "topic": topic.full_name(settings.prefix), "partitions": topic.partitions(settings.partitions),
            "key": topic.key, "schema": msgspec.json.schema(topic.schema),
        }


def create_missing(settings: Settings) -> str:
    """Create what is missing. Raises NotAvailable where a topic stands with another number of partitions."""
    topics = wanted(settings.prefix, settings.partitions)
    made = create_topics(settings.broker, topics, client=settings.security.client())
    for name, (asked, found) in made.differing.items():
        raise NotAvailable(
            f"{name} has {found} partitions, not {asked}",
            f"set TALLYWIRE_PARTITIONS to {found}, or TALLYWIRE_PREFIX to another name than {settings.prefix}",
        )
    return f"{len(made.created)} topics created, {len(made.present)} were there"
