"""Word lists are checked when they are read, and every list we ship passes."""

from __future__ import annotations

from importlib.resources import files

import pytest

from agents.extract.words import lexicon
from schemas.errors import InvalidLexicon


def read(*lines: str) -> list[tuple[int, dict[str, str]]]:
    return list(lexicon.parse("some.csv", lines))


def test_a_row_comes_with_its_line_and_remarks_are_passed_over() -> None:
    assert read("# remark", "word,reason", "", 'tank , "heavy, tracked"') == [
        (4, {"word": "tank", "reason": "heavy, tracked"})
    ]


@pytest.mark.parametrize(
    ("lines", "line", "reason"),
    [
        (("word,reason", "tank"), 2, "1 columns"),
        (("word,reason", "tank,a,b"), 2, "3 columns"),
        (("word,reason", "tank,"), 2, "neither source nor reason"),
        (("word,count", "tank,1"), 1, "without a source or reason column"),
        (("word,word,reason",), 1, "repeated column"),
        (("# remark", "word,reason", '"tank,why'), 3, "not a CSV row"),
    ],
)
def test_a_wrong_row_is_named_by_its_line_and_what_is_wrong(lines: tuple[str, ...], line: int, reason: str) -> None:
    with pytest.raises(InvalidLexicon) as raised:
        read(*lines)
    assert (raised.value.file, raised.value.line) == ("some.csv", line)
    assert reason in raised.value.reason


def test_a_list_that_does_not_exist_is_an_invalid_lexicon() -> None:
    with pytest.raises(InvalidLexicon, match="no such word list"):
        lexicon.rows("no_such_list")


def test_a_cell_outside_the_allowed_words_is_named() -> None:
    with pytest.raises(InvalidLexicon, match="kind is 'sloop', not one of tank, drone"):
        lexicon.check_among("some.csv", 7, {"kind": "sloop"}, "kind", ("tank", "drone"))


def test_every_list_that_we_ship_can_be_read() -> None:
    names = [it.name.removesuffix(".csv") for it in (files("agents.extract") / "data").iterdir()]
    assert all(lexicon.rows(name) for name in names)
