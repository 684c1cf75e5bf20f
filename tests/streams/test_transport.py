"""What is ours of the way to the broker."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from streams.transport import Lease, be_patient, member


def test_a_client_that_finds_no_broker_pauses_before_it_asks_again() -> None:
    client, pauses = Client(iter([False, False, True])), list[float]()

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    async def ask() -> list[bool]:
        return [await client._metadata_update("cluster", "topics") for _ in range(3)]

    be_patient(client, pause)
    assert asyncio.run(ask()) == [False, False, True]
    assert pauses == [0.2, 0.2]


def test_a_lease_is_asked_for_again_when_it_has_run_out_and_when_it_must_be_sure() -> None:
    group = Group(ours={1})
    asyncio.run(group.holds(1))
    asyncio.run(group.holds(1))
    assert group.asked == [1]
    asyncio.run(group.holds(1, surely=True))
    group.seconds = 7.5
    asyncio.run(group.holds(1))
    assert group.asked == [1, 1, 1]


def test_an_answer_for_one_generation_says_nothing_of_another() -> None:
    group = Group(ours={1})
    assert asyncio.run(group.holds(1))
    assert not asyncio.run(group.holds(2))
    assert group.asked == [1, 2]


def test_a_lease_that_was_refused_is_not_remembered() -> None:
    group = Group(ours=set())
    assert not asyncio.run(group.holds(1))
    group.ours = {1}
    assert asyncio.run(group.holds(1))


def test_a_member_whose_heart_is_heard_is_one() -> None:
    assert asyncio.run(member(Coordinator(generation=3), 3)) is True


def test_another_generation_is_not_asked_for() -> None:
    coordinator = Coordinator(generation=4)
    assert asyncio.run(member(coordinator, 3)) is False
    assert coordinator.beats == 0


def test_who_is_thrown_out_by_the_answer_is_no_member() -> None:
    assert asyncio.run(member(Coordinator(generation=3, answers=False, then=-1), 3)) is False


def test_without_an_answer_nobody_knows() -> None:
    assert asyncio.run(member(Coordinator(generation=3, answers=False), 3)) is None


def test_a_coordinator_that_nobody_else_looks_for_is_looked_up() -> None:
    coordinator = Coordinator(generation=3, known=False)
    assert asyncio.run(member(coordinator, 3)) is True
    assert coordinator.coordinator_id == 1


class Coordinator:
    """A client's view of its group; then: the generation after an answer that says no."""

    def __init__(self, generation: int, *, known: bool = True, answers: bool = True, then: int | None = None) -> None:
        self.generation, self.coordinator_id, self.beats = generation, 1 if known else None, 0
        self._answers, self._then = answers, then

    async def ensure_coordinator_known(self) -> None:
        self.coordinator_id = 1

    async def _do_heartbeat(self) -> bool:
        self.beats += 1
        if self._then is not None:
            self.generation = self._then
        return self._answers and self.coordinator_id is not None


class Group:
    """A broker that says whose a generation is, and a clock."""

    def __init__(self, ours: set[int]) -> None:
        self.ours, self.asked, self.seconds = ours, list[int](), 0.0
        self.holds = Lease(self._ask, 7.5, lambda: self.seconds).holds

    async def _ask(self, generation: int) -> bool:
        self.asked.append(generation)
        return generation in self.ours


class Client:
    def __init__(self, answers: Iterator[bool]) -> None:
        self._answers = answers

    async def _metadata_update(self, cluster: str, topics: str) -> bool:
        return next(self._answers)
