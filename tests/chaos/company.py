"""Workers that come and go while others work: rebalances, with tables on four partitions.

In: a field. Out: an outcome.
"""

from __future__ import annotations

from tests.chaos.field import Field
from tests.chaos.outcome import Outcome

JOINS = 5
RATE = 12.0
"""Articles a second: as the joins and partings go, all of them fall into the replay."""


def rebalance(field: Field) -> Outcome:
    """A second worker joins and leaves by SIGTERM, again and again, and is killed in the end; twice it comes
    without the state it had."""
    with field.ground("rebalance", 700, session=6.0) as ground:
        first = ground.start("first")
        with ground.replaying(ground.truth.records, RATE) as replay:
            for number in range(JOINS):
                second = ground.start("second")
                ground.until(lambda: ground.logs.members() == 2, "the second worker has joined")
                ground.within(ground.rng.uniform(0, 4), lambda: not replay.is_alive())
                ground.sample()
                if number == JOINS - 1:
                    ground.kill(second)
                else:
                    ground.stop(second)
                ground.until(lambda: ground.logs.members() == 1, "the second worker has left")
                if number % 2:
                    ground.forget(second)
            during = replay.is_alive()
        if not during:
            ground.problems.append("the replay was over before the last worker left")
        ground.drained()
        ground.stop(first)
        return Outcome("rebalance", done={"joins": JOINS, "kills": 1}, judged=[ground.judged()])
