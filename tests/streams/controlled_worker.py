"""A worker whose every step is drawn by lot, and the world around it: who publishes, and who crashes it.

In: records to publish, a seed, and how to run (`Manner`). Out: the broker as it stands when all was
carried to the end, whatever happened on the way. The stages and the delivery loop are the real ones; what
streams/app.py does with Faust's events (batches, `Record.after`, commits) is done here as it is there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from agents.notify.message import Message, Receipt
from streams import delivery
from streams.delivery import Outlet, Record, Shelf, Stage, Tallies
from streams.pipeline import stages
from streams.settings import Settings
from streams.topics import ARTICLES
from tests.streams.controlled import Batch, Broker, ControlledOutlet, ControlledShelf, Pause, Tables
from tests.truth.stories import Record as Publication

Deliver = Callable[[Stage, Sequence[Record], Outlet, Shelf, Tallies], Awaitable[None]]
Fault = Literal["kill", "refuse", "rebalance"]

STEPS_TO_TAKE = 200_000
"""A run takes some hundreds; one that takes so many is going round in circles."""

_ALERT_ID = re.compile(r"\b[0-9a-f]{32}\b")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run goes. faults: after how many steps of a life which one comes; a life without goes to its end.
    on_disk: see Tables. batch: the most records of a batch. commits: how readily offsets are committed, from
    0 (only at the end) to 1. gaps: how often the articles log skips offsets. at_once: whether all is
    published before the worker starts."""

    partitions: int
    faults: Sequence[tuple[int, Fault]] = ()
    on_disk: bool = False
    batch: int = 64
    commits: float = 0.3
    gaps: float = 0.0
    at_once: bool = True

    @classmethod
    def drawn(cls, rng: random.Random) -> Manner:
        def fault() -> tuple[int, Fault]:
            return int(rng.expovariate(1 / 120)), rng.choices(("kill", "refuse", "rebalance"), (5, 2, 2))[0]

        return cls(
            partitions=rng.choice((1, 4)), faults=[fault() for _ in range(rng.randint(1, 5))],
            on_disk=rng.random() < 0.4, batch=rng.choice((1, 2, 5, 64)), commits=rng.choice((0.02, 0.3, 0.9)),
            gaps=rng.choice((0.0, 0.2)), at_once=rng.random() < 0.6,
        )


@dataclass(slots=True)
class Slack:
    """Slack's own log: the alert of each message it took. allowed: how often it may have seen one."""

    posted: list[str] = field(default_factory=list)
    allowed: dict[str, int] = field(default_factory=dict)

    async def post(self, message: Message, *whatever: Any, **more: Any) -> Receipt:
        await Pause("post")
        if message.replaces:   # changes a message that is there already, however often
            return Receipt()
        [self_named] = _ALERT_ID.findall(str(message.blocks[-1]))
        self.posted.append(self_named)
        await Pause("posted")
        return Receipt(channel="C1", ts=f"{len(self.posted)}.0")

    def forgotten(self, marked: Sequence[str]) -> None:
        """A crash: what was posted and is not marked may be posted once more."""
        for alert_id in set(self.posted) - set(marked):
            self.allowed[alert_id] = self.posted.count(alert_id) + 1


class World:
    """Runs lives of a worker until all that was published has been carried to the end."""

    def __init__(
        self, publications: Sequence[Publication], manner: Manner, rng: random.Random,
        deliver: Deliver = delivery.deliver,
    ) -> None:
        self.broker = Broker(manner.partitions)
        self.slack = Slack()
        self.lives = 0
        self.steps = 0
        self._manner = manner
        self._rng = rng
        self._deliver = deliver
        self._waiting = list(reversed(publications))
        self._tables = Tables(self.broker, on_disk=manner.on_disk)
        while manner.at_once and self._waiting:
            self._publish()

    def run(self) -> None:
        """To the end. Raises what the loop or the broker raise."""
        faults = list(self._manner.faults)
        while True:
            self.lives += 1
            worker = self._start()
            while True:
                at, fault = faults.pop(0) if faults else (STEPS_TO_TAKE, "kill")
                if self._went_on(worker, at):
                    worker.commit_all()
                    return
                assert self.steps < STEPS_TO_TAKE, "the run goes round in circles"
                if fault != "rebalance":
                    break
                worker.rebalance()
            worker.end(fault)
            self.broker.crash(self._rng)
            self._tables.recover()
            self.slack.forgotten(self._tables.keys("notified"))

    def ends(self) -> Iterator[tuple[tuple[str, int], int]]:
        """(stage, partition) -> where its log ends."""
        for stage in stages(Settings(partitions=self._manner.partitions), None):
            for partition in range(stage.source.partitions(self._manner.partitions)):
                yield (stage.name, partition), self.broker.logs[stage.source.name, partition].end

    def _start(self) -> Worker:
        flow = stages(Settings(partitions=self._manner.partitions), self.slack.post)
        return Worker(self.broker, flow, self._tables, self._manner, self._rng, self._deliver)

    def _went_on(self, worker: Worker, steps: int) -> bool:
        """Take so many steps; whether everything was carried to its end before."""
        for _ in range(steps):
            self.steps += 1
            if self._waiting and (worker.idle or self._rng.random() < 0.1):
                self._publish()
            elif not worker.step():
                return True
        return False

    def _publish(self) -> None:
        publication = self._waiting.pop()
        skip = self._rng.randint(1, 3) if self._rng.random() < self._manner.gaps else 0
        self.broker.logs[ARTICLES.name, 0].append(publication.key, publication.value, skip)


