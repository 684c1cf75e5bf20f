"""Which paragraphs are told as copies, and what is remembered of a batch."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agents.deduplicate.agent import Deduplicate
from agents.wording import Wording
from bench.made_copy import edited, paragraph, renumbered, restyled
from schemas.article import ArticleHead
from schemas.paragraph import CopyOf, Paragraph, ParagraphBatch

NOON = datetime(2025, 3, 28, 12, tzinfo=UTC)
TEXTS = [paragraph(Random(seed)) for seed in range(6)]


def batch(
    article: str, sequence: int, *texts: str, part: int = 0, version: int = 1, at: datetime | None = NOON
) -> ParagraphBatch:
    return ParagraphBatch(
        article=ArticleHead(id=article, version=version, published_at=at), after=sequence - 1, sequence=sequence,
        part=part, parts=(part,),
        paragraphs=tuple(
            Paragraph(position=place, start=0, end=len(text), text=text, fingerprint=Wording.of(text).fingerprint)
            for place, text in enumerate(texts)
        ),
    )


async def judged(agent: Deduplicate, memory: MutableMapping[str, Any], given: ParagraphBatch) -> list[CopyOf | None]:
    (out,) = await agent(given, memory)
    return [each.copy_of for each in out.paragraphs]


def copy(article: str, position: int, kind: Any, version: int = 1) -> CopyOf:
    return CopyOf(article_id=article, version=version, position=position, kind=kind)


async def test_the_first_to_say_it_is_fresh_and_the_second_a_copy_of_it() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    assert await judged(agent, memory, batch("a", 0, TEXTS[0], TEXTS[1])) == [None, None]
    random = Random(1)
    second = [restyled(random, TEXTS[1]), edited(random, TEXTS[0], 2), TEXTS[2]]
    assert await judged(agent, memory, batch("b", 1, *second)) == [copy("a", 1, "exact"), copy("a", 0, "near"), None]


async def test_a_changed_number_is_fresh() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, *TEXTS), memory)
    changed = [renumbered(Random(2), text) for text in TEXTS]
    assert await judged(agent, memory, batch("b", 1, *changed)) == [None] * len(TEXTS)


async def test_short_paragraphs_are_copies_only_word_for_word() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, "The talks go on in Geneva."), memory)
    found = await judged(agent, memory, batch("b", 1, "THE TALKS go on in Geneva!", "The talks went on in Geneva."))
    assert found == [copy("a", 0, "exact"), None]


async def test_a_block_of_earlier_paragraphs_and_a_part_of_an_earlier_block_are_contained() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, *TEXTS[:3], " ".join(TEXTS[3:6])), memory)
    found = await judged(agent, memory, batch("b", 1, " ".join(TEXTS[:3]), TEXTS[4]))
    assert found == [copy("a", 0, "contained"), copy("a", 3, "contained")]


async def test_a_block_that_also_says_something_new_is_fresh() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, *TEXTS[:2]), memory)
    assert await judged(agent, memory, batch("b", 1, " ".join(TEXTS[:3]))) == [None]


async def test_the_same_article_in_a_higher_version_repeats_what_it_did_not_change() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, TEXTS[0], TEXTS[1]), memory)
    found = await judged(agent, memory, batch("a", 1, TEXTS[0], TEXTS[2], version=2))
    assert found == [copy("a", 0, "exact"), None]


@given(st.lists(st.lists(st.integers(0, 7), min_size=1, max_size=4, unique=True), min_size=1, max_size=6), st.data())
@settings(max_examples=40, deadline=None)
async def test_a_batch_delivered_again_comes_out_as_it_did(
    articles: Sequence[Sequence[int]], data: st.DataObject
) -> None:
    pool = [*TEXTS, f"Under a heading {TEXTS[0]}", edited(Random(3), TEXTS[1], 2)]
    agent, memory = Deduplicate(), dict[str, Any]()
    given_ = [batch(f"a{at}", at, *(pool[text] for text in texts)) for at, texts in enumerate(articles)]
    first = [await agent(each, memory) for each in given_]
    rows = json.dumps(memory, sort_keys=True)
    again = data.draw(st.permutations(range(len(given_))))
    if data.draw(st.booleans()):
        agent = Deduplicate()
    for at in again:
        assert await agent(given_[at], memory) == first[at]
    assert json.dumps(memory, sort_keys=True) == rows


@given(st.lists(st.integers(0, 7), min_size=2, max_size=8))
@settings(max_examples=40, deadline=None)
async def test_an_index_made_anew_from_plain_json_rows_judges_the_same(order: Sequence[int]) -> None:
    pool = [*TEXTS, f"Under a heading {TEXTS[0]}", edited(Random(3), TEXTS[1], 2)]
    steady, memory, reread = Deduplicate(), dict[str, Any](), dict[str, Any]()
    for at, text in enumerate(order):
        given_ = batch(f"a{at}", at, pool[text])
        assert await Deduplicate()(given_, reread) == await steady(given_, memory)
        reread = json.loads(json.dumps(reread))


async def test_parts_do_not_know_each_others_rows() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("a", 0, TEXTS[0], part=1), memory)
    assert await judged(agent, memory, batch("b", 1, TEXTS[0], part=11)) == [None]
    assert await judged(agent, memory, batch("b", 1, TEXTS[0], part=1)) == [copy("a", 0, "exact")]


class Staged(MutableMapping[str, Any]):
    """A table whose writes are staged until `apply`, and lost at `drop`, as the delivery loop's are."""

    def __init__(self) -> None:
        self.rows: dict[str, Any] = {}
        self._staged: dict[str, Any] = {}

    def apply(self) -> None:
        self.rows.update(self._staged)
        self.drop()

    def drop(self) -> None:
        self._staged = {}

    def __getitem__(self, key: str) -> Any:
        return self._staged[key] if key in self._staged else self.rows[key]

    def __setitem__(self, key: str, row: Any) -> None:
        self._staged[key] = row

    def __delitem__(self, key: str) -> None:
        if self._staged.pop(key, None) is None:
            del self.rows[key]

    def __iter__(self) -> Iterator[str]:
        return iter({**self.rows, **self._staged})

    def __len__(self) -> int:
        return len({**self.rows, **self._staged})


