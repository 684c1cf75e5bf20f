"""Split: an article in, its paragraphs out, one batch for each partition they go to.

Page furniture, bare headings and what the article prints twice stay behind; every paragraph that
is left quotes the body to the letter. An article without any left still sends one empty batch, so
that the order of articles has no holes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from agents.split.copies import survivors
from agents.split.headings import Headed, headed, heading_texts
from agents.split.lines import runs
from agents.split.routes import routes
from agents.wording import Wording
from schemas.article import Article
from schemas.errors import InvalidSetting
from schemas.paragraph import Paragraph, ParagraphBatch

LONGEST: Final = 4000
"""Characters. A longer run (a page without breaks) is cut at a sentence's end: the longest real
paragraphs have some 2,500, and whatever reads on does so in bounded bites."""

_SENTENCE_END = re.compile(r"[.!?\u2026][\"'\u2019\u201d)\]]{0,3}\s+(?=[\"'\u2018\u201c(\[]{0,3}[^\W_a-z])")
_SPACE = re.compile(r"\s+")


class Split:
    """The agent. partitions: of the paragraphs topic."""

    def __init__(self, partitions: int) -> None:
        if partitions < 1:
            raise InvalidSetting("partitions", "is below 1", "give the paragraphs topic at least one")
        self._partitions = partitions

    async def __call__(self, article: Article, after: int, sequence: int) -> Sequence[ParagraphBatch]:
        """One article. after, sequence: as in ParagraphBatch."""
        spread: dict[int, list[Paragraph]] = {}
        for paragraph, wording in _paragraphs(article):
            for part in routes(wording, self._partitions):
                spread.setdefault(part, []).append(paragraph)
        parts = tuple(sorted(spread)) or (0,)
        return [
            ParagraphBatch(
                article=article.head, after=after, sequence=sequence, part=part, parts=parts,
                paragraphs=tuple(spread.get(part, ())),
            )
            for part in parts
        ]


def paragraphs_of(article: Article) -> list[Paragraph]:
    """The paragraphs of an article, in order and with their headings; none sent anywhere."""
    return [paragraph for paragraph, _ in _paragraphs(article)]


def _paragraphs(article: Article) -> Iterator[tuple[Paragraph, Wording]]:
    body = article.body
    found = runs(body)
    spans = headed(body, found)
    wordings = [Wording.of(body[span.start : span.end]) for span in spans]
    headings = (Wording.of(text) for text in (*heading_texts(body, found), article.title))
    position = 0
    for place in survivors(wordings, headings):
        for piece in _pieces(body, spans[place]):
            text = body[piece.start : piece.end]
            wording = wordings[place] if piece is spans[place] else Wording.of(text)
            if wording.count:
                yield Paragraph(
                    position=position, start=piece.start, end=piece.end, text=text,
                    fingerprint=wording.fingerprint, heading=piece.heading,
                ), wording
                position += 1


def _pieces(body: str, span: Headed) -> Iterator[Headed]:
    """The span, cut where it is too long: at the last sentence's end, else at a space, else anywhere."""
    if span.end - span.start <= LONGEST:
        yield span
        return
    start = span.start
    while span.end - start > LONGEST:
        end, after = _cut(body, start, start + LONGEST)
        yield Headed(start, end, span.heading)
        start = after
    if start < span.end:
        yield Headed(start, span.end, span.heading)


def _cut(body: str, start: int, limit: int) -> tuple[int, int]:
    """Where the piece from `start` ends, and where the next begins."""
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [found.end() for found in pattern.finditer(body, start + LONGEST // 2, limit)]
        if ends:
            return max(start + len(body[start : ends[-1]].rstrip()), start + 1), ends[-1]
    return limit, limit
