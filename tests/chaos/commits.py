"""Whether committed offsets ever passed an output that was not acknowledged.

In: samples taken while workers were being killed (committed offsets, then the logs' ends), and the logs as they
stood at last. Out: one line for each output that a committed record owed, and that was not in its log when
the sample was taken. What a record owes is told from the logs: its outputs are there in the end, and the
first of each must have been there already.

    articles    each article below the committed offset: all its batches of paragraphs
    paragraphs  each batch below it: the same batch in `fresh`
    fresh       each article of which all batches, and those of all articles before it, lie below it: its
                statements and withdrawals. That an article has no other is the checker's to say, not ours.
    figures     each claim of each article version, if all that was said of it lies below it: its alert, if it has one

Not seen: offsets of `alerts` that ran ahead of Slack (the Slack fault counts those messages), events, and state
in the changelogs (the alerts that come later speak for it).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streams.topics import ALERTS, ARTICLES, FIGURES, FRESH, PARAGRAPHS, Topic
from tests.chaos.logs import Lane, Sample, Stood

Contents = Mapping[str, Sequence[Stood]]
"""Topic name -> all its records at last."""


def overcommitted(samples: Sequence[Sample], contents: Contents) -> list[str]:
    owed = _Owed(contents)
    return [
        f"sample {number}: {case}" for number, sample in enumerate(samples, 1) for case in owed.missing_at(sample)
    ]


class _Owed:
    def __init__(self, contents: Contents) -> None:
        batches = [(json.loads(record.value), record) for record in contents[PARAGRAPHS.name]]
        self._parts: dict[int, tuple[int, ...]] = {batch["sequence"]: tuple(batch["parts"]) for batch, _ in batches}
        self._batches = [(_batch(batch), record) for batch, record in batches]
        self._paragraphs = _first(self._batches, PARAGRAPHS)
        fresh = [(json.loads(record.value), record) for record in contents[FRESH.name]]
        self._fresh = _first([(_batch(batch), record) for batch, record in fresh], FRESH)
        sequences: dict[Any, int] = {}
        for batch, _ in sorted(batches, key=lambda pair: pair[0]["sequence"]):
            sequences.setdefault(_version(batch), batch["sequence"])   # published again, it says nothing
        told = [(json.loads(record.value), record) for record in contents[FIGURES.name]]
        self._figures = _first([(_told(one, record), record) for one, record in told], FIGURES)
        self._of_article: dict[int, list[Any]] = defaultdict(list)
        self._of_claim: dict[Any, list[Any]] = defaultdict(list)
        for name in self._figures:
            key, version, *_ = name
            self._of_article[sequences[version]].append(name)
            self._of_claim[key, version].append(name)
        alerts = [(json.loads(record.value), record) for record in contents[ALERTS.name]]
        self._alerts = _first([((record.key, _version(alert)), record) for alert, record in alerts], ALERTS)

    def missing_at(self, sample: Sample) -> Iterator[str]:
        yield from self._of_split(sample)
        for batch, record in self._batches:
            if record.offset < sample.committed[PARAGRAPHS.name, record.partition]:
                yield from _missing(batch, self._fresh, sample, FRESH)
        for sequence in range(self._read_up_to(sample)):
            for name in self._of_article.get(sequence, ()):
                yield from _missing(name, self._figures, sample, FIGURES)
        for place, names in self._of_claim.items():
            lanes = [self._figures[name] for name in names]
            if place in self._alerts and all(offset < sample.committed[lane] for lane, offset in lanes):
                yield from _missing(place, self._alerts, sample, ALERTS)

    def _of_split(self, sample: Sample) -> Iterator[str]:
        for sequence in range(sample.committed[ARTICLES.name, 0]):
            if sequence not in self._parts:
                yield f"article {sequence} is committed and on no topic"
            for part in self._parts.get(sequence, ()):
                yield from _missing((sequence, part), self._paragraphs, sample, PARAGRAPHS)

    def _read_up_to(self, sample: Sample) -> int:
        """The first article not all of whose batches are committed in `fresh`."""
        committed = sample.committed[FRESH.name, 0]
        for sequence, parts in sorted(self._parts.items()):
            for part in parts:
                lane = self._fresh.get((sequence, part))
                if lane is None or lane[1] >= committed:
                    return sequence
        return len(self._parts)


Name = Any
"""By which repeats of one output are known."""

Firsts = Mapping[Name, tuple[Lane, int]]


def _first(named: Sequence[tuple[Name, Stood]], topic: Topic) -> Firsts:
    firsts: dict[Name, tuple[Lane, int]] = {}
    for name, record in named:
        firsts.setdefault(name, ((topic.name, record.partition), record.offset))
    return firsts


def _missing(name: Name, firsts: Firsts, sample: Sample, topic: Topic) -> Iterator[str]:
    found = firsts.get(name)
    if found is None:
        yield f"{name} is owed to {topic.name} and never came"
    elif found[1] >= sample.ends[found[0]]:
        yield f"{name} is owed to {topic.name}, which ended at {sample.ends[found[0]]}: it came at {found[1]}"


def _batch(batch: Mapping[str, Any]) -> tuple[int, int]:
    return batch["sequence"], batch["part"]


def _version(record: Mapping[str, Any]) -> tuple[str, int]:
    return record["article"]["id"], record["article"]["version"]


def _told(told: Mapping[str, Any], record: Stood) -> Name:
    """A statement, or a withdrawal by the place it takes back."""
    place = told.get("place")
    return (
        record.key, _version(told), "withdrawal" if place else "statement",
        (place["article_id"], place["version"], place["position"]) if place else told["position"],
    )
