"""Whatever an article holds, it gives figures or a rejection: never a crash, never a hang, never a bug."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from agents.alert.ledger import enter
from agents.alert.page import Memory, Page
from schemas.alert import Alert
from schemas.article import LONGEST_BODY, Article
from schemas.rejection import Rejection
from streams.archive import BadInput, read_articles
from streams.codecs import encode
from streams.extraction import explain_article, extracted
from streams.rehearsal import Rehearsal
from streams.replay import replay
from streams.settings import Settings
from streams.topics import LARGEST_RECORD
from tests.agents.alert.statements import figure, statement
from tests.streams.test_replay import FakeProducer

SECONDS = 10.0
"""Of this process's time for one record, whatever the machine is busy with; the slowest takes one."""

SAID = "Ukraine has received {} tanks from Germany, officials in Kyiv said."


def article(body: str, **fields: Any) -> bytes:
    return json.dumps({"id": "a", "published_at": "2024-05-06T08:00:00Z", "body": body, **fields}).encode()


BODIES = {
    "a number of 400 digits": SAID.format("1" + "0" * 400),
    "a number of 400 digits with separators": SAID.format("1" + ",000" * 133),
    "a number of 100,000 digits": SAID.format("9" * 100_000),
    "four hundred times million": SAID.format("ten " + "million " * 400),
    "five thousand decimals": SAID.format("1." + "3" * 5_000 + " million"),
    "a range of huge numbers": SAID.format(f"{'9' * 50} to {'9' * 60}"),
    "nested brackets": "(" * 50_000 + SAID.format(31) + ")" * 50_000,
    "nested quotation marks": '"' * 20_000 + SAID.format(31) + "“" * 20_000,
    "bidi overrides": SAID.format("\u202e13\u202c"),
    "zero-width characters": SAID.format("3\u200b1\u200d\u2060\ufeff"),
    "digits of other scripts": SAID.format("３１ ٣١ ३१ ¹² ①② Ⅻ ½"),
    "combining marks": SAID.format("31" + "\u0301" * 5_000),
    "Slack markup": SAID.format("<!channel> <https://evil.example|31> *31* `31` :tank:"),
    "HTML with a script": "<script>alert('31 tanks')</script><img src=x onerror=alert(1)>" + SAID.format(31),
    "terminal escapes": SAID.format("\x1b[2J\x1b]0;x\x07 31"),
    "NULs": SAID.format("3\x001 \x00"),
    "one word again and again": "tank 31 " * 12_000,
    "blank lines": "\n" * 100_000 + SAID.format(31),
    "years without end": SAID.format("31") + " 99999999999999999999 years ago, in 12000 BC, on 31 February 9999.",
}
RECORDS = {
    **{name: article(body) for name, body in BODIES.items()},
    "10 MB of text": article(SAID.format(31) * 160_000),
    "10 MB of digits": article("7" * 10_000_000),
    "10 MB of blank lines": article("\n" * 10_000_000 + "x"),
    "10 MB of brackets": article("(" * 10_000_000),
    "a body as long as may be": article("7" * LONGEST_BODY),
    "invalid UTF-8": b'{"id": "a", "body": "\xff\xfe 31 tanks"}',
    "UTF-16": SAID.format(31).encode("utf-16"),
    "100,000 levels of arrays": b"[" * 100_000 + b"]" * 100_000,
    "100,000 levels of objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a deep field that nobody knows": b'{"id": "a", "body": "x", "z": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "duplicate keys": b'{"id": "a", "id": "b", "body": "x", "body": "31 tanks"}',
    "a lone surrogate in the body": b'{"id": "a", "body": "\\ud800 31 tanks"}',
    "a lone surrogate in the id": b'{"id": "\\udfff", "body": "31 tanks"}',
    "a surrogate pair": b'{"id": "a", "body": "\\ud83d\\ude80 31 tanks"}',
    "a raw NUL": b'{"id": "a", "body": "\x00"}',
    "a NUL in the id": article("31 tanks", id="\x00"),
    "a slash in the id": article("31 tanks", id="a/../b/7"),
    "a version of 2^53 + 1": article(SAID.format(31), version=2 ** 53 + 1),
    "a version of 2^63": article(SAID.format(31), version=2 ** 63),
    "a version of 2^64": article(SAID.format(31), version=2 ** 64),
    "a version of 10^400": b'{"id": "a", "body": "x", "version": 1' + b"0" * 400 + b"}",
    "a version that is infinite": b'{"id": "a", "body": "x", "version": 1e400}',
    "a version that is no number": b'{"id": "a", "body": "x", "version": NaN}',
    "a negative version": article("x", version=-(2 ** 63)),
    "the first day of all": article(SAID.format(31), published_at="0001-01-01T00:00:00Z"),
    "the last day of all": article(SAID.format(31), published_at="9999-12-31T23:59:59Z"),
    "a day before the first": article(SAID.format(31), published_at="0001-01-01T00:00:00+23:59"),
    "the year 99999": article(SAID.format(31), published_at="99999-01-01T00:00:00Z"),
    "an id of a million characters": article(SAID.format(31), id="i" * 1_000_000),
    "a title of a million characters": article(SAID.format(31), title="Ukraine " * 125_000),
    "a link of a million characters": article(SAID.format(31), url="https://" + "x" * 1_000_000),
    "a link that is a script": article(SAID.format(31), url="javascript:alert(1)"),
    "JSON that is no object": b"null",
    "a string": b'"31 tanks"',
    "nothing": b"",
    "blanks": b" \r\n\t ",
}


