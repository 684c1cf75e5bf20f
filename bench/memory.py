"""A million paragraphs: what remembering them takes, and how long it then takes to look one up.

In: nothing. Out: resident bytes, bytes a paragraph, and microseconds a paragraph of forty words for
deduplicate as a whole (words, look-up, row), in steps up to the number asked for. Rows are kept as the
worker's memory store keeps them, in bytes. `python -m bench.memory`, some three minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import time
from pathlib import Path
from random import Random
from typing import Final

from agents.deduplicate.agent import Deduplicate
from agents.split.agent import Split
from bench.made_copy import wide_paragraph
from schemas.article import Article
from schemas.paragraph import ParagraphBatch
from streams.delivery import Record
from streams.rehearsal import MemoryShelf
from streams.state import Staged

_ARTICLE: Final = 20
_STEPS: Final = 10


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def fill(paragraphs: int) -> None:
    random, split, deduplicate, shelf = Random(7), Split(1), Deduplicate(), MemoryShelf()
    record = Record("paragraphs", 0, 0, 0, None, None)
    before, spent, done = resident(), 0.0, 0
    for sequence in range(paragraphs // _ARTICLE):
        batch = await _batch(random, split, sequence)
        began = time.process_time()
        state = Staged(shelf.rows(record))
        await deduplicate(batch, state)
        await shelf.write(record, state.writes())
        spent += time.process_time() - began
        done += _ARTICLE
        if done % (paragraphs // _STEPS) == 0:
            gc.collect()
            held = resident() - before
            print(
                f"{done:>9,} paragraphs: {held / 2**20:6,.0f} MiB, {held / done:4.0f} bytes each; "
                f"the last {paragraphs // _STEPS:,} took {spent / (paragraphs // _STEPS) * 1e6:.0f} microseconds each",
                flush=True,
            )
            spent = 0.0


async def _batch(random: Random, split: Split, sequence: int) -> ParagraphBatch:
    body = "\n\n".join(wide_paragraph(random) for _ in range(_ARTICLE))
    return (await split(Article(id=f"wide-{sequence}", body=body), sequence - 1, sequence))[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.memory", description=__doc__.splitlines()[0])
    parser.add_argument("--paragraphs", type=int, default=1_000_000)
    asyncio.run(fill(parser.parse_args().paragraphs))
