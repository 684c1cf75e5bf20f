"""The broker goes: stopped in good order, and killed.

In: a field. Out: an outcome. The broker comes back on the same port with the same data.
"""

from __future__ import annotations

import os
import signal

from streams.topics import FIGURES
from tests.chaos.field import Field
from tests.chaos.ground import Ground
from tests.chaos.outcome import Outcome

RATE = 12.0
AWAY = (2.0, 8.0)
"""Seconds, from and to, for which the broker is away at least; its start takes as long again."""


def broker(field: Field) -> Outcome:
    """Stopped and started, then killed and started, during a replay."""
    with field.ground("broker", 500, session=6.0, may_end=True) as ground:
        worker = ground.start()
        with ground.replaying(ground.truth.records, RATE) as replay:
            for way in (signal.SIGTERM, signal.SIGKILL):
                _work_goes_on(ground)
                pid = field.kafka.pid
                if way is signal.SIGKILL and pid:
                    os.kill(pid, way)
                field.kafka.stop()
                ground.within(ground.rng.uniform(*AWAY))
                field.kafka.start()
                ground.answered()
            during = replay.is_alive()
        if not during:
            ground.problems.append("the replay was over before the broker was back")
        ground.drained()
        ground.stop(worker)
        seen = {"workers ended": len(ground.ended)}
        return Outcome("broker", done={"stops": 1, "kills": 1}, seen=seen, judged=[ground.judged()])


def _work_goes_on(ground: Ground) -> None:
    due = ground.logs.end(FIGURES) + ground.rng.randint(10, 120)
    ground.until(lambda: ground.logs.end(FIGURES) >= due, f"{due} figures were told of")
