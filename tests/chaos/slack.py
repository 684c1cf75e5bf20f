"""Slack that is not well: slow, refusing, silent, away; and a worker that is killed around its yes.

In: a field. Out: an outcome, in which Slack's own log is held against the alerts.
"""

from __future__ import annotations

import asyncio
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from aiohttp import web

from tests.chaos.field import Field
from tests.chaos.ground import Ground
from tests.chaos.judging import SlackSaw
from tests.chaos.outcome import Outcome
from tests.streams.slack_server import Answers, Drops, Hangs, Mishap, SlackServer, limited

_ALERT_ID = re.compile(r"\b[0-9a-f]{32}\b")

AWAY = 60.0
"""Seconds that nobody listens."""

MISHAPS: tuple[Mishap, ...] = (
    limited("1"), limited("2"), Answers(500), Answers(503), Hangs(), Drops(), Drops(posted=True), Hangs(posted=True),
)
"""Each befalls a message of its own. The last two lose Slack's yes, so Slack sees those messages again."""


class Slack:
    """A server on a thread of its own, at one address whenever it is up. taken: ids of the alerts posted."""

    def __init__(self) -> None:
        self.allowed: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self._payloads: list[dict[str, Any]] = []
        self._server = _Server()
        self._do(self._server.__aenter__())
        self.webhook_url = self._server.webhook_url

    @property
    def taken(self) -> list[str]:
        return [_alert_of(payload) for payload in [*self._payloads, *self._server.accepted]]

    def down(self) -> None:
        """Connections are refused from now on."""
        self._do(self._server.__aexit__(None, None, None))
        self._payloads += self._server.accepted
        port = int(self._server.origin.rsplit(":", 1)[1])
        self._server = _Server(port=port)

    def up(self) -> None:
        self._do(self._server.__aenter__())

    def have(self, *mishaps: Mishap | None) -> None:
        self._loop.call_soon_threadsafe(self._server.have, *mishaps)

    def at_yes(self, count: int, strike: Callable[[], None]) -> None:
        """Do this, once, when so many more messages were taken, and before the worker hears of the last one."""
        self._server.at_yes = (len(self._server.accepted) + count, strike)

    def saw(self) -> SlackSaw:
        return SlackSaw(self.taken, {alert: 1 + more for alert, more in self.allowed.items()})

    def close(self) -> None:
        self._do(self._server.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _do(self, what: Coroutine[Any, Any, Any]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(30)


class _Server(SlackServer):
    at_yes: tuple[int, Callable[[], None]] | None = None

    def _accept_webhook(self, payload: dict[str, Any]) -> web.Response:
        answer = super()._accept_webhook(payload)
        if self.at_yes and len(self.accepted) >= self.at_yes[0]:
            strike, self.at_yes = self.at_yes[1], None
            strike()
        return answer


def _alert_of(payload: dict[str, Any]) -> str:
    """Our messages name their alert last of all."""
    found: list[str] = _ALERT_ID.findall(json.dumps(payload["blocks"][-1]))
    return found[-1]


def slack(field: Field) -> Outcome:
    """429 with Retry-After, 500, 503, no answer in time, lost answers, a minute of refused connections, and six
    kills, three of them between Slack's yes and ours."""
    server = Slack()
    try:
        with field.ground("slack", 300, more={"SLACK_WEBHOOK_URL": server.webhook_url}) as ground:
            parts = ground.parts(8)
            worker = ground.start()
            _unwell(ground, server, parts[0])
            ground.kill(worker)
            for number, part in enumerate(parts[1:7]):
                _killed(ground, server, part, before_yes=number % 2 == 0)
            worker = ground.start()
            server.down()
            ground.publish(parts[7])
            ground.within(AWAY)
            server.up()
            ground.drained()
            ground.stop(worker)
            saw = server.saw()
            times = Counter(saw.taken)
            seen = {
                "slack once": sum(count == 1 for count in times.values()),
                "twice": sum(count == 2 for count in times.values()),
                "allowed twice": len(saw.allowed),
            }
            done = {"mishaps": len(MISHAPS), "kills": 7, "minutes away": 1}
            return Outcome("slack", done=done, seen=seen, judged=[ground.judged(saw)])
    finally:
        server.close()


def _unwell(ground: Ground, server: Slack, records: Any) -> None:
    """Every mishap in turn, each upon a message of its own."""
    server.have(*(one for mishap in MISHAPS for one in (mishap, None)))
    ground.publish(records)
    ground.drained()
    lost = [alert for alert, count in Counter(server.taken).items() if count > 1]
    server.allowed.update(lost[: sum(getattr(mishap, "posted", False) for mishap in MISHAPS)])


def _killed(ground: Ground, server: Slack, records: Any, *, before_yes: bool) -> None:
    """Killed upon a message that Slack has taken: before it has said so, or some moment after."""
    worker, taken = ground.start(), threading.Event()

    def strike() -> None:
        if before_yes:
            worker.kill()
        taken.set()

    server.at_yes(ground.rng.randint(1, 12), strike)
    ground.let_end(worker)
    ground.publish(records)
    ground.until(taken.is_set, "Slack has taken some messages")
    if not before_yes:
        ground.within(ground.rng.uniform(0, 0.1))
    ground.kill(worker)
    server.allowed[server.taken[-1]] += 1
