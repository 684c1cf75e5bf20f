"""What split sends on of an article, and what it leaves behind."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from agents.split.agent import LONGEST, Split, paragraphs_of
from bench.made_copy import HEADINGS, paragraph, renumbered
from schemas.article import Article
from schemas.errors import InvalidSetting
from schemas.paragraph import ParagraphBatch, merge_parts

SEPARATE = [paragraph(Random(seed)) for seed in range(5)]


def texts(body: str, title: str = "") -> list[str]:
    return [each.text for each in paragraphs_of(Article(id="a", title=title, body=body))]


def headings(body: str) -> list[str | None]:
    return [each.heading for each in paragraphs_of(Article(id="a", body=body))]


async def split(body: str, partitions: int = 8) -> Sequence[ParagraphBatch]:
    return await Split(partitions)(Article(id="a", body=body), 4, 7)


markup = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from([
            "\n", "\r\n", "\u2028", "\u2029", " ", "&nbsp;", "<p>", "</p>", "<br/>", "<", "- ", "3) ", ". ",
            "Advertisement", "\u200b",
            "Troops moved 40 guns to the river on Friday", SEPARATE[0], SEPARATE[1], "KYIV, March 28 (Wire) - ",
        ]),
    ),
    max_size=30,
).map("".join)


@given(markup.filter(str.strip))
@example("\ud800 lone \udfff")
@settings(max_examples=150, deadline=None)
def test_any_body_is_split_and_every_paragraph_quotes_it(body: str) -> None:
    found = paragraphs_of(Article(id="a", body=body))
    assert [each.position for each in found] == list(range(len(found)))
    end = 0
    for each in found:
        assert each.text == body[each.start : each.end]
        assert each.text.strip()
        assert each.start >= end
        end = each.end


@given(markup.filter(str.strip), st.integers(1, 9))
@settings(max_examples=50, deadline=None)
async def test_the_parts_together_hold_the_article(body: str, partitions: int) -> None:
    batches = await split(body, partitions)
    assert [batch.part for batch in batches] == list(batches[0].parts)
    assert all((batch.after, batch.sequence) == (4, 7) for batch in batches)
    assert all(0 <= batch.part < partitions for batch in batches)
    assert merge_parts(batches) == tuple(paragraphs_of(Article(id="a", body=body)))


async def test_an_article_without_paragraphs_sends_one_empty_batch() -> None:
    (batch,) = await split("Advertisement\n\nPost a Comment")
    assert (batch.part, batch.parts, batch.paragraphs) == (0, (0,), ())


async def test_equal_words_share_a_route_whoever_typed_them() -> None:
    here = {batch.part for batch in await split(SEPARATE[0])}
    there = {batch.part for batch in await split(SEPARATE[0].upper().replace(" ", "\u00a0"))}
    assert here == there


def test_there_is_no_topic_without_a_partition() -> None:
    with pytest.raises(InvalidSetting, match="partitions"):
        Split(0)


@pytest.mark.parametrize(
    "break_", ["\n\n", "\r\n\r\n", "\n \u00a0\n", "\u2029", "\u2028\u2028", "</p><p>", "<br><br>", "\n"]
)
def test_paragraphs_are_parted_however_the_page_parts_them(break_: str) -> None:
    assert texts(break_.join(SEPARATE)) == SEPARATE


def test_lines_wrapped_by_machine_are_one_paragraph() -> None:
    first = "The governor said that the column\nhad left the town before noon and\nwould not be back."
    second = "Nobody saw the second column, which\nwas said to have gone by rail."
    assert texts(f"{first}\n\n{second}") == [first, second]


def test_upper_case_copy_is_unwrapped_too() -> None:
    block = "THE GOVERNOR SAID THAT THE COLUMN HAD\nLEFT THE TOWN BEFORE NOON AND WOULD NOT\nBE BACK ON FRIDAY."
    assert texts(block) == [block]


def test_bullets_are_paragraphs_and_their_marks_are_not_text() -> None:
    assert texts("- 40 tanks;\n- 12 radars;\n1) six boats.") == ["40 tanks;", "12 radars;", "six boats."]


def test_tags_and_blanks_around_a_paragraph_are_no_part_of_it() -> None:
    assert texts(f"<div class='x'><p>&nbsp;{SEPARATE[0]}&nbsp;</p></div>") == [SEPARATE[0]]


def test_a_bare_heading_goes_with_the_paragraph_that_it_heads() -> None:
    body = f"{SEPARATE[0]}\n\n{HEADINGS[0]}\n\n{SEPARATE[1]}\n{HEADINGS[1]}\n{SEPARATE[2]}"
    assert texts(body) == SEPARATE[:3]
    assert headings(body) == [None, HEADINGS[0], HEADINGS[1]]


def test_a_heading_printed_alone_at_the_end_goes() -> None:
    assert texts(f"{SEPARATE[0]}\n\n{HEADINGS[0]}\n\nPost a Comment") == SEPARATE[:1]


def test_a_heading_above_furniture_still_heads_the_paragraph_below() -> None:
    assert headings(f"{HEADINGS[0]}\n\nAdvertisement\n\n{SEPARATE[0]}") == [HEADINGS[0]]


def test_a_flash_without_a_full_stop_is_read() -> None:
    assert texts("NORTHERN ARMY SENDS 3,000 MORE SOLDIERS") == ["NORTHERN ARMY SENDS 3,000 MORE SOLDIERS"]


def test_short_lines_with_numbers_are_a_list_and_not_headings() -> None:
    body = f"Aid so far:\nOver 2,000 air defence missiles\n50 radars\n\n{SEPARATE[0]}"
    assert texts(body) == ["Over 2,000 air defence missiles", "50 radars", SEPARATE[0]]
    assert headings(body)[:2] == ["Aid so far:", "Aid so far:"]


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("glue", ["", f"{HEADINGS[0]} "])
def test_a_run_on_block_of_separate_paragraphs_goes_and_they_stay(before: bool, glue: str) -> None:
    block = glue + "  ".join(SEPARATE[1:4])
    printed = [SEPARATE[0], HEADINGS[0], *SEPARATE[1:]]
    assert texts("\n\n".join([block, *printed] if before else [*printed, block])) == SEPARATE


def test_a_block_that_changes_a_number_stays_and_so_does_what_it_changed() -> None:
    changed = renumbered(Random(1), SEPARATE[2])
    block = " ".join([SEPARATE[1], changed, SEPARATE[3]])
    assert texts("\n\n".join([*SEPARATE, block])) == [SEPARATE[0], SEPARATE[2], SEPARATE[4], block]


def test_a_block_that_says_more_stays_and_its_quotes_go() -> None:
    block = f"{SEPARATE[0]} {SEPARATE[1]}"
    assert texts(f"{block}\n\n{SEPARATE[1]}") == [block]


def test_a_pull_quote_does_not_cost_the_sentence_that_says_who_spoke() -> None:
    full = f"The general spoke to reporters in the capital. {SEPARATE[0]}"
    assert texts(f"{full}\n\n{SEPARATE[0]}") == [full]


def test_a_paragraph_printed_twice_is_read_once() -> None:
    assert texts(f"{SEPARATE[0]}\n\n{SEPARATE[1]}\n\n{SEPARATE[0].upper()}") == SEPARATE[:2]


def test_a_page_without_breaks_is_cut_at_the_ends_of_sentences() -> None:
    body = " ".join(paragraph(Random(seed)) for seed in range(60))
    found = paragraphs_of(Article(id="a", body=body))
    assert len(found) > 1
    assert all(each.text.endswith(".") and len(each.text) <= LONGEST for each in found)
    assert " ".join(each.text for each in found) == body


@pytest.mark.parametrize("unit", ["1", "[", "<p ", "word ", "x\n", "&nbsp;", "<b>", "- ", "1.", "a.b.", "KYIV, "])
def test_a_hundred_kilobytes_of_anything_are_split_in_bounded_pieces(unit: str) -> None:
    body = "x" + unit * (100_000 // len(unit))
    assert all(len(text) <= LONGEST for text in texts(body))
