"""Rounds: each contestant carries the same articles, in turn, several times over.

In: a broker. Out: articles per second and CPU milliseconds per article, a list for each contestant.
The worker is warm and idle when the clock starts; then all articles are published at once, in a small part
of the time that reading them takes, and the clock stops with the alert of a probe behind the last one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.contestants import OURS, Process, Store, running
from bench.course import Course
from bench.load import articles, probe

WARM_UP: Final = 400
"""Articles before the clock starts: lexicons load, connections open, caches fill."""


@dataclass(frozen=True, slots=True)
class Run:
    """articles/s; milliseconds of CPU an article, all threads of the worker; the alerts that were said, by id."""

    speed: float
    cpu_ms: float
    alerts: frozenset[str] = frozenset()


async def run(contestant: str, broker: str, data: Path, name: str, count: int, seed: int, store: Store) -> Run:
    course = Course(broker, name, data, partitions=4, store=store)
    async with course.open():
        await course.send_all([*articles(WARM_UP, seed), probe(0)])
        load = [*articles(count, seed, first=WARM_UP), probe(1)]
        with running(contestant, course.settings) as process:
            await course.seen(0, process)
            began, before = time.monotonic(), process.cpu_seconds()
            await course.send_all(load)
            ended = await course.seen(1, process)
            cpu = process.cpu_seconds() - before
            await course.settled()
    return Run(count / (ended - began), cpu / count * 1000, frozenset(course.alerts))


async def run_two(broker: str, data: Path, name: str, count: int, seed: int) -> Run:
    """As run, by two of our workers; the clock starts when both are ready. CPU of both."""
    course = Course(broker, name, data, partitions=4, store="rocksdb")
    other = course.settings.model_copy(update={"data": course.settings.data.with_name(f"{name}-other")})
    async with course.open():
        await course.send_all([*articles(WARM_UP, seed), probe(0)])
        load = [*articles(count, seed, first=WARM_UP), probe(2)]
        with running(OURS, course.settings) as one, running(OURS, other) as two:
            await _ready(one, two)
            await course.send_all([probe(1)])
            await course.seen(1, one)
            began, before = time.monotonic(), one.cpu_seconds() + two.cpu_seconds()
            await course.send_all(load)
            ended = await course.seen(2, one)
            cpu = one.cpu_seconds() + two.cpu_seconds() - before
            await course.settled()
    return Run(count / (ended - began), cpu / count * 1000, frozenset(course.alerts))


async def _ready(*processes: Process) -> None:
    async with asyncio.timeout(60):
        for process in processes:
            while "Worker ready" not in process.log.read_text():
                process.check()
                await asyncio.sleep(0.1)


def medians(runs: Sequence[Run]) -> Run:
    return Run(median(run.speed for run in runs), median(run.cpu_ms for run in runs))
