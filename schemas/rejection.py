"""Rejection: an input that could not be read, kept with everything needed to try it again."""

from __future__ import annotations

import traceback as tracebacks
from dataclasses import dataclass
from typing import Literal

from schemas.errors import InvalidInput, TallywireError

RejectionKind = Literal["input", "bug"]
"""input: the record was bad; bug: we failed on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What went wrong with one record, said by the stage that failed on it.

    path: the bad field, as `$.body`. traceback: only for a bug.
    """

    kind: RejectionKind
    path: str = "$"
    reason: str
    traceback: str | None = None

    @classmethod
    def of(cls, error: Exception) -> Failure:
        if isinstance(error, InvalidInput):
            said = f"{error.reason}; {error.remedy}" if error.remedy else error.reason
            return cls(kind="input", path=error.path, reason=said)
        if isinstance(error, TallywireError):
            return cls(kind="input", reason=str(error))
        return cls(
            kind="bug", reason=f"{type(error).__name__}: {error}",
            traceback="".join(tracebacks.format_exception(error)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A failure with the record it befell: where the record stood, and its bytes.

    stage: the agent that could not read it. key, value: base64; null for a record without.
    """

    stage: str
    failure: Failure
    topic: str
    partition: int
    offset: int
    key: str | None = None
    value: str | None = None
