"""Endurance: how late alerts are at a steady pace, how the worker grows, how long it takes to come back.

In: a broker. Out: seconds and bytes. All of it is our worker, with state on disk as it comes.
"""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import Final

from bench.contestants import OURS, Process, running
from bench.course import Course
from bench.load import articles, probe
from schemas.article import Article

_CHUNK: Final = 2_000
"""Articles published ahead of the worker: 12 MB, so that what is measured is its memory, not a queue."""


@dataclass(frozen=True, slots=True)
class Latency:
    """From handing an article to the producer until its alert is read. rate: articles/s; seconds."""

    rate: int
    p50: float
    p99: float
    probes: int


@dataclass(frozen=True, slots=True)
class Recovery:
    """seconds: from the start of a process with no state on disk to its first alert; empty: the same with
    nothing to recover."""

    articles: int
    seconds: float
    empty: float


async def latency(broker: str, data: Path, rates: Sequence[int], seconds: int) -> list[Latency]:
    course = Course(broker, "latency", data, partitions=4, store="rocksdb")
    found = []
    async with course.open():
        await course.send_all([*articles(400, seed=6), probe(0)])
        with running(OURS, course.settings) as process:
            await course.seen(0, process)
            for rate in rates:
                found.append(await _at(course, process, rate, seconds))
    return found


async def _at(course: Course, process: Process, rate: int, seconds: int) -> Latency:
    """Some two hundred probes at most, spread evenly; they have an article's length."""
    count = rate * seconds
    every = max(1, count // 200)
    first = max(course.sent_at) + 1
    began = time.monotonic()
    probes = list[int]()
    for number, article in enumerate(articles(count, seed=7, first=first * 1_000)):
        await asyncio.sleep(began + number / rate - time.monotonic())
        if number % every == 0:
            probes.append(first + len(probes))
            article = _disguised(probes[-1], article)
        await course.send(article)
    late = sorted([await course.seen(each, process) - course.sent_at[each] for each in probes])
    cuts = quantiles(late, n=100, method="inclusive")
    return Latency(rate, cuts[49], cuts[98], len(late))


def _disguised(number: int, article: Article) -> Article:
    bare = probe(number)
    return replace(bare, body=f"{bare.body}\n\n{article.body}")


async def growth(
    broker: str, data: Path, steps: Sequence[int], recover_after: int, budget: float
) -> tuple[dict[int, int], Recovery]:
    """Resident bytes after so many articles, and the recovery after one of the steps.

    budget: seconds, after which the step under way is cut short and is the last.
    """
    ends = time.monotonic() + budget
    course = Course(broker, "growth", data, partitions=4, store="rocksdb")
    load, held, done = articles(max(steps), seed=8), dict[int, int](), 0
    recovery = None
    async with course.open():
        empty = await _first_alert(course, 0)
        for step in sorted(steps):
            with running(OURS, course.settings) as process:
                while done < step and time.monotonic() < ends:
                    some = list(islice(load, min(_CHUNK, step - done)))
                    done += len(some)
                    mark = max(course.sent_at) + 1
                    await course.send_all([*some, probe(mark)])
                    await course.seen(mark, process)
                held[done] = process.resident_bytes()
            cut_short = done < step
            if recovery is None and (cut_short or step == recover_after):
                shutil.rmtree(course.settings.data)
                recovery = Recovery(done, await _first_alert(course, max(course.sent_at) + 1), empty)
            if cut_short:
                break
    assert recovery is not None
    return held, recovery


async def _first_alert(course: Course, number: int) -> float:
    await course.send_all([probe(number)])
    began = time.monotonic()
    with running(OURS, course.settings) as process:
        return await course.seen(number, process) - began
