"""Moments at which to strike, drawn by lot: where the worker is in its start, or how far it has come in its work.

In: a ground's random numbers. Out: a wait that ends at the moment, and a word for it.
"""

from __future__ import annotations

from typing import Literal

from streams.topics import ALERTS, FIGURES, FRESH, PARAGRAPHS
from tests.chaos.ground import Ground
from tests.chaos.logs import KafkaException

Where = Literal["starting", "working", "idle"]

LONGEST_START = 6.0
"""Seconds: from the imports, by the group's rearrangement and the reading back of state, to the first records."""


def strike(ground: Ground, records: int) -> Where:
    """Wait for a moment. records: articles published for the worker to read meanwhile. Early on once in five; else
    when some topic has grown by some number of records, or all is carried before."""
    rng = ground.rng
    if rng.random() < 0.2:
        ground.within(rng.uniform(0.3, LONGEST_START))
        return "starting"
    topic = rng.choice((PARAGRAPHS, FRESH, FIGURES, ALERTS))
    grown, late = rng.randint(1, max(1, records)), rng.choice((0.0, rng.uniform(0, 0.3), rng.uniform(0, 1.5)))
    start = ground.logs.end(topic)
    at_rest: list[bool] = []

    def come() -> bool:
        if ground.logs.end(topic) >= start + grown:
            return True
        at_rest.append(ground.logs.drained())
        return at_rest[-1]

    ground.until(come, f"{topic.name} has grown by {grown}")
    ground.within(late)
    try:
        return "idle" if ground.logs.drained() else "working"
    except KafkaException:
        return "working"
