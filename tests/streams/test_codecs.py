"""Bytes to schemas and back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.article import FIRST_YEAR, LAST_YEAR, Article
from schemas.claim import Claim
from schemas.errors import InvalidInput
from schemas.figure import Figure
from schemas.party import Party
from schemas.rejection import Failure, Rejection
from streams.codecs import decode, decode_article, encode

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
NAMES = TEXT.filter(lambda text: bool(text.strip()))
TIMES = st.datetimes(datetime(FIRST_YEAR, 1, 1), datetime(LAST_YEAR, 12, 31), timezones=st.just(UTC))
ARTICLES = st.builds(
    Article, id=NAMES, body=NAMES, title=TEXT, source=TEXT, version=st.integers(1, 99),
    published_at=st.none() | TIMES, url=st.none() | TEXT,
)
PARTIES = st.builds(Party, id=NAMES, name=NAMES)
FIGURES = st.builds(
    Figure, item=NAMES, item_text=TEXT, quote=TEXT, start=st.integers(0, 10**6), end=st.integers(0, 10**6),
    low=st.none() | st.integers(0, 2**53), high=st.none() | st.integers(0, 2**53), party=st.none() | PARTIES,
    counterparty=st.none() | PARTIES, claimant=st.none() | TEXT, as_of=st.none() | TEXT,
)


@given(ARTICLES)
def test_an_article_comes_back_as_it_went(article: Article) -> None:
    assert decode_article(encode(article)) == article


@given(FIGURES)
def test_a_figure_comes_back_as_it_went(figure: Figure) -> None:
    assert decode(encode(figure), Figure) == figure
    assert Claim.of(figure).key.count("|") >= 5


def test_a_rejection_comes_back_as_it_went() -> None:
    rejection = Rejection(
        stage="split", failure=Failure(kind="input", reason="no"), topic="t", partition=0, offset=1
    )
    assert decode(encode(rejection), Rejection) == rejection


@pytest.mark.parametrize(("data", "path", "reason"), [
    (b"not json", "$", "not JSON"),
    (b"", "$", "not JSON"),
    (b"\xff\xfe", "$", "not JSON"),
    (b"[]", "$", "expected `object`, got `array`"),
    (b'{"body": "x"}', "$.id", "is missing"),
    (b'{"id": "a", "body": 3}', "$.body", "expected `str`, got `int`"),
    (b'{"id": "a", "body": " "}', "$.body", "is blank"),
    (b'{"id": "a", "body": "x", "published_at": "yesterday"}', "$.published_at", "invalid"),
    (b'{"id": "a", "body": "x", "published_at": "2025-03-28T06:30:00"}', "$.published_at", "time zone"),
    (b'{"id": "a", "body": "x", "version": 0}', "$.version", "is 0"),
    (b'{"id": "a", "body": "x", "status": "fine"}', "$.status", "invalid enum value"),
])
def test_a_bad_article_is_refused_with_the_path_to_what_is_wrong(data: bytes, path: str, reason: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        decode_article(data)
    assert raised.value.path == path
    assert reason in str(raised.value)


def test_times_are_read_in_any_zone_and_kept_in_utc() -> None:
    article = decode_article(b'{"id": "a", "body": "x", "published_at": "2025-03-28T01:30:00-05:00"}')
    assert article.published_at == datetime(2025, 3, 28, 6, 30, tzinfo=UTC)
    assert b'"2025-03-28T06:30:00Z"' in encode(article)


def test_a_bare_date_is_midnight_utc() -> None:
    article = decode_article(b'{"id": "a", "body": "x", "published_at": "1989-09-23"}')
    assert article.published_at == datetime(1989, 9, 23, tzinfo=UTC)
