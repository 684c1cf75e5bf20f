"""Where the time goes: what each stage spends on its agent, and what on reading and writing records.

In: a load. Out: milliseconds an article. The stages run in this process as in a rehearsal, without a
broker; what the worker spends beyond their sum is Faust's and the Kafka client's.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from schemas.article import Article
from streams.codecs import encode
from streams.delivery import Outgoing, Record, Stage, Tallies, deliver
from streams.pipeline import stages
from streams.rehearsal import MemoryLog, MemoryShelf
from streams.settings import Settings
from streams.topics import ARTICLES

CODECS = "reading and writing records"


async def spent(warm: Sequence[Article], load: Sequence[Article], partitions: int) -> dict[str, float]:
    """By stage its agent's milliseconds an article of the load; under CODECS those of everything else here."""
    clock = _Clock()
    flow = [clock.timed(stage) for stage in stages(Settings(partitions=partitions), post=None)]
    carry = _carrier(flow, partitions)
    await carry(warm)
    clock.spent.clear()
    began = time.process_time()
    await carry(load)
    whole = time.process_time() - began
    agents = {stage.name: clock.spent[stage.name] for stage in flow}
    seconds = agents | {CODECS: whole - sum(agents.values())}
    return {name: each / len(load) * 1000 for name, each in seconds.items()}


class _Clock:
    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()

    def timed(self, stage: Stage) -> Stage:
        async def agent(record: Any, stood: Record, state: Any) -> Any:
            began = time.process_time()
            outputs = await stage.agent(record, stood, state)
            self.spent[stage.name] += time.process_time() - began  # type: ignore[assignment]
            return outputs

        return replace(stage, agent=agent)


def _carrier(flow: Sequence[Stage], partitions: int) -> Callable[[Sequence[Article]], Any]:
    log, tallies = MemoryLog(partitions), Tallies(flow)
    shelves = {stage.name: MemoryShelf() for stage in flow}
    readers = {stage.source: stage for stage in flow}

    async def carry(articles: Sequence[Article]) -> None:
        for article in articles:
            await (await log.send(Outgoing(ARTICLES, article.id, encode(article))))
            while log.waiting:
                topic, record = log.waiting.popleft()
                stage = readers.get(topic)
                if stage is not None:
                    await deliver(stage, [record], log, shelves[stage.name], tallies)

    return carry
