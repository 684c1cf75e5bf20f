"""Looks after a running worker: the watchdog's rounds, and what the web server tells of them.

In: a Faust app with its stages. Out: looks at it for streams/watchdog.py; a process that ends with
EX_SOFTWARE when an agent stalled, so that a supervisor starts it anew; /health and /metrics on the web
server, where one was asked for. Ending loses nothing: what was not acknowledged is read again.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from streams.delivery import Stage
from streams.metrics import Sample, counted, exposition, seen
from streams.settings import Settings
from streams.watchdog import Lane, Look, Stall, Watch

log = logging.getLogger("tallywire")

ROUNDS = 12
"""Looks within the patience: a stall is told at most a twelfth of it late."""

ANSWER_SECONDS = 10.0
"""For the broker to tell where its logs end; later counts as unreachable."""


class Health:
    """What is known of a worker's health. look: the last one, null before the first."""

    def __init__(self, app: Any, stages: Sequence[Stage], settings: Settings, clock: Callable[[], float]) -> None:
        self._app = app
        self._clock = clock
        self._agents = {stage.source.full_name(settings.prefix): stage for stage in stages}
        self.watch = Watch(settings.stall_seconds)
        self.last: Look | None = None
        self.stalls: Sequence[Stall] = ()

    async def go_round(self) -> Sequence[Stall]:
        """Take a look, and say what stalled."""
        self.last = await self._look()
        self.stalls = self.watch.look(self.last)
        return self.stalls

    @property
    def good(self) -> bool:
        """Whether the worker has partitions, or needs none, and carries what comes to them."""
        return self.last is not None and self.last.settled and not self.stalls

    def told(self) -> dict[str, Any]:
        """The answer of /health."""
        look = self.last
        if look is None:
            return {"healthy": False, "why": "the worker has not looked at itself yet"}
        idle = self.watch.idle(self._clock())
        return {
            "healthy": self.good, "rebalancing": look.rebalancing, "recovering": look.recovering,
            "broker_reachable": look.reachable, "looked_seconds_ago": round(self._clock() - look.at, 1),
            "stalled": [str(stall) for stall in self.stalls],
            "partitions": [
                {
                    "agent": lane.agent, "topic": lane.topic, "partition": lane.partition,
                    "position": lane.position, "lag": lane.lag,
                    "standstill_seconds": round(idle.get(lane.name, 0.0), 1),
                }
                for lane in look.lanes
            ],
        }

    def samples(self) -> Iterator[Sample]:
        """The value of every metric."""
        look = self.last or Look(at=self._clock(), reachable=False)
        yield from counted(self._app.tallies)
        yield from seen(look, self.watch.idle(self._clock()))

    async def _look(self) -> Look:
        app = self._app
        ours = sorted(tp for tp in app.consumer.assignment() if tp.topic in self._agents)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                ends = await app.consumer.highwaters(*ours) if ours else {}
                starts = await app.consumer.earliest_offsets(*ours) if ours else {}
        except Exception as error:   # of aiokafka, of Faust, or none in time: all mean that nobody can tell
            log.warning("the broker does not tell where its logs end: %s", type(error).__name__)
            ends = starts = None
        waiting = frozenset(
            stage.name for stage in self._agents.values() if stage.patient and app.tallies.of[stage.name].busy
        )
        return Look(
            at=self._clock(), rebalancing=bool(app.rebalancing), recovering=bool(app.in_recovery),
            reachable=ends is not None, waiting=waiting,
            lanes=tuple(self._lane(tp, starts[tp], ends[tp]) for tp in ours) if ends and starts else (),
        )

    def _lane(self, tp: Any, start: int, end: int) -> Lane:
        """Until the first record of this worker's own the committed offset stands in, or the log's start:
        what was deleted unread does not wait."""
        agent = self._agents[tp.topic].name
        carried = self._app.tallies.of[agent].places.get((tp.topic, tp.partition), 0)
        committed = self._app.consumer._committed_offset[tp] or 0
        return Lane(agent, tp.topic, tp.partition, max(carried, committed, start), end)


def look_after(
    app: Any, stages: Sequence[Stage], settings: Settings, *,
    end: Callable[[], Any] | None = None, clock: Callable[[], float] = time.monotonic,
) -> Health:
    """Have the app go its rounds once it runs, and tell of them. end: what to do when an agent stalled."""
    health = Health(app, stages, settings, clock)

    @app.task  # type: ignore[untyped-decorator]
    async def _rounds() -> None:
        while not app.should_stop:
            for stall in await health.go_round():
                log.critical("%s; ending, so that a supervisor starts the worker anew", stall)
            if health.stalls:
                (end or _end_process)()
            await app.sleep(settings.stall_seconds / ROUNDS)

    if settings.web_port is not None:
        _serve(app, health)
    return health


def _serve(app: Any, health: Health) -> None:
    @app.page("/health", name="health")  # type: ignore[untyped-decorator]
    async def _health(web: Any, request: Any) -> Any:
        return web.json(health.told(), status=200 if health.good else 503)

    @app.page("/metrics", name="metrics")  # type: ignore[untyped-decorator]
    async def _metrics(web: Any, request: Any) -> Any:
        return web.text(exposition(health.samples()), content_type="text/plain")


def _end_process() -> None:
    logging.shutdown()
    os._exit(70)  # EX_SOFTWARE: what has stalled does not stop in good order either
