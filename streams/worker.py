"""Running the flow on Kafka: the worker, and the app that `faust -A streams.pipeline worker` finds.

In: settings. Out: a running Faust worker until it is told to stop.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from agents.extract.agent import read_here
from streams.app import Worker, create_app
from streams.health import look_after
from streams.pipeline import stages
from streams.reading_process import ReadingProcess
from streams.settings import Settings, read_settings
from streams.slack import slack_post
from streams.status_line import status_on

_GC = (50_000, 20, 50)
"""Python looks for cycles at every 700 new objects. Ours make next to none, and each look goes through
what was kept since. A guess at a good number: its effect was not told from the machine's noise."""


def app_from_environment() -> Worker:
    """The app that TALLYWIRE_* describes. Raises InvalidSetting."""
    return build(read_settings())


def build(settings: Settings, **hooks: Any) -> Worker:
    """The whole flow as a Faust app, looked after by the watchdog. Connects to nothing and starts nothing."""
    reading = ReadingProcess() if settings.reading_process else None
    flow = stages(settings, slack_post(settings.slack), reading or read_here)
    app = create_app(settings, flow, **hooks)
    app.reading = reading
    app.health = look_after(app, flow, settings)
    return app


def changelogs(prefix: str, spread: int) -> dict[str, int]:
    """Name -> partitions of the tables' changelog topics, for a broker where Faust cannot create them."""
    return {
        f"{prefix}-{stage.table}-changelog": stage.source.partitions(spread)
        for stage in stages(Settings(partitions=spread), post=None) if stage.table
    }


def run_worker(settings: Settings, log_level: str = "info") -> int:
    """Run until SIGTERM or SIGINT, with a live line on a terminal. Returns the process's exit code."""
    _use_uvloop()
    gc.set_threshold(*_GC)
    app = build(settings)
    with status_on(sys.stderr, app.health.samples):   # first, so that the log is written above it
        worker = app.Worker(loglevel=log_level, quiet=False, redirect_stdouts=False)
        try:
            worker.execute_from_commandline()
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


def _use_uvloop() -> None:
    """A fifth less CPU when consuming. Where it does not run (Windows, PyPy) asyncio's own loop does."""
    try:
        import uvloop
    except ImportError:
        return
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())


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
        if app.reading is not None:
            app.reading.close()