def through_the_flow(*records: bytes) -> Sequence[Alert | Rejection]:
    """What the worker's own loop makes of records, as they stand on the articles topic."""
    async def run() -> list[Alert | Rejection]:
        rehearsal = Rehearsal(Settings(partitions=4))
        return [said for record in records for said in await rehearsal.publish("k", record)]

    return asyncio.run(run())


def through_all(record: bytes) -> None:
    """Read as a file, extracted, explained, replayed and carried through the flow."""
    began = time.process_time()
    for found in read_articles(["-"], io.BytesIO(record)):
        if isinstance(found, BadInput):
            assert str(found).isprintable()
        else:
            for one in extracted(found):
                assert found.body[one.start:one.end] == one.quote
            encode(found)
    bad: list[BadInput] = []
    replay(["-"], bootstrap="nowhere:1", topic="articles", stdin=io.BytesIO(record), on_bad=bad.append,
           producer=FakeProducer())
    for said in through_the_flow(record):
        assert isinstance(said, Alert) or said.failure.kind == "input", said.failure.traceback
    assert time.process_time() - began < SECONDS


@pytest.mark.parametrize("name", RECORDS)
def test_it_gives_figures_or_a_rejection(name: str) -> None:
    through_all(RECORDS[name])


@pytest.mark.parametrize("name", [name for name, body in BODIES.items() if len(body) < 10_000])
def test_it_can_be_explained(name: str) -> None:
    explain_article(Article(id="a", body=BODIES[name]))


def test_a_hostile_article_holds_up_none_behind_it() -> None:
    said = through_the_flow(*RECORDS.values(), article(SAID.format(4_321), id="last"))
    assert [one.article.id for one in said if isinstance(one, Alert)][-1] == "last"


def test_the_limits_are_said_with_the_size_and_the_remedy() -> None:
    [said] = through_the_flow(article("x" * (LONGEST_BODY + 1)))
    assert isinstance(said, Rejection)
    assert said.failure.path == "$.body"
    assert said.failure.reason == "has 1,000,001 characters, over the limit of 1,000,000; publish it in parts"


def test_a_page_of_the_ledger_stays_within_a_record_however_many_numbers_are_said() -> None:
    page, raised = Page(), 0
    for number in range(1_000):
        given = statement(figure(10_000 + number * 997), article=f"a{number}")
        page, news = enter(page, given, Memory())
        raised += news is not None
    assert raised > 500
    assert len(encode(page)) < LARGEST_RECORD


PIECES = st.sampled_from([
    *"()[]{}\"'“”<>&|*_~`@#:;,.-–—…\u200b\u200d\u202e\u2066\ufeff\u0301\x00\x1b\U0001f680\n\r\t\u2028½٣",
    "31", "1,000", "9" * 40, "1e400", "million", "dozens of", "tanks", "soldiers", "from 12 to", "killed", "<!here>",
    "Ukraine", "has sent", "to", "Russia", " ", " ", "not", "T-72", "</script>", "&#51;", "%s", "{0}", "\\ud800",
])
BODY = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
FIELD = st.none() | st.booleans() | st.integers(-(2 ** 70), 2 ** 70) | st.floats() | BODY | st.just([]) | st.just({})


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    BODY, st.dictionaries(st.sampled_from(["id", "version", "status", "title", "published_at", "url", "z"]), FIELD),
    st.integers(0, 400), st.sampled_from([b"", b"\xff", b"\x00", b'"', b"}", b"\\", b"\\ud800"]),
)
@example("x", {"published_at": "2024-02-30"}, 0, b"")
def test_any_record_whatsoever(body: str, fields: dict[str, Any], at: int, inserted: bytes) -> None:
    """An article of hostile pieces, with any values in its fields, and bytes put in anywhere."""
    record = json.dumps({"id": "a", "body": body, **fields}).encode()
    through_all(record[:at] + inserted + record[at:])
