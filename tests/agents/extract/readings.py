"""Short ways to read a text in tests: a sentence in, its figures as small tuples out."""

from __future__ import annotations

from datetime import UTC, datetime

from agents.extract.figures import Reading, read_figures
from schemas.figure import Figure
from schemas.paragraph import Paragraph

PUBLISHED = datetime(2025, 3, 28, tzinfo=UTC)


def paragraph(text: str, start: int = 0, position: int = 0) -> Paragraph:
    return Paragraph(position=position, start=start, end=start + len(text), text=text, fingerprint="0" * 16)


def readings(*texts: str, title: str = "") -> list[Reading]:
    """The texts as paragraphs of one body, parted by an empty line."""
    paragraphs: list[Paragraph] = []
    start = 0
    for position, text in enumerate(texts):
        paragraphs.append(paragraph(text, start, position))
        start += len(text) + 2
    return read_figures(paragraphs, PUBLISHED, title)


def figures(*texts: str, title: str = "") -> list[Figure]:
    return [reading.figure for reading in readings(*texts, title=title)]


def counts(text: str) -> list[tuple[int | None, int | None, str]]:
    """low, high and item of each figure."""
    return [(figure.low, figure.high, figure.item) for figure in figures(text)]


def sides(text: str) -> list[tuple[str | None, str | None]]:
    """Ids of party and counterparty of each figure."""
    return [
        (figure.party.id if figure.party else None, figure.counterparty.id if figure.counterparty else None)
        for figure in figures(text)
    ]
