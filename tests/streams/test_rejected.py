"""Rejections are listed once each, and their records are published again where that does good."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from kafka import KafkaProducer

from schemas.article import Article, ArticleHead
from schemas.errors import InvalidCondition
from schemas.paragraph import Paragraph, ParagraphBatch
from schemas.rejection import Failure, Rejection
from streams.cli import main
from streams.codecs import encode
from streams.rejected import read_rejections, rejection_line
from streams.requeue import Again, Plan, read_all, requeue
from streams.settings import Settings
from streams.topics import FRESH, REJECTIONS
from streams.where import Where
from tests.streams.clients import client_of, fresh_topic
from tests.streams.flow import Flow


def rejection(topic: str = "t.articles", value: bytes | None = b"{}", **changes: Any) -> Rejection:
    given: dict[str, Any] = {
        "stage": "split", "failure": Failure(kind="input", path="$.body", reason="is missing"), "topic": topic,
        "partition": 0, "offset": 7, "key": base64.b64encode(b"k").decode(),
        "value": None if value is None else base64.b64encode(value).decode(),
    }
    return Rejection(**(given | changes))


def part(number: int, of: Sequence[int] = (0, 2), sequence: int = 5, article: str = "a") -> ParagraphBatch:
    return ParagraphBatch(
        article=ArticleHead(id=article), after=sequence, sequence=sequence, part=number, parts=tuple(of),
        paragraphs=(Paragraph(position=number, start=0, end=2, text="Hi", fingerprint="0" * 16),),
    )


def on_fresh(batch: ParagraphBatch) -> Again:
    return Again("t.fresh", 0, batch.article.id.encode(), encode(batch))


def test_a_line_says_where_who_and_why_in_one_line_whatever_the_reason_holds() -> None:
    line = rejection_line(rejection(failure=Failure(kind="bug", reason="a\nb\x1b[2J\u202e" + "x" * 1_000)))
    assert line.startswith("t.articles/0/7  split  bug  $: a\\nb\\x1b[2J\\u202exxx")
    assert line.isprintable()
    assert len(line) < 400


def test_a_condition_may_be_on_any_field_of_a_rejection_and_on_no_other() -> None:
    assert Where.parse("failure.kind=input", Rejection).met_by(rejection())
    assert not Where.parse("offset>7", Rejection).met_by(rejection())
    with pytest.raises(InvalidCondition, match="a rejection has no field colour"):
        Where.parse("colour=red", Rejection)


def test_a_record_is_published_again_to_the_letter_where_it_stood() -> None:
    for topic in ("t.articles", "t.figures", "t.alerts"):
        assert list(Plan("t").take(rejection(topic, b"\xff", partition=3))) == [Again(topic, 3, b"k", b"\xff")]
    assert list(Plan("t").take(rejection(key=None))) == [Again("t.articles", 0, None, b"{}")]


def test_a_record_rejected_many_times_is_published_once() -> None:
    plan = Plan("t")
    sent = [again for offset in range(5) for again in plan.take(rejection(offset=offset))]
    assert (len(sent), plan.repeated) == (1, 4)


@pytest.mark.parametrize(("given", "reason"), [
    (rejection("t.paragraphs"), "was carried on as it stood, and read"),
    (rejection("other.articles"), "stood on a topic that is not ours"),
    (rejection("articles"), "stood on a topic that is not ours"),
    (rejection("t.fresh"), "is no batch of paragraphs"),
    (rejection(value=None), "had no value"),
])
def test_what_cannot_do_good_is_left_with_its_reason(given: Rejection, reason: str) -> None:
    plan = Plan("t")
    assert list(plan.take(given)) == []
    assert dict(plan.left) == {reason: 1}


def test_an_article_that_extract_failed_on_is_published_with_all_its_parts_in_the_order_of_the_world() -> None:
    plan = Plan("t")
    later, first = part(2, sequence=9, article="b"), part(2)
    for batch in (later, first):
        assert list(plan.take(rejection("t.fresh", encode(batch)))) == []
    held = [part(0), part(0, sequence=6, article="c"), part(2), part(0, sequence=9, article="b"), later, first]
    assert list(plan.parts(map(on_fresh, held))) == [
        on_fresh(part(0)), on_fresh(part(2)), on_fresh(part(0, sequence=9, article="b")), on_fresh(later),
    ]
    assert not plan.left


def test_an_article_whose_parts_are_gone_is_left() -> None:
    plan = Plan("t")
    list(plan.take(rejection("t.fresh", encode(part(2)))))
    assert list(plan.parts([on_fresh(part(2))])) == []
    assert plan.left == {"is of an article whose other parts the topic no longer holds": 1}


def sent(broker: Any, topic: str, values: Sequence[bytes]) -> None:
    with KafkaProducer(bootstrap_servers=broker.bootstrap, acks="all", **client_of(broker)) as producer:
        for value in values:
            producer.send(topic, value=value).get(30)


def test_they_are_listed_once_each_from_the_beginning_and_as_asked(broker: Any) -> None:
    topic = fresh_topic("rejections")
    broker.create_topic(topic, 1)
    one, other = rejection(), rejection(stage="alert", offset=8)
    sent(broker, topic, [encode(one), b"oops", encode(other), encode(one)])
    listed = read_rejections(broker.bootstrap, topic, client=client_of(broker))
    assert list(listed) == [one, other]
    assert (listed.sieve.bad, listed.sieve.repeated) == (1, 1)
    some = read_rejections(
        broker.bootstrap, topic, where=[Where.parse("stage=alert", Rejection)], client=client_of(broker)
    )
    assert list(some) == [other]


STORY = "Ukraine has received 31 tanks from Germany, officials in Kyiv said."


@pytest.fixture
def flow(broker: Any, tmp_path: Path) -> Flow:
    return Flow(broker, fresh_topic("requeue"), tmp_path)


def requeued(flow: Flow, broker: Any) -> tuple[int, int]:
    """Publish all rejections again: (records published, rejections of the same record)."""
    client, settings = client_of(broker), flow.settings
    listed = read_rejections(settings.broker, REJECTIONS.full_name(settings.prefix), client=client)
    done = requeue(listed, bootstrap=settings.broker, prefix=settings.prefix, client=client)
    return done.published, done.repeated


async def test_after_a_fix_a_rejected_article_is_read_and_a_second_time_raises_no_second_alert(
    broker: Any, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = Article(id="a", source="Wire", body=STORY)
    from agents.split.agent import Split

    reading = Split.__call__

    async def failing(self: Split, *given: Any) -> Any:
        raise RuntimeError("a bug in split")

    monkeypatch.setattr(Split, "__call__", failing)
    async with flow.worker() as app:
        await flow.publish(article)
        await flow.carried(app)
        assert await flow.alerts(app) == []
    monkeypatch.setattr(Split, "__call__", reading)
    assert requeued(flow, broker) == (1, 0)
    assert requeued(flow, broker) == (1, 0)
    async with flow.worker() as app:
        await flow.carried(app, 2)
        [alert] = {alert.alert_id: alert for alert in await flow.alerts(app)}.values()
        assert alert.article.id == "a"


async def test_what_stays_bad_is_published_once_a_run_however_often_it_was_rejected(
    broker: Any, flow: Flow
) -> None:
    async with flow.worker() as app:
        await flow.publish(b"not json")
        await flow.carried(app)
        assert requeued(flow, broker) == (1, 0)
        await flow.carried(app, 2)
        assert requeued(flow, broker) == (1, 1)
        await flow.carried(app, 3)
        assert len(await flow.rejections(app, "split")) == 3


async def test_an_article_that_extract_failed_on_is_read_after_a_fix(
    broker: Any, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from agents.extract import agent

    reading = agent.read
    body = "\n\n".join(
        STORY.replace("31", str(number)).replace("tanks", what).replace("Germany", who)
        for number, what, who in [(31, "tanks", "Germany"), (12, "howitzers", "France"), (400, "drones", "Poland"),
                                  (7, "helicopters", "Norway"), (90, "mortars", "Spain")]
    )

    def failing(*given: Any) -> Any:
        raise RuntimeError("a bug in reading")

    monkeypatch.setattr(agent, "read", failing)
    async with flow.worker() as app:
        await flow.publish(Article(id="a", source="Wire", body=body))
        await flow.carried(app)
        [failed] = await flow.rejections(app, "extract")
        assert failed.topic == FRESH.full_name(flow.settings.prefix)
    monkeypatch.setattr(agent, "read", reading)
    published, _ = requeued(flow, broker)
    assert published > 1   # the article's paragraphs were spread over several parts
    async with flow.worker() as app:
        while not app.tallies.of["extract"].read >= published:
            app.tallies._moved.clear()
            await app.tallies._moved.wait()
        await app.tallies.until_drained(0)
        once = {alert.alert_id: alert for alert in await flow.alerts(app)}.values()
        assert sorted(alert.figure.low or 0 for alert in once) == [7, 12, 31, 90, 400]


def test_settings_of_another_prefix_are_another_flow() -> None:
    plan = Plan(Settings().prefix)
    assert list(plan.take(replace(rejection(), topic="tallywire.articles.more"))) == []


def test_the_command_lists_them_as_lines_or_objects_and_publishes_them_again(kafka_broker: Any, tmp_path: Path) -> None:
    flow = Flow(kafka_broker, fresh_topic("command"), tmp_path)
    prefix = flow.settings.prefix
    given = rejection(f"{prefix}.articles", b"not json")
    sent(kafka_broker, REJECTIONS.full_name(prefix), [encode(given)])
    environment = {"TALLYWIRE_BROKER": kafka_broker.bootstrap, "TALLYWIRE_PREFIX": prefix}

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["rejections", *arguments], env=environment)

    listed = run("--where", "failure.kind=input")
    assert (listed.exit_code, listed.stdout) == (0, f"{prefix}.articles/0/7  split  input  $.body: is missing\n")
    assert listed.stderr == "1 rejections\n"
    assert json.loads(run("--json").stdout)["failure"]["reason"] == "is missing"
    again = run("--requeue", "--where", "stage=split")
    assert again.stderr == "1 records published again\n"
    [record] = read_all(kafka_broker.bootstrap, f"{prefix}.articles", None)
    assert (record.key, record.value) == (b"k", b"not json")
    assert run("--where", "stage=alert").stdout == ""
    assert run("--where", "colour=red").exit_code == 2
