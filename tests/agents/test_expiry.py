"""Rows grow old by article time, and are let go when nothing can ask for them any more."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from agents.expiry import AT_ONCE, Ages

BEGINNING = datetime(2025, 3, 1, tzinfo=UTC)


def days(number: int) -> datetime:
    return BEGINNING + timedelta(days=number)


class Table:
    """Rows whose value is their day; null never grows old."""

    def __init__(self, grace: int) -> None:
        self.rows: dict[str, Any] = {}
        self.ages = Ages(lambda day: None if day is None else days(day), grace=grace)

    def read(self, key: str, day: int | None, before: int = 0) -> None:
        """One record: a row is written, and what is older than `before` may go."""
        self.rows[key] = day
        self.ages.note(key, day)
        self.ages.expire(self.rows, days(before))


def test_old_rows_go_a_few_at_a_time_the_oldest_first() -> None:
    table = Table(grace=0)
    for day in range(6):
        table.read(f"row-{day}", day)
    table.read("new", 40, before=10)
    assert list(table.rows) == [*(f"row-{day}" for day in range(AT_ONCE, 6)), "new"]


def test_a_row_that_has_no_time_stays() -> None:
    table = Table(grace=0)
    table.read("undated", None)
    table.read("new", 40, before=10)
    assert "undated" in table.rows


def test_an_old_row_stays_while_its_record_may_come_again() -> None:
    table = Table(grace=5)
    table.read("old", 0)
    for number in range(4):
        table.read(f"new-{number}", 40, before=10)
        assert "old" in table.rows
    table.read("new-4", 40, before=10)
    assert "old" not in table.rows


def test_the_grace_begins_anew_when_an_old_row_is_written_again() -> None:
    table = Table(grace=3)
    table.read("old", 0)
    table.read("new", 40, before=10)
    table.read("old", 1, before=10)
    table.read("new", 40, before=10)
    table.read("new", 40, before=10)
    assert "old" in table.rows
    table.read("new", 40, before=10)
    assert "old" not in table.rows


def test_after_a_start_every_row_has_its_grace() -> None:
    table = Table(grace=2)
    table.rows["old"] = 0
    table.read("new", 40, before=10)
    assert "old" in table.rows
    table.read("new", 40, before=10)
    assert "old" not in table.rows
