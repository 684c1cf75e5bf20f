"""`make bench`: how fast we are, beside the bare loop and Quix Streams, in one run on Apache Kafka.

In: nothing but this machine. Out: docs/performance.md, and on standard output the same, ending in three
lines that a script can read. --quick: under four minutes, with fewer rounds and articles.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.contestants import BARE, OURS, QUIX, ROOT, Store
from bench.endurance import growth, latency
from bench.load import articles
from bench.report import Figures, last_lines, page
from bench.rounds import Run, run
from bench.stages import spent
from streams.broker import LocalKafka

PAGE = ROOT / "docs" / "performance.md"


@dataclass(frozen=True, slots=True)
class Plan:
    """rounds of so many articles; rates and seconds of the latency; steps of the growth, the one that
    is recovered, and the seconds it may take."""

    rounds: int
    articles: int
    rates: Sequence[int]
    seconds: int
    steps: Sequence[int]
    recovered: int
    budget: float


FULL = Plan(5, 2_000, (1, 20, 100), 30, (10_000, 100_000, 300_000), 100_000, 1_500)
QUICK = Plan(3, 500, (1, 20, 100), 6, (10_000,), 10_000, 35)

CONTESTANTS: Mapping[str, Store] = {OURS: "rocksdb", BARE: "memory", QUIX: "rocksdb"}
"""With the store of each: ours as it comes, Quix's only one; the bare loop has dicts."""


async def measure(plan: Plan, broker: str, data: Path) -> Figures:
    runs: dict[str, list[Run]] = {name: [] for name in CONTESTANTS}
    for number in range(plan.rounds):
        turns = list(CONTESTANTS.items())
        for name, store in turns[number % len(turns) :] + turns[: number % len(turns)]:   # nobody is always first
            prefix = f"round{number}-{name.partition(' ')[0].lower()}"
            runs[name].append(await run(name, broker, data, prefix, plan.articles, number, store))
            _tell(f"round {number + 1}, {name}: {runs[name][-1].speed:.0f} articles/s")
        said = {name: each[-1].alerts for name, each in runs.items()}
        if len(set(said.values())) > 1:
            counts = {name: len(alerts) for name, alerts in said.items()}
            raise RuntimeError(f"round {number + 1}: they do not say the same alerts: {counts}")
    pairs = [
        await run(OURS, broker, data, f"pair{number}", plan.articles, number, CONTESTANTS[OURS], workers=2)
        for number in range(plan.rounds // 2)
    ]
    _tell("where the time goes")
    parts = await spent(list(articles(200, seed=1)), list(articles(plan.articles, seed=1, first=200)), partitions=4)
    _tell("latency")
    late = await latency(broker, data, plan.rates, plan.seconds)
    _tell("memory and recovery")
    held, recovery = await growth(broker, data, plan.steps, plan.recovered, plan.budget)
    return Figures(runs, pairs, plan.articles, parts, late, held, recovery)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="under four minutes")
    parser.add_argument("--page", type=Path, default=PAGE, help="where to write it")
    chosen = parser.parse_args(arguments)
    with TemporaryDirectory() as folder, LocalKafka(Path(folder) / "kafka", tell=_tell) as kafka:
        figures = asyncio.run(measure(QUICK if chosen.quick else FULL, kafka.bootstrap, Path(folder)))
    text = page(figures, "make bench-quick" if chosen.quick else "make bench")
    chosen.page.write_text(text)
    print(text)
    print(last_lines(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
