"""The checker: whether what was published is what had to be published, once, and supported.

In: the truth, the alerts as they stand on the topic (raw, repeats and all), the alerts as a subscriber
got them, and, where there are any, Slack's log and the counts of records. Out: a report, whose first line
is `lost 0 doubled 0` when all is well. One function for the run in process and the run on Apache Kafka.

Alerts are told apart by claim, article and version: an article version raises at most one alert of a claim.
Their ids are the product's own business; here they only tie a taking-back to what it takes back.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from tests.truth.plan import Expected
from tests.truth.stories import Truth

Place = tuple[Any, ...]
"""claim, article id, version: what an alert is known by."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Records of the articles topic: read, carried through to the end, and rejected, each once."""

    read: int
    processed: int
    rejected: int


@dataclass(slots=True)
class Report:
    """What is wrong, one line a case. slack_twice is counted and no fault by itself; everything else is."""

    alerts: int = 0
    repeats: int = 0
    lost: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)
    disordered: list[str] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    miscounted: list[str] = field(default_factory=list)
    slack_lost: list[str] = field(default_factory=list)
    slack_foreign: list[str] = field(default_factory=list)
    slack_too_often: list[str] = field(default_factory=list)
    slack_twice: int = 0

    @property
    def faults(self) -> dict[str, list[str]]:
        return {name: value for name, value in asdict(self).items() if isinstance(value, list)}

    @property
    def fine(self) -> bool:
        return not any(self.faults.values())

    def line(self) -> str:
        """Counts only; `lost 0 doubled 0` first."""
        counts = " ".join(f"{name} {len(cases)}" for name, cases in self.faults.items())
        return f"{counts} (alerts {self.alerts}, repeats dropped {self.repeats}, slack twice {self.slack_twice})"

    def __str__(self) -> str:
        cases = [f"  {name}: {case}" for name, found in self.faults.items() for case in found]
        return "\n".join((self.line(), *cases))


def check(
    truth: Truth,
    published: Sequence[bytes],
    subscribed: Sequence[bytes],
    *,
    other_run: Sequence[bytes] | None = None,
    slack: Sequence[str] | None = None,
    slack_allowed: Mapping[str, int] | None = None,
    counts: Counts | None = None,
) -> Report:
    """Compare a run with the truth.

    published: values of the alerts topic, partition after partition, each in its order. subscribed: the
    same after a subscriber dropped repeats. other_run: the alerts of another run over the same records,
    which must be the same to the byte, whatever their order. slack: the alert_id of every message that
    Slack took, in order. slack_allowed: how often Slack may have seen an alert where a crash fell between its
    yes and our mark; left out, it may have seen any of them twice.
    """
    report = Report(alerts=len(subscribed), repeats=len(published) - len(subscribed))
    alerts = [json.loads(value) for value in subscribed]
    places = {alert["alert_id"]: _place(alert) for alert in map(json.loads, published)}
    _compare(report, truth, alerts, places)
    _check_spans(report, truth, alerts, places)
    _check_order(report, truth, published)
    _check_bytes(report, published, subscribed, other_run)
    if slack is not None:
        _check_slack(report, alerts, slack, slack_allowed)
    if counts is not None:
        _check_counts(report, truth, counts)
    return report


def _place(alert: Mapping[str, Any]) -> Place:
    figure, article = alert["figure"], alert["article"]
    claim = (
        figure["category"], figure["item"], figure["status"], (figure["party"] or {}).get("id"),
        (figure["counterparty"] or {}).get("id"), figure["increment"],
    )
    return (*claim, article["id"], article["version"])


def _place_expected(alert: Expected) -> Place:
    claim = alert.claim
    return (
        claim.category, claim.item, claim.status, claim.party, claim.counterparty, claim.increment,
        alert.article, alert.version,
    )


def _compare(
    report: Report, truth: Truth, alerts: Sequence[Mapping[str, Any]], places: Mapping[str, Place]
) -> None:
    expected = {_place_expected(alert): alert for alert in truth.alerts}
    seen: Counter[Place] = Counter()
    for alert in alerts:
        place = _place(alert)
        seen[place] += 1
        if place not in expected:
            report.foreign.append(f"{alert['kind']} {_named(place)}: {alert['headline']}")
        elif seen[place] > 1:
            report.doubled.append(f"{alert['kind']} {_named(place)}")
        elif (wanted := _content(expected[place])) != (got := _content_published(alert, places)):
            report.altered.append(f"{_named(place)}: wanted {wanted}, got {got}")
    for place, missing in expected.items():
        if not seen[place]:
            report.lost.append(f"{missing.kind} {_named(place)}")


