"""Worker processes: real ones, to be started, killed, put to sleep and woken.

In: settings and a data folder. Out: a process whose log stands beside its data folder. Its life is tied to
ours: should the chaos be killed itself, the kernel ends the workers (streams/broker_child.py).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from streams import broker_child
from streams.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]

STOP_SECONDS = 60.0
"""For a worker to stop in good order; it finishes what it holds."""


class Worker:
    """One process at a time. data: where RocksDB stands; the log is `data`.log, appended to by all lives on it."""

    def __init__(self, settings: Settings, data: Path, more: Mapping[str, str]) -> None:
        self.data = data
        self.log = data.with_suffix(".log")
        self._environment = _environment(settings, data, more)
        self.start()

    def start(self) -> None:
        """Also to start it anew, when it has ended."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(broker_child.__file__), str(os.getpid()),
                 sys.executable, "-c", "from streams.cli import main; main()", "worker"],
                cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=self._environment,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def code(self) -> int | None:
        """The exit code, null while it runs."""
        return self._process.poll()

    def kill(self) -> None:
        """SIGKILL; it is gone when this returns."""
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """SIGTERM, and its exit code. Raises TimeoutExpired when it does not end, and kills it then."""
        self._process.terminate()
        try:
            return self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def sleep(self) -> None:
        self._process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def resident(self) -> float:
        """Megabytes of memory held now; 0 when it has ended. Linux only, as is the rest of /proc."""
        try:
            status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        except FileNotFoundError:
            return 0.0
        rows = (line.split() for line in status.splitlines())
        return next((int(row[1]) / 1024 for row in rows if row[0] == "VmRSS:"), 0.0)


def _environment(settings: Settings, data: Path, more: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    ours = {
        "BROKER": settings.broker, "PREFIX": settings.prefix, "PARTITIONS": str(settings.partitions),
        "SESSION_TIMEOUT": str(settings.session_timeout), "DATA": str(data), **more,
    }
    return inherited | {PREFIX + name: value for name, value in ours.items()}
