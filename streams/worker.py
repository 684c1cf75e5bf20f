"""Running the flow on Kafka: the worker, and the app that `faust -A streams.pipeline worker` finds.

In: settings. Out: a running Faust worker until it is told to stop.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from streams.app import Worker, create_app
from streams.pipeline import stages
from streams.settings import Settings, read_settings
from streams.slack import slack_post


def app_from_environment() -> Worker:
    """The app that TALLYWIRE_* describes. Raises InvalidSetting."""
    return build(read_settings())


def build(settings: Settings, **hooks: Any) -> Worker:
    """The whole flow as a Faust app. Connects to nothing."""
    return create_app(settings, stages(settings, slack_post(settings.slack)), **hooks)


def changelogs(prefix: str, spread: int) -> dict[str, int]:
    """Name -> partitions of the tables' changelog topics, for a broker where Faust cannot create them."""
    return {
        f"{prefix}-{stage.table}-changelog": stage.source.partitions(spread)
        for stage in stages(Settings(partitions=spread), post=None) if stage.table
    }


def run_worker(settings: Settings, log_level: str = "info") -> int:
    """Run until SIGTERM or SIGINT. Returns the process's exit code."""
    app = build(settings)
    worker = app.Worker(loglevel=log_level, quiet=False, redirect_stdouts=False)
    try:
        worker.execute_from_commandline()
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


@asynccontextmanager
async def running(settings: Settings, **hooks: Any) -> AsyncIterator[Worker]:
    """The flow inside this process, for the demo and for tests; ready when the block begins."""
    logging.getLogger("faust").setLevel(logging.ERROR)
    app = build(settings, **hooks)
    ready = asyncio.Event()

    @app.task  # type: ignore[untyped-decorator]
    async def _on_ready() -> None:
        ready.set()

    app.finalize()
    await app.start()
    try:
        await ready.wait()
        yield app
    finally:
        await app.stop()
