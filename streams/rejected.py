"""What was rejected, as `tallywire rejections` lists it: which stage, why, and where the record stood.

In: the rejections topic. Out: each Rejection once, oldest first, and a line about it for people.
Publishing them again is in streams/requeue.py.

Not guaranteed: that a record was never carried on. A rejection says that a stage failed on it; what
the stage passed on in its place (streams/pipeline.py, `instead`) may have been read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from schemas.rejection import Rejection
from streams.sieve import BadRecord, RejectionSieve
from streams.subscribe import Subscription, open_consumer
from streams.where import Where

LONGEST_REASON = 300
"""Characters of a reason in a line: it may quote the bad value, which may be the whole article."""


def read_rejections(
    bootstrap: str,
    topic: str,
    *,
    from_beginning: bool = True,
    until_idle: float | None = 2.0,
    where: Sequence[Where] = (),
    on_bad: Callable[[BadRecord], None] | None = None,
    client: Mapping[str, Any] | None = None,
) -> Subscription[Rejection]:
    """The rejections on the topic, as `subscribe` gives alerts. until_idle: seconds without a record
    after which to end; null waits for those to come. Raises NotAvailable without broker or topic."""
    consumer = open_consumer(bootstrap, topic, from_beginning=from_beginning, client=client)
    return Subscription(consumer, RejectionSieve(where, on_bad), until_idle)


def rejection_line(rejection: Rejection) -> str:
    """One line whatever the record held: strangers' control characters do not reach the terminal."""
    failure = rejection.failure
    reason = failure.reason if len(failure.reason) <= LONGEST_REASON else f"{failure.reason[:LONGEST_REASON]}..."
    said = (
        f"{rejection.topic}/{rejection.partition}/{rejection.offset}  {rejection.stage}  {failure.kind}  "
        f"{failure.path}: {reason}"
    )
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in said)
