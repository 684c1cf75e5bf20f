"""Paragraph: a run of an article's body, and the batches in which paragraphs travel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from schemas.article import ArticleHead

CopyKind = Literal["exact", "near", "contained"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """Which paragraph was the first to say this, and how closely this one repeats it."""

    article_id: str
    version: int
    position: int
    kind: CopyKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A run of body text.

    position: 0-based among the article's paragraphs. start, end: characters of the body, and
    `text == body[start:end]` to the letter (cleaning happens in reading, never in the text).
    heading: the bare heading above it, or null. fingerprint: 16 hex digits of the normalised text.
    copy_of: the earlier paragraph that this one repeats; null when it is fresh or not yet judged.
    """

    position: int
    start: int
    end: int
    text: str
    fingerprint: str
    heading: str | None = None
    copy_of: CopyOf | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphBatch:
    """All paragraphs of one article version that share a partition of the paragraphs topic.

    sequence is the article's offset in the articles topic, and covers every offset from `after`
    to itself, so that a reader can put articles back into that order whatever offsets the log
    skips. part is the partition this batch is for, and parts lists all that the article was
    spread over: who holds them all holds the article.
    """

    article: ArticleHead
    after: int
    sequence: int
    part: int
    parts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]


def merge_parts(parts: Iterable[ParagraphBatch]) -> tuple[Paragraph, ...]:
    """An article's paragraphs in order, from all its parts.

    A paragraph may have been sent to more than one partition: it is a copy when any of them says
    so, and then of the paragraph that comes first by article id, version and position, so that
    the order in which the parts came does not matter.
    """
    merged: dict[int, Paragraph] = {}
    for part in parts:
        for paragraph in part.paragraphs:
            held = merged.get(paragraph.position)
            if held is None or _rank(paragraph.copy_of) < _rank(held.copy_of):
                merged[paragraph.position] = paragraph
    return tuple(merged[position] for position in sorted(merged))


def _rank(copy_of: CopyOf | None) -> tuple[bool, str, int, int, str]:
    if copy_of is None:
        return (True, "", 0, 0, "")
    return (False, copy_of.article_id, copy_of.version, copy_of.position, copy_of.kind)
