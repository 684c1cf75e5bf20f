"""Statement: a figure with the article and sentence that state it; what the ledger is told."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.article import ArticleHead
from schemas.claim import Claim
from schemas.figure import Figure
from schemas.paragraph import CopyOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure as one article states it.

    position: its 0-based place among the article's figures. sentence: the sentence it stands in.
    copy_of: the paragraph that this one repeats, when the figure was printed before in the same words.
    """

    article: ArticleHead
    position: int
    figure: Figure
    sentence: str
    copy_of: CopyOf | None = None

    @property
    def key(self) -> str:
        return Claim.of(self.figure).key
