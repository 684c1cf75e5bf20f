"""Creates the topics that are not there yet, on any Kafka but the embedded one.

In: topic names with their partition counts and configuration. Out: which were created, which were
there, and which are there with another number of partitions. Those are left alone: to change the
count would send keys to other partitions than their state's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kafka.admin import KafkaAdminClient
from kafka.errors import KafkaError, NoError, TopicAlreadyExistsError, for_code

from schemas.errors import NotAvailable

Wanted = Mapping[str, tuple[int, Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class TopicsMade:
    """What became of the topics asked for, in the order asked; differing: name -> (asked, found)."""

    created: tuple[str, ...]
    present: tuple[str, ...]
    differing: Mapping[str, tuple[int, int]]


def create_topics(bootstrap: str, topics: Wanted, *, client: Mapping[str, Any] | None = None) -> TopicsMade:
    """Create the topics that are missing and wait until each partition has a leader.

    bootstrap: host:port, several separated by commas. topics: name -> (partitions, configuration);
    the replication factor is the broker's default. client: further settings of kafka-python's admin
    client, as SASL and TLS. Safe to call again, and by several processes at once. Raises NotAvailable
    when no broker answers or one refuses a topic.
    """
    try:
        with KafkaAdminClient(bootstrap_servers=bootstrap.split(","), **(client or {})) as admin:
            found = _partitions(admin, topics)
            created = _create(admin, {name: topics[name] for name in topics if name not in found})
            found |= _partitions(admin, topics)
    except KafkaError as error:
        raise NotAvailable(
            f"no Kafka broker answered at {bootstrap}: {error}",
            "start one with `tallywire broker`, or set TALLYWIRE_BROKER",
        ) from error
    return TopicsMade(
        created=tuple(name for name in topics if name in created),
        present=tuple(name for name in topics if name not in created),
        differing={
            name: (asked, found[name])
            for name, (asked, _) in topics.items()
            if name in found and found[name] != asked
        },
    )


def _partitions(admin: Any, topics: Wanted) -> dict[str, int]:
    """The partition counts of those topics that exist."""
    if not topics:
        return {}
    described = admin.describe_topics(list(topics))
    return {topic["name"]: len(topic["partitions"]) for topic in described if not topic["error_code"]}


def _create(admin: Any, missing: Wanted) -> set[str]:
    """Create them all; one that somebody else created meanwhile is not counted as ours."""
    if not missing:
        return set()
    answer = admin.create_topics(
        {
            name: {"num_partitions": partitions, "configs": dict(configuration)}
            for name, (partitions, configuration) in missing.items()
        },
        raise_errors=False,
    )
    created = set()
    for topic in answer["topics"]:
        error = for_code(topic["error_code"])
        if error is NoError:
            created.add(topic["name"])
        elif error is not TopicAlreadyExistsError:
            why = topic["error_message"] or error.__name__
            raise NotAvailable(
                f"the broker did not create topic {topic['name']}: {why}",
                "mend the topic's settings, or ask the cluster's keeper for the right to create topics",
            )
    admin.wait_for_topics(list(missing))
    return created
