"""A lane stalls when it stands still while records wait, and at no other time."""

from __future__ import annotations

from typing import Any

from streams.watchdog import Lane, Look, Stall, Watch


def lane(position: int, end: int = 10, agent: str = "split", partition: int = 0) -> Lane:
    return Lane(agent, "t.articles", partition, position, end)


def looks(*given: Look) -> list[list[Stall]]:
    watch = Watch(120)
    return [list(watch.look(one)) for one in given]


def at(seconds: float, *lanes: Lane, **fields: Any) -> Look:
    return Look(at=seconds, lanes=lanes, **fields)


def test_a_lane_that_stands_still_while_records_wait_has_stalled() -> None:
    first, later, last = looks(at(0, lane(3)), at(119, lane(3, 400)), at(120, lane(3, 500)))
    assert first == later == []
    assert last == [Stall(lane(3, 500), 120)]
    assert str(last[0]) == (
        "split has taken no record of t.articles, partition 0, for 120 s: it stands at offset 3, and 497 wait"
    )


def test_one_record_is_progress() -> None:
    assert looks(at(0, lane(3)), at(100, lane(4)), at(219, lane(4)))[-1] == []


def test_with_nothing_to_do_standing_still_is_no_stall_and_the_time_counts_from_the_first_record() -> None:
    *quiet, last = looks(at(0, lane(10)), at(1_000, lane(10)), at(1_119, lane(10, 11)), at(1_120, lane(10, 11)))
    assert quiet == [[], [], []]
    assert last == [Stall(lane(10, 11), 120)]


def test_one_partition_of_an_agent_may_stall_while_another_goes_on() -> None:
    stalled = looks(at(0, lane(3), lane(3, partition=1)), at(130, lane(3), lane(9, partition=1)))[-1]
    assert [one.lane.partition for one in stalled] == [0]


def test_rebalancing_recovery_and_a_broker_that_is_away_start_the_time_anew() -> None:
    for fields in ({"rebalancing": True}, {"recovering": True}, {"reachable": False}):
        given = looks(at(0, lane(3)), at(200, lane(3), **fields), at(319, lane(3)), at(321, lane(3)))
        assert [len(stalled) for stalled in given] == [0, 0, 0, 1], fields


def test_an_agent_that_waits_for_a_service_outside_has_not_stalled() -> None:
    slack = lane(3, agent="notify")
    given = looks(at(0, slack), at(500, slack, waiting=frozenset({"notify"})), at(600, slack), at(621, slack))
    assert [len(stalled) for stalled in given] == [0, 0, 0, 1]


def test_a_partition_that_was_given_away_and_came_back_begins_anew() -> None:
    assert looks(at(0, lane(3)), at(60), at(130, lane(3)))[-1] == []


def test_the_longest_stall_is_told_first() -> None:
    stalled = looks(at(0, lane(3)), at(50, lane(3), lane(7, partition=1)), at(200, lane(3), lane(7, partition=1)))[-1]
    assert [one.seconds for one in stalled] == [200, 150]