def _content(alert: Expected) -> tuple[Any, ...]:
    return alert.kind, alert.number.bounds, list(alert.earlier), alert.takes_back


def _content_published(alert: Mapping[str, Any], places: Mapping[str, Place]) -> tuple[Any, ...]:
    taken = alert["takes_back"]
    back = None if taken is None else places.get(taken, (f"no alert {taken}",))[-2:]
    return alert["kind"], _bounds(alert["figure"]), [_bounds(figure) for figure in alert["earlier"]], back


def _bounds(figure: Mapping[str, Any]) -> tuple[int | None, int | None, str | None]:
    return figure["low"], figure["high"], figure["vague"]


def _check_spans(
    report: Report, truth: Truth, alerts: Iterable[Mapping[str, Any]], places: Mapping[str, Place]
) -> None:
    """The quote stands where it is said to stand: in the article's body, or, where a figure is retracted,
    in the version that was taken back."""
    bodies = truth.bodies
    for alert in alerts:
        place = _place(alert)
        if alert["kind"] == "retracted":
            place = places.get(alert["takes_back"], place)
        figure, body = alert["figure"], bodies.get(place[-2:], "")
        if not figure["quote"] or body[figure["start"] : figure["end"]] != figure["quote"]:
            report.unsupported.append(f"{_named(_place(alert))}: {figure['quote']!r}")
        elif figure["quote"] not in alert["sentence"] or alert["sentence"] not in body:
            report.unsupported.append(f"{_named(_place(alert))}: sentence {alert['sentence']!r}")


def _check_order(report: Report, truth: Truth, published: Sequence[bytes]) -> None:
    """The alerts of one claim first came in the order of the articles."""
    due = {_place_expected(alert): at for at, alert in enumerate(truth.alerts)}
    last: dict[Place, int] = {}
    for place in dict.fromkeys(_place(json.loads(value)) for value in published):
        if place in due:
            if due[place] < last.get(place[:-2], -1):
                report.disordered.append(_named(place))
            last[place[:-2]] = due[place]


def _check_bytes(
    report: Report, published: Sequence[bytes], subscribed: Sequence[bytes], other_run: Sequence[bytes] | None
) -> None:
    first: dict[str, bytes] = {}
    for value in published:
        known = first.setdefault(json.loads(value)["alert_id"], value)
        if known != value:
            report.differing.append(f"a repeat: {known!r} and {value!r}")
    if other_run is not None:
        here, there = set(subscribed), set(other_run)
        report.differing += [f"only in this run: {value!r}" for value in sorted(here - there)]
        report.differing += [f"only in the other run: {value!r}" for value in sorted(there - here)]


def _check_slack(
    report: Report, alerts: Sequence[Mapping[str, Any]], slack: Sequence[str], allowed: Mapping[str, int] | None
) -> None:
    times, ids = Counter(slack), {alert["alert_id"] for alert in alerts}
    report.slack_lost += sorted(ids - set(times))
    report.slack_foreign += sorted(set(times) - ids)
    report.slack_twice = sum(count > 1 for count in times.values())
    for alert_id, count in times.items():
        most = 2 if allowed is None else allowed.get(alert_id, 1)
        if count > most:
            report.slack_too_often.append(f"{alert_id}: {count} times, {most} allowed")


def _check_counts(report: Report, truth: Truth, counts: Counts) -> None:
    for name, wanted, got in (
        ("read", len(truth.records), counts.read),
        ("rejected", truth.rejections, counts.rejected),
        ("read = processed + rejected", counts.read, counts.processed + counts.rejected),
    ):
        if wanted != got:
            report.miscounted.append(f"{name}: wanted {wanted}, got {got}")


def _named(place: Place) -> str:
    *claim, article, version = place
    return f"{article} v{version} {'|'.join(map(str, claim))}"
