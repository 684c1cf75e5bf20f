"""Copy costs: what finding copies takes, in processor time and memory.

In: a seeded random source. Out: microseconds and bytes that remembering a paragraph takes, on made text whose
words are as common as a newsroom's (bench/made_copy.py), every paragraph new; and milliseconds an article of
the load (bench/load.py) in split and in deduplicate, without the stream around them. Shown at the foot of
bench.copies; `python -m bench.copy_costs` prints the second alone.
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
from bench.load import articles
from bench.made_copy import wide_paragraph
from schemas.article import Article
from schemas.paragraph import ParagraphBatch
from streams.delivery import Record
from streams.rehearsal import MemoryShelf
from streams.state import Staged

_ARTICLE: Final = 20
"""Paragraphs in an article."""


PARTITIONS: Final = 4
_WARM: Final = 300
_MEASURED: Final = 600
_ROUNDS: Final = 5


def costs(random: Random, paragraphs: int) -> tuple[float, float]:
    """Microseconds and bytes (rows and index) that a new paragraph of forty words costs deduplicate."""
    split = Split(1)
    batches: list[ParagraphBatch] = []
    for sequence in range(2 * paragraphs // _ARTICLE):
        body = "\n\n".join(wide_paragraph(random) for _ in range(_ARTICLE))
        batches += asyncio.run(split(Article(id=f"wide-{sequence}", body=body), sequence - 1, sequence))
    half = len(batches) // 2
    return _timed(batches[:half]) / paragraphs * 1e6, _weighed(batches[:half], batches[half:]) / paragraphs


def _timed(batches: Sequence[ParagraphBatch]) -> float:
    began = time.process_time()
    _run(Deduplicate(), batches, {})
    return time.process_time() - began


def _weighed(warm: Sequence[ParagraphBatch], batches: Sequence[ParagraphBatch]) -> int:
    """Bytes; after others that fill whatever has a bound of its own."""
    deduplicate, memory = Deduplicate(), dict[str, Any]()
    tracemalloc.start()
    _run(deduplicate, warm, memory)
    gc.collect()
    before, _ = tracemalloc.get_traced_memory()
    _run(deduplicate, batches, memory)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held - before


def _run(deduplicate: Deduplicate, batches: Sequence[ParagraphBatch], memory: dict[str, Any]) -> None:
    async def run() -> None:
        for batch in batches:
            await deduplicate(batch, memory)

    asyncio.run(run())


def of_the_load() -> tuple[float, float]:
    """Milliseconds of split and of deduplicate for an article, the rows kept as bytes as a table keeps them.

    Of several rounds each article's quickest counts: what else runs on the machine only ever adds.
    """
    load = list(articles(_WARM + _MEASURED))
    rounds = [asyncio.run(_carried(load)) for _ in range(_ROUNDS)]
    splits, judgings = ([min(each) for each in zip(*times, strict=True)] for times in zip(*rounds, strict=True))
    return sum(splits[_WARM:]) / _MEASURED * 1e3, sum(judgings[_WARM:]) / _MEASURED * 1e3


async def _carried(load: Sequence[Article]) -> tuple[list[float], list[float]]:
    """Seconds of split and of deduplicate, article by article, both rooms and their memory made anew."""
    split, deduplicate, shelf = Split(PARTITIONS), Deduplicate(), MemoryShelf()
    record, clock = Record("paragraphs", 0, 0, 0, None, None), time.process_time
    splits: list[float] = []
    judgings: list[float] = []
    for number, article in enumerate(load):
        began = clock()
        batches = await split(article, number - 1, number)
        splits.append(clock() - began)
        spent = 0.0
        for batch in batches:
            state = Staged(shelf.rows(record))
            began = clock()
            await deduplicate(batch, state)
            spent += clock() - began
            await shelf.write(record, state.writes())
        judgings.append(spent)
    return splits, judgings


def load_line() -> str:
    split, judged = of_the_load()
    return f"an article of the load, at {PARTITIONS} partitions: split {split:.2f} ms, deduplicate {judged:.2f} ms"


if __name__ == "__main__":
    print(load_line())
