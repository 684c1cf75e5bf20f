"""The whole flow, on the embedded broker and on Apache Kafka: what a replay gives, and gives again."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from schemas.alert import Alert
from schemas.article import Article
from streams.archive import read_articles
from streams.demo import samples
from streams.rehearsal import rehearse
from streams.settings import Settings
from tests.streams.clients import fresh_topic
from tests.streams.flow import Flow


@pytest.fixture(scope="module")
def articles() -> Sequence[Article]:
    with open("/dev/null", "rb") as nothing:
        found = list(read_articles([samples()], nothing))
    return [article for article in found if isinstance(article, Article)]


@pytest.fixture(scope="module")
def expected(articles: Sequence[Article]) -> Sequence[Alert]:
    """What a rehearsal says of the samples: the oracle for every run on a broker."""
    said = [alert for alert in rehearse(articles, Settings(partitions=4)) if isinstance(alert, Alert)]
    assert len(said) > 10
    return said


def in_order(alerts: Sequence[Alert]) -> list[Alert]:
    return sorted(alerts, key=lambda alert: alert.alert_id)


@pytest.mark.parametrize("partitions", [1, 4])
@pytest.mark.parametrize("store", ["memory", "rocksdb"])
async def test_a_replay_gives_the_alerts_of_a_rehearsal_whatever_the_partitions_and_the_store(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert], partitions: int, store: str
) -> None:
    flow = Flow(broker, fresh_topic("flow"), tmp_path, partitions=partitions, store=store)
    async with flow.worker() as app:
        await flow.publish(*articles)
        await flow.carried(app)
        assert in_order(await flow.alerts(app)) == in_order(expected)


async def test_a_second_process_that_reads_and_is_killed_in_between_changes_no_alert(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert]
) -> None:
    flow = Flow(broker, fresh_topic("flow"), tmp_path, reading_process=True)
    async with flow.worker() as app:
        for article in articles:
            await flow.publish(article)
            await flow.carried(app)
            if app.reading.pid is not None and flow.published % 5 == 0:
                os.kill(app.reading.pid, signal.SIGKILL)
        assert in_order(await flow.alerts(app)) == in_order(expected)


async def test_a_second_replay_and_copies_under_other_ids_raise_no_alert(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert]
) -> None:
    flow = Flow(broker, fresh_topic("flow"), tmp_path)
    async with flow.worker() as app:
        await flow.publish(*articles, *(replace(one, id=f"copy-{one.id}") for one in articles))
        await flow.carried(app)
        assert in_order(await flow.alerts(app)) == in_order(expected)


async def test_full_queues_hold_the_broker_back_and_lose_nothing(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert]
) -> None:
    """All is published before the worker starts, and two records fill a queue."""
    flow = Flow(broker, fresh_topic("flow"), tmp_path)
    await flow.publish(*articles)
    async with flow.worker(queue=2) as app:
        await flow.carried(app)
        assert in_order(await flow.alerts(app)) == in_order(expected)


async def test_a_worker_that_starts_anew_remembers_what_the_last_one_knew(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert]
) -> None:
    """State comes back from the changelogs, offsets from the group."""
    flow = Flow(broker, fresh_topic("flow"), tmp_path)
    async with flow.worker() as app:
        await flow.publish(*articles)
        await flow.carried(app)
    async with flow.worker() as app:
        await flow.publish(*(replace(one, id=f"copy-{one.id}") for one in articles))
        await flow.carried(app, len(articles))
        assert await flow.alerts(app) == []


async def test_what_cannot_be_read_goes_to_the_rejections_and_holds_up_nobody(
    broker: Any, tmp_path: Path, articles: Sequence[Article], expected: Sequence[Alert]
) -> None:
    flow = Flow(broker, fresh_topic("flow"), tmp_path)
    async with flow.worker() as app:
        await flow.publish(b"not json", *articles, b'{"id": "a"}', b"\xff\xfe", b"")
        await flow.carried(app)
        assert in_order(await flow.alerts(app)) == in_order(expected)
        rejected = await flow.rejections(app, "split")
        assert [one.offset for one in rejected] == [0, len(articles) + 1, len(articles) + 2, len(articles) + 3]
        assert [one.failure.path for one in rejected] == ["$", "$.body", "$", "$"]
        assert not any(tally.bugs for tally in app.tallies.of.values())
