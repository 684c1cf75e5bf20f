"""Transport: Faust's Kafka consumer, with two of its waits taken out.

In: records from the broker. Out: the same records in the agents' queues. For each record Faust makes
four tasks, to notice at once if a rebalance begins while it hands that record over; when there is room
for the record nothing waits, so there is nothing to notice.
And the embedded broker does not wake a waiting fetch, so that Faust's 1,500 ms would be a hop's latency.
"""

from __future__ import annotations

import asyncio
from typing import Any

import aiokafka
from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread, Consumer, Transport

EMBEDDED_FETCH_WAIT_MS = 20


class DirectConsumer(Consumer):  # type: ignore[misc]
    """Hands a record over at once where there is room for it."""

    async def wait_first(self, *waited: Any, **bounds: Any) -> Any:
        """Faust's own, but for a hand-over that cannot wait; its result is not asked for."""
        handing, *others = waited
        if bounds or not asyncio.iscoroutine(handing) or not self._open():
            return await super().wait_first(*waited, **bounds)
        for other in others:
            other.close()
        return await handing

    def _open(self) -> bool:
        if self.suspend_flow.is_set() or not self.app.flow_control.is_active() or self.should_stop:
            return False
        return not any(channel.queue.full() for channel in self.app.topics)


class DirectTransport(Transport):  # type: ignore[misc]
    Consumer = DirectConsumer


class _ShortFetchThread(AIOKafkaConsumerThread):  # type: ignore[misc]
    def _create_worker_consumer(self, transport: Any) -> aiokafka.AIOKafkaConsumer:
        consumer = super()._create_worker_consumer(transport)
        consumer._fetch_max_wait_ms = EMBEDDED_FETCH_WAIT_MS
        return consumer


class _ShortFetchConsumer(DirectConsumer):
    def _new_consumer_thread(self) -> _ShortFetchThread:
        return _ShortFetchThread(self, loop=self.loop, beacon=self.beacon)


class EmbeddedTransport(Transport):  # type: ignore[misc]
    Consumer = _ShortFetchConsumer
