"""What a worker tells of its health, and that it ends when an agent has stalled."""

from __future__ import annotations

import re
import socket
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from schemas.article import Article
from streams.delivery import Tallies
from streams.health import Health, look_after
from streams.metrics import METRICS, READ, SENT, Sample, exposition
from streams.pipeline import stages
from streams.settings import Settings
from tests.streams.clients import fresh_topic
from tests.streams.flow import Flow

DOCS = Path(__file__).parents[2] / "docs" / "operations.md"
TP = namedtuple("TP", "topic partition")
ARTICLES, ALERTS = TP("tallywire.articles", 0), TP("tallywire.alerts", 2)


class FakeConsumer:
    def __init__(self) -> None:
        self.ends = {ARTICLES: 5, ALERTS: 5}
        self.starts = {ARTICLES: 0, ALERTS: 0}
        self._committed_offset: dict[TP, int | None] = {ARTICLES: 5, ALERTS: None}
        self.fails = False

    def assignment(self) -> set[TP]:
        return {*self.ends, TP("tallywire-ledger-changelog", 0)}

    async def highwaters(self, *given: TP) -> dict[TP, int]:
        if self.fails:
            raise ConnectionError("away")
        return {tp: self.ends[tp] for tp in given}

    async def earliest_offsets(self, *given: TP) -> dict[TP, int]:
        return {tp: self.starts[tp] for tp in given}


class FakeApp:
    """An app as far as its health is looked into; its task is run by hand, its sleep moves the clock."""

    def __init__(self, flow: Any) -> None:
        self.consumer = FakeConsumer()
        self.tallies = Tallies(flow)
        self.rebalancing = self.in_recovery = self.should_stop = False
        self.now = 0.0
        self.rounds: Callable[[], Any]

    def task(self, rounds: Callable[[], Any]) -> None:
        self.rounds = rounds

    async def sleep(self, seconds: float) -> None:
        self.now += seconds


def looked_after(**hooks: Any) -> tuple[FakeApp, Health]:
    flow = stages(Settings(), post=None)
    app = FakeApp(flow)
    return app, look_after(app, flow, Settings(), clock=lambda: app.now, **hooks)


async def test_health_is_good_while_all_that_comes_is_carried() -> None:
    app, health = looked_after()
    assert not health.good
    app.consumer._committed_offset[ALERTS] = 5
    await health.go_round()
    assert health.good
    assert [one["lag"] for one in health.told()["partitions"]] == [0, 0]


async def test_what_was_deleted_unread_does_not_wait() -> None:
    app, health = looked_after()
    app.consumer.starts[ALERTS] = 5
    await health.go_round()
    assert [one["lag"] for one in health.told()["partitions"]] == [0, 0]


async def test_a_stall_ends_the_worker_and_turns_health_bad(caplog: pytest.LogCaptureFixture) -> None:
    ended: list[float] = []

    def end() -> None:
        ended.append(app.now)
        app.should_stop = True

    app, health = looked_after(end=end)
    await app.rounds()
    assert ended == [120]
    assert not health.good
    assert "notify has taken no record of tallywire.alerts, partition 2, for 120 s" in caplog.text
    assert health.told()["stalled"]


async def test_while_notify_holds_an_alert_for_slack_it_has_not_stalled() -> None:
    app, health = looked_after()
    app.tallies.of["notify"].busy = True
    for _ in range(30):
        assert not await health.go_round()
        app.now += 60


async def test_a_broker_that_is_away_is_no_stall_but_no_health_either() -> None:
    app, health = looked_after()
    app.consumer.fails = True
    for _ in range(30):
        assert not await health.go_round()
        app.now += 60
    assert not health.good
    assert health.told()["broker_reachable"] is False


def test_every_metric_is_told_with_its_meaning_and_every_label_is_escaped() -> None:
    told = exposition([Sample(READ, 3, ("split",)), Sample(SENT, 2, ("a", 'x"\\\n'))])
    assert 'tallywire_read_total{agent="split"} 3\n' in told
    assert 'tallywire_sent_total{agent="a",topic="x\\"\\\\\\n"} 2\n' in told
    for metric in METRICS:
        assert f"# HELP {metric.name} {metric.meaning}\n# TYPE {metric.name} {metric.kind}\n" in told


def test_the_docs_list_every_metric() -> None:
    """docs/operations.md ends with one row a metric: to mend it, copy what this test says it should be."""
    names = [f"{one.name}{{{', '.join(one.labels)}}}" if one.labels else one.name for one in METRICS]
    rows = [f"| {name} | {one.kind} | {one.unit} | {one.meaning} |" for name, one in zip(names, METRICS, strict=True)]
    assert DOCS.read_text(encoding="utf-8").splitlines()[-len(rows):] == rows


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


async def test_a_worker_tells_its_health_and_metrics_and_nothing_of_its_tables(broker: Any, tmp_path: Path) -> None:
    flow = Flow(broker, fresh_topic("health"), tmp_path, partitions=2)
    flow.settings = flow.settings.model_copy(update={"web_port": free_port()})
    origin = f"http://127.0.0.1:{flow.settings.web_port}"
    async with flow.worker() as app, aiohttp.ClientSession() as session:
        await flow.publish(b"not json", Article(id="a", body="Russia has sent 40 tanks to Mali, officials said."))
        await flow.carried(app)
        await app.health.go_round()
        async with session.get(f"{origin}/health") as answer:
            told = await answer.json()
            assert (answer.status, told["healthy"]) == (200, True), told
        agents = {one["agent"] for one in told["partitions"]}
        assert agents == {"split", "deduplicate", "extract", "alert", "notify"}
        async with session.get(f"{origin}/metrics") as answer:
            metrics = await answer.text()
        assert 'tallywire_read_total{agent="split"} 2\n' in metrics
        assert 'tallywire_rejected_total{agent="split"} 1\n' in metrics
        assert {line.split("{")[0].split()[0] for line in metrics.splitlines() if line[0] != "#"} == {
            metric.name for metric in METRICS
        }
        assert re.search(r'tallywire_lag\{agent="extract",topic="[^"]+\.fresh",partition="0"\} 0\n', metrics)
        for path in ("/table/", "/table/ledger/", "/router/", "/graph/", "/stats/"):
            async with session.get(origin + path) as answer:
                assert answer.status == 404, path
        app.rebalancing = True
        await app.health.go_round()
        async with session.get(f"{origin}/health") as answer:
            assert answer.status == 503
        app.rebalancing = False
