"""Notices an agent that has stopped taking records while more of them wait: Faust's known failure
(../shared/FAUST.md, "partitions that stall for good"), in which the worker looks alive and does nothing.

In: looks at the worker, taken now and then, each with its time. Out: the lanes that stalled. A lane is
one agent on one partition: others may go on while it stands still. Knows no Faust and no clock.

A lane moves when the agent has carried a record of it further, or has none left. While partitions are
being handed over, state is being recovered, or the broker does not answer, no lane counts as standing;
nor does one whose agent holds records and waits for a service outside, as notify does for Slack.

Not guaranteed: that a worker whose event loop is blocked is noticed; its health endpoint does not
answer then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """One agent on one partition. position: the first offset it has not carried; end: where the log ends."""

    agent: str
    topic: str
    partition: int
    position: int
    end: int

    @property
    def name(self) -> tuple[str, str, int]:
        return self.agent, self.topic, self.partition

    @property
    def lag(self) -> int:
        return max(0, self.end - self.position)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The worker at one moment. at: seconds of any steady clock. rebalancing, recovering: as Faust says;
    reachable: whether the broker told the logs' ends. waiting: agents that hold records and may wait."""

    at: float
    rebalancing: bool = False
    recovering: bool = False
    reachable: bool = True
    lanes: tuple[Lane, ...] = ()
    waiting: frozenset[str] = frozenset()

    @property
    def settled(self) -> bool:
        return self.reachable and not self.rebalancing and not self.recovering


@dataclass(frozen=True, slots=True)
class Stall:
    """A lane that stood still for so many seconds while records waited."""

    lane: Lane
    seconds: float

    def __str__(self) -> str:
        lane = self.lane
        return (
            f"{lane.agent} has taken no record of {lane.topic}, partition {lane.partition}, for {self.seconds:.0f} s: "
            f"it stands at offset {lane.position}, and {lane.lag:,} wait"
        )


class Watch:
    """Compares looks. patience: seconds that a lane may stand still while records wait."""

    def __init__(self, patience: float) -> None:
        self._patience = patience
        self._moved: dict[tuple[str, str, int], tuple[int, float]] = {}

    def look(self, look: Look) -> Sequence[Stall]:
        """Take one look; the lanes that have stalled, the longest first."""
        moved = {lane.name: self._last_moved(lane, look) for lane in look.lanes}
        self._moved = moved
        stalls = [Stall(lane, look.at - moved[lane.name][1]) for lane in look.lanes]
        return sorted((one for one in stalls if one.seconds >= self._patience), key=lambda one: -one.seconds)

    def idle(self, at: float) -> Mapping[tuple[str, str, int], float]:
        """For how many seconds each lane has stood still while records waited; 0 for one that has none."""
        return {name: at - since for name, (_, since) in self._moved.items()}

    def _last_moved(self, lane: Lane, look: Look) -> tuple[int, float]:
        before = self._moved.get(lane.name)
        stands = (
            look.settled and lane.lag > 0 and lane.agent not in look.waiting
            and before is not None and before[0] == lane.position
        )
        return before if stands and before is not None else (lane.position, look.at)
