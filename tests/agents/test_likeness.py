"""What counts as a copy between two wordings."""

from __future__ import annotations

from random import Random

import pytest

from agents.likeness import Relation, find, relation
from agents.wording import Wording
from bench.made_copy import DATELINES, HEADINGS, edited, paragraph, renumbered

SEEDS = range(60)


def likeness(earlier: str, new: str) -> Relation | None:
    """What `new` is of `earlier`, or null."""
    first, second = Wording.of(earlier), Wording.of(new)
    new_is_whole = len(first.marks) <= len(second.marks)
    part, whole = (first, second) if new_is_whole else (second, first)
    found = find(part, whole)
    return found and relation(found, part, whole, new_is_whole=new_is_whole)


@pytest.mark.parametrize("words", [0, 1, 2])
def test_two_changed_words_of_forty_leave_a_near_copy(words: int) -> None:
    random = Random(words)
    for text in (paragraph(random) for _ in SEEDS):
        assert likeness(text, edited(random, text, words)) == "near", text


def test_nearly_all_with_three_changed_words_are_near_copies() -> None:
    random = Random(3)
    made = [paragraph(random) for _ in range(300)]
    assert sum(likeness(text, edited(random, text, 3)) == "near" for text in made) >= 285


def test_a_paragraph_with_half_its_words_changed_is_no_copy() -> None:
    random = Random(4)
    assert not any(likeness(text, edited(random, text, 9)) for text in (paragraph(random) for _ in SEEDS))


def test_a_changed_number_is_never_a_copy() -> None:
    random = Random(5)
    for text in (paragraph(random) for _ in SEEDS):
        assert likeness(text, renumbered(random, text)) is None
        assert likeness(text, f"{HEADINGS[0]} {renumbered(random, text)}") is None
        assert likeness(f"{text} {paragraph(random)}", renumbered(random, text)) is None


def test_swapped_numbers_are_not_a_copy() -> None:
    said = "The command of the northern front said late on Friday that {} soldiers and {} volunteers came home by rail."
    assert likeness(said.format("4,000", "900"), said.format("900", "4,000")) is None


@pytest.mark.parametrize(("before", "after"), [("up to", "at least"), ("about", "exactly"), ("killed", "wounded")])
def test_what_a_number_means_may_not_change_either(before: str, after: str) -> None:
    said = "The command of the northern front said late on Friday, in a note, that {} 4,000 soldiers were on its books."
    assert likeness(said.format(before), said.format(before)) == "near"
    assert likeness(said.format(before), said.format(after)) is None


def test_a_negation_is_not_an_edit() -> None:
    said = "The command of the northern front said on Friday that it had{} sent soldiers over the river to the fort."
    assert likeness(said.format(""), said.format(" not")) is None


@pytest.mark.parametrize("glue", [*DATELINES, *(f"{heading} " for heading in HEADINGS)])
def test_a_heading_or_dateline_glued_on_leaves_a_near_copy_either_way(glue: str) -> None:
    text = paragraph(Random(6))
    assert likeness(text, glue + text) == "near"
    assert likeness(glue + text, text) == "near"


def test_a_paragraph_inside_an_earlier_block_is_contained() -> None:
    first, second, third = (paragraph(Random(seed)) for seed in (7, 8, 9))
    assert likeness(f"{first} {second} {third}", second) == "contained"


def test_a_paragraph_that_goes_on_is_no_copy() -> None:
    assert likeness(paragraph(Random(7)), f"{paragraph(Random(7))} {paragraph(Random(8))}") is None
