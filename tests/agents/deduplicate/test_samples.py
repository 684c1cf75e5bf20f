"""What a table of samples holds is what a dict would."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from agents.deduplicate.samples import Samples

CROWD = 3
keys = st.one_of(st.integers(0, 5), st.integers(0, 2**22 - 1).map(lambda each: each * 1024), st.integers(0, 2**32 - 1))


@given(st.lists(keys, max_size=60), st.lists(keys, max_size=20))
def test_each_key_holds_the_first_numbers_put_under_it(put: Sequence[int], asked: Sequence[int]) -> None:
    table, held = Samples(CROWD), dict[int, list[int]]()
    for number, key in enumerate(put):
        table.put([key], number)
        held.setdefault(key, []).append(number)
    for key in (*put, *asked):
        assert table.under([key]) == held.get(key, [])[:CROWD]
        assert table.may_hold(key) or key not in held


def test_nothing_is_lost_when_the_table_grows() -> None:
    table = Samples(CROWD)
    for number in range(5000):
        table.put([number * 7919, number * 1024 + 1], number, block=1)
    for number in range(0, 5000, 13):
        assert table.under([number * 7919, number * 1024 + 1]).count(number) == 2


def test_of_a_block_the_key_that_holds_fewest_takes_the_number() -> None:
    table = Samples(CROWD)
    table.put([1], 10)
    table.put([1], 11)
    table.put([2], 12)
    table.put([1, 2], 13, block=2)
    assert (table.under([1]), table.under([2])) == ([10, 11], [12, 13])
