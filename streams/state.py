"""State as agents see it: plain mappings whose writes wait until the outputs are acknowledged.

An agent reads and writes a MutableMapping. `Staged` keeps its writes apart from the mapping
beneath; the delivery loop lets them through only once every output of the record stands on the
broker, so that a crash can repeat work but never leave state that claims an output which is not
there (../shared/FAUST.md: "table write, then send, then a hard kill").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

import orjson

State = MutableMapping[str, Any]

_GONE: Any = object()


class Staged(MutableMapping[str, Any]):
    """A mapping over another one: reads fall through, writes stay here until `commit`.

    Values are JSON values and never null. A value that is read must be written back to be kept:
    changing it in place is not a write.
    """

    def __init__(self, base: Mapping[str, Any]) -> None:
        self._base = base
        self._writes: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        value = self._writes.get(key)
        if value is None and key not in self._writes:
            return self._base[key]
        if value is _GONE:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: Any) -> None:
        self._writes[key] = value

    def __delitem__(self, key: str) -> None:
        if key not in self:
            raise KeyError(key)
        self._writes[key] = _GONE

    def __contains__(self, key: object) -> bool:
        if key in self._writes:
            return self._writes[key] is not _GONE
        return key in self._base

    def __iter__(self) -> Iterator[str]:
        for key in self._base:
            if key not in self._writes:
                yield key
        for key, value in self._writes.items():
            if value is not _GONE:
                yield key

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def writes(self) -> dict[str, Any | None]:
        """The writes so far, null for a row to remove. A row made and unmade here is not among them.

        Removals come last: a crash in the middle then leaves a row too many, never one too few.
        """
        kept = {key: value for key, value in self._writes.items() if value is not _GONE}
        gone = {key: None for key, value in self._writes.items() if value is _GONE and key in self._base}
        return {**kept, **gone}

    def commit(self, target: State) -> None:
        """Write all of it to a mapping, usually the one beneath, and begin anew."""
        for key, value in self.writes().items():
            if value is None:
                del target[key]
            else:
                target[key] = value
        self._writes.clear()


class JsonRows(Mapping[str, Any]):
    """Rows kept as bytes, read as JSON values: what a table in memory is to an agent."""

    def __init__(self, rows: Mapping[str, bytes]) -> None:
        self._rows = rows

    def __getitem__(self, key: str) -> Any:
        return orjson.loads(self._rows[key])

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._rows))

    def __len__(self) -> int:
        return len(self._rows)