class Worker:
    """One life, from its start to a crash or the end: a coroutine for each stage that carries a batch."""

    def __init__(
        self, broker: Broker, flow: Sequence[Stage], tables: Tables, manner: Manner, rng: random.Random,
        deliver: Deliver,
    ) -> None:
        self._broker, self._stages, self._tables, self._manner = broker, flow, tables, manner
        self._rng, self._deliver = rng, deliver
        self._tallies = Tallies(flow)
        self._carrying: dict[str, Coroutine[str, None, None]] = {}
        self._paused: dict[str, str] = {}
        self._assign()

    def _assign(self) -> None:
        """Begin where the offsets say, and know nothing else."""
        self._covered: dict[tuple[str, int], int] = {}
        self._done: dict[tuple[str, int], int] = {}
        self._next = {
            (stage.name, partition): self._place_of(stage, partition)
            for stage in self._stages for partition in self._partitions(stage)
        }

    def _place_of(self, stage: Stage, partition: int) -> int:
        """Which record of the log is next, counted from its beginning."""
        committed = self._broker.committed.get((stage.name, partition), 0)
        return sum(offset < committed for offset in self._broker.logs[stage.source.name, partition].offsets)

    def _partitions(self, stage: Stage) -> range:
        return range(stage.source.partitions(self._manner.partitions))

    @property
    def idle(self) -> bool:
        return not self._carrying and not any(self._unread(stage) for stage in self._stages)

    def step(self) -> bool:
        """One step of somebody; False when nobody has anything to do."""
        able = [stage for stage in self._stages if stage.name in self._carrying or self._unread(stage)]
        if not able:
            return False
        chance = self._rng.random()
        if chance < 0.1 and self._broker.under_way:
            self._broker.land(self._rng.choice(self._broker.under_way))
        elif chance < 0.1 + 0.2 * self._manner.commits and self._done:
            self._commit(*self._rng.choice(list(self._done)))
        else:
            self._go_on(self._rng.choice(able))
        return True

    def _go_on(self, stage: Stage) -> None:
        if stage.name not in self._carrying:
            self._carrying[stage.name] = self._carry(stage)
        try:
            self._paused[stage.name] = self._carrying[stage.name].send(None)
        except StopIteration:
            del self._carrying[stage.name], self._paused[stage.name]

    async def _carry(self, stage: Stage) -> None:
        records = self._take(stage)
        first: dict[int, int] = {}
        for record in records:
            first.setdefault(record.partition, record.offset)
        batch = Batch(stage.name, first)
        shelf = ControlledShelf(self._broker, self._tables, stage.table, batch)
        await Pause("taken")
        await self._deliver(stage, records, ControlledOutlet(self._broker, batch), shelf, self._tallies)
        await Pause("delivered")
        for record in records:
            self._done[stage.name, record.partition] = record.offset + 1

    def _take(self, stage: Stage) -> list[Record]:
        """As streams/app.py: what is at hand, partitions mixed, each in its order."""
        records: list[Record] = []
        most = self._rng.randint(1, min(stage.batch, self._manner.batch))
        while len(records) < most and (unread := self._unread(stage)):
            partition = self._rng.choice(unread)
            place = self._next[stage.name, partition]
            log = self._broker.logs[stage.source.name, partition]
            offset = log.offsets[place]
            self._next[stage.name, partition] = place + 1
            committed = self._broker.committed.get((stage.name, partition), 0)
            after = self._covered.get((stage.name, partition), committed)
            self._covered[stage.name, partition] = offset + 1
            records.append(Record(
                f"tallywire.{stage.source.name}", partition, offset, min(after, offset), *log.records[offset]
            ))
        return records

    def _unread(self, stage: Stage) -> list[int]:
        return [
            partition for partition in self._partitions(stage)
            if self._next[stage.name, partition] < len(self._broker.logs[stage.source.name, partition].offsets)
        ]

    def _commit(self, stage: str, partition: int) -> None:
        self._broker.commit(stage, partition, self._done.pop((stage, partition)))

    def commit_all(self) -> None:
        for stage, partition in list(self._done):
            self._commit(stage, partition)

    def rebalance(self) -> None:
        """What is being carried is carried to its end; then the partitions come back, and no memory with them."""
        for stage in self._stages:
            while stage.name in self._carrying:
                self._go_on(stage)
        if self._rng.random() < 0.5:
            self.commit_all()
        for stage in self._stages:
            stage.forget()
        self._tables.recover()
        self._assign()

    def end(self, fault: Fault) -> None:
        """Stop where everybody stands. refuse: the broker takes no more from one of them first."""
        waiting = [name for name, at in self._paused.items() if at == "acknowledgement"]
        if fault == "refuse" and waiting:
            name = self._rng.choice(waiting)
            try:
                self._carrying.pop(name).throw(ConnectionError("refused"))
            except ConnectionError:
                pass
            else:
                raise AssertionError(f"{name} went on although the broker refused what it had sent")
        for coroutine in self._carrying.values():
            coroutine.close()
