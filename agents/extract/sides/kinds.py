"""Kinds: a party flows in, whether it is a state, an armed group or a mere region flows out."""

from __future__ import annotations

from functools import cache

from agents.extract.words.lexicon import rows
from schemas.party import Party


def is_state(one: Party) -> bool:
    return _kinds().get(one.id) in ("state", "former state")


def is_group(one: Party) -> bool:
    return _kinds().get(one.id) == "group"


def is_alliance(one: Party) -> bool:
    """A pact or a mission of several states."""
    return _kinds().get(one.id) == "alliance"


def is_region(one: Party) -> bool:
    return _kinds().get(one.id) == "region"


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in rows("parties")}
