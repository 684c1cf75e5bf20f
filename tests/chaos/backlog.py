"""A replay much faster than the worker: does what waits fill its memory?

In: a field. Out: an outcome with the worker's peak of resident memory over a short and a long backlog. Each
record is made long by blanks behind its JSON: heavy to hold, and no more work to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from streams.topics import FRESH
from tests.chaos.field import Field
from tests.chaos.ground import Ground
from tests.chaos.outcome import Judged, Outcome
from tests.truth import scenarios
from tests.truth.scenarios import Scenario
from tests.truth.stories import Truth, generate

SHORT, LONG = 1_000, 6_000
BLANKS = 30_000
"""Bytes. All that waits in the long backlog comes to 180 MB, in the short one to 30."""

MOST_MORE = 120.0
"""Megabytes that the long backlog may add at the same point of the work. Were the waiting records held, it would be
150; what is fetched ahead, and queued, is bounded."""

SESSION = 15.0
"""Seconds, as a worker has it unless told otherwise: nobody dies here."""

AMONG: Sequence[Scenario] = (
    scenarios.crowded, scenarios.syndicated, scenarios.revised, *[scenarios.no_figures] * 30,
)
"""There are claims for some hundreds of stories only, so most articles tell of nothing that is counted."""


def backpressure(field: Field) -> Outcome:
    """The whole archive is published at once, before the worker starts."""
    one, other = (field.ground("backlog", 1, number, session=SESSION) for number in (1, 2))
    with one as short, other as long:
        _, peak = _carried(short, SHORT)
        early, late = _carried(long, LONG)
        if early - peak > MOST_MORE:
            long.problems.append(f"{LONG} waiting articles took {early - peak:.0f} MB more than {SHORT} did")
        judged: list[Judged] = [short.judged(), long.judged()]
    seen = {f"peak MB at {SHORT:,}": f"{peak:.0f}", f"at {LONG:,}": f"{early:.0f}, to the end {late:.0f}"}
    return Outcome("backpressure", done={"waiting": f"{SHORT:,} and {LONG:,}"}, seen=seen, judged=judged)


def _carried(ground: Ground, articles: int) -> tuple[float, float]:
    """Peaks of the worker's memory in megabytes: until it had carried as many as the short backlog has, and in all."""
    ground.truth = _heavy(generate(ground.truth.seed, articles, AMONG))
    ground.publish(ground.truth.records)
    worker, early, peak = ground.start(), 0.0, 0.0

    def done() -> bool:
        nonlocal early, peak
        peak = max(peak, worker.resident())
        if ground.logs.end(FRESH) < SHORT:
            early = peak
        return ground.logs.drained()

    ground.until(done, "the backlog is carried", seconds=300)
    ground.stop(worker)
    return early, peak


def _heavy(truth: Truth) -> Truth:
    return replace(truth, records=[replace(record, value=record.value + b" " * BLANKS) for record in truth.records])
