"""How far a replay is, on a terminal.

In: counts, as they grow. Out: one live line on standard error; nothing at all where that is not a
terminal, so that logs and pipes hold only what matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol, TextIO

from rich.console import Console
from rich.progress import Progress as Display
from rich.progress import SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn


class Progress(Protocol):
    """Told of every change; must be cheap."""

    def show(self, sent: int, rejected: int) -> None: ...


class Silence:
    """Shows nothing."""

    def show(self, sent: int, rejected: int) -> None:
        return


class Line:
    """One line: articles, articles per second, rejected. Redrawn ten times a second, not at each call."""

    def __init__(self, display: Display, task: TaskID) -> None:
        self._display = display
        self._task = task

    def show(self, sent: int, rejected: int) -> None:
        elapsed = self._display.tasks[self._task].elapsed
        speed = f"{sent / elapsed:,.0f}" if elapsed else "-"
        self._display.update(self._task, completed=sent, rejected=rejected, speed=speed)


@contextmanager
def progress_on(stream: TextIO) -> Iterator[Progress]:
    """Progress on a stream while the block runs. What else is written to standard error meanwhile
    appears above the line."""
    if not stream.isatty():
        yield Silence()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} articles"),
        TextColumn("{task.fields[speed]} articles/s"),
        TextColumn("{task.fields[rejected]:,} rejected"),
        TimeElapsedColumn(),
    )
    with Display(*columns, console=Console(file=stream)) as display:
        yield Line(display, display.add_task("replay", total=None, rejected=0, speed="-"))
