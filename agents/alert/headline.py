"""The headline of an alert: one plain English line made from the figure's fields alone.

In: the figure and what was held before. Out: "North Korea has sent about 11,000 soldiers to
Russia, says South Korea's Joint Chiefs of Staff; up to 12,000 said earlier".
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from schemas.alert import AlertKind
from schemas.errors import InvalidLexicon
from schemas.figure import Figure

MOST_EARLIER = 3
"""Earlier numbers named in a headline: more would not fit a line; the alert has them all."""

_STANCES = {
    "asserted": "", "denied": "denied: ", "possible": "possibly: ", "planned": "planned: ",
}

_KINDS: dict[AlertKind, str] = {"corrected": "corrected: ", "retracted": "taken back: "}


def headline(kind: AlertKind, figure: Figure, earlier: tuple[Figure, ...]) -> str:
    """One line, without a full stop."""
    line = _KINDS.get(kind, "") + _STANCES[figure.stance] + _what_happened(figure)
    if figure.claimant:
        line += f", says {_within_a_sentence(figure.claimant)}"
    if earlier:
        amounts = list(dict.fromkeys(_bare(held.amount) for held in reversed(earlier)))[:MOST_EARLIER]
        line += f"; {_listed(amounts)} said earlier"
    return line[:1].upper() + line[1:]


def _what_happened(figure: Figure) -> str:
    what = f"{figure.amount} {figure.noun}"
    templates = _templates()[figure.status]
    party = figure.party.name if figure.party else None
    other = figure.counterparty.name if figure.counterparty else None
    if party and party.casefold() in figure.noun.casefold() and templates["with_party"].startswith("{what} of"):
        party = None   # "4,000 North Korean soldiers killed" says whose they were
    return (
        templates["with_party" if party else "without"].format(what=what, party=party)
        + (templates["other"].format(other=other) if other else "")
    )


def _within_a_sentence(claimant: str) -> str:
    return claimant[:1].lower() + claimant[1:] if claimant.split(" ", 1)[0] in ("The", "A", "An", "Its") else claimant


def _bare(amount: str) -> str:
    return amount.removesuffix(" of")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


@cache
def _templates() -> dict[str, dict[str, str]]:
    name = "headlines.csv"
    text = files("agents.alert").joinpath("data", name).read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    for number, row in enumerate(rows, start=2):
        if not row["reason"] or "{what}" not in row["with_party"] or "{what}" not in row["without"]:
            raise InvalidLexicon(name, number, "needs {what} in both wordings, and a reason")
    return {row["status"]: row for row in rows}
