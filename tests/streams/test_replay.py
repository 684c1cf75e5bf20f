"""A replay publishes what it can read, in order, and knows that the broker has it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaTimeoutError, MessageSizeTooLargeError

from schemas.article import Article
from schemas.errors import DeliveryFailed, NotAvailable
from streams.archive import BadInput
from streams.article_producer import BATCH, open_producer
from streams.codecs import decode, encode
from streams.progress import Line, Silence, progress_on
from streams.replay import MOST_UNACKNOWLEDGED, ReplayReport, replay
from tests.streams.clients import client_of, fresh_topic

TOO_LARGE = MessageSizeTooLargeError("too large")


class Acknowledgement:
    def __init__(self, error: Exception | None = None, is_done: bool = False) -> None:
        self.error = error
        self.is_done = is_done
        self.seen = False

    def get(self, timeout: float | None = None) -> Any:
        self.seen = True
        if self.error:
            raise self.error


class FakeProducer:
    """Keeps what was sent; answers each article as told."""

    def __init__(self, answers: dict[bytes, Exception | None] | None = None, limit: int = 10**9) -> None:
        self.answers = answers or {}
        self.limit = limit
        self.sent: list[tuple[str, bytes, bytes]] = []
        self.acknowledgements: list[Acknowledgement] = []
        self.ended_with: list[type[BaseException] | None] = []

    def __call__(self, bootstrap: str, topic: str, **settings: Any) -> FakeProducer:
        return self

    def __enter__(self) -> FakeProducer:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self.ended_with.append(kind)

    def send(self, topic: str, *, value: bytes, key: bytes) -> Acknowledgement:
        if len(value) > self.limit:
            raise MessageSizeTooLargeError
        self.sent.append((topic, key, value))
        self.acknowledgements.append(Acknowledgement(self.answers.get(key)))
        return self.acknowledgements[-1]


class FakeClock:
    """Time passes only in sleep, and where a test says so."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.now += seconds


def lines(*ids: str, size: int = 10) -> io.BytesIO:
    return io.BytesIO(b"\n".join(orjson.dumps({"id": one, "body": "b" * size}) for one in ids))


def run(
    stdin: io.BytesIO, producer: Callable[..., Any], **settings: Any
) -> tuple[ReplayReport, list[BadInput]]:
    bad: list[BadInput] = []
    report = replay(["-"], bootstrap="nowhere:1", topic="articles", stdin=stdin, on_bad=bad.append,
                    producer=producer, **settings)
    return report, bad


def test_articles_are_sent_in_order_under_their_ids_and_every_acknowledgement_is_seen() -> None:
    producer = FakeProducer()
    report, bad = run(lines("a", "b", "c"), producer)
    assert [(topic, key) for topic, key, _ in producer.sent] == [
        ("articles", b"a"), ("articles", b"b"), ("articles", b"c"),
    ]
    assert decode(producer.sent[0][2], Article) == Article(id="a", body="b" * 10)
    assert all(one.seen for one in producer.acknowledgements)
    assert report == ReplayReport(sent=3, rejected=0, bytes=sum(len(value) for _, _, value in producer.sent))
    assert bad == []
    assert producer.ended_with == [None]


def test_bad_input_is_told_and_the_rest_is_sent() -> None:
    producer = FakeProducer()
    report, bad = run(io.BytesIO(b'{"id": "a", "body": "B"}\noops\n{"id": "c", "body": "B"}'), producer)
    assert (report.sent, report.rejected) == (2, 1)
    assert [one.line for one in bad] == [2]


@pytest.mark.parametrize(("producer", "limit"), [
    pytest.param(FakeProducer(limit=500), "the limit of 500", id="before it is sent"),
    pytest.param(FakeProducer({b"big": TOO_LARGE}), "the broker's own limit", id="by the broker"),
])
def test_an_article_over_the_limit_is_told_with_its_size_and_the_limit(
    producer: FakeProducer, limit: str
) -> None:
    stdin = io.BytesIO(b"\n".join(
        one.getvalue() for one in (lines("a"), lines("big", size=BATCH), lines("c"))
    ))
    report, [bad] = run(stdin, producer, largest=500)
    assert (report.sent, report.rejected) == (2, 1)
    assert bad.line == 2
    size = len(encode(Article(id="big", body="b" * BATCH)))
    assert bad.reason == f"is {size:,} bytes as a record, over {limit}"


