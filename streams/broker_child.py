"""Becomes the broker's Java, after having tied its life to the process that started it.

In: the starter's process id, then a command. Out: nothing; this process turns into the command. It
runs as a script of its own because the tie must be made between fork and exec, where a process with
threads cannot safely run Python.

Guaranteed on Linux only: when the thread that started us ends, however it ends, the kernel sends us
SIGTERM (prctl(2), PR_SET_PDEATHSIG; it outlives exec). Elsewhere a killed starter leaves the broker
running, and the next start on its data folder names its process id.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1   # <linux/prctl.h>


def main(starter: int, command: list[str]) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != starter:   # it ended before the tie was made
            return
    os.execv(command[0], command)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
