"""Writes that wait."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from streams.state import Staged

KEYS = st.sampled_from("abcd")
MOVES = st.lists(st.tuples(KEYS, st.one_of(st.none(), st.integers())))


@given(st.dictionaries(KEYS, st.integers()), MOVES)
def test_a_staged_mapping_is_what_a_dict_would_be_and_leaves_its_base_alone(
    base: dict[str, int], moves: list[tuple[str, int | None]]
) -> None:
    before, expected, staged = dict(base), dict(base), Staged(base)
    for key, value in moves:
        if value is None:
            expected.pop(key, None)
            staged.pop(key, None)
        else:
            expected[key] = staged[key] = value
    assert dict(staged) == expected
    assert len(staged) == len(expected)
    assert base == before
    staged.commit(base)
    assert base == expected


def test_a_row_made_and_unmade_before_the_commit_is_never_written() -> None:
    staged = Staged({})
    staged["row"] = 1
    del staged["row"]
    assert staged.writes() == {}


def test_removals_are_written_last_so_that_a_crash_leaves_a_row_too_many_and_never_one_too_few() -> None:
    staged = Staged({"old": 1})
    del staged["old"]
    staged["new"] = 2
    assert list(staged.writes()) == ["new", "old"]
