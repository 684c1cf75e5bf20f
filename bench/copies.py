"""Copies: how many are found, how many are called so wrongly, and what finding them costs.

    python -m bench.copies [--paragraphs 3600] [--seed 7]

In: nothing; the text is made (bench/made_copy.py), seeded. Out: one table on standard output, at one
partition and at eight, and exit status 1 when a floor is missed. The agents are run as the stream
runs them: split, deduplicate on each partition with its own rows, the parts merged.

"near, blind" changes any word that is not a number, "killed" beside a number too; such a change is
news more often than not, so it has no floor. "whole block" and "in a block" are copies across
articles; within one article they are split's, and must all be found.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from agents.deduplicate.agent import Deduplicate
from agents.split.agent import Split, paragraphs_of
from bench.copy_costs import costs, load_line
from bench.made_copy import DATELINES, HEADINGS, edited, has_number, paragraph, renumbered, restyled
from schemas.article import Article
from schemas.paragraph import Paragraph, ParagraphBatch, merge_parts

PARTITIONS: Final = (1, 8)
_BLOCK: Final = 3
"""Paragraphs in a run-on block."""

COSTED: Final = 10_000
"""Paragraphs whose cost is measured."""


@dataclass(frozen=True)
class Trial:
    """One article of one paragraph, and the articles that it may be called a copy of (none: it is news)."""

    kind: str
    text: str
    of: frozenset[str]


@dataclass(frozen=True)
class Row:
    """A line of the table: the share of trials called copies, at each partition count; floors to hold."""

    kind: str
    trials: int
    shares: tuple[float, ...]
    floors: tuple[float | None, ...]
    wanted: bool

    @property
    def holds(self) -> bool:
        return all(
            floor is None or (share >= floor if self.wanted else share <= floor)
            for share, floor in zip(self.shares, self.floors, strict=True)
        )


class World:
    """The stream from split to the gathering stage, in one process."""

    def __init__(self, partitions: int) -> None:
        self._split, self._deduplicate = Split(partitions), Deduplicate()
        self.memories: list[dict[str, Any]] = [{} for _ in range(partitions)]
        self._sequence = -1
        self.sent = self.read_in = 0

    def read(self, article: Article) -> tuple[Paragraph, ...]:
        """The article's paragraphs as the gathering stage has them."""
        return asyncio.run(self._read(article))

    async def _read(self, article: Article) -> tuple[Paragraph, ...]:
        self._sequence += 1
        judged: list[ParagraphBatch] = []
        for batch in await self._split(article, self._sequence - 1, self._sequence):
            judged.extend(await self._deduplicate(batch, self.memories[batch.part]))
            self.sent += len(batch.paragraphs)
        paragraphs = merge_parts(judged)
        self.read_in += len(paragraphs)
        return paragraphs


def firsts(random: Random, count: int) -> list[Article]:
    """`count` articles of one paragraph each; every third is a block of _BLOCK of them run together."""
    return [
        Article(id=f"first-{number}", body=" ".join(paragraph(random) for _ in range(_BLOCK if number % 3 == 2 else 1)))
        for number in range(count)
    ]