async def test_what_was_never_written_is_nobodys_original() -> None:
    agent, memory = Deduplicate(), Staged()
    await agent(batch("a", 0, *TEXTS), memory)
    memory.drop()
    assert await judged(agent, memory, batch("b", 1, *TEXTS)) == [None] * len(TEXTS)
    memory.apply()
    found = await judged(agent, memory, batch("c", 2, edited(Random(4), TEXTS[0], 1)))
    assert found == [copy("b", 0, "near")]


async def test_a_staged_row_counts_at_once() -> None:
    agent, memory = Deduplicate(), Staged()
    await agent(batch("a", 0, TEXTS[0]), memory)
    assert await judged(agent, memory, batch("b", 1, TEXTS[0])) == [copy("a", 0, "exact")]


async def test_after_a_rebalance_only_what_the_table_holds_counts() -> None:
    agent = Deduplicate()
    await agent(batch("a", 0, TEXTS[0]), {})
    held: dict[str, Any] = {}
    await Deduplicate()(batch("z", 0, TEXTS[1]), held)
    agent.forget()
    assert await judged(agent, held, batch("b", 1, TEXTS[0], TEXTS[1])) == [None, copy("z", 0, "exact")]


async def test_an_article_is_compared_with_those_within_the_window_and_the_undated() -> None:
    agent, memory = Deduplicate(window=timedelta(days=30)), dict[str, Any]()
    await agent(batch("old", 0, TEXTS[0], TEXTS[1], at=NOON - timedelta(days=31)), memory)
    await agent(batch("undated", 1, TEXTS[2], at=None), memory)
    found = await judged(agent, memory, batch("new", 2, *TEXTS[:3]))
    assert found == [None, None, copy("undated", 0, "exact")]


async def test_old_rows_are_let_go_a_few_at_a_time_and_undated_ones_stay() -> None:
    agent, memory = Deduplicate(window=timedelta(days=30)), dict[str, Any]()
    for day in range(6):
        await agent(batch(f"old{day}", day, TEXTS[day], at=NOON + timedelta(hours=day)), memory)
    await agent(batch("undated", 6, "Nobody knows when.", at=None), memory)
    later = NOON + timedelta(days=40)
    left = []
    for day in range(4):
        await agent(batch(f"new{day}", 7 + day, f"Day {day} of the truce was calm.", at=later), memory)
        left.append(sum("old" in key for key in memory))
    assert left == [4, 2, 0, 0]
    assert any("undated" in key for key in memory)


async def test_expire_deletes_a_parts_rows_from_before_a_moment() -> None:
    agent, memory = Deduplicate(), dict[str, Any]()
    await agent(batch("old", 0, TEXTS[0]), memory)
    await agent(batch("other", 0, TEXTS[0], part=1), memory)
    await agent(batch("new", 1, TEXTS[1], at=NOON + timedelta(days=1)), memory)
    assert agent.expire(memory, 0, NOON + timedelta(hours=1)) == 1
    assert sorted(memory) == ["0/1/new/1", "1/0/other/1"]
    found = await judged(agent, memory, batch("b", 2, TEXTS[0], TEXTS[1]))
    assert found == [None, copy("new", 0, "exact")]


async def test_an_empty_batch_passes_and_writes_nothing() -> None:
    memory: dict[str, Any] = {}
    given_ = batch("a", 0)
    assert await Deduplicate()(given_, memory) == (given_,)
    assert memory == {}


async def test_one_row_is_written_for_a_batch_of_under_a_kilobyte_a_paragraph() -> None:
    memory: dict[str, Any] = {}
    await Deduplicate()(batch("a", 0, *TEXTS), memory)
    (row,) = memory.values()
    assert len(json.dumps(row)) < 400 * len(TEXTS)
