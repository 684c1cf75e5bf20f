"""What the ledger is told: a figure stated, or a figure taken back."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.article import ArticleHead
from schemas.claim import Claim
from schemas.figure import Figure
from schemas.paragraph import CopyOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a figure stood: the article, its version, and the figure's 0-based place among its figures."""

    article_id: str
    version: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure as one article states it.

    position: its 0-based place among the article's figures. sentence: the sentence it stands in.
    fingerprint: of the paragraph it stands in. copy_of: the paragraph that this one repeats, when the
    figure was printed before in the same words, or nearly. replaces: the figure of an earlier version
    whose number this one corrects.
    """

    article: ArticleHead
    position: int
    figure: Figure
    sentence: str
    fingerprint: str = ""
    copy_of: CopyOf | None = None
    replaces: Place | None = None

    @property
    def key(self) -> str:
        return Claim.of(self.figure).key

    @property
    def place(self) -> Place:
        return Place(article_id=self.article.id, version=self.article.version, position=self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A figure that its article no longer states, or that went with a canceled article.

    article: the version that takes it back. claim: the key of the claim it was entered under.
    place: where it stood.
    """

    article: ArticleHead
    claim: str
    place: Place

    @property
    def key(self) -> str:
        return self.claim
