"""The demo: an embedded broker, the real worker, a replay of the samples, and the alerts that come.

In: paths to replay. Out: the alerts, in the order of their articles. Everything is the product
itself; only the broker lives in this process and is gone at the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Literal

from schemas.alert import Alert
from streams.archive import BadInput
from streams.embedded import EmbeddedBroker
from streams.replay import ReplayReport, replay
from streams.settings import Settings
from streams.subscribe import subscribe_async
from streams.topics import ALERTS, ARTICLES, wanted
from streams.transport import EMBEDDED_FETCH_WAIT_MS
from streams.worker import changelogs, running

EMBEDDED_CLIENT = {"api_version": (2, 3)}
"""kafka-python cannot ask the embedded broker for its version; it speaks this one."""


@dataclass(frozen=True, slots=True)
class DemoReport:
    replayed: ReplayReport
    alerts: tuple[Alert, ...]
    rejected: tuple[BadInput, ...]


def samples() -> Path:
    """The archive that comes with the project: beside the packages in a checkout, within in a wheel."""
    here = Path(__file__).parent
    return next(folder for folder in (here.parent / "samples", here / "samples") if folder.is_dir())


async def demo(paths: Sequence[Path | Literal["-"]], stdin: BinaryIO, partitions: int = 4) -> DemoReport:
    """Run it to the end: returns when every article has gone through every agent."""
    topics = {name: count for name, (count, _) in wanted("tallywire", partitions).items()}
    brokers = EmbeddedBroker({**topics, **changelogs("tallywire", partitions)})
    with brokers as broker, TemporaryDirectory() as data:   # Faust makes its folder even with nothing to put there
        settings = Settings(
            broker=broker.bootstrap, embedded=True, store="memory", partitions=partitions, data=Path(data)
        )
        bad: list[BadInput] = []
        async with running(settings) as app:
            report = await asyncio.to_thread(
                replay, paths, bootstrap=settings.broker, topic=ARTICLES.full_name(settings.prefix),
                stdin=stdin, on_bad=bad.append, client=EMBEDDED_CLIENT,
            )
            await app.tallies.until_drained(report.sent)
            alerts = await _alerts(settings, app.tallies.of["alert"].sent.get(ALERTS.name, 0))
    alerts.sort(key=_in_article_order)   # the partitions of the topic have no order between them
    return DemoReport(report, tuple(alerts), tuple(bad))


async def _alerts(settings: Settings, count: int) -> list[Alert]:
    """As many alerts as the worker published, read back through a subscription."""
    subscription = await subscribe_async(
        settings.broker, ALERTS.full_name(settings.prefix), from_beginning=True,
        client={"fetch_max_wait_ms": EMBEDDED_FETCH_WAIT_MS},
    )
    async with subscription:
        return [await anext(subscription) for _ in range(count)]


def _in_article_order(alert: Alert) -> tuple[bool, str, str, int]:
    published = alert.article.published_at
    return published is None, f"{published or ''}", alert.article.id, alert.figure.start
