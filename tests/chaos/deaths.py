"""Workers that die, and workers that only seem to: SIGKILL, SIGSTOP, and state that is gone from the disk.

In: a field. Out: outcomes.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.chaos.field import Field
from tests.chaos.moments import strike
from tests.chaos.outcome import Judged, Outcome

KILLS = (13, 13, 12, 12)
"""Of one worker after the other, in four replays side by side: one waits for a dead session while another works."""

ARTICLES_A_KILL = 30

STOP_SESSION = 6.0
"""Seconds. Longer than for kills: nothing but the sleep itself should end a session."""


def sigkill(field: Field) -> Outcome:
    """50 times, at moments drawn by lot, and a successor each time on the same data folder."""
    moments: Counter[str] = Counter()

    def replay(number: int, kills: int) -> Judged:
        with field.ground("sigkill", ARTICLES_A_KILL * (kills + 1), number) as ground:
            *parts, last = ground.parts(kills + 1)
            for part in parts:
                worker = ground.start()
                ground.publish(part)
                moments[strike(ground, len(part))] += 1
                ground.kill(worker)
            worker = ground.start()
            ground.publish(last)
            ground.drained()
            ground.stop(worker)
            return ground.judged()

    with ThreadPoolExecutor(len(KILLS)) as pool:
        judged = list(pool.map(replay, range(1, len(KILLS) + 1), KILLS))
    at = " ".join(f"{where} {count}" for where, count in sorted(moments.items()))
    return Outcome("sigkill", done={"kills": f"{moments.total()} ({at})"}, judged=judged)


def sigstop(field: Field) -> Outcome:
    """A worker sleeps past its session while another takes over, and wakes amid its work. In the end all state on
    disk goes too, so that what the sleeper may have written into the changelogs would show."""
    rounds = 3
    with field.ground("sigstop", 420, session=STOP_SESSION, may_end=True) as ground:
        parts = ground.parts(3 * rounds + 1)
        awake = ground.start("worker-0")
        for number in range(rounds):
            ground.publish(parts[3 * number])
            strike(ground, len(parts[3 * number]))
            awake.sleep()
            ground.sample()
            other = ground.start(f"worker-{number + 1}")
            ground.publish(parts[3 * number + 1])
            ground.until(lambda: ground.logs.members() == 1, "the sleeper is out of the group")
            ground.publish(parts[3 * number + 2])
            strike(ground, len(parts[3 * number + 2]))
            awake.wake()
            ground.until(lambda: ground.logs.members() == 2, "both are in the group again")
            ground.drained()
            ground.kill(awake)
            awake = other
        ground.kill(awake)
        ground.forget(awake)
        last = ground.start(f"worker-{rounds}")
        ground.publish(parts[-1])
        ground.drained()
        ground.stop(last)
        seen = {"ended by themselves": len(ground.ended)}
        return Outcome("sigstop", done={"sleeps": rounds}, seen=seen, judged=[ground.judged()])


def state_gone(field: Field) -> Outcome:
    """RocksDB's folder is deleted between runs, after a stop, after a kill at rest, and after kills at work."""
    with field.ground("state", 300) as ground:
        parts = ground.parts(6)
        for number, part in enumerate(parts[:-1]):
            worker = ground.start()
            ground.publish(part)
            if number % 2:
                strike(ground, len(part))
                ground.kill(worker)
            else:
                ground.drained()
                (ground.kill if number == 2 else ground.stop)(worker)
            ground.forget(worker)
        worker = ground.start()
        ground.publish(parts[-1])
        ground.drained()
        ground.stop(worker)
        return Outcome("state-gone", done={"deletions": len(parts) - 1}, judged=[ground.judged()])
