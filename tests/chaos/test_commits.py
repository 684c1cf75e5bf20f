"""The chaos run's own check on committed offsets finds what it is there to find."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from streams.topics import ALERTS, ARTICLES, FIGURES, FRESH, PARAGRAPHS
from tests.chaos.commits import overcommitted
from tests.chaos.logs import FLOW, Sample, Stood

HEAD = {"id": "a1", "version": 1}
BATCH = {"article": HEAD, "sequence": 0, "part": 0, "parts": [0]}


def stood(value: Mapping[str, Any], key: bytes = b"k") -> list[Stood]:
    return [Stood(0, 0, key, json.dumps(value).encode())]


CONTENTS = {
    ARTICLES.name: stood({"id": "a1"}), PARAGRAPHS.name: stood(BATCH), FRESH.name: stood(BATCH),
    FIGURES.name: stood({"article": HEAD, "position": 0}), ALERTS.name: stood({"article": HEAD, "kind": "new"}),
}
"""One article, carried by each agent into one record."""


def sample(committed: int, **ends: int) -> Sample:
    names = [topic.name for topic in FLOW]
    return Sample({(name, 0): committed for name in names}, {(name, 0): ends.get(name, 1) for name in names})


def test_nothing_is_owed_where_all_outputs_were_there() -> None:
    assert overcommitted([sample(1), sample(0, paragraphs=0, fresh=0, figures=0, alerts=0)], CONTENTS) == []


@pytest.mark.parametrize("topic", [PARAGRAPHS.name, FRESH.name, FIGURES.name, ALERTS.name])
def test_an_output_that_came_after_the_commit_is_named(topic: str) -> None:
    [case] = overcommitted([sample(1), sample(1, **{topic: 0})], CONTENTS)
    assert case.startswith("sample 2")
    assert f"owed to {topic}" in case


def test_an_article_that_is_committed_and_on_no_topic_is_named() -> None:
    nothing: Mapping[str, list[Stood]] = {name: [] for name in CONTENTS}
    assert overcommitted([sample(1)], nothing) == ["sample 1: article 0 is committed and on no topic"]
