"""The real agents in the real delivery loop, crashed at every await and every commit: nothing lost, nothing twice.

A seed draws a few stories (tests/truth), a way to run them, and where the worker is crashed. A failing seed
is named in the failure and runs again alone by

    TALLYWIRE_SEED=123 pytest tests/streams/test_crashes.py
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Awaitable, Coroutine, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import pytest

from schemas.alert import Alert
from streams import delivery
from streams.codecs import encode
from streams.delivery import Outgoing, Outlet, Record, Shelf, Stage, Tallies
from streams.rehearsal import Rehearsal
from streams.settings import Settings
from streams.sieve import Sieve
from streams.topics import ALERTS, ARTICLES, FRESH, REJECTIONS
from tests.streams.controlled import CommittedTooFar
from tests.streams.controlled_worker import Deliver, Fault, Manner, World
from tests.truth import scenarios, versions
from tests.truth.checker import Counts, Report, check
from tests.truth.stories import SCENARIOS, Truth, generate

T = TypeVar("T")

SEEDS = 1_000
SEEDS_A_TEST = 50
"""So many share a test, that a failure comes early and pytest's list stays readable."""

ARTICLES_A_SEED = 6
"""Two or three stories. More seeds find more than longer ones: what goes wrong, goes wrong between neighbours."""


@dataclass(frozen=True, slots=True)
class Polled:
    """A record as a subscriber's client hands it out."""

    topic: str
    partition: int
    offset: int
    value: bytes


def rehearsed(truth: Truth, partitions: int) -> list[bytes]:
    """The alerts of an uncrashed rehearsal, repeats dropped."""
    rehearsal = Rehearsal(Settings(partitions=partitions))
    said: dict[str, bytes] = {}
    for record in truth.records:
        for each in finished(rehearsal.publish(record.key.decode(), record.value)):
            if isinstance(each, Alert):
                said.setdefault(each.alert_id, encode(each))
    return list(said.values())


