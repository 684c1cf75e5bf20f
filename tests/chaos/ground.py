"""The ground of one fault: topics and a group of their own, workers on it, a replay into it, and the judgement.

In: a broker, a name, a truth. Out: what was judged when all was carried to the end. Whoever waits here also
minds the workers: one that ended by itself is started anew, as a supervisor would, and counted.
"""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self

from streams.article_producer import open_producer
from streams.settings import Settings
from streams.topic_listing import create_missing
from streams.topics import ARTICLES
from tests.chaos.judging import SlackSaw, judge
from tests.chaos.logs import KafkaException, Logs, Sample
from tests.chaos.outcome import Judged
from tests.chaos.workers import Worker
from tests.truth.stories import Record, Truth

DEADLINE = 120.0
"""Seconds that anything is waited for; the longest wait that is due is that of a worker for Slack."""

POLL = 0.02
"""Seconds between two looks: a worker carries two or three articles meanwhile."""

SESSION = 3.0
"""Seconds. Short, so that the partitions of a killed worker are free once its successor has started."""


class Ground:
    """Use as a with block: no worker outlives it. prefix also names its folder. may_end: whether the fault may make a
    worker end by itself. more: further settings."""

    def __init__(
        self, bootstrap: str, prefix: str, folder: Path, truth: Truth, *, session: float = SESSION,
        may_end: bool = False, more: Mapping[str, str] | None = None,
    ) -> None:
        self.settings = Settings(broker=bootstrap, prefix=prefix, session_timeout=session)
        self.folder = folder / prefix
        self.truth = truth
        self.rng = random.Random(f"{prefix} {truth.seed}")
        self.ended: list[int] = []
        self.problems: list[str] = []
        self._may_end = may_end
        self._more = dict(more or {})
        self._samples: list[Sample] = []
        self._workers: dict[Path, Worker] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True)
        create_missing(self.settings)
        self.logs = Logs(self.settings)
        self.answered()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers.values():
            worker.kill()
        self.logs.close()

    # Workers

    def start(self, name: str = "one", folder: Path | None = None) -> Worker:
        """A worker on a data folder of that name; on the same one as an earlier worker that has ended."""
        data = (folder or self.folder) / name
        worker = Worker(self.settings, data, self._more)
        self._workers[data] = worker
        return worker

    def kill(self, worker: Worker) -> None:
        """SIGKILL, and a sample of what it has committed."""
        self._release(worker)
        worker.kill()
        self.sample()

    def stop(self, worker: Worker) -> None:
        """SIGTERM; that it ends with 0 is demanded."""
        self._release(worker)
        code = worker.stop()
        if code:
            self.problems.append(f"a worker that was told to stop ended with {code}: {worker.log}")

    def let_end(self, worker: Worker) -> None:
        """From now on it may end by itself, and is not started anew."""
        self._release(worker)

    def _release(self, worker: Worker) -> None:
        self._workers.pop(worker.data, None)

    def mind(self) -> None:
        """Start anew what ended by itself."""
        for worker in self._workers.values():
            if worker.code is not None:
                self.ended.append(worker.code)
                worker.start()

    def forget(self, worker: Worker) -> None:
        """Delete its data folder, as when a disk is lost."""
        if worker.data.exists():   # one killed early has none yet
            shutil.rmtree(worker.data)

    # The replay

    def publish(self, records: Sequence[Record], rate: float | None = None) -> None:
        """Publish these, acknowledged when it returns. rate: records a second, null for as fast as can be."""
        topic = ARTICLES.full_name(self.settings.prefix)
        with open_producer(self.settings.broker, topic) as producer:
            pause, under_way = threading.Event(), []
            for record in records:
                under_way.append(producer.send(topic, value=record.value, key=record.key))
                if rate:
                    pause.wait(1 / rate)
            for delivery in under_way:
                delivery.get(DEADLINE)

    def replaying(self, records: Sequence[Record], rate: float) -> Replay:
        return Replay(self, records, rate)

    def parts(self, count: int) -> list[Sequence[Record]]:
        """The archive in so many parts, in order."""
        records = self.truth.records
        cuts = [len(records) * number // count for number in range(count + 1)]
        return [records[start:end] for start, end in pairwise(cuts)]

    # Waiting

    def until(self, condition: Callable[[], object], what: str, seconds: float = DEADLINE) -> bool:
        """Wait for a condition, minding the workers; a broker that does not answer meets none. When it never
        holds, that is a problem, and the judgement will say what it led to."""
        pause, end = threading.Event(), time.monotonic() + seconds
        while time.monotonic() < end:
            self.mind()
            try:
                if condition():
                    return True
            except KafkaException:   # no broker just now, or no leader
                pass
            pause.wait(POLL)
        self.problems.append(f"{self.settings.prefix}: after {seconds:.0f} s still not: {what}")
        return False

    def drained(self) -> bool:
        return self.until(self.logs.drained, "all that was published is carried and committed")

    def answered(self) -> None:
        """Wait until the broker answers for all topics: new ones, and those of a new start, have no leader at first."""
        self.until(self.logs.sample, "the broker answers")

    def within(self, seconds: float, condition: Callable[[], object] = lambda: False) -> None:
        """Let so many seconds pass, or fewer if the condition holds before."""
        pause, end = threading.Event(), time.monotonic() + seconds
        while time.monotonic() < end and not condition():
            pause.wait(min(POLL, max(0.0, end - time.monotonic())))

    # Judgement

    def sample(self) -> None:
        self._samples.append(self.logs.sample())

    def judged(self, slack: SlackSaw | None = None) -> Judged:
        judged = judge(self.truth, self.logs, self._samples, slack)
        judged.problems.extend(self.problems)
        if self.ended and not self._may_end:
            judged.problems.append(f"workers ended by themselves, with {self.ended}: {self.folder}")
        return judged


class Replay(threading.Thread):
    """A replay that goes on while other things happen: `with ground.replaying(records, 12):`. The block ends when
    all of it is acknowledged."""

    def __init__(self, ground: Ground, records: Sequence[Record], rate: float) -> None:
        super().__init__(daemon=True)
        self._ground = ground
        self._records = records
        self._rate = rate
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._ground.publish(self._records, self._rate)
        except BaseException as error:   # told where the block ends
            self._error = error

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._ground.until(lambda: not self.is_alive(), "the replay has published all")
        if self._error:
            self._ground.problems.append(f"the replay failed: {self._error!r}")
