"""The disk that is full: RocksDB cannot write any more.

In: a field. Out: an outcome. The disk is a file system in memory of a few megabytes, which only root may mount;
where that is refused, a limit on the size of the worker's files stands for it (setrlimit(2), RLIMIT_FSIZE).
"""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.chaos.field import Field
from tests.chaos.outcome import Outcome
from tests.chaos.workers import Worker

SIZE = 64 * 1024 * 1024


def disk_full(field: Field) -> Outcome:
    """Full amid a replay: the worker ends and says so, or goes on; a successor on a good disk finishes."""
    with field.ground("disk", 300) as ground, small_disk(ground.folder / "small") as disk:
        if not disk.is_mount() and not hasattr(resource, "prlimit"):
            return Outcome("disk-full", left_out="nothing can be mounted here, nor a running worker's files limited")
        before, during, after = ground.parts(3)
        worker = ground.start(folder=disk)
        ground.publish(before)
        ground.drained()
        way = fill(disk, worker)
        ground.let_end(worker)
        ground.publish(during)
        ground.until(lambda: worker.code is not None or ground.logs.drained(), "the worker has ended, or carried all")
        code = worker.code
        if code == 0:
            ground.problems.append(f"the worker ended with 0 on a full disk: {worker.log}")
        ground.kill(worker)
        worker = ground.start("good")
        ground.publish(after)
        ground.drained()
        ground.stop(worker)
        done = {"by": way, "worker": "went on" if code is None else f"ended with {code}"}
        return Outcome("disk-full", done=done, judged=[ground.judged()])


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """A folder on a file system of its own, or a plain one where mounting is refused."""
    place.mkdir()
    with suppress(FileNotFoundError):   # where there is no mount(8)
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], capture_output=True, check=False
        )
    try:
        yield place
    finally:
        if place.is_mount():
            subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, worker: Worker) -> str:
    """Leave no room, and say in which way."""
    if not disk.is_mount():
        resource.prlimit(worker.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
        return "rlimit"
    with (disk / "ballast").open("wb", buffering=0) as ballast:
        for step in (1 << 20, 1 << 12, 1):
            with suppress(OSError):   # no space left: what still fits is smaller
                while ballast.write(bytes(step)):
                    pass
    return "tmpfs"