def test_a_failed_delivery_names_its_article_and_ends_the_replay_at_once() -> None:
    producer = FakeProducer({b"b": KafkaTimeoutError("no leader")})
    with pytest.raises(DeliveryFailed) as failure:
        run(lines("a", "b", "c"), producer)
    assert (failure.value.article_id, failure.value.sent) == ("b", 1)
    assert "no leader" in str(failure.value)
    assert producer.ended_with == [DeliveryFailed]


def test_a_send_that_fails_at_once_names_its_article_too() -> None:
    class Unreachable(FakeProducer):
        def send(self, topic: str, *, value: bytes, key: bytes) -> Acknowledgement:
            raise KafkaTimeoutError("no metadata")

    with pytest.raises(DeliveryFailed, match=r"'a'.*no metadata"):
        run(lines("a"), Unreachable())


def test_a_large_article_travels_alone_so_that_its_refusal_is_its_own() -> None:
    under_way: list[int] = []

    class Watched(FakeProducer):
        def send(self, topic: str, *, value: bytes, key: bytes) -> Acknowledgement:
            under_way.append(sum(not one.seen for one in self.acknowledgements))
            return super().send(topic, value=value, key=key)

    small, large = lines("a", "b").getvalue(), lines("large", size=BATCH).getvalue()
    run(io.BytesIO(small + b"\n" + large + b"\n" + small), Watched())
    assert under_way == [0, 1, 0, 0, 1]


def test_after_a_refusal_by_the_broker_a_fresh_producer_goes_on() -> None:
    producer = FakeProducer({b"big": TOO_LARGE})
    run(lines("big", "big", size=BATCH), producer)
    assert producer.ended_with == [None, None, None]


def test_a_small_article_that_the_broker_finds_too_large_ends_the_replay() -> None:
    with pytest.raises(DeliveryFailed, match=r"'a'.* too large, at 130 bytes"):
        run(lines("a", "b"), FakeProducer({b"a": TOO_LARGE}))


def test_a_slow_broker_is_waited_for_before_the_memory_fills() -> None:
    producer = FakeProducer()
    seen: list[int] = []

    class Counting:
        def show(self, sent: int, rejected: int) -> None:
            seen.append(len(producer.sent) - sent)

    articles = 2 * MOST_UNACKNOWLEDGED // 200_000
    run(lines(*(str(number) for number in range(articles)), size=200_000), producer, progress=Counting())
    assert MOST_UNACKNOWLEDGED // 400_000 < max(seen) <= MOST_UNACKNOWLEDGED // 200_000


def test_a_rate_paces_articles_evenly_from_the_first() -> None:
    clock, producer = FakeClock(), FakeProducer()
    run(lines("a", "b", "c", "d"), producer, rate=4, clock=clock, sleep=clock.sleep)
    assert clock.slept == [0.25, 0.25, 0.25]


def test_a_rate_makes_up_for_a_little_lateness_but_never_floods() -> None:
    clock = FakeClock()
    late: Iterator[float] = iter([0.0, 0.3, 60.0, 0.0, 0.0, 0.0])

    class Slow(FakeProducer):
        def send(self, topic: str, *, value: bytes, key: bytes) -> Acknowledgement:
            clock.now += next(late)
            return super().send(topic, value=value, key=key)

    run(lines(*"abcdef"), Slow(), rate=1, clock=clock, sleep=clock.sleep)
    assert clock.slept == [1.0, 0.7, 1.0]


@pytest.mark.parametrize("rate", [0, -1, float("nan")])
def test_a_rate_that_is_not_positive_is_refused(rate: float) -> None:
    with pytest.raises(ValueError, match="above 0"):
        run(lines("a"), FakeProducer(), rate=rate)


