"""Article: one version of one story from one source; what flows into Tallywire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from schemas.errors import InvalidInput

Status = Literal["usable", "corrected", "canceled"]
"""IPTC's `pubStatus` words for what a desk may do with a version."""


LONGEST_BODY = 1_000_000
"""Characters. Ten times the longest real article: what an article may cost each stage is bounded by it."""

LONGEST = {"id": 500, "source": 500, "title": 5_000, "language": 100, "url": 5_000}
"""Characters of the head's fields. Far above any real one: the head travels with every figure of its
article, so that a long one is multiplied by their number."""

FIRST_YEAR, LAST_YEAR = 1500, 9000
"""Of published_at: news is no older than newspapers, and what is reckoned from it (weeks back, a memory's
end) must not leave the calendar's years 1 to 9999."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHead:
    """An article without its body: what travels with every record made from it.

    published_at is in UTC; null when the source gave none, and then nothing said in the article
    is dated, nor does it ever count as too old to be compared.
    """

    id: str
    version: int = 1
    status: Status = "usable"
    source: str = ""
    title: str = ""
    published_at: datetime | None = None
    language: str = "en"
    url: str | None = None

    def __post_init__(self) -> None:
        if not self.id.strip():
            raise InvalidInput("$.id", "is blank", "give every article an id of its own")
        for name, limit in LONGEST.items():
            _check_length(name, getattr(self, name), limit, "cut it")
        if self.version < 1:
            raise InvalidInput("$.version", f"is {self.version}", "versions count from 1")
        if self.published_at is not None:
            if self.published_at.tzinfo is None:
                raise InvalidInput("$.published_at", "has no time zone", "write UTC as 2025-03-28T06:30:00Z")
            try:
                object.__setattr__(self, "published_at", self.published_at.astimezone(UTC))
            except OverflowError as error:   # 0001-01-01 in a zone east of UTC has no year in UTC
                raise InvalidInput("$.published_at", "lies outside the calendar", "mend the year") from error
            if not FIRST_YEAR <= self.published_at.year <= LAST_YEAR:
                raise InvalidInput("$.published_at", f"is in the year {self.published_at.year}", "mend the year")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(ArticleHead):
    """One version of one story. Every span in Tallywire counts characters of `body`."""

    body: str

    def __post_init__(self) -> None:
        ArticleHead.__post_init__(self)
        if not self.body.strip() and self.status != "canceled":
            raise InvalidInput("$.body", "is blank", "an article needs text to be read")
        _check_length("body", self.body, LONGEST_BODY, "publish it in parts")

    @property
    def head(self) -> ArticleHead:
        return ArticleHead(
            id=self.id, version=self.version, status=self.status, source=self.source, title=self.title,
            published_at=self.published_at, language=self.language, url=self.url,
        )


def _check_length(name: str, text: str | None, limit: int, remedy: str) -> None:
    if text is not None and len(text) > limit:
        raise InvalidInput(f"$.{name}", f"has {len(text):,} characters, over the limit of {limit:,}", remedy)
