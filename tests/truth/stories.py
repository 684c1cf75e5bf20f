"""Stories: a seeded archive of wire articles, and the alerts that must come of it.

    python -m tests.truth.stories --seed 7 --articles 300 > archive.jsonl
    python -m tests.truth.stories --seed 7 --articles 300 --plan > plan.jsonl

In: a seed and about how many articles. Out: records (key, bytes) in the order of the log, and the
truth about them: the alerts expected, in the order of the articles that raise them, and how many records
must be rejected. The truth comes from the plan (plan.py); none of the code under test is asked. The
same seed and size give the same bytes, whatever the machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from tests.truth import scenarios, versions
from tests.truth.copy import Draft
from tests.truth.desk import Desk
from tests.truth.plan import Expected, Plan
from tests.truth.scenarios import Scenario

SCENARIOS: tuple[Scenario, ...] = (
    scenarios.told_once, scenarios.several_figures, scenarios.syndicated,
    scenarios.near_copy_with_another_number, scenarios.revised, scenarios.contradicted, scenarios.confirmed,
    scenarios.nobody_named, scenarios.nobody_named_and_copied, scenarios.crowded, scenarios.late_arrival,
    scenarios.undated, scenarios.rounded, scenarios.vague, scenarios.repeated_within_memory,
    scenarios.repeated_after_it_was_forgotten, scenarios.copied_after_it_was_forgotten,
    scenarios.edited_after_it_was_forgotten,
    scenarios.published_again, scenarios.no_figures, scenarios.malformed, versions.corrected,
    versions.corrected_while_another_says_the_old_number, versions.corrected_while_a_copy_says_the_old_number,
    versions.corrected_to_what_another_says, versions.confirmation_corrected, versions.everybody_takes_it_back,
    versions.reworded, versions.canceled, versions.dropped, versions.canceled_while_another_says_it,
    versions.copy_canceled, versions.corrected_then_canceled, versions.canceled_then_told_again,
    versions.older_version_last, versions.figure_added,
)


@dataclass(frozen=True, slots=True)
class Record:
    """One record of the articles topic."""

    key: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Truth:
    """An archive and what must come of it. drafts: the articles in it, well-formed ones only. told: the scenarios
    in it, for whoever reads about a failing seed."""

    seed: int
    records: Sequence[Record]
    alerts: Sequence[Expected]
    rejections: int
    drafts: Sequence[Draft]
    told: Sequence[str]

    @property
    def bodies(self) -> Mapping[tuple[str, int], str]:
        """By article and version, to check quotes against."""
        return {(draft.id, draft.version): draft.body for draft in self.drafts}


def generate(seed: int, articles: int, among: Sequence[Scenario] = SCENARIOS) -> Truth:
    """At least so many articles: whole stories, every scenario in turn before any comes again."""
    desk = Desk(seed)
    told: list[str] = []
    waiting: list[Scenario] = []
    while len(desk.filed) < articles:
        if not waiting:
            waiting = list(among)
            desk.rng.shuffle(waiting)
        scenario = waiting.pop()
        told.append(scenario.__name__)
        scenario(desk)
    records, alerts, drafts, rejections, plan = [], [], [], 0, Plan()
    for filed in desk.in_order():
        if isinstance(filed, Draft):
            records.append(Record(filed.id.encode(), filed.record()))
            alerts.extend(plan.read(filed.told))
            drafts.append(filed)
        else:
            records.append(Record(b"", filed.value))
            rejections += 1
    return Truth(seed, records, alerts, rejections, drafts, told)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description="Print an archive of wire articles, or the alerts due.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--plan", action="store_true", help="the alerts expected, and the totals in a last line")
    options = parser.parse_args(arguments)
    truth = generate(options.seed, options.articles)
    out = sys.stdout.buffer
    if not options.plan:
        for record in truth.records:
            out.write(record.value + b"\n")
        return
    for alert in truth.alerts:
        out.write(json.dumps({"type": "expected", **asdict(alert)}).encode() + b"\n")
    totals = {"type": "totals", "records": len(truth.records), "alerts": len(truth.alerts),
              "rejections": truth.rejections}
    out.write(json.dumps(totals).encode() + b"\n")


if __name__ == "__main__":
    main()
