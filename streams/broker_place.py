"""The folder and the port that a local broker takes, and the log it leaves.

In: a folder, a port. Out: them taken for one broker, or NotAvailable saying who has them.
"""

from __future__ import annotations

import errno
import fcntl
import os
import socket
from pathlib import Path
from typing import IO

from schemas.errors import NotAvailable

TAIL_LINES = 5   # of the log, in the error when the broker ends by itself


def lock_folder(data: Path) -> int:
    """Take the folder for this broker. Raises NotAvailable when a running one has it."""
    lock = os.open(data / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(lock, 32).decode("ascii", "replace").strip()
        os.close(lock)
        raise NotAvailable(
            f"{data} belongs to a running broker" + (f" (process {holder})" if holder else ""),
            "stop that broker, or choose another folder with --data",
        ) from error
    os.ftruncate(lock, 0)
    return lock


def note_pid(lock: int, pid: int) -> None:
    """Leave in the lock file who holds it, for the error of whoever comes next."""
    os.pwrite(lock, f"{pid}\n".encode("ascii"), 0)


def free_port(host: str, port: int) -> int:
    """The port if it is free, any free one for 0. Raises NotAvailable.

    Not guaranteed: that it is still free when the broker gets to it. If not, the broker ends and says so.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)   # closed connections do not count
        try:
            probe.bind((host, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            raise NotAvailable(
                f"port {port} is taken" if taken else f"port {port} cannot be used: {error.strerror}",
                "stop whatever listens there, or choose another with --port",
            ) from error
        free: int = probe.getsockname()[1]
        return free


def fresh_log(path: Path) -> IO[bytes]:
    """A new log for this start. The log before it is kept, as it may say why that broker ended."""
    if path.exists():
        path.replace(path.with_name(path.name + ".1"))
    return path.open("wb")


def tail(path: Path) -> str:
    """The log's last lines as one, for an error."""
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return " | ".join(line.strip() for line in lines[-TAIL_LINES:]) or "it said nothing"
