"""What is ours of the way to the broker."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from streams.transport import be_patient


def test_a_client_that_finds_no_broker_pauses_before_it_asks_again() -> None:
    client, pauses = Client(iter([False, False, True])), list[float]()

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    async def ask() -> list[bool]:
        return [await client._metadata_update("cluster", "topics") for _ in range(3)]

    be_patient(client, pause)
    assert asyncio.run(ask()) == [False, False, True]
    assert pauses == [0.2, 0.2]


class Client:
    def __init__(self, answers: Iterator[bool]) -> None:
        self._answers = answers

    async def _metadata_update(self, cluster: str, topics: str) -> bool:
        return next(self._answers)
