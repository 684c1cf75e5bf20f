"""Our index beside rensa's: which of them finds the paragraph that another one copies, and how fast.

    make copies-rensa     (python -m bench.copies_rensa [--paragraphs 3600] [--seed 7])

In: nothing; the copies of bench/copies.py. Out: for each kind of copy the share whose original was
among the guesses of our index (agents/deduplicate/index.py) and of rensa's MinHash LSH; guesses a
look-up, each of which has to be read and compared; paragraphs a second for sketching, looking up and
storing. rensa sees the same words, in runs of three and one by one, at settings that suit edits of
three words in forty. Only guesses are compared: what tells a copy from a changed number stands behind both.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from typing import Protocol

from rensa import RMinHash, RMinHashLSH

from agents.deduplicate.index import Index
from agents.normal_words import normal_words
from agents.wording import Wording
from bench.copies import NEWS, firsts, trials
from bench.made_copy import wide_paragraph

_TIMED = 20_000
"""Paragraphs of a newsroom's vocabulary, all new: what most look-ups are."""


class Guesser(Protocol):
    def guesses(self, text: str) -> Sequence[int]: ...

    def add(self, number: int, text: str) -> None: ...


class Ours:
    def __init__(self) -> None:
        self._index = Index()

    def guesses(self, text: str) -> Sequence[int]:
        wording = Wording.of(text)
        same = self._index.same(wording.fingerprint)
        return [int(key) for key, _ in same or self._index.guesses(wording)]

    def add(self, number: int, text: str) -> None:
        wording = Wording.of(text)
        self._index.add(self._index.add_row(str(number), None), 0, wording.fingerprint, wording)


class Rensa:
    """permutations, bands: of the sketch. runs: whether it is made of runs of three words or of words."""

    def __init__(self, permutations: int, bands: int, *, runs: bool) -> None:
        self._permutations, self._runs = permutations, runs
        self._index = RMinHashLSH(0.5, permutations, bands)
        self._last = "", self._sketch("")

    def guesses(self, text: str) -> Sequence[int]:
        self._last = text, self._sketch(text)
        return self._index.query(self._last[1])

    def add(self, number: int, text: str) -> None:
        self._index.insert(number, self._last[1] if self._last[0] == text else self._sketch(text))

    def _sketch(self, text: str) -> RMinHash:
        words = normal_words(text)
        sketch = RMinHash(self._permutations, 7)
        runs = [" ".join(run) for run in zip(words, words[1:], words[2:], strict=False)]
        sketch.update(runs if self._runs else words)
        return sketch


CONTENDERS: dict[str, Callable[[], Guesser]] = {
    "ours": Ours,
    "rensa 64/16 runs": lambda: Rensa(64, 16, runs=True),
    "rensa 128/64 runs": lambda: Rensa(128, 64, runs=True),
    "rensa 64/16 words": lambda: Rensa(64, 16, runs=False),
}
"""Bands of two and four rows: they find what is alike by .12 and .5. Permutations beyond 128 only cost more."""


def recall(make: Callable[[], Guesser], paragraphs: int, seed: int) -> tuple[dict[str, float], float]:
    """The share found of each kind of copy, and the guesses a look-up."""
    random, guesser = Random(seed), make()
    articles = firsts(random, paragraphs)
    for number, article in enumerate(articles):
        guesser.add(number, article.body)
    tried, found, looked = Counter[str](), Counter[str](), 0
    made = trials(random, articles)
    for trial in made:
        guesses = guesser.guesses(trial.text)
        looked += len(guesses)
        tried[trial.kind] += 1
        found[trial.kind] += any(articles[number].id in trial.of for number in guesses)
    return {kind: found[kind] / count for kind, count in tried.items() if kind not in _NO_COPY}, looked / len(made)


_NO_COPY = frozenset((*NEWS, "number changed in a block"))


def speed(make: Callable[[], Guesser]) -> float:
    """New paragraphs a second of processor time: each looked up, then stored."""
    random, guesser = Random(5), make()
    texts = [wide_paragraph(random) for _ in range(_TIMED)]
    marks = []
    for number, text in enumerate(texts):
        if number % (_TIMED // 4) == 0:
            marks.append(time.process_time())
        guesser.guesses(text)
        guesser.add(number, text)
    marks.append(time.process_time())
    return _TIMED // 4 / min(after - before for before, after in pairwise(marks))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.copies_rensa", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--paragraphs", type=int, default=3600)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    columns = {name: recall(make, chosen.paragraphs, chosen.seed) for name, make in CONTENDERS.items()}
    print(f"{'found among the guesses':<26}" + "".join(f"{name:>19}" for name in columns))
    for kind in next(iter(columns.values()))[0]:
        print(f"{kind:<26}" + "".join(f"{shares[kind]:>19.3f}" for shares, _ in columns.values()))
    print(f"{'guesses a look-up':<26}" + "".join(f"{guesses:>19.1f}" for _, guesses in columns.values()))
    print(f"{'new paragraphs a second':<26}" + "".join(f"{speed(make):>19,.0f}" for make in CONTENDERS.values()))


if __name__ == "__main__":
    main()
