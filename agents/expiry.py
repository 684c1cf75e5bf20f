"""Letting go of old rows, a few at a time, by article time.

In: rows and a time before which nothing is needed any more. Out: those rows deleted, oldest first.
Why here: state that only grows ends a worker one day; the wall clock would make a replay differ
from the first run; and Faust expires only what is keyed by windows of its own.

Not guaranteed: that an old row is gone at once. A few go with each record, more than come in; and none
before GRACE more records were read, for what a crash brings back must still find what it did before.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, MutableMapping
from datetime import datetime
from typing import Any

AT_ONCE = 2
"""Rows let go for one record: more than come in, so that old ones go, and few, so that one article
dated far in the future by mistake does not empty the table."""

GRACE = 10_000
"""Records. After a crash a worker reads again what came since its last commit, a second's worth: some
3,000 at the most. In an archive that second can span years of article time."""


class Ages:
    """The rows of one mapping by age. time_of: a row's time, null when it never grows old. grace: see GRACE.

    It is made from the rows when first asked, and claims nothing: a row's own time decides.
    """

    def __init__(self, time_of: Callable[[Any], datetime | None], prefix: str = "", grace: int = GRACE) -> None:
        self._time_of = time_of
        self._grace = grace
        self._prefix = prefix
        self._heap: list[tuple[float, str]] | None = None
        self._read = 0
        self._written: dict[str, int] = {}

    def note(self, key: str, row: Any) -> None:
        """A row was written."""
        time = self._time_of(row)
        self._written[key] = self._read + 1
        if self._heap is not None and time is not None:
            heapq.heappush(self._heap, (time.timestamp(), key))

    def expire(self, rows: MutableMapping[str, Any], before: datetime) -> None:
        """Delete the oldest rows whose time is before `before`, at most AT_ONCE of them. Once a record."""
        heap = self._made(rows)
        gone, self._read = 0, self._read + 1
        while heap and gone < AT_ONCE and heap[0][0] < before.timestamp() and self._is_settled(heap[0][1]):
            _, key = heapq.heappop(heap)
            time = self._time_of(rows[key]) if key in rows else None
            if time is not None and time < before:
                del rows[key]
                self._written.pop(key, None)
                gone += 1

    def _is_settled(self, key: str) -> bool:
        """Whether so many records were read since the row was last written that none of its own comes again."""
        return self._read - self._written.get(key, 0) >= self._grace

    def _made(self, rows: MutableMapping[str, Any]) -> list[tuple[float, str]]:
        if self._heap is None:
            self._heap = [
                (time.timestamp(), key) for key in rows if key.startswith(self._prefix)
                if (time := self._time_of(rows[key])) is not None
            ]
            heapq.heapify(self._heap)
        return self._heap