def test_progress_is_told_of_every_article_and_every_rejection() -> None:
    told: list[tuple[int, int]] = []

    class Told:
        def show(self, sent: int, rejected: int) -> None:
            told.append((sent, rejected))

    run(io.BytesIO(b'oops\n{"id": "a", "body": "B"}'), FakeProducer(), progress=Told())
    assert told == [(0, 1), (1, 1)]


def test_progress_is_a_line_on_a_terminal_and_nothing_elsewhere() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), io.StringIO()
    with progress_on(terminal) as progress:
        progress.show(1234, 2)
        assert isinstance(progress, Line)
    with progress_on(pipe) as progress:
        progress.show(1234, 2)
        assert isinstance(progress, Silence)
    assert "1,234 articles" in terminal.getvalue()
    assert "2 rejected" in terminal.getvalue()
    assert pipe.getvalue() == ""


def test_no_broker_is_told_with_its_remedy() -> None:
    with (
        pytest.raises(NotAvailable, match=r"no Kafka broker answered at 127.0.0.1:1: .*tallywire broker"),
        open_producer("127.0.0.1:1", "articles", client={"bootstrap_timeout_ms": 200}),
    ):
        pass


def test_a_broker_holds_what_a_replay_sent(broker: Any, tmp_path: Path) -> None:
    client, topic = client_of(broker), fresh_topic("articles")
    broker.create_topic(topic, 1)
    (tmp_path / "1.jsonl").write_bytes(lines(*(f"a{number}" for number in range(500)), size=2000).getvalue())
    (tmp_path / "2.jsonl").write_bytes(lines("huge", size=1_100_000).getvalue())
    (tmp_path / "3.txt").write_text("Title\n\nBödy.\n")
    bad: list[BadInput] = []
    report = replay(
        [tmp_path], bootstrap=broker.bootstrap, topic=topic, stdin=io.BytesIO(), on_bad=bad.append,
        client=client,
    )
    assert (report.sent, report.rejected, [Path(one.file).name for one in bad]) == (501, 1, ["2.jsonl"])
    held = everything(broker.bootstrap, topic, 501, client)
    assert [record.key.decode() for record in held] == [*(f"a{number}" for number in range(500)), "3"]
    assert decode(held[-1].value, Article) == Article(
        id="3", source=tmp_path.name, title="Title", body="\nBödy.\n"
    )


def test_what_the_broker_itself_finds_too_large_is_told_and_the_rest_is_sent(broker: Any) -> None:
    if broker.kind == "embedded":
        pytest.skip("the embedded broker takes records of any size")
    client, topic = client_of(broker), fresh_topic("articles")
    broker.create_topic(topic, 1)
    big = orjson.dumps({"id": "big", "body": "é" * 900_000})   # two bytes each
    stdin = io.BytesIO(b"\n".join((lines("a").getvalue(), big, lines("c").getvalue())))
    bad: list[BadInput] = []
    report = replay(["-"], bootstrap=broker.bootstrap, topic=topic, stdin=stdin, on_bad=bad.append,
                    largest=5_000_000, client=client)
    assert (report.sent, [one.line for one in bad]) == (2, [2])
    assert [record.key for record in everything(broker.bootstrap, topic, 2, client)] == [b"a", b"c"]


def test_a_topic_that_is_not_there_is_told_before_anything_is_read(broker: Any) -> None:
    if broker.kind == "embedded":
        pytest.skip("on the embedded broker every topic springs up when named")

    class Unread(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            raise AssertionError("read")

    topic = fresh_topic("none")
    with pytest.raises(NotAvailable, match=f"shows no topic {topic}; create it"):
        replay(["-"], bootstrap=broker.bootstrap, topic=topic, stdin=Unread(), on_bad=print,
               client={**client_of(broker), "max_block_ms": 1000})


def everything(bootstrap: str, topic: str, count: int, client: dict[str, Any]) -> list[Any]:
    """The first so many records of a topic's only partition."""
    consumer = KafkaConsumer(bootstrap_servers=bootstrap, auto_offset_reset="earliest", **client)
    partition = TopicPartition(topic, 0)
    consumer.assign([partition])
    held: list[Any] = []
    while len(held) < count:
        held += consumer.poll(timeout_ms=10_000)[partition]
    consumer.close()
    return held
