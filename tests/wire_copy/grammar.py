"""Wire copy made by rule: templates and word lists flow in, sentences with their labels flow out.

A labelled paragraph tells that something was misread; a made sentence tells which part of it is to blame, as every
other part has been read right elsewhere. Deterministic: the same seed makes the same sentences.

A template, a line of templates/*.txt, is a clause and the labels of its figures:

    @war                                                    the relations of relations.csv that the lines below take
    {A} {lost|has lost} {n.people} in {town} => n killed_or_wounded A B
    {B.army} shot down {n.shot} and {m.air} => n intercepted A B; m destroyed A B

{A} {B} the two sides as a sentence names them, {A.adj} {A.army} {A.capital} their columns of sides.csv; {town};
{x|y|} one of them, or nothing; {n.CLASS} {m.CLASS} {k.CLASS} a number and a noun of that class of nouns.csv,
{n.CLASS@B} one that suits B's kind; {n} {m} {k} a number alone; {n#CLASS} the noun alone. "[...] " before the clause is
a title. A clause may be several sentences. After => for each number: status, party, counterparty ("-" for none, "?" for
anything), "more" for an increment, "by S" when the template names its claimant itself ("by -": nobody): then no speaker
is put around it. Lines that start with # are remarks.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

NUMBERS: tuple[tuple[str, int | None, int | None, str | None], ...] = (
    ("300", 300, 300, None), ("1,200", 1200, 1200, None), ("14", 14, 14, None), ("40,000", 40_000, 40_000, None),
    ("three", 3, 3, None), ("seventeen", 17, 17, None), ("two dozen", 24, 24, None), ("some 35", 35, 35, None),
    ("about 2,500", 2500, 2500, None), ("nearly 90", 90, 90, None), ("more than 60", 60, None, None),
    ("at least 25", 25, None, None), ("over 800", 800, None, None), ("up to 150", None, 150, None),
    ("between 20 and 26", 20, 26, None), ("8,000 to 9,000", 8000, 9000, None), ("dozens of", None, None, "dozens"),
    ("hundreds of", None, None, "hundreds"), ("as many as 70", None, 70, None), ("around 450", 450, 450, None),
)  # fmt: skip
"""As printed; low, high, vague."""

WHEN = ("", "", "", " on Tuesday", " overnight", " in March", " last week", " since the start of the year",
        " on November 5", " over the past two days")  # fmt: skip

_SLOT = re.compile(r"\{([^{}]*)\}")


class Made(NamedTuple):
    """parts: which template, words and speaker it was made of, to find what misread sentences have in common."""

    title: str
    text: str
    published_at: str
    labels: list[dict[str, Any]]
    parts: dict[str, str]


class Template(NamedTuple):
    place: str  # file:line
    relation: str
    clause: str
    labels: str


@cache
def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def lines_of(name: str) -> list[str]:
    return [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def templates(*names: str) -> Iterator[Template]:
    """Those of the files named, without ".txt"; of all files where none is."""
    for path in sorted((HERE / "templates").glob("*.txt")):
        relation = "war"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("@"):
                relation = line[1:].strip()
            elif line and line[0] != "#" and (not names or path.stem in names):
                clause, found, labels = line.partition("=>")
                if not found:
                    raise ValueError(f"{path.name}:{number}: no '=>' between clause and labels")
                yield Template(f"{path.stem}:{number}", relation, clause.strip(), labels.strip())


def made(template: Template, dice: random.Random, plain: bool = False) -> Made:
    """One sentence. plain: the clause alone, with no speaker around it and no date behind it."""
    relation = dice.choice([row for row in rows("relations.csv") if row["kind"] == template.relation])
    sides = {row["name"]: row for row in rows("sides.csv")}
    both = {"A": sides[relation["a"]], "B": sides[relation["b"]]}
    parts = {"line": template.place, "relation": f"{relation['a']}/{relation['b']}"}
    numbers = dice.sample(NUMBERS, 3)
    counted: dict[str, dict[str, Any]] = {}

    def filled(slot: re.Match[str]) -> str:
        inside = slot[1]
        if "|" in inside:
            choice = dice.choice(inside.split("|"))
            parts[f"{template.place} choice {len(parts)}"] = choice
            return str(choice)
        if inside == "town":
            return str(relation["town"])
        head, _, column = inside.partition(".")
        if head in both:
            return str(both[head][column or "said"])
        head, noun_only, wanted = inside.partition("#") if "#" in inside else (head, "", column)
        wanted, _, side = wanted.partition("@")
        words, low, high, vague = numbers["nmk".index(head)]
        if not wanted and vague:  # "dozens of" needs its noun
            only = 22 + "nmk".index(head)
            words, low, high, vague = str(only), only, only, None
        label = counted.setdefault(head, {"low": low, "high": high, "vague": vague})
        if wanted:
            kind = both[side]["kind"] if side else "state"
            fitting = [row for row in rows("nouns.csv") if row["class"] == wanted and row["kind"] in (kind, "any")]
            noun = dice.choice(fitting or [row for row in rows("nouns.csv") if row["class"] == wanted])
            label |= {"category": noun["category"], "item": noun["item"]}
            parts[f"noun {head}"] = noun["words"]
            if noun_only:
                return str(noun["words"])
            parts[f"number {head}"] = words
            return f"{words} {noun['words']}"
        parts[f"number {head}"] = words
        return words

    clause = template.clause
    while _SLOT.search(clause):
        clause = _SLOT.sub(filled, clause, count=1)
    clause = re.sub(r" +([,.;])", r"\1", re.sub(r" +", " ", clause)).strip()
    title, clause = re.fullmatch(r"(?:\[([^]]*)\] )?(.*)", clause).groups("")  # type: ignore[union-attr]
    speaker, named = None, re.search(r"\bby (.+)$", template.labels)
    if named:
        speaker = named[1]
        while _SLOT.search(speaker):
            speaker = _SLOT.sub(filled, speaker, count=1)
        speaker = None if speaker == "-" else speaker
    elif not plain:
        if not clause.endswith((".", '"')):
            clause += dice.choice(WHEN)
        clause, speaker = _said(clause, dice, both, parts)
    text = clause[0].upper() + clause[1:] + ("" if clause.endswith((".", '"')) else ".")
    labels = [_label(words, counted, both, speaker) for words in re.sub(r"\bby .+$", "", template.labels).split(";")]
    return Made(title, text, f"{relation['date']}T00:00:00Z", labels, parts)


def _said(
    clause: str, dice: random.Random, both: dict[str, dict[str, str]], parts: dict[str, str]
) -> tuple[str, str | None]:
    frame, speaker = dice.choice(lines_of("says.txt")), dice.choice(lines_of("speakers.txt"))
    if ". " in clause or dice.random() < 0.4:
        frame = "{}"  # a speaker around one sentence only
    side = "B" if "{B" in speaker else "A"
    if both[side]["kind"] == "group" and "{" in speaker:
        speaker = dice.choice(["a spokesman for {" + side + "}", "{" + side + "}'s spokesman"])
    speaker = re.sub(r"\{([AB])\.?(\w*)\}", lambda slot: both[slot[1]][slot[2] or "said"], speaker)
    parts["frame"] = frame
    if "{S}" not in frame:
        return clause, None
    parts["speaker"] = speaker
    if not frame.startswith(("{}", '"{}')):
        speaker = speaker if frame.index("{S}") < frame.index("{}") else speaker.rstrip(",")
    else:
        speaker = speaker.rstrip(",")
    small = clause if clause[0].isupper() else clause[0].lower() + clause[1:]
    inside = small[0].upper() + small[1:] if frame.startswith(('"{}', "{}")) else small
    told = frame.replace("{S}", speaker).replace("{}", inside)
    if speaker.endswith(",") and ",," in told:
        told = told.replace(",,", ",")
    return told[0].upper() + told[1:], speaker.strip(",")


def _label(
    words: str, counted: dict[str, dict[str, Any]], both: dict[str, dict[str, str]], speaker: str | None
) -> dict[str, Any]:
    name, status, party, counterparty, *rest = words.split()
    side = {"A": both["A"]["name"], "B": both["B"]["name"], "-": None, "?": "?"}
    first = next((one for one in counted.values() if "category" in one), {})
    label = {"category": "troops", "item": "soldier casualty killed wounded dead man"} | first | counted[name]
    return label | {
        "status": status,
        "party": side[party],
        "counterparty": side[counterparty],
        "increment": "more" in rest,
        "quote": name,
        "claimant": speaker,
    }
