"""The report: figures in, docs/performance.md out, the ratios first."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.contestants import BARE, OURS, QUIX
from bench.endurance import Latency, Recovery
from bench.rounds import Run, medians
from bench.stages import CODECS


@dataclass(frozen=True, slots=True)
class Figures:
    """runs: by contestant, in rounds; pairs: of two of our workers. parts: milliseconds an article. held:
    resident bytes by articles."""

    runs: Mapping[str, Sequence[Run]]
    pairs: Sequence[Run]
    articles: int
    parts: Mapping[str, float]
    late: Sequence[Latency]
    held: Mapping[int, int]
    recovery: Recovery

    def ratio(self, other: str) -> float:
        """Our speed by another's: the median over the rounds, so that both met the same machine."""
        return median(ours.speed / theirs.speed for ours, theirs in zip(self.runs[OURS], self.runs[other], strict=True))


def last_lines(figures: Figures) -> str:
    return (
        f"articles_per_s {medians(figures.runs[OURS]).speed:.0f}\n"
        f"of_bare_loop {figures.ratio(BARE):.2f}\n"
        f"of_quix {figures.ratio(QUIX):.2f}"
    )


def page(figures: Figures, command: str) -> str:
    return "\n\n".join((
        "# Performance",
        f"Written by `{command}`, {datetime.now(UTC):%Y-%m-%d}, on {_machine()}. Ratios carry over to other "
        "machines better than speeds do; where others share the machine, both scatter (see lowest to highest).",
        f"Our worker does **{figures.ratio(BARE):.2f}** of what a hand-written aiokafka loop does with the same "
        f"agents, and **{figures.ratio(QUIX):.2f}** of what Quix Streams does (medians over "
        f"{len(figures.runs[OURS])} rounds, each in turn, each a process of its own).",
        _contest(figures),
        "## Where our time goes", _parts(figures),
        "## Two workers", _pair(figures),
        "## How late an alert is",
        _table(
            ("articles/s", "p50", "p99", "probes"),
            [(str(one.rate), f"{one.p50:.2f} s", f"{one.p99:.2f} s", str(one.probes)) for one in figures.late],
        ),
        "From handing the article to a producer until its alert is read from the topic.",
        "## Memory and recovery",
        _table(
            ("articles read", "resident"),
            [(f"{count:,}", f"{octets / 2**20:,.0f} MiB") for count, octets in figures.held.items()],
        ),
        f"A worker without state on disk came back from the changelogs of {figures.recovery.articles:,} articles in "
        f"{figures.recovery.seconds:.1f} s, its start included; with nothing to recover that takes "
        f"{figures.recovery.empty:.1f} s. All articles are within the 30 days for which paragraphs are remembered.",
        "## What was measured",
        f"Articles of some 20 paragraphs and 5 to 6 KB (bench/load.py): one in four states one to four figures, one "
        f"in five is another outlet's edited copy. {figures.articles:,} of them a round and contestant, published to a "
        "warm, idle worker; 4 partitions; one Apache Kafka beside it on the same machine. State: ours in RocksDB, as "
        "it comes; the bare loop's in dicts, with a changelog; Quix's in its RocksDB store, with a changelog. Ours "
        "reads figures in a second process, as it comes; the other two in their own: Quix calls one thing after the "
        "other, and the bare loop is slower with a second process. CPU and memory are those of all processes. All "
        "three said the same alerts, or the run would have failed. The bare loop has neither rejections nor "
        "recovery nor rebalances.",
        "Repeat it: `make bench` (at most 40 minutes), `make bench-quick` (under four). Needs Java and Maven; Quix "
        "Streams gets an environment of its own in .venv-quix.",
        last_lines(figures),
    )) + "\n"


def _contest(figures: Figures) -> str:
    rows = []
    for name, runs in figures.runs.items():
        speeds, middle = [run.speed for run in runs], medians(runs)
        rows.append((
            name, f"{middle.speed:.0f}", f"{min(speeds):.0f} to {max(speeds):.0f}", f"{middle.cpu_ms:.2f} ms",
        ))
    return _table(("", "articles/s", "lowest to highest", "CPU an article"), rows)


def _pair(figures: Figures) -> str:
    one, two = medians(figures.runs[OURS]), medians(figures.pairs)
    return (
        f"Two workers on the same 4 partitions carry {two.speed:.0f} articles/s, {two.speed / one.speed:.2f} of "
        f"what one does, at {two.cpu_ms:.2f} ms of CPU an article. The articles keep their order "
        "(docs/decisions/0002-order.md), so split and extract each run in one worker at a time: beyond them it is "
        "deduplicate and alert that are shared. Here the two, the broker and the load also share the same cores."
    )


def _parts(figures: Figures) -> str:
    whole = medians(figures.runs[OURS]).cpu_ms
    rows = [(name if name == CODECS else f"{name}: the agent", each) for name, each in figures.parts.items()]
    rows.append(("Faust, the Kafka client, the store", whole - sum(figures.parts.values())))
    return _table(
        ("", "CPU an article", "share"), [(name, f"{each:.2f} ms", f"{each / whole:.0%}") for name, each in rows]
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _machine() -> str:
    cpu = next(
        (line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
         if line.startswith("model name")), platform.processor(),
    )
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    return f"{cores} cores of {cpu}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