def finished(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine that waits for nothing outside itself."""
    while True:
        try:
            coroutine.send(None)
        except StopIteration as end:
            value: T = end.value
            return value


def subscribed(published: Sequence[bytes]) -> list[bytes]:
    """What a subscriber gets of it."""
    sieve = Sieve()
    polled = (Polled(ALERTS.name, 0, offset, value) for offset, value in enumerate(published))
    return [encode(alert) for record in polled if (alert := sieve.pass_on(record)) is not None]


def counted(world: World) -> Counts:
    """Read: what lies before the committed offset. Processed and rejected: as the topics bear witness."""
    committed = world.broker.committed.get(("split", 0), 0)
    rejections = {
        (one["topic"], one["offset"]): one for one in map(json.loads, world.broker.values(REJECTIONS.name))
    }
    assert {one["failure"]["kind"] for one in rejections.values()} <= {"input"}, rejections
    gone = {offset for topic, offset in rejections if topic.endswith(ARTICLES.name)}
    assert len(gone) == len(rejections), "an article was rejected on its way"
    carried = {json.loads(value)["sequence"] for value in world.broker.values(FRESH.name)}
    return Counts(
        read=sum(offset < committed for offset in world.broker.logs[ARTICLES.name, 0].offsets),
        processed=len(carried - gone), rejected=len(gone),
    )


def checked(world: World, truth: Truth, uncrashed: Sequence[bytes] | None = None) -> Report:
    published = world.broker.values(ALERTS.name)
    return check(
        truth, published, subscribed(published), other_run=uncrashed, slack=world.slack.posted,
        slack_allowed=world.slack.allowed, counts=counted(world),
    )


def run(truth: Truth, manner: Manner, rng: random.Random, **with_loop: Deliver) -> World:
    world = World(truth.records, manner, rng, **with_loop)
    world.run()
    assert not world.broker.under_way
    for stage, end in world.ends():
        assert world.broker.committed.get(stage, 0) == end, f"{stage} did not end at its log's end"
    return world


def run_seed(seed: int) -> Report:
    """A seed's stories in a seed's manner, against a rehearsal on the other number of partitions."""
    rng = random.Random(seed)
    truth, manner = generate(seed, ARTICLES_A_SEED), Manner.drawn(rng)
    return checked(run(truth, manner, rng), truth, rehearsed(truth, 1 if manner.partitions == 4 else 4))


def seeds() -> list[range]:
    if "TALLYWIRE_SEED" in os.environ:
        seed = int(os.environ["TALLYWIRE_SEED"])
        return [range(seed, seed + 1)]
    return [range(first, first + SEEDS_A_TEST) for first in range(0, SEEDS, SEEDS_A_TEST)]


@pytest.mark.parametrize("among", seeds(), ids=lambda among: f"{among.start}-{among.stop - 1}")
def test_whatever_crashes_the_alerts_are_those_of_the_plan_once_and_byte_for_byte(among: range) -> None:
    failed = {}
    for seed in among:
        try:
            report = run_seed(seed)
        except Exception as error:
            raise AssertionError(f"TALLYWIRE_SEED={seed}: {generate(seed, ARTICLES_A_SEED).told}") from error
        if not report.fine:
            failed[seed] = f"{generate(seed, ARTICLES_A_SEED).told}\n{report}"
    said = "\n".join(f"TALLYWIRE_SEED={seed}: {what}" for seed, what in failed.items())
    assert not failed, f"{len(failed)} of {len(among)} seeds failed\n{said}"


EXHAUSTIVE = (scenarios.malformed, scenarios.revised, versions.corrected_then_canceled)
"""Short stories with a rejection and every kind of writing."""


@pytest.mark.parametrize("fault", ["kill", "refuse", "rebalance"])
@pytest.mark.parametrize("partitions", [1, 4])
def test_a_fault_at_each_single_step_of_a_run_changes_nothing(partitions: int, fault: Fault) -> None:
    """Every await and every commit of one run is crashed once, in turn."""
    truth = generate(1, 6, EXHAUSTIVE)
    uncrashed = rehearsed(truth, partitions)
    manner = Manner(partitions, batch=3, commits=0.5)
    steps = run(truth, manner, random.Random(1)).steps
    assert steps > 100
    for step in range(steps):
        world = run(truth, replace(manner, faults=[(step, fault)]), random.Random(1))
        report = checked(world, truth, uncrashed)
        assert report.fine, f"{fault} after step {step}\n{report}"


def test_a_run_without_a_crash_repeats_nothing() -> None:
    truth = generate(2, 40, [told for told in SCENARIOS if told is not scenarios.published_again])
    world = run(truth, Manner(4, commits=0.9), random.Random(2))
    report = checked(world, truth, rehearsed(truth, 1))
    assert report.fine, report
    assert world.lives == 1
    assert report.repeats == len(world.slack.posted) - len(set(world.slack.posted)) == 0


# Loops with one thing wrong: what finds nothing in these would find nothing in ours.


class Hasty:
    """An outlet whose acknowledgements are not waited for."""

    def __init__(self, outlet: Outlet) -> None:
        self._outlet = outlet

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        await self._outlet.send(outgoing)
        return _nothing()


async def _nothing() -> None:
    pass


async def commits_before_the_outputs_are_acknowledged(
    stage: Stage, records: Sequence[Record], outlet: Outlet, shelf: Shelf, tallies: Tallies
) -> None:
    await delivery.deliver(stage, records, Hasty(outlet), shelf, tallies)


class Forgetful:
    """A shelf that never writes."""

    def __init__(self, shelf: Shelf) -> None:
        self.rows = shelf.rows

    async def write(self, record: Record, writes: Any) -> None:
        pass


async def never_writes_state(
    stage: Stage, records: Sequence[Record], outlet: Outlet, shelf: Shelf, tallies: Tallies
) -> None:
    await delivery.deliver(stage, records, outlet, Forgetful(shelf), tallies)


class Kept:
    """An outlet that keeps what is sent until it is let go."""

    def __init__(self) -> None:
        self.outgoing: list[Outgoing] = []

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        self.outgoing.append(outgoing)
        return _nothing()


async def writes_state_before_the_outputs(
    stage: Stage, records: Sequence[Record], outlet: Outlet, shelf: Shelf, tallies: Tallies
) -> None:
    kept = Kept()
    await delivery.deliver(stage, records, kept, shelf, tallies)
    for outgoing in kept.outgoing:
        await (await outlet.send(outgoing))


async def swallows_refusals(
    stage: Stage, records: Sequence[Record], outlet: Outlet, shelf: Shelf, tallies: Tallies
) -> None:
    try:
        await delivery.deliver(stage, records, outlet, shelf, tallies)
    except ConnectionError:
        return


@pytest.mark.parametrize("wrong", [
    commits_before_the_outputs_are_acknowledged, never_writes_state, writes_state_before_the_outputs,
    swallows_refusals,
], ids=lambda wrong: wrong.__name__)
def test_a_loop_that_is_wrong_in_one_thing_is_found_out_within_a_few_seeds(wrong: Deliver) -> None:
    for seed in range(60):
        rng = random.Random(seed)
        truth, manner = generate(seed, ARTICLES_A_SEED), Manner.drawn(rng)
        try:
            if not checked(run(truth, manner, rng, deliver=wrong), truth).fine:
                return
        except (CommittedTooFar, AssertionError):
            return
    raise AssertionError("60 seeds found nothing wrong with it")
