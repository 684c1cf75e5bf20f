"""The contestants: three workers that run the same agents over the same topics, each a process of its own.

In: a broker, a prefix, a folder. Out: a running process whose CPU time and memory can be read (Linux).
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from streams.settings import Settings, read_settings

ROOT: Final = Path(__file__).parent.parent
QUIX_PYTHON: Final = ROOT / ".venv-quix" / "bin" / "python"

Store = Literal["memory", "rocksdb"]

OURS, BARE, QUIX = "tallywire", "bare loop", "Quix Streams"

_STOP_SECONDS = 60


def arguments() -> Settings:
    """The settings of a contestant that was started by `running`; Python's collector is set as the worker sets it."""
    gc.set_threshold(50_000, 20, 50)
    return read_settings()


def command(name: str) -> list[str]:
    if name == OURS:
        return [sys.executable, "-c", "from streams.cli import main; main()", "worker"]
    if name == BARE:
        return [sys.executable, "-m", "bench.bare"]
    return [os.environ.get("QUIX_PYTHON", str(QUIX_PYTHON)), "-m", "bench.quix"]


@dataclass(frozen=True, slots=True)
class Process:
    """A running contestant; log: where its output goes."""

    popen: subprocess.Popen[bytes]
    log: Path

    def cpu_seconds(self) -> float:
        """User and system time so far, of all threads of it and of its children."""
        ticks = 0
        for pid in self._family():
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def resident_bytes(self) -> int:
        """What it and its children hold; what they share counts twice."""
        pages = sum(int(Path(f"/proc/{pid}/statm").read_text().split()[1]) for pid in self._family())
        return pages * os.sysconf("SC_PAGE_SIZE")

    def _family(self) -> list[int]:
        children = Path("/proc").glob(f"{self.popen.pid}/task/*/children")
        return [self.popen.pid, *(int(pid) for each in children for pid in each.read_text().split())]

    def check(self) -> None:
        """Raises RuntimeError when it has ended."""
        if self.popen.poll() is not None:
            raise RuntimeError(f"the worker ended with {self.popen.returncode}:\n{self.log.read_text()[-2000:]}")


@contextmanager
def running(name: str, settings: Settings, environment: Mapping[str, str] | None = None) -> Iterator[Process]:
    """Started at once, stopped with SIGTERM at the end of the block; ready when it says an alert."""
    settings.data.mkdir(parents=True, exist_ok=True)
    log = settings.data.with_suffix(".log")
    given = {key: value for key, value in os.environ.items() if not key.startswith("TALLYWIRE_")}
    given |= {
        "TALLYWIRE_BROKER": settings.broker, "TALLYWIRE_PREFIX": settings.prefix,
        "TALLYWIRE_PARTITIONS": str(settings.partitions), "TALLYWIRE_STORE": settings.store,
        "TALLYWIRE_DATA": str(settings.data), "PYTHONPATH": str(ROOT),
    }
    with log.open("ab") as out:
        popen = subprocess.Popen(
            command(name), env=given | dict(environment or {}), cwd=ROOT, stdout=out, stderr=out,
            stdin=subprocess.DEVNULL,
        )
    try:
        yield Process(popen, log)
    finally:
        popen.send_signal(signal.SIGTERM if name != BARE else signal.SIGKILL)
        try:
            popen.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            popen.kill()
            popen.wait()
