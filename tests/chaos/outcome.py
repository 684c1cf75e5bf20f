"""What came of one fault: counts, what the checker found, and the line that says so.

In: reports and problems. Out: one line for people, and whether all was well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.truth.checker import Report

_NAMED = frozenset({"lost", "doubled", "slack_lost", "slack_too_often"})
"""Faults that `lost` and `doubled` of the line hold."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One prefix, judged. repeats: of alerts, dropped by a subscriber. problems: all that the checker does not see."""

    articles: int
    rejected: int
    expected: int
    report: Report
    problems: list[str]
    samples: int


@dataclass(slots=True)
class Outcome:
    """done: what was done, as it stands in the line: kills 50. seen: what else is worth counting."""

    name: str
    seconds: float = 0.0
    done: Mapping[str, object] = field(default_factory=dict)
    seen: Mapping[str, object] = field(default_factory=dict)
    judged: Sequence[Judged] = ()
    problems: Sequence[str] = ()
    left_out: str | None = None

    @property
    def lost(self) -> int:
        return sum(len(one.report.lost) + len(one.report.slack_lost) for one in self.judged)

    @property
    def doubled(self) -> int:
        return sum(len(one.report.doubled) + len(one.report.slack_too_often) for one in self.judged)

    @property
    def well(self) -> bool:
        return not self.problems and all(one.report.fine and not one.problems for one in self.judged)

    def line(self) -> str:
        if self.left_out:
            return f"{self.name:<14}left out: {self.left_out}"
        reports = [one.report for one in self.judged]
        wrong = Counter(
            {name: sum(len(report.faults[name]) for report in reports) for name in Report().faults.keys() - _NAMED}
        )
        published = sum(report.alerts - len(report.foreign) - len(report.doubled) for report in reports)
        told = {
            **self.done,
            "articles": sum(one.articles for one in self.judged),
            "rejected": sum(one.rejected for one in self.judged),
            "alerts": f"{published} of {sum(one.expected for one in self.judged)}",
            "repeats": sum(report.repeats for report in reports),
            **self.seen,
            "samples": sum(one.samples for one in self.judged),
            "lost": self.lost, "doubled": self.doubled,
            **{name: count for name, count in sorted(wrong.items()) if count},
            "problems": len(self.problems) + sum(len(one.problems) for one in self.judged),
        }
        said = "  ".join(
            f"{name} {value}" for name, value in told.items() if value or name not in ("samples", "problems")
        )
        return f"{self.name:<14}{said}  {self.seconds:.0f} s"

    def cases(self) -> list[str]:
        """What is wrong, one line each."""
        found = list(self.problems)
        for one in self.judged:
            found += one.problems
            found += [f"{name}: {case}" for name, cases in one.report.faults.items() for case in cases]
        return found
