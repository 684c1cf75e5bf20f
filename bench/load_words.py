"""The words of the load, in our own making: what civil news is said with, and how figures are told.

bench/load.py puts them together; plain words are in load_words.txt. None of the nouns is a weapon, and
none of the civil sentences counts soldiers: most of the world's news holds no figure of ours.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final


@cache
def plain_words(kind: str) -> tuple[str, ...]:
    """adjectives, nouns or verbs: the line of load_words.txt that begins so."""
    lines = Path(__file__).with_suffix(".txt").read_text().splitlines()
    return next(tuple(line.split()[1:]) for line in lines if line.startswith(f"{kind} "))


SYLLABLES: Final = tuple(head + tail for head in "bdfghjklmnprstvz" for tail in ("a", "e", "i", "or", "un", "al"))

TIMES: Final = (
    "on Monday", "on Tuesday", "late on Wednesday", "on Thursday morning", "on Friday", "at the weekend",
    "earlier this month", "last year", "after a long night", "before the holidays", "for the first time since spring",
    "within hours", "in the afternoon", "this week", "at the end of the quarter", "by the close of trade",
)
ENDINGS: Final = (
    "according to two people who know of it", "a spokeswoman said", "residents said", "the company wrote",
    "as expected", "to nobody's surprise", "despite the rain", "the newspaper reported", "analysts said",
    "without giving a reason", "its chairman told reporters", "as the crowd looked on", "the court heard",
)
CIVIL: Final = (
    "the {a} {n} in {p} {v} the {b} {m} {t}, {e}.",
    "{p}, a {a} {n} who {v} the {m} {t}, said the {o} of {q} was {b}.",
    "in {p} the {n} {v} a {a} {m} and {w} the {o} {t}.",
    "\"we never {v} the {n},\" said {p} {q}, who {w} the {a} {m} in {year}.",
    "the {n} rose {k} percent {t} after the {a} {m} {v} the {b} {o}.",
    "nobody at the {a} {n} of {p} would say why the {m} {v} the {o}, {e}.",
    "the {m} of {p} cost ${k} million when {q} {v} it in {year}, {e}.",
    "what the {a} {n} {v} {t} was not the {m} but the {b} {o} near {p}.",
    "{p} {v} {q} {t} over the {a} {n}, and the {m} {w} both, {e}.",
    "as the {n} {v} the {m}, the {a} {o} of {p} waited {t} for a {b} answer.",
    "there is a {a} {n} behind every {b} {m}, wrote {p} {q}, {e}.",
    "the {a} {n} and the {b} {m} {v} {p} {t}.",
    "for {k} days the {n} of {p} {v} its {a} {m}; then {q} {w} the {o}.",
    "{e}, the {n} {v} the {m} in {p}, and a {a} {o} {w} the rest.",
    "her {n} {v} a {a} {m} near {p}, but the {o} of {q} {w} it {t}.",
    "few in {p} remember the {a} {n} that {v} the {m} {t}.",
)

ARMIES: Final = (
    "Russia", "Ukraine", "North Korea", "Israel", "Iran", "Turkey", "Sudan", "Rwanda", "Uganda", "Ethiopia",
    "Eritrea", "India", "Pakistan", "Poland", "Estonia", "Germany", "France", "Britain", "Egypt", "Mali", "Chad",
    "Colombia", "Myanmar", "Yemen", "Syria", "Lebanon", "Armenia", "Azerbaijan", "Japan", "Australia",
)
COUNTED: Final = (
    "soldiers", "troops", "tanks", "howitzers", "drones", "missiles", "rockets", "armoured vehicles", "helicopters",
    "fighter jets", "mortars", "artillery shells", "patrol boats", "rifles", "reservists", "marines",
)
SAYERS: Final = (
    "the defence ministry said", "a military spokesman said", "two diplomats said", "the General Staff said",
    "a government official told reporters", "the army said in a statement", "a monitoring group reported",
)
FIGURES: Final = (
    "{here} has sent {count} {thing} to {there}, {who} {t}.",
    "{here} will deliver {count} {thing} to {there} by the summer, {who}.",
    "{count} {thing} from {here} were destroyed near the border with {there}, {who}.",
    "{here} has {count} {thing} in {there}, {who} {t}.",
    "{here} withdrew {count} {thing} from {there} {t}, {who}.",
    "Officials in {here} said {count} {thing} had been pledged to {there}.",
    "{here} lost {count} {thing} in fighting against {there}, {who}.",
    "{here} produced {count} {thing} {t}, {who}.",
)
QUALIFIED: Final = ("{:,}", "{:,}", "about {:,}", "at least {:,}", "up to {:,}", "more than {:,}", "nearly {:,}")
OUTLETS: Final = (
    "North Desk", "Harbour Wire", "The Daily Ledger", "Capital Agency", "Morning Post-Herald", "Radio Delta",
    "Lowland Press", "The Evening Bell", "Meridian News", "Station Six",
)
