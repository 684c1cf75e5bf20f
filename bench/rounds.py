"""Rounds: each contestant carries the same articles, in turn, several times over.

In: a broker. Out: articles per second and CPU milliseconds per article, a list for each contestant.
The worker is warm and idle when the clock starts; then all articles are published at once, in a small part
of the time that reading them takes, and the clock stops with the alert of a probe behind the last one.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bench.contestants import Process, Store, running
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


async def run(
    contestant: str, broker: str, data: Path, name: str, count: int, seed: int, store: Store, workers: int = 1
) -> Run:
    """workers: processes of the contestant that share the partitions; the clock starts when all are ready."""
    course = Course(broker, name, data, partitions=4, store=store)
    folders = [course.settings.data, *(course.settings.data.with_name(f"{name}-{also}") for also in range(1, workers))]
    async with course.open():
        await course.send_all([*articles(WARM_UP, seed), probe(0)])
        load = [*articles(count, seed, first=WARM_UP), probe(2)]
        with ExitStack() as stack:
            processes = [
                stack.enter_context(running(contestant, course.settings.model_copy(update={"data": folder})))
                for folder in folders
            ]
            if workers > 1:
                await _ready(*processes)
            await course.send_all([probe(1)])
            await course.seen(1, processes[0])
            began, before = time.monotonic(), sum(process.cpu_seconds() for process in processes)
            await course.send_all(load)
            ended = await course.seen(2, processes[0])
            cpu = sum(process.cpu_seconds() for process in processes) - before
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
