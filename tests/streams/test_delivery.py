"""The one loop: outputs first, then state, and nothing of a record that failed."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Mapping, Sequence
from typing import Any

import pytest

from schemas.article import Article
from schemas.rejection import Rejection
from streams import delivery
from streams.codecs import decode, decode_article, encode
from streams.delivery import Outgoing, Record, Stage, Tallies, deliver
from streams.state import State
from streams.topics import ARTICLES, PARAGRAPHS, REJECTIONS


class Broker:
    """An outlet and a shelf that note the order of what happens to them."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.state: dict[str, Any] = {}
        self.happened: list[str] = []
        self.fails = False

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        self.happened.append("sent")

        async def acknowledge() -> None:
            if self.fails:
                raise ConnectionError
            self.sent.append(outgoing)
            self.happened.append("acknowledged")

        return acknowledge()

    def rows(self, record: Record) -> Mapping[str, Any]:
        return self.state

    async def write(self, record: Record, writes: Mapping[str, Any | None]) -> None:
        self.happened.append("written")
        for key, value in writes.items():
            if value is None:
                del self.state[key]
            else:
                self.state[key] = value


async def count_and_pass_on(article: Article, record: Record, state: State) -> Sequence[Article]:
    state[article.id] = state.get(article.id, 0) + 1
    if article.body == "boom":
        raise RuntimeError("boom")
    return [article] if article.body == "one" else [article, article]


def stage(**changes: Any) -> Stage:
    given: dict[str, Any] = {
        "name": "echo", "source": ARTICLES, "decode": decode_article, "agent": count_and_pass_on,
        "sends": {Article: PARAGRAPHS}, "keyed": lambda article: article.id,
    }
    return Stage(**(given | changes))


def record(article: Article | bytes | None, offset: int = 0) -> Record:
    value = encode(article) if isinstance(article, Article) else article
    return Record("tallywire.articles", 0, offset, offset, b"key", value)


def rejections(broker: Broker) -> list[Rejection]:
    return [decode(out.value, Rejection) for out in broker.sent if out.topic is REJECTIONS]


async def run(broker: Broker, *records: Record, **changes: Any) -> Tallies:
    echo = stage(**changes)
    tallies = Tallies([echo])
    await deliver(echo, records, broker, broker, tallies)
    return tallies


async def test_state_is_written_only_after_every_output_was_acknowledged() -> None:
    broker = Broker()
    await run(broker, record(Article(id="a", body="x")), record(Article(id="b", body="x"), 1))
    assert broker.happened == ["sent"] * 4 + ["acknowledged"] * 4 + ["written"]


async def test_when_an_output_is_not_acknowledged_no_state_is_written_and_the_error_is_raised() -> None:
    broker = Broker()
    broker.fails = True
    with pytest.raises(ConnectionError):
        await run(broker, record(Article(id="a", body="one")))
    assert broker.state == {}


async def test_a_later_record_of_the_batch_sees_what_an_earlier_one_wrote() -> None:
    broker = Broker()
    article = Article(id="a", body="x")
    await run(broker, record(article), record(article, 1))
    assert broker.state == {"a": 2}


async def test_a_record_that_cannot_be_decoded_becomes_a_rejection_with_its_bytes_and_place() -> None:
    broker = Broker()
    tallies = await run(broker, record(b'{"id": "a"}', 7), record(Article(id="b", body="x"), 8))
    [rejection] = rejections(broker)
    assert (rejection.topic, rejection.partition, rejection.offset) == ("tallywire.articles", 0, 7)
    assert (rejection.failure.kind, rejection.failure.path) == ("input", "$.body")
    assert base64.b64decode(rejection.value or "") == b'{"id": "a"}'
    assert tallies.of["echo"].read == 2
    assert tallies.of["echo"].rejected == 1
    assert broker.state == {"b": 1}


async def test_a_bug_becomes_a_rejection_with_its_traceback_and_its_writes_are_forgotten() -> None:
    broker = Broker()
    tallies = await run(broker, record(Article(id="a", body="boom")))
    [rejection] = rejections(broker)
    assert rejection.failure.kind == "bug"
    assert "count_and_pass_on" in (rejection.failure.traceback or "")
    assert broker.state == {}
    assert tallies.of["echo"].bugs == 1


async def test_a_record_without_a_value_becomes_a_rejection() -> None:
    broker = Broker()
    await run(broker, record(None))
    [rejection] = rejections(broker)
    assert rejection.value is None


async def test_an_output_too_large_to_be_sent_is_a_rejection_not_a_crash(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    broker = Broker()
    monkeypatch.setattr(delivery, "LARGEST_RECORD", 100)
    await run(broker, record(Article(id="a", body="x" * 200)))
    [rejection] = rejections(broker)
    assert "over the limit of 100" in rejection.failure.reason


async def test_what_stands_instead_of_a_rejected_record_is_sent_with_the_rejection() -> None:
    broker = Broker()
    await run(broker, record(b"nope"), instead=lambda lost: [Article(id=f"lost-{lost.offset}", body="x")])
    assert [out.key for out in broker.sent] == ["tallywire.articles/0/0", "lost-0"]


async def test_drained_means_that_every_stage_read_all_that_was_sent_to_it() -> None:
    first, second = stage(name="first"), stage(name="second", source=PARAGRAPHS, sends={Article: ARTICLES})
    tallies = Tallies([first, second])
    assert tallies.drained(0)
    assert not tallies.drained(1)
    broker = Broker()
    await deliver(first, [record(Article(id="a", body="x"))], broker, broker, tallies)
    assert not tallies.drained(1)
    tallies.of["second"].read = 2
    assert tallies.drained(1)
