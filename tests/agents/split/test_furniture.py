"""Each row of the furniture table holds to its own word."""

from __future__ import annotations

import re

import pytest

from agents.split.furniture import Pattern, is_furniture, patterns, squashed


@pytest.mark.parametrize("row", patterns(), ids=lambda row: row.example)
def test_a_row_drops_its_example(row: Pattern) -> None:
    assert re.fullmatch(row.pattern, squashed(row.example))
    assert is_furniture(row.example)
    assert is_furniture(f"  {row.example.upper()} ")


@pytest.mark.parametrize("row", patterns(), ids=lambda row: row.kept)
def test_no_row_drops_a_sentence_with_such_words(row: Pattern) -> None:
    assert not is_furniture(row.kept)
