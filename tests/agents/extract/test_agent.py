"""What is asked for before its turn is read once, and what it was asked for in vain is not used."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from agents.extract.agent import Extract, Told
from schemas.article import ArticleHead
from schemas.paragraph import Paragraph, ParagraphBatch


class Reader:
    """Reads nothing, and notes what it was asked to read: article ids with the number of paragraphs."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int]] = []

    async def __call__(self, article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Told:
        self.asked.append((article.id, len(paragraphs)))
        return (), ()


def part(sequence: int, part: int = 0, parts: tuple[int, ...] = (0,), text: str = "Two tanks.") -> ParagraphBatch:
    paragraph = Paragraph(position=part, start=0, end=len(text), text=text, fingerprint="0" * 16)
    return ParagraphBatch(
        article=ArticleHead(id=f"a{sequence}"), after=sequence, sequence=sequence, part=part, parts=parts,
        paragraphs=(paragraph,),
    )


def carried(ahead: Sequence[ParagraphBatch], then: Sequence[ParagraphBatch]) -> list[tuple[str, int]]:
    """What was read when those were announced and these came."""
    reader, state = Reader(), dict[str, Any]()
    extract = Extract(reader)

    async def run() -> None:
        extract.ahead(ahead)
        await asyncio.sleep(0)
        for batch in then:
            await extract(batch, state)
        extract.forget()

    asyncio.run(run())
    return reader.asked


def test_what_was_announced_is_read_once() -> None:
    batches = [part(0), part(1, 0, (0, 1)), part(1, 1, (0, 1)), part(2)]
    assert carried(batches, batches) == [("a0", 1), ("a1", 2), ("a2", 1)]


def test_an_article_of_which_a_part_is_not_announced_is_read_when_it_is_whole() -> None:
    first, second = part(0, 0, (0, 1)), part(0, 1, (0, 1))
    assert carried([second], [first, second]) == [("a0", 2)]


def test_what_came_otherwise_than_announced_is_read_as_it_came() -> None:
    assert carried([part(0, text="Two tanks.")], [part(0, text="Three tanks.")]) == [("a0", 1), ("a0", 1)]


def test_what_was_announced_before_a_rebalance_is_read_anew() -> None:
    reader = Reader()
    extract = Extract(reader)

    async def run() -> None:
        extract.ahead([part(0)])
        extract.forget()
        await extract(part(0), {})

    asyncio.run(run())
    assert reader.asked == [("a0", 1)]
