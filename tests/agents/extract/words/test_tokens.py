"""Tokens keep what belongs together together."""

from __future__ import annotations

import pytest

from agents.extract.words.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8,000-9,000 men", "8,000/number -/mark 9,000/number men/word"),
        ("20-strong", "20/number -/mark strong/word"),
        ("self-propelled", "self-propelled/word"),
        ("T-72s", "t-72s/model"),
        ("155mm", "155mm/model"),
        ("3rd Army", "3rd/ordinal army/word"),
        ("6m shells", "6m/number shells/word"),
        ("25k", "25k/number"),
        ("4.5m", "4.5m/number"),
        ("1.2 million", "1.2/number million/word"),
        ("Russia’s", "russia/word 's/mark"),
        ("U.S. troops", "u.s./word troops/word"),
        ("don’t", "don't/word"),
        ("11\u00a0500 men", "11\u00a0500/number men/word"),
        ("12.", "12/number ./mark"),
    ],
)
def test_a_word_a_number_and_a_model_are_told_apart(text: str, expected: str) -> None:
    assert " ".join(f"{token.low}/{token.kind}" for token in tokenise(text)) == expected


def test_capitals_make_no_difference_to_what_is_compared() -> None:
    assert [token.low for token in tokenise("TWO TANKS")] == [token.low for token in tokenise("two tanks")]
