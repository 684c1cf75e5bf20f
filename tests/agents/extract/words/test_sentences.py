"""Sentences end where wire copy ends them."""

from __future__ import annotations

import pytest

from agents.extract.words.sentences import LONGEST, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They fought. They lost.", 2),
        ("Gen. Okoro spoke. Nobody answered.", 2),
        ("The U.S. Army sent 12 tanks.", 1),
        ("He returned to the U.S. The tanks stayed.", 2),
        ("It began at 5 a.m. on Monday.", 1),
        ("John F. Kirby spoke.", 1),
        ("Unit No. 17 left. It was late.", 2),
        ("About 1.2 million shells were fired.", 1),
        ("“We lost two.” He left.", 2),
        ("Is it over? No!", 2),
        ("- 40 mortars;\n- 12 radars;\n- tents.", 3),
        ("• 40 mortars;\n• 12 radars", 2),
        ("THE ARMY LOST 12 MEN. THE REBELS LOST 30.", 2),
        ("Lt. Col. Sato said so.", 1),
        ("No full stop at all", 1),
        ("", 0),
        ("   \n ", 0),
    ],
)
def test_a_text_has_as_many_sentences_as_a_reader_would_count(text: str, expected: int) -> None:
    assert len(cut(text)) == expected


def test_a_run_without_a_stop_is_cut_at_a_blank() -> None:
    pieces = cut("word " * 1000)
    assert all(len(piece) <= LONGEST and piece == piece.strip() for piece in pieces)


def test_spans_hold_all_words_in_order() -> None:
    text = "One. Two! Three?  Four; five.\n\nSix"
    assert " ".join(cut(text)).split() == text.split()
