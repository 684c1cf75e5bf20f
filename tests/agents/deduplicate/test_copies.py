"""The bench's floors hold, on a smaller sample; `make copies` measures them."""

from __future__ import annotations

from random import Random

from bench.copies import across, firsts, trials, within


def test_copies_across_articles_are_found_at_one_and_at_eight_partitions() -> None:
    random = Random(11)
    articles = firsts(random, 450)
    rows, _ = across(articles, trials(random, articles))
    strict = ("exact", "number changed", "number and a word changed", "number changed under a heading", "fresh")
    assert [row for row in rows if row.kind in strict and not row.holds] == []
    near = [row for row in rows if row.floors == (0.95, 0.90)]
    for at, floor in enumerate((0.95, 0.90)):
        assert sum(row.shares[at] * row.trials for row in near) >= floor * sum(row.trials for row in near)


def test_copies_inside_an_article_are_all_found() -> None:
    assert [row for row in within(Random(12), 40) if not row.holds] == []
