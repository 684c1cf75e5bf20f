"""The checker says so when one alert is dropped, doubled, altered, invented or unsupported."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tests.truth.checker import Counts, Report, check
from tests.truth.plan import Expected
from tests.truth.stories import Truth, generate

ID = "{:032x}"


@pytest.fixture(scope="module")
def truth() -> Truth:
    return generate(seed=11, articles=60)


@pytest.fixture(scope="module")
def faultless(truth: Truth) -> list[dict[str, Any]]:
    """The alerts that the plan expects, as a product without fault would publish them."""
    ids = {(alert.claim, alert.article, alert.version): ID.format(at) for at, alert in enumerate(truth.alerts)}
    passages = {
        (passage.subject.claim, draft.id, draft.version): (passage.sentence, draft.body)
        for draft in truth.drafts for passage in draft.passages
    }
    alerts = []
    for alert in truth.alerts:
        back = (alert.claim, *alert.takes_back) if alert.takes_back else None
        said_in = back if back and alert.kind == "retracted" else (alert.claim, alert.article, alert.version)
        sentence, body = passages[said_in]
        alerts.append(_published(alert, ids, sentence, body))
    return alerts


def _published(alert: Expected, ids: Mapping[Any, str], sentence: str, body: str) -> dict[str, Any]:
    claim, start = alert.claim, body.index(sentence)
    return {
        "type": "alert", "alert_id": ids[alert.claim, alert.article, alert.version], "kind": alert.kind,
        "figure": {
            "category": claim.category, "item": claim.item, "status": claim.status, "increment": claim.increment,
            "party": {"id": claim.party, "name": "A"} if claim.party else None,
            "counterparty": {"id": claim.counterparty, "name": "B"} if claim.counterparty else None,
            **dict(zip(("low", "high", "vague"), alert.number.bounds, strict=True)),
            "quote": sentence, "start": start, "end": start + len(sentence),
        },
        "earlier": [dict(zip(("low", "high", "vague"), bounds, strict=True)) for bounds in alert.earlier],
        "takes_back": ids[alert.claim, *alert.takes_back] if alert.takes_back else None,
        "article": {"id": alert.article, "version": alert.version}, "sentence": sentence, "headline": "A headline",
    }


def encoded(alerts: Sequence[Mapping[str, Any]]) -> list[bytes]:
    return [json.dumps(alert).encode() for alert in alerts]


def faults(report: Report) -> dict[str, int]:
    return {name: len(cases) for name, cases in report.faults.items() if cases}


def checked(truth: Truth, alerts: Sequence[Mapping[str, Any]], **more: Any) -> Report:
    return check(truth, encoded(alerts), encoded(alerts), **more)


def changed(alerts: Sequence[dict[str, Any]], at: int, **fields: Any) -> list[dict[str, Any]]:
    return [alert | fields if place == at else alert for place, alert in enumerate(alerts)]


def of_kind(alerts: Sequence[dict[str, Any]], *kinds: str) -> int:
    """The place of the first alert of one of these kinds."""
    return next(place for place, alert in enumerate(alerts) if alert["kind"] in kinds)


def test_what_the_plan_expects_is_fine(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    ids = [alert["alert_id"] for alert in faultless]
    counts = Counts(len(truth.records), len(truth.records) - truth.rejections, truth.rejections)
    report = checked(truth, faultless, other_run=encoded(faultless), slack=ids, counts=counts)
    assert report.fine
    assert report.line().startswith("lost 0 doubled 0 foreign 0 altered 0 ")


def test_every_dropped_alert_is_lost(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    for at in range(len(faultless)):
        found = faults(checked(truth, faultless[:at] + faultless[at + 1 :]))
        assert found.pop("lost") == 1
        assert set(found) <= {"altered", "unsupported"}   # of those that take the dropped one back


def test_every_alert_that_a_subscriber_gets_twice_is_doubled(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    for alert in faultless:
        assert faults(checked(truth, [*faultless, alert])) == {"doubled": 1}


def test_an_alert_under_a_second_id_is_doubled(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    assert faults(checked(truth, [*faultless, faultless[3] | {"alert_id": "f" * 32}])) == {"doubled": 1}


def test_repeats_on_the_topic_are_counted_and_no_fault(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    published = encoded([*faultless, *faultless[:5]])
    report = check(truth, published, encoded(faultless))
    assert report.fine
    assert report.repeats == 5


def test_an_alert_that_the_plan_does_not_have_is_foreign(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    invented = faultless[0] | {"alert_id": "f" * 32, "article": {"id": faultless[0]["article"]["id"], "version": 9}}
    assert faults(checked(truth, [*faultless, invented])) == {"foreign": 1, "unsupported": 1}


@pytest.mark.parametrize("fields", [
    {"kind": "conflicting"}, {"earlier": [{"low": 1, "high": 1, "vague": None}]}, {"takes_back": ID.format(0)},
], ids=lambda fields: next(iter(fields)))
def test_another_kind_other_earlier_numbers_or_another_alert_taken_back_is_altered(
    truth: Truth, faultless: list[dict[str, Any]], fields: dict[str, Any]
) -> None:
    at = of_kind(faultless, "new")
    assert faults(checked(truth, changed(faultless, at, **fields))) == {"altered": 1}


@pytest.mark.parametrize("bound", ["low", "high"])
def test_another_number_is_altered(truth: Truth, faultless: list[dict[str, Any]], bound: str) -> None:
    figure = faultless[2]["figure"] | {bound: 123_456}
    assert faults(checked(truth, changed(faultless, 2, figure=figure))) == {"altered": 1}


def test_another_claim_is_one_lost_and_one_foreign(truth: Truth, faultless: list[dict[str, Any]]) -> None:
    at = max(place for place, alert in enumerate(faultless) if alert["kind"] == "new")
    figure = faultless[at]["figure"] | {"item": "submarine"}
    found = faults(checked(truth, changed(faultless, at, figure=figure)))
    assert (found["lost"], found["foreign"]) == (1, 1)


def test_an_alert_that_takes_nothing_back_but_should_is_altered(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    at = of_kind(faultless, "corrected")
    assert faults(checked(truth, changed(faultless, at, takes_back=None))) == {"altered": 1}


def test_a_quote_that_does_not_stand_where_it_is_said_to_is_unsupported(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    for at in (of_kind(faultless, "new"), of_kind(faultless, "corrected"), of_kind(faultless, "retracted")):
        figure = faultless[at]["figure"]
        moved = figure | {"start": figure["start"] + 1, "end": figure["end"] + 1}
        assert faults(checked(truth, changed(faultless, at, figure=moved))) == {"unsupported": 1}
        empty = figure | {"quote": "", "end": figure["start"]}
        assert faults(checked(truth, changed(faultless, at, figure=empty))) == {"unsupported": 1}


def test_alerts_of_one_claim_out_of_their_order_are_disordered(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    report = check(truth, encoded(faultless[::-1]), encoded(faultless))
    assert report.disordered


def test_one_byte_that_differs_between_two_runs_or_in_a_repeat_is_told(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    other = encoded(changed(faultless, 1, headline="A headlinf"))
    assert faults(checked(truth, faultless, other_run=other)) == {"differing": 2}
    assert faults(checked(truth, faultless, other_run=encoded(faultless[1:]))) == {"differing": 1}
    repeat = [*encoded(faultless), other[1]]
    assert faults(check(truth, repeat, encoded(faultless))) == {"differing": 1}


def test_slack_may_see_an_alert_twice_only_where_a_crash_allows_it(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    ids = [alert["alert_id"] for alert in faultless]
    twice = checked(truth, faultless, slack=[*ids, ids[0]])
    assert twice.fine
    assert twice.slack_twice == 1
    assert checked(truth, faultless, slack=[*ids, ids[0]], slack_allowed={ids[0]: 2}).fine
    strict = checked(truth, faultless, slack=[*ids, ids[0]], slack_allowed={})
    assert faults(strict) == {"slack_too_often": 1}
    assert faults(checked(truth, faultless, slack=[*ids, ids[0], ids[0]])) == {"slack_too_often": 1}


def test_an_alert_that_slack_never_saw_and_one_that_only_slack_saw_are_told(
    truth: Truth, faultless: list[dict[str, Any]]
) -> None:
    ids = [alert["alert_id"] for alert in faultless]
    assert faults(checked(truth, faultless, slack=[*ids[1:], "f" * 32])) == {"slack_lost": 1, "slack_foreign": 1}


@pytest.mark.parametrize(("read", "processed", "rejected"), [(-1, 0, 0), (0, -1, 0), (0, 0, 1), (0, -1, 1)])
def test_records_must_add_up(
    truth: Truth, faultless: list[dict[str, Any]], read: int, processed: int, rejected: int
) -> None:
    all_read, bad = len(truth.records), truth.rejections
    counts = Counts(all_read + read, all_read - bad + processed, bad + rejected)
    assert "miscounted" in faults(checked(truth, faultless, counts=counts))
