"""Rows: what deduplicate writes down of a batch, one table row for all its paragraphs.

    "3/1042/tass-77/1": {"article": "tass-77", "version": 1, "published_at": "2025-03-28T06:30:00+00:00",
                         "paragraphs": [[0, "<marks>"], [4, ["afp-9", 1, 2, "near"]]]}

The key says part, sequence, article and version: who was first, and where. A paragraph that was
the first of its words holds their marks; a copy holds what it is a copy of, so that the batch
can be judged again exactly as it was. Everything is plain JSON, about 6 bytes a word.
"""

from __future__ import annotations

from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from agents.wording import MARK
from schemas.paragraph import CopyOf, ParagraphBatch

Row = dict[str, Any]
"""As above. Any, because it comes back from JSON and is read only by this module."""

_FINGERPRINT_BYTES = 8


class First(NamedTuple):
    """A paragraph that was the first to say its words."""

    article_id: str
    version: int
    position: int
    published_at: datetime | None
    fingerprint: str
    marks: array[int]


def row_key(batch: ParagraphBatch) -> str:
    return f"{batch.part}/{batch.sequence}/{batch.article.id}/{batch.article.version}"


def part_prefix(part: int) -> str:
    """What the keys of a part's rows begin with."""
    return f"{part}/"


def sequence_of(key: str) -> int:
    return int(key.split("/", 2)[1])


def new_row(batch: ParagraphBatch, marks: Sequence[array[int]]) -> Row:
    """The row of a judged batch; marks are those of its paragraphs, in order."""
    published_at = batch.article.published_at
    return {
        "article": batch.article.id,
        "version": batch.article.version,
        "published_at": published_at.isoformat() if published_at else None,
        "paragraphs": [
            [paragraph.position, _copy_out(paragraph.copy_of) or _pack(paragraph.fingerprint, each)]
            for paragraph, each in zip(batch.paragraphs, marks, strict=True)
        ],
    }


def judgements(row: Row) -> dict[int, CopyOf | None]:
    """position -> what the paragraph was found to be a copy of, when the batch was first seen."""
    return {position: _copy_in(held) for position, held in row["paragraphs"]}


def firsts(row: Row) -> list[int]:
    """Places in the row, 0-based, of the paragraphs that were first."""
    return [place for place, (_, held) in enumerate(row["paragraphs"]) if isinstance(held, str)]


def first_at(row: Row, place: int) -> First | None:
    """The first that stands there; None where the row never held one."""
    if place >= len(row["paragraphs"]):
        return None
    position, held = row["paragraphs"][place]
    if not isinstance(held, str):
        return None
    fingerprint, marks = _unpack(held)
    return First(row["article"], row["version"], position, published_at(row), fingerprint, marks)


def published_at(row: Row) -> datetime | None:
    """When the row's article was published, UTC; null when it is undated."""
    return datetime.fromisoformat(row["published_at"]) if row["published_at"] else None


def _pack(fingerprint: str, marks: array[int]) -> str:
    return b64encode(bytes.fromhex(fingerprint) + marks.tobytes()).decode("ascii")


def _unpack(packed: str) -> tuple[str, array[int]]:
    held = b64decode(packed)
    marks = array(MARK)
    marks.frombytes(held[_FINGERPRINT_BYTES:])
    return held[:_FINGERPRINT_BYTES].hex(), marks


def _copy_out(copy_of: CopyOf | None) -> list[Any] | None:
    if copy_of is None:
        return None
    return [copy_of.article_id, copy_of.version, copy_of.position, copy_of.kind]


def _copy_in(held: Any) -> CopyOf | None:
    if isinstance(held, str):
        return None
    article_id, version, position, kind = held
    return CopyOf(article_id=article_id, version=version, position=position, kind=kind)
