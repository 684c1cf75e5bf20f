"""How well figures were read, against labelled paragraphs.

In: labelled paragraphs (one JSON object a line: id, title, published_at, text, figures) and the
reader. Out: precision, recall, F1, and for each field how often it was right among the figures that
were found. A figure is found when a label of the same paragraph has the same category and the same
numbers or vague class. Labels marked "unsure" neither earn nor cost.

    python -m tests.golden.scoring            prints the table, for each file and for all
    python -m tests.golden.scoring --misses   also what was missed, what was false
    python -m tests.golden.scoring --raise    writes the floors up to what was reached
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agents.extract.figures import read_figures
from agents.split.agent import paragraphs_of
from schemas.figure import Figure
from streams.codecs import article_of

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"

ALIKE = ({"present", "mobilised", "other"}, {"sent", "pledged"}, {"destroyed", "killed"}, {"launched", "other"},
         {"killed_or_wounded", "killed"})
"""Statuses that two careful readers do not tell apart reliably."""

NAMES = {"us": "united states", "u.s.": "united states", "uk": "united kingdom", "britain": "united kingdom",
         "gaza": "hamas", "ussr": "soviet union"}

FIELDS = ("bounds", "item", "status", "party", "counterparty", "increment", "claimant")

Label = dict[str, Any]


@dataclass
class Score:
    """Counts over labelled paragraphs; `right` by field, of those found."""

    found: int = 0
    missed: int = 0
    false: int = 0
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    falses: list[str] = field(default_factory=list)

    def rates(self) -> dict[str, float]:
        precision = self.found / max(1, self.found + self.false)
        recall = self.found / max(1, self.found + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        fields = {name: self.right[name] / max(1, self.found) for name in FIELDS}
        return {"precision": precision, "recall": recall, "f1": f1, **fields}

    def add(self, other: Score) -> None:
        self.found += other.found
        self.missed += other.missed
        self.false += other.false
        self.right += other.right
        self.misses += other.misses
        self.falses += other.falses


def score_file(path: Path) -> Score:
    total = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        total.add(score_paragraph(json.loads(line)))
    return total


def score_paragraph(labelled: dict[str, Any]) -> Score:
    """One paragraph, read as an article of its own."""
    return compare(labelled["id"], labelled["figures"], read(labelled))


def compare(name: str, labels: Iterable[Label], figures: list[Figure]) -> Score:
    score = Score()
    pairs, rest = paired(labels, figures)
    for label, best in pairs:
        if label.get("unsure"):
            continue
        if best is None:
            score.missed += 1
            score.misses.append(f"{name}: {label['quote']}")
        else:
            score.found += 1
            score.right.update(field for field in FIELDS if agrees(field, label, best))
    score.false += len(rest)
    score.falses += [f"{name}: {one.quote}" for one in rest]
    return score


def paired(
    labels: Iterable[Label], figures: Iterable[Figure]
) -> tuple[list[tuple[Label, Figure | None]], list[Figure]]:
    """Each label with the figure that reads it, sure labels first; and the figures that no label has."""
    pairs: list[tuple[Label, Figure | None]] = []
    rest = list(figures)
    for label in sorted(labels, key=lambda one: bool(one.get("unsure"))):
        same = [one for one in rest if _numbers(one.category, one.low, one.high, one.vague) == _of_label(label)]
        best = max(same, key=lambda one: sum(agrees(name, label, one) for name in FIELDS), default=None)
        if best is not None:
            rest.remove(best)
        pairs.append((label, best))
    return pairs, rest


def agrees(name: str, label: Label, figure: Figure) -> bool:
    """Whether a field of the figure says what the label says; "?" is a label for anything."""
    if label.get(name) == "?":
        return True
    match name:
        case "bounds":
            return (label["low"], label["high"]) == (figure.low, figure.high)
        case "item":
            return bool(_words(label["item"]) & (_words(figure.item) | _words(figure.item_text)))
        case "status":
            both = {str(label["status"]), str(figure.status)}
            return len(both) == 1 or any(both <= alike for alike in ALIKE)
        case "party":
            return _same_name(label["party"], figure.party.name if figure.party else None)
        case "counterparty":
            return _same_name(label["counterparty"], figure.counterparty.name if figure.counterparty else None)
        case "increment":
            return bool(label["increment"]) == figure.increment
        case _:
            said, got = _words(label["claimant"]), _words(figure.claimant)
            return bool(said & got - {"the", "of", "a"}) or not (said or got)


def read(labelled: dict[str, Any]) -> list[Figure]:
    """The figures of a labelled paragraph, or of any with its text, title and date."""
    article = article_of({
        "id": labelled["id"], "title": labelled.get("title") or "", "body": labelled["text"],
        "published_at": labelled.get("published_at"), "source": labelled.get("corpus", ""),
    })
    readings = read_figures(paragraphs_of(article), article.published_at, article.title)
    return [reading.figure for reading in readings]


def _of_label(label: Label) -> tuple[object, ...]:
    return _numbers(label["category"], label["low"], label["high"], label.get("vague"))


def _numbers(category: str, low: int | None, high: int | None, vague: str | None) -> tuple[object, ...]:
    numbers = tuple(sorted({end for end in (low, high) if end is not None}))
    return category, numbers or vague


def _words(text: object) -> set[str]:
    found = re.findall(r"[a-z0-9-]+", str(text or "").casefold().replace("_", " "))
    return {re.sub(r"ies$", "y", word).rstrip("s") for word in found}


def _same_name(label: str | None, got: str | None) -> bool:
    one, other = (_plain(name) for name in (label, got))
    return one == other or bool(one and other and (one in other or other in one))


def _plain(name: str | None) -> str:
    plain = re.sub(r"^(the|a|an)\s+", "", (name or "").strip().casefold())
    return NAMES.get(plain, plain)


def floors() -> dict[str, dict[str, float]]:
    held: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return held


def floor_of(rate: float) -> float:
    """Three places, rounded down."""
    return int(rate * 1000) / 1000


def main(arguments: list[str]) -> None:
    reached = {}
    for path in sorted(HERE.glob("*.jsonl")):
        score = score_file(path)
        reached[path.stem] = score.rates()
        print(path.stem, " ".join(f"{name} {rate:.3f}" for name, rate in score.rates().items()))
        if "--misses" in arguments:
            print(*(f"  missed {miss}" for miss in score.misses), sep="\n")
            print(*(f"  false  {one}" for one in score.falses), sep="\n")
    if "--raise" in arguments:
        held = floors() if FLOORS.exists() else {}
        raised = {
            file: {name: max(held.get(file, {}).get(name, 0.0), floor_of(rate)) for name, rate in rates.items()}
            for file, rates in reached.items()
        }
        FLOORS.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
