"""Mission hosts: a mission flows in, the country that its troops stand in flows out.

"UNIFIL has 10,500 peacekeepers" need not say that they are in Lebanon: the mandate does.
"""

from __future__ import annotations

from functools import cache

from agents.extract.sides.parties import party
from agents.extract.words.lexicon import rows
from schemas.party import Party


def host_of(mission: Party) -> Party | None:
    """None for whoever is no mission, or one that has stood in several countries."""
    host = _hosts().get(mission.id)
    return party(host) if host is not None else None


def home_of(group: Party) -> str | None:
    """The id of the state or region from whose soil that group makes war on another; None for all others."""
    return _homes().get(group.id)


def is_home(state: Party) -> bool:
    """Whether groups make war on others from there."""
    return state.id in _homes().values()


@cache
def _homes() -> dict[str, str]:
    return {row["group"]: row["home"] for row in rows("group_homes")}


@cache
def _hosts() -> dict[str, str]:
    return {row["mission"]: row["host"] for row in rows("mission_hosts")}