def trials(random: Random, articles: Sequence[Article]) -> list[Trial]:
    """Copies of the first articles, each made of one not used before, and news beside them."""
    made: list[Trial] = []
    ways = _ways(random)
    blocks = [article for article in articles if int(article.id.split("-")[1]) % 3 == 2]
    singles = [article for article in articles if int(article.id.split("-")[1]) % 3 != 2]
    for number, article in enumerate(singles):
        kind = list(ways)[number % len(ways)]
        if kind == "whole block":
            others = [article, *random.sample(singles, _BLOCK - 1)]
            text = " ".join(other.body for other in others)
            made.append(Trial(kind, text, frozenset(other.id for other in others)))
        else:
            of = frozenset() if kind in NEWS else frozenset({article.id})
            made.append(Trial(kind, ways[kind](article.body), of))
    for number, block in enumerate(blocks):
        sentences = block.body.split(". ")
        middle = ". ".join(sentences[len(sentences) // 3 : -1]) + "."
        kind = ("in a block", "number changed in a block")[number % 2]
        if kind == "in a block":
            made.append(Trial(kind, middle, frozenset({block.id})))
        elif has_number(middle):
            made.append(Trial(kind, renumbered(random, middle), frozenset()))
    return made


NEWS: Final = ("number changed", "number and a word changed", "number changed under a heading", "fresh")


def _ways(random: Random) -> dict[str, Callable[[str], str]]:
    return {
        "exact": lambda text: restyled(random, text),
        "near, 1 word": lambda text: edited(random, text, 1),
        "near, 2 words": lambda text: edited(random, text, 2),
        "near, 3 words": lambda text: edited(random, text, 3),
        "near, 3 blind": lambda text: edited(random, text, 3, blind=True),
        "dateline glued on": lambda text: random.choice(DATELINES) + text,
        "heading glued on": lambda text: f"{random.choice(HEADINGS)} {text}",
        "whole block": str,
        "number changed": lambda text: renumbered(random, text),
        "number and a word changed": lambda text: renumbered(random, edited(random, text, 1)),
        "number changed under a heading": lambda text: f"{random.choice(HEADINGS)} {renumbered(random, text)}",
        "fresh": lambda text: paragraph(random),
    }


FLOORS: Final[dict[str, tuple[float | None, float | None]]] = {
    "exact": (1.0, 1.0),
    "near, 1 word": (0.95, 0.90),
    "near, 2 words": (0.95, 0.90),
    "near, 3 words": (0.95, 0.90),
    "dateline glued on": (0.95, 0.90),
    "heading glued on": (0.95, 0.90),
    "number changed": (0.0, 0.0),
    "number and a word changed": (0.0, 0.0),
    "number changed under a heading": (0.0, 0.0),
    "number changed in a block": (0.0, 0.0),
    "fresh": (0.001, 0.001),
}
"""The main job's floors; for what is news, ceilings. One fresh paragraph in a thousand may resemble another
by chance, as the made text has few words."""


def across(articles: Sequence[Article], made: Sequence[Trial]) -> tuple[list[Row], list[World]]:
    """The rows of copies across articles."""
    found: dict[str, list[list[bool]]] = {}
    worlds = [World(partitions) for partitions in PARTITIONS]
    for at, world in enumerate(worlds):
        for article in articles:
            world.read(article)
        for number, trial in enumerate(made):
            paragraphs = world.read(Article(id=f"trial-{number}", body=trial.text))
            called = bool(paragraphs) and all(_is_copy(each, trial) for each in paragraphs)
            found.setdefault(trial.kind, [[] for _ in PARTITIONS])[at].append(called)
    return [
        Row(kind, len(called[0]), tuple(sum(each) / len(each) for each in called),
            FLOORS.get(kind, (None, None)), any(trial.of for trial in made if trial.kind == kind))
        for kind, called in found.items()
    ], worlds


def _is_copy(each: Paragraph, trial: Trial) -> bool:
    if each.copy_of is None:
        return False
    return not trial.of or each.copy_of.article_id in trial.of


def within(random: Random, count: int) -> list[Row]:
    """The rows of copies inside one article; partitions play no part in them."""
    kept: dict[str, list[bool]] = {}
    for number in range(count):
        separate = [paragraph(random) for _ in range(_BLOCK + 2)]
        heading = random.choice(HEADINGS)
        run_on = f"{heading} " * (number % 2) + "  ".join(separate[1 : 1 + _BLOCK])
        printed = [separate[0], heading, *separate[1:]]
        for kind, block in (("block in one article", run_on), ("block, number changed", renumbered(random, run_on))):
            body = "\n\n".join([block, *printed] if number % 4 < 2 else [*printed, block])
            texts = [each.text for each in paragraphs_of(Article(id="a", body=body))]
            dropped = texts == separate
            kept.setdefault(kind, []).append(dropped)
    return [
        Row(kind, count, (sum(each) / count,) * 2, (1.0, 1.0) if wanted else (0.0, 0.0), wanted)
        for (kind, each), wanted in zip(kept.items(), (True, False), strict=True)
    ]


def table(rows: Iterable[Row]) -> str:
    lines = [f"{'called copies':<32}{'of':>6}" + "".join(f"{f'at {each}':>9}" for each in PARTITIONS) + "   floor"]
    for row in rows:
        floors = [f"{floor:g}" for floor in row.floors if floor is not None]
        said = (">= " if row.wanted else "<= ") + ", ".join(floors) if floors else "none"
        shares = "".join(f"{share:>9.3f}" for share in row.shares)
        lines.append(f"{row.kind:<32}{row.trials:>6}{shares}   {said}{'' if row.holds else '   MISSED'}")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.copies", description=__doc__.splitlines()[0])
    parser.add_argument("--paragraphs", type=int, default=3600, help="first paragraphs; as many trials follow")
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args(arguments)
    random = Random(chosen.seed)
    articles = firsts(random, chosen.paragraphs)
    rows, worlds = across(articles, trials(random, articles))
    rows += within(random, max(20, chosen.paragraphs // 12))
    print(table(rows))
    for partitions, world in zip(PARTITIONS, worlds, strict=True):
        loads = [len(memory) for memory in world.memories]
        print(
            f"at {partitions}: a paragraph goes to {world.sent / world.read_in:.2f} partitions; "
            f"the fullest has {max(loads) * partitions / sum(loads):.2f} of the mean"
        )
    micros, octets = costs(random, COSTED)
    print(f"a new paragraph: {micros:.0f} microseconds, {octets:.0f} bytes in memory (rows and index)")
    print(load_line())
    return 0 if all(row.holds for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
