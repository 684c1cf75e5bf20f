"""Copy costs: the time and memory that remembering a paragraph takes.

In: a seeded random source. Out: microseconds and bytes a paragraph, on made text whose words are as
common as a newsroom's (bench/made_copy.py), every paragraph new. Shown at the foot of bench.copies.
"""

from __future__ import annotations

import asyncio
import gc
import time
import tracemalloc
from collections.abc import Sequence
from random import Random
from typing import Any, Final

from agents.deduplicate.agent import Deduplicate
from agents.split.agent import Split
from bench.made_copy import wide_paragraph
from schemas.article import Article
from schemas.paragraph import ParagraphBatch

_ARTICLE: Final = 20
"""Paragraphs in an article."""


def costs(random: Random, paragraphs: int) -> tuple[float, float]:
    """Microseconds and bytes (rows and index) that a new paragraph of forty words costs deduplicate."""
    split = Split(1)
    batches: list[ParagraphBatch] = []
    for sequence in range(paragraphs // _ARTICLE):
        body = "\n\n".join(wide_paragraph(random) for _ in range(_ARTICLE))
        batches += asyncio.run(split(Article(id=f"wide-{sequence}", body=body), sequence - 1, sequence))
    return _timed(batches) / paragraphs * 1e6, _weighed(batches) / paragraphs


def _timed(batches: Sequence[ParagraphBatch]) -> float:
    began = time.perf_counter()
    _run(Deduplicate(), batches, {})
    return time.perf_counter() - began


def _weighed(batches: Sequence[ParagraphBatch]) -> int:
    deduplicate, memory = Deduplicate(), dict[str, Any]()
    tracemalloc.start()
    _run(deduplicate, batches, memory)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held


def _run(deduplicate: Deduplicate, batches: Sequence[ParagraphBatch], memory: dict[str, Any]) -> None:
    async def run() -> None:
        for batch in batches:
            await deduplicate(batch, memory)

    asyncio.run(run())
