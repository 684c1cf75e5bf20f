"""Transport: Faust's Kafka consumer, with one race closed, a lease, patience, and two of its waits taken out.

In: records from the broker. Out: the same records in the agents' queues.

The race: when a worker has read back its tables, Faust seeks the source partitions to their committed
offsets, and then empties the agents' queues. But its fetcher runs on, and what it hands over between the
two is emptied away: records that nobody reads and nobody fetches again, with everything behind them
waiting. So here the flow is stopped, and a fetch under way awaited, before the seek; Faust starts the
flow again when the queues are empty. A partition without a committed offset is sought to its beginning,
which Faust leaves where the fetcher had got to.

The lease: a worker that was frozen, or cut off from the broker, for longer than its session has lost its
partitions to another and does not know it. `still_ours` asks the broker when nobody has for a while.

The waits: for each record Faust makes four tasks, to notice at once if a rebalance begins while it hands
that record over, and decodes bytes into bytes; where the queue has room nothing waits, so there is nothing to
notice. And the embedded broker does not wake a waiting fetch, so that Faust's 1,500 ms would be a hop's latency.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import Any

import aiokafka
from aiokafka.errors import IllegalStateError, KafkaError
from faust.transport.consumer import ensure_TP
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer, Producer, Transport, ensure_aiokafka_TP

EMBEDDED_FETCH_WAIT_MS = 20

_AT_ONCE = 100
"""Records handed over before others have a turn, as Faust has it."""

_ASKING_AGAIN = 0.2
"""Seconds between questions to a broker that does not answer."""

_LOOKING_UP = 1.0
"""Seconds for finding the broker that knows the group, before others in the consumer's thread have a turn."""


