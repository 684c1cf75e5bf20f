"""Said before: one number of one thing is one figure, unless it met two fates."""

from __future__ import annotations

import pytest

from tests.agents.extract.readings import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve soldiers were killed and 12 wounded in the ambush.", ["killed", "wounded"]),
        ("The army said 12 men were killed, 12 were wounded and 12 are missing.", ["killed", "wounded", "missing"]),
        ("The navy lost 17 dead and 17 wounded.", ["killed", "wounded"]),
        ("Seven cruise missiles were fired. All seven cruise missiles were shot down.", ["launched", "intercepted"]),
        ("Twelve soldiers were killed on Monday. The 12 soldiers were killed near the river.", ["killed"]),
        ("Mali sent 40 tanks. The 40 tanks are Russian.", ["sent"]),
    ],
)
def test_a_number_is_new_when_its_fate_is(text: str, expected: list[str]) -> None:
    assert [figure.status for figure in figures(text)] == expected
