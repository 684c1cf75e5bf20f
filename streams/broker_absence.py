"""What replay and subscribe say when the broker or the topic is not there."""

from __future__ import annotations

from schemas.errors import NotAvailable


def no_broker(bootstrap: str, error: Exception) -> NotAvailable:
    return NotAvailable(
        f"no Kafka broker answered at {bootstrap}: {error}",
        "start one with `tallywire broker`, or set TALLYWIRE_BROKER (and TALLYWIRE_BROKER_SECURITY, where it asks "
        "for TLS or a password)",
    )


def no_topic(bootstrap: str, topic: str) -> NotAvailable:
    return NotAvailable(
        f"the broker at {bootstrap} shows no topic {topic}",
        "create it with `tallywire topics --create`, or ask for the right to use it",
    )