class Lease:
    """Remembers for so many seconds that a generation of the consumer group was ours when the broker was asked."""

    def __init__(
        self, ask: Callable[[int], Awaitable[bool]], lasts: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask, self._lasts, self._clock = ask, lasts, clock
        self._held: tuple[int, float] | None = None

    async def holds(self, generation: int, surely: bool = False) -> bool:
        asked_at = self._clock()
        if not surely and self._held is not None:
            held, since = self._held
            if held == generation and asked_at - since < self._lasts:
                return True
        ours = await self._ask(generation)
        if ours:
            self._held = generation, asked_at
        return ours


class SteadyConsumer(Consumer):  # type: ignore[misc]
    """Loses no record to a rebalance, and hands a record over at once where there is room for it."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._no_fetch = asyncio.Event()
        self._no_fetch.set()
        self._pressures: dict[Any, tuple[Any, Any]] = {}
        super().__init__(*arguments, **options)
        self._lease = Lease(self._ask_whose, self.app.conf.broker_session_timeout / 2)

    async def _getmany(self, *arguments: Any, **options: Any) -> Any:
        self._no_fetch.clear()
        try:
            return await super()._getmany(*arguments, **options)
        finally:
            self._no_fetch.set()

    async def perform_seek(self) -> None:
        """Seek every source partition to where the next worker should read; the flow is stopped from here on."""
        self.stop_flow()
        await self._no_fetch.wait()   # at most the second that a fetch may take
        await super().perform_seek()
        unread = [tp for tp in self.assignment() if not self._is_changelog_tp(tp) and not self._read_offset[tp]]
        if unread:
            await self._thread.call_thread(self._thread.to_beginning, unread)

    async def still_ours(self, generation: int, *, surely: bool = False) -> bool:
        """Whether the partitions of this generation are still ours; waits while the broker does not answer.
        surely: ask now, however short ago the last answer was."""
        return await self._lease.holds(generation, surely)

    async def _ask_whose(self, generation: int) -> bool:
        while True:
            ours: bool | None = await self._thread.call_thread(self._thread.still_member, generation)
            if ours is not None:
                return ours
            await asyncio.sleep(_ASKING_AGAIN)   # not in the consumer's thread: with two waits it does nothing else

    def on_buffer_drop(self, tp: Any) -> None:
        """A queue has room again: Faust would fetch even from a partition that recovery has paused."""
        if tp in self._paused_partitions:
            self._buffered_partitions.discard(tp)
        else:
            super().on_buffer_drop(tp)

    async def getmany(self, *arguments: Any, **options: Any) -> Any:
        """Faust's own, but for the records that can be handed over at once: those are not handed out here."""
        handed = 0
        async for tp, message in super().getmany(*arguments, **options):
            if not self._hand_over(tp, message):
                yield tp, message
            elif (handed := handed + 1) % _AT_ONCE == 0:
                await asyncio.sleep(0)

    def _hand_over(self, tp: Any, message: Any) -> bool:
        """Put a record into its agent's queue, as Faust would, if nothing has to be awaited or looked into."""
        topics, last = self.app.topics, self._read_offset[tp]
        channels = topics._tp_index.get(tp, ())
        if tp.topic not in topics.acking_topics or len(channels) != 1 or not self.app.flow_control.is_active():
            return False
        if last and not 0 <= message.offset - last <= 1:
            return False
        [channel] = channels
        if channel.queue.full():
            return False
        message.incref(1)
        event = self.app.create_event(message.key, message.value, message.headers, message)
        full, drop = self._pressure(ensure_TP(tp))   # the client's own is of another class, though equal
        channel.queue.put_nowait_enhanced(event, on_pressure_high=full, on_pressure_drop=drop)
        self._read_offset[tp] = message.offset
        return True

    def _pressure(self, tp: Any) -> tuple[Any, Any]:
        """What a queue calls when it is nearly full and when it has room again; it knows them by identity."""
        if tp not in self._pressures:
            self._pressures[tp] = partial(self.on_buffer_full, tp), partial(self.on_buffer_drop, tp)
        return self._pressures[tp]

    def _new_consumer_thread(self) -> _Thread:
        return _Thread(self, loop=self.loop, beacon=self.beacon)


class _Thread(AIOKafkaConsumerThread):  # type: ignore[misc]
    async def to_beginning(self, partitions: Any) -> None:
        with suppress(IllegalStateError):   # taken away meanwhile: the rebalance that took them ends in a seek
            await self._ensure_consumer().seek_to_beginning(*map(ensure_aiokafka_TP, partitions))

    async def still_member(self, generation: int) -> bool | None:
        return await member(self._ensure_consumer()._coordinator, generation)


async def member(coordinator: Any, generation: int) -> bool | None:
    """Whether this generation of the group still has us; None when the broker does not answer.

    The broker that knows the group is looked up here as well: the client's own look-up waits, in a rebalance,
    for our agents to finish, and they may be waiting for this answer."""
    if coordinator.generation != generation:
        return False
    if coordinator.coordinator_id is None:
        with suppress(TimeoutError, KafkaError):
            async with asyncio.timeout(_LOOKING_UP):
                await coordinator.ensure_coordinator_known()
    if await coordinator._do_heartbeat():
        return True
    return None if coordinator.generation == generation else False


class PatientProducer(Producer):  # type: ignore[misc]
    def _new_producer(self, *arguments: Any, **options: Any) -> aiokafka.AIOKafkaProducer:
        producer = super()._new_producer(*arguments, **options)
        be_patient(producer.client)
        return producer


def be_patient(client: Any, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Make a Kafka client pause after asking in vain where the brokers are. With records to send it asks again
    at once: thousands of times a second, each time with a line in the log, for as long as no broker is there."""
    ask = client._metadata_update

    async def ask_patiently(*arguments: Any) -> bool:
        told: bool = await ask(*arguments)
        if not told:
            await pause(_ASKING_AGAIN)
        return told

    client._metadata_update = ask_patiently


class SteadyTransport(Transport):  # type: ignore[misc]
    Consumer = SteadyConsumer
    Producer = PatientProducer


class _ShortFetchThread(_Thread):
    def _create_worker_consumer(self, transport: Any) -> aiokafka.AIOKafkaConsumer:
        consumer = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = EMBEDDED_FETCH_WAIT_MS
        return consumer


class _ShortFetchConsumer(SteadyConsumer):
    def _new_consumer_thread(self) -> _ShortFetchThread:
        return _ShortFetchThread(self, loop=self.loop, beacon=self.beacon)


class EmbeddedTransport(SteadyTransport):
    Consumer = _ShortFetchConsumer
