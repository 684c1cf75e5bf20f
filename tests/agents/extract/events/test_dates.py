"""Dates are found by their words and resolved against the day of publication."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.extract.events.dates import find_dates

FRIDAY = datetime(2025, 3, 28, 6, 30, tzinfo=UTC)


def found(text: str, published: datetime | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(text[it.start : it.end], it.iso) for it in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("on March 28", "March 28", "2025-03-28"),
        ("28 March 2024", "28 March 2024", "2024-03-28"),
        ("Feb. 24, 2022", "Feb. 24, 2022", "2022-02-24"),
        ("23 SEP 89", "23 SEP 89", "1989-09-23"),
        ("the 12th of December 2024", "12th of December 2024", "2024-12-12"),
        ("on December 24", "December 24", "2024-12-24"),
        ("on April 3", "April 3", "2025-04-03"),
        ("in January and February", "January and February", "2025-01-01/2025-02-28"),
        ("in December and January", "December and January", "2024-12-01/2025-01-31"),
        ("from March 3 to March 10", "March 3 to March 10", "2025-03-03/2025-03-10"),
        ("March 3-5", "March 3-5", "2025-03-03/2025-03-05"),
        ("8-10 May 1945", "8-10 May 1945", "1945-05-08/1945-05-10"),
        ("early February", "early February", "2025-02-01/2025-02-28"),
        ("last June", "last June", "2024-06-01/2024-06-30"),
        ("in March 2024", "March 2024", "2024-03-01/2024-03-31"),
        ("in 2023", "2023", "2023-01-01/2023-12-31"),
        ("between 2019 and 2021", "2019 and 2021", "2019-01-01/2021-12-31"),
        ("the 1980s", "1980s", "1980-01-01/1989-12-31"),
        ("said Thursday", "Thursday", "2025-03-27"),
        ("on Friday", "Friday", "2025-03-28"),
        ("last Friday", "last Friday", "2025-03-21"),
        ("next Monday", "next Monday", "2025-03-31"),
        ("Thursday, March 27", "Thursday, March 27", "2025-03-27"),
        ("yesterday", "yesterday", "2025-03-27"),
        ("overnight", "overnight", "2025-03-27/2025-03-28"),
        ("this week", "this week", "2025-03-24/2025-03-30"),
        ("last month", "last month", "2025-02-01/2025-02-28"),
        ("next year", "next year", "2026-01-01/2026-12-31"),
        ("over the past 24 hours", "the past 24 hours", "2025-03-27/2025-03-28"),
        ("in the past three weeks", "the past three weeks", "2025-03-07/2025-03-28"),
        ("two days ago", "two days ago", "2025-03-26"),
        ("since November 19th", "since November 19th", "2024-11-19/2025-03-28"),
        ("3/28/2025", "3/28/2025", "2025-03-28"),
        ("2025-03-01", "2025-03-01", "2025-03-01"),
        ("in March 11,000 soldiers", "March", "2025-03-01/2025-03-31"),
        ("In March 11 soldiers died", "March", "2025-03-01/2025-03-31"),
        ("on 28 March 75 soldiers died", "28 March", "2025-03-28"),
        ("IT MAY SEND TROOPS IN MAY", "MAY", "2025-05-01/2025-05-31"),
    ],
)
def test_a_date_is_found_and_resolved(text: str, words: str, iso: str) -> None:
    assert found(text) == [(words, iso)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on March 28", None), ("on Thursday", None), ("last week", None), ("the past few days", None),
        ("28 March 2024", "2024-03-28"), ("since 2022", "2022-01-01/.."), ("on 31 February 2024", None),
        ("4/5/2024", None),
    ],
)
def test_without_a_day_of_publication_only_what_names_its_year_is_resolved(text: str, iso: str | None) -> None:
    assert [resolved for _, resolved in found(text, None)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["they may march in step", "from 2000 to 3000 soldiers", "2,023 tanks", "155mm", "a 20-strong team", "the Sun sat"],
)
def test_counts_and_verbs_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_two_dates_that_are_not_joined_stay_two() -> None:
    assert [iso for _, iso in found("on Monday night and last Friday")] == ["2025-03-24", "2025-03-21"]


PIECES = ["March ", "3", " 2024", "-", " to ", " and ", "last ", "week", "since ", "31 Feb", "0 May ", "9999", "1", "/"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join), st.none() | st.datetimes(timezones=st.just(UTC)))
def test_any_text_on_any_day_gives_ordered_spans(text: str, published: datetime | None) -> None:
    ends = [0]
    for mention in find_dates(text, published):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)
