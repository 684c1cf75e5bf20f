"""An article's parts come together, and articles come back into their order."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from agents.extract import gather as gathering
from agents.extract.gather import gather
from schemas.article import ArticleHead
from schemas.paragraph import CopyOf, Paragraph, ParagraphBatch


def batch(
    sequence: int, part: int = 0, parts: tuple[int, ...] = (0,), after: int | None = None,
    copy_of: CopyOf | None = None,
) -> ParagraphBatch:
    paragraph = Paragraph(position=part, start=0, end=1, text="x", fingerprint="0" * 16, copy_of=copy_of)
    return ParagraphBatch(
        article=ArticleHead(id=f"a{sequence}"), after=sequence if after is None else after, sequence=sequence,
        part=part, parts=parts, paragraphs=(paragraph,),
    )


def order(batches: list[ParagraphBatch], state: dict[str, Any] | None = None) -> list[int]:
    state = {} if state is None else state
    return [first.sequence for one in batches for first, _ in gather(one, state)]


def test_articles_in_turn_and_in_one_part_pass_straight_through() -> None:
    state: dict[str, Any] = {}
    assert order([batch(0), batch(1), batch(2)], state) == [0, 1, 2]
    assert state == {"turn": {"next": 3, "waiting": [], "again": []}}


def test_an_article_waits_for_all_its_parts() -> None:
    state: dict[str, Any] = {}
    assert list(gather(batch(0, 1, (0, 1)), state)) == []
    [(_, paragraphs)] = gather(batch(0, 0, (0, 1)), state)
    assert [paragraph.position for paragraph in paragraphs] == [0, 1]


def test_parts_that_come_again_without_the_rest_do_not_pile_up() -> None:
    state: dict[str, Any] = {}
    count = gathering.MOST_AGAIN + 50
    whole = [batch(sequence, part, (0, 1)) for sequence in range(count) for part in (0, 1)]
    assert order(whole, state) == list(range(count))
    assert order([batch(sequence, 0, (0, 1)) for sequence in range(count)], state) == []
    assert len(state) == 1 + gathering.MOST_AGAIN
    assert order([batch(count - 1, 1, (0, 1))], state) == [count - 1], "the last can still be made whole"


class Written(dict[str, Any]):
    """A state that remembers which rows were ever written."""

    def __init__(self) -> None:
        self.rows: list[str] = []

    def __setitem__(self, key: str, value: Any) -> None:
        self.rows.append(key)
        super().__setitem__(key, value)


def test_the_part_that_completes_an_article_is_not_written_down() -> None:
    state = Written()
    assert order([batch(0, part, (0, 1, 2)) for part in range(3)], state) == [0]
    assert state.rows.count("parts/0") == 2


def test_offsets_that_the_log_skips_are_not_waited_for() -> None:
    assert order([batch(0), batch(5, after=1), batch(6)]) == [0, 5, 6]


def test_a_log_that_begins_late_is_not_waited_for() -> None:
    assert order([batch(70, after=0), batch(71)]) == [70, 71]


def test_an_article_delivered_again_is_given_out_again_at_once() -> None:
    state: dict[str, Any] = {}
    assert order([batch(0), batch(1), batch(0), batch(2)], state) == [0, 1, 0, 2]
    assert order([batch(1, 0, (0, 1)), batch(1, 1, (0, 1))], state) == [1]
    assert state["turn"]["next"] == 3


def test_a_paragraph_sent_twice_is_a_copy_when_either_part_says_so() -> None:
    copy = CopyOf(article_id="a0", version=1, position=4, kind="exact")
    parts = [batch(0, 0, (0, 1)), batch(0, 1, (0, 1), copy_of=copy)]
    parts[0] = ParagraphBatch(
        article=parts[0].article, after=0, sequence=0, part=0, parts=(0, 1),
        paragraphs=(Paragraph(position=1, start=0, end=1, text="x", fingerprint="0" * 16),),
    )
    state: dict[str, Any] = {}
    [(_, paragraphs)] = [whole for part in parts for whole in gather(part, state)]
    assert [paragraph.copy_of for paragraph in paragraphs] == [copy]


def test_when_an_article_never_comes_the_order_is_given_up_rather_than_the_others(monkeypatch: Any) -> None:
    monkeypatch.setattr(gathering, "MOST_WAITING", 3)
    assert order([batch(0), *(batch(sequence) for sequence in range(2, 7))]) == [0, 2, 3, 4, 5, 6]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_whatever_the_order_of_arrival_articles_come_out_whole_once_and_in_order(
    spreads: list[int], randomness: random.Random
) -> None:
    batches = [
        batch(sequence, part, tuple(range(spread))) for sequence, spread in enumerate(spreads)
        for part in range(spread)
    ]
    randomness.shuffle(batches)
    state: dict[str, Any] = {}
    assert order(batches, state) == list(range(len(spreads)))
    assert state == {"turn": {"next": len(spreads), "waiting": [], "again": []}}


def test_an_article_whose_row_a_crash_left_unwritten_is_waited_for_until_it_comes_again() -> None:
    """Its turn was written and its parts were not: they were not acknowledged, and come again."""
    state: dict[str, Any] = {}
    assert order([batch(0), batch(1, 0, (0, 1))], state) == [0]
    del state["parts/1"]
    assert order([batch(2), batch(1, 1, (0, 1)), batch(1, 0, (0, 1))], state) == [1, 2]
    assert state == {"turn": {"next": 3, "waiting": [], "again": []}}
