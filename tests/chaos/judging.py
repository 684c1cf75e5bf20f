"""Judging a prefix once all is carried: the checker of tests/truth, the counts, and the committed offsets.

In: the truth, the logs, samples taken on the way, and Slack's own log where there was one. Out: what was
found. The alerts are compared with the plan, and byte for byte with a rehearsal of the same records.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.alert import Alert
from streams.codecs import encode
from streams.rehearsal import Rehearsal
from streams.settings import Settings
from streams.sieve import Sieve
from streams.topics import ALERTS, ARTICLES, FRESH, REJECTIONS, TOPICS
from tests.chaos.commits import Contents, overcommitted
from tests.chaos.logs import Logs, Sample, Stood
from tests.chaos.outcome import Judged
from tests.truth.checker import Counts, check
from tests.truth.stories import Truth


@dataclass(frozen=True, slots=True)
class SlackSaw:
    """Ids of the alerts that Slack took, in order, and how often it may have seen each: once where none is said."""

    taken: Sequence[str]
    allowed: Mapping[str, int]


def judge(truth: Truth, logs: Logs, samples: Sequence[Sample], slack: SlackSaw | None = None) -> Judged:
    contents = {topic.name: logs.read(topic) for topic in TOPICS}
    published = [record.value for record in contents[ALERTS.name]]
    counts = counted(contents, logs.committed()[ARTICLES.name, 0])
    report = check(
        truth, published, subscribed(contents[ALERTS.name]), other_run=rehearsed(truth), counts=counts,
        slack=slack.taken if slack else None, slack_allowed=slack.allowed if slack else None,
    )
    problems = [*wrongly_rejected(contents), *overcommitted([*samples, logs.sample()], contents)]
    return Judged(
        len(contents[ARTICLES.name]), counts.rejected, len(truth.alerts), report, problems, len(samples)
    )


@dataclass(frozen=True, slots=True)
class _Polled:
    """A record as a subscriber's client hands it out."""

    topic: str
    partition: int
    offset: int
    value: bytes


def subscribed(records: Iterable[Stood]) -> list[bytes]:
    """What `subscribe` makes of the alerts topic: its own sieve, without its client."""
    sieve = Sieve()
    polled = (_Polled(ALERTS.name, record.partition, record.offset, record.value) for record in records)
    return [encode(alert) for record in polled if (alert := sieve.pass_on(record)) is not None]


def rehearsed(truth: Truth) -> list[bytes]:
    """The alerts that one partition, no crash and no broker give."""

    async def run() -> list[bytes]:
        rehearsal = Rehearsal(Settings(partitions=1))
        said: dict[str, bytes] = {}
        for record in truth.records:
            for each in await rehearsal.publish(record.key.decode(), record.value):
                if isinstance(each, Alert):
                    said.setdefault(each.alert_id, encode(each))
        return list(said.values())

    return asyncio.run(run())


def counted(contents: Contents, committed: int) -> Counts:
    """Read: what lies before the committed offset. Processed: what reached `fresh` and was not rejected."""
    gone = {
        rejection["offset"] for rejection in _rejections(contents) if rejection["topic"].endswith(ARTICLES.name)
    }
    carried = {json.loads(record.value)["sequence"] for record in contents[FRESH.name]}
    return Counts(
        read=sum(record.offset < committed for record in contents[ARTICLES.name]),
        processed=len(carried - gone), rejected=len(gone),
    )


def wrongly_rejected(contents: Contents) -> list[str]:
    """Bugs, and anything that was rejected further on than the articles topic."""
    return sorted({
        f"{one['stage']} rejected {one['topic']}/{one['partition']}/{one['offset']}: {one['failure']['kind']}, "
        f"{one['failure']['reason']}"
        for one in _rejections(contents)
        if one["failure"]["kind"] != "input" or not one["topic"].endswith(ARTICLES.name)
    })


def _rejections(contents: Contents) -> list[dict[str, Any]]:
    return [json.loads(record.value) for record in contents[REJECTIONS.name]]
