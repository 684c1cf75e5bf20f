"""The sieve lets each alert through once, if it was asked for, and tells of what is no alert."""

from __future__ import annotations

from dataclasses import dataclass, replace

from streams.codecs import encode
from streams.sieve import BadRecord, Sieve
from streams.where import Where
from tests.streams.test_where import ALERT


@dataclass
class FakeRecord:
    value: bytes | None
    topic: str = "alerts"
    partition: int = 3
    offset: int = 41


def record(alert_id: str, kind: str = "new") -> FakeRecord:
    return FakeRecord(encode(replace(ALERT, alert_id=alert_id, kind=kind)))


def test_an_alert_passes_whole_and_its_repeat_does_not() -> None:
    sieve = Sieve()
    assert sieve.pass_on(record(ALERT.alert_id)) == ALERT
    assert sieve.pass_on(record(ALERT.alert_id)) is None
    assert sieve.repeated == 1


def test_only_as_many_ids_are_remembered_as_asked_and_the_oldest_is_forgotten_first() -> None:
    sieve = Sieve(remembered=2)
    passed = [sieve.pass_on(record(name)) is not None for name in ("a", "b", "a", "c", "b", "a")]
    assert passed == [True, True, False, True, False, True]


def test_an_alert_that_does_not_meet_the_conditions_is_kept_back_and_counted() -> None:
    sieve = Sieve([Where.parse("kind=revised")])
    assert sieve.pass_on(record("a")) is None
    assert sieve.pass_on(record("b", "revised")) is not None
    assert (sieve.passed_over, sieve.repeated, sieve.bad) == (1, 0, 0)


def test_what_is_no_alert_is_told_with_its_place_and_counted() -> None:
    told: list[BadRecord] = []
    sieve = Sieve(on_bad=told.append)
    for value in (b"oops", b"{}", None):
        assert sieve.pass_on(FakeRecord(value)) is None
    assert sieve.bad == 3
    assert str(told[1]).startswith("alerts, partition 3, offset 41: $.alert_id: is missing; ")


def test_nobody_need_listen_to_what_is_no_alert() -> None:
    assert Sieve().pass_on(FakeRecord(b"oops")) is None
