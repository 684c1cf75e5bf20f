"""Party: a state, an alliance or an armed group."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """id: ISO 3166-1 alpha-3 for states, else an id of our registry (agents/extract). name: plain English."""

    id: str
    name: str
