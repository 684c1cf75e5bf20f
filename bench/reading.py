"""Reading: how many sentences of mixed news are read for figures in a second, on one core.

    python -m bench.reading [--articles 400] [--seed 7] [--against recognizers]

In: nothing; the news is made here, seeded: politics, markets, weather, sport, and one paragraph in
eight about war, with and without figures. Out: `sentences_per_s N` on standard output; with
--against, the same text is read by Recognizers-Text's number model in the same run (`make reading`
installs it in an environment of its own), and `of_recognizers R` says how many times as fast we are. Exit status 1
when a floor is missed.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any, Final

from agents.extract.figures import read_figures
from agents.extract.words.sentences import sentences
from schemas.paragraph import Paragraph

FLOOR: Final = 20_000
"""Sentences a second that issue 3 asks for."""

FLOOR_AGAINST: Final = 5.0
"""Times as fast as Recognizers-Text that issue 3 asks for."""

ROUNDS: Final = 5
"""Of both, and the fastest counts: what others do on a shared machine only ever slows a round."""

PUBLISHED: Final = datetime(2025, 3, 28, tzinfo=UTC)

SENTENCES_IN_PARAGRAPH: Final = 3
WAR_SHARE: Final = 0.125
"""Of a general news wire's paragraphs, about one in eight speaks of a war."""

PEACE: Final = (
    "The council voted {n} to 3 on Tuesday to widen the road past the old market.",
    "Shares in the carmaker fell {n} percent after it warned of slow sales in Asia.",
    "Heavy rain is expected in the north from Thursday, forecasters said, with winds of up to {n} km an hour.",
    "The minister told parliament that the budget would rise by ${n} million next year.",
    "“We are glad that it is over,” said the mayor, who has led the town since 2014.",
    "Researchers followed {n} patients for five years and found little change.",
    "The striker, 24, scored twice in the second half before a crowd of {n},000.",
    "Talks between the two governments will resume in Geneva, a spokesman said.",
    "A court sentenced the former banker to nine years in prison for fraud.",
    "The festival, now in its third week, has drawn visitors from across the region.",
    "Farmers say that prices have halved, and that {n} mills have closed since spring.",
    "The airline cancelled dozens of flights as fog settled over the capital.",
    "Her new novel tells of a family that leaves the coast and never speaks of it again.",
    "Police are looking for two men who fled in a grey van, and asked witnesses to come forward.",
    "Unemployment stood at 5.{n} percent in March, the statistics office reported.",
)
WAR: Final = (
    "The army said it had shot down {n} of the 60 drones launched at the capital overnight.",
    "At least {n} soldiers were killed and 12 wounded when their convoy was ambushed near the border.",
    "Fighting went on around the town for a third week, residents said by telephone.",
    "The alliance will send {n} howitzers and thousands of shells by the summer, its secretary general said.",
    "Neither side has said how many men it lost in the battle for the bridge.",
    "The rebels, who hold the hills to the east, denied that they had shelled the hospital.",
    "Some {n},000 troops are stationed in the province, according to the defence ministry.",
    "The general called the offensive a success, though the 92nd Brigade had not moved for days.",
)


def news(articles: int, seed: int) -> list[list[Paragraph]]:
    """Articles of about twenty paragraphs."""
    random = Random(seed)
    return [[_paragraph(random, position) for position in range(20)] for _ in range(articles)]


def _paragraph(random: Random, position: int) -> Paragraph:
    kind = WAR if random.random() < WAR_SHARE else PEACE
    text = " ".join(random.choice(kind).format(n=random.randint(4, 59)) for _ in range(SENTENCES_IN_PARAGRAPH))
    return Paragraph(position=position, start=0, end=len(text), text=text, fingerprint="0" * 16)


def timed(read: Callable[[], Any]) -> float:
    began = time.process_time()
    read()
    return time.process_time() - began


def ours(articles: Sequence[Sequence[Paragraph]]) -> None:
    for paragraphs in articles:
        read_figures(paragraphs, PUBLISHED)


def recognizers() -> Callable[[Sequence[Sequence[Paragraph]]], None]:
    """Reads each paragraph with Recognizers-Text's number model. Raises ImportError when it is not installed."""
    number = importlib.import_module("recognizers_number")
    model = number.NumberRecognizer(number.Culture.English).get_number_model()

    def read(articles: Sequence[Sequence[Paragraph]]) -> None:
        for paragraphs in articles:
            for paragraph in paragraphs:
                model.parse(paragraph.text)

    return read


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--against", choices=("recognizers",))
    options = parser.parse_args(arguments)
    articles = news(options.articles, options.seed)
    count = sum(len(sentences(paragraph.text)) for paragraphs in articles for paragraph in paragraphs)
    ours(articles[:1])  # the word lists are loaded before the clock starts
    speed = count / min(timed(lambda: ours(articles)) for _ in range(ROUNDS))
    print(f"sentences_per_s {speed:.0f}")
    met = speed >= FLOOR
    if options.against:
        try:
            theirs = recognizers()
        except ImportError as error:
            print(f"{error}; pip install recognizers-text-number", file=sys.stderr)
            return 2
        sample = articles[: max(1, options.articles // 10)]  # it is slow, and linear
        theirs(sample[:1])
        their_speed = count * len(sample) / len(articles) / min(timed(lambda: theirs(sample)) for _ in range(ROUNDS))
        print(f"of_recognizers {speed / their_speed:.1f}")
        met = met and speed / their_speed >= FLOOR_AGAINST
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
