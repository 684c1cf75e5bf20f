"""Batches: the records that are at hand, several together, so that they share one wait for acknowledgements.

In: the stream that Faust gives an agent. Out: lists of its events. Only the first of a batch is waited
for; the others are taken from the agent's queue as they lie there, which also spares Faust's cost for
each. Acknowledging is left to the caller, who must do it in the order given: Faust commits up to the
first gap (../shared/FAUST.md on `noack`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any


async def batches(stream: Any, most: int) -> AsyncIterator[list[Any]]:
    """Up to `most` events together, never waiting for more while holding some: a rebalance waits for us."""
    stream = stream.noack()
    app, queue = stream.app, stream.channel.queue
    async for event in stream.events():
        batch = [event]
        while len(batch) < most and _at_hand(app, queue):
            batch.append(_take(app, queue))
        yield batch


def _at_hand(app: Any, queue: Any) -> bool:
    """Whether an event lies there that is still ours: none that a rebalance has made somebody else's."""
    return (
        bool(queue._queue)
        and app.flow_control.is_active()
        and queue._queue[0].message.generation_id == app.consumer_generation_id
    )


def _take(app: Any, queue: Any) -> Any:
    """As Faust's stream does it: from here on the event counts as in flight."""
    event = queue.get_nowait()
    message = event.message
    if message.topic in app.topics.acking_topics and not message.tracked:
        message.tracked = True
        app.consumer.track_message(message)
    return event
