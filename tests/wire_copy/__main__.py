"""Read made wire copy and say which parts of it go wrong most.

    python -m tests.wire_copy [FILE ...] [--count N] [--seed N] [--plain] [--show WORDS]

FILE: names of templates/*.txt without ".txt". --plain: no speaker and no date around the clauses. --show: the misread
sentences that have a part with these words, as "losses:12" (a line of a file), "noun=rebels", "by Israel".
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict

from tests.golden.scoring import FIELDS, agrees, paired, read
from tests.wire_copy.grammar import Made, made, templates

_SHOWN = 60


def misread(one: Made) -> tuple[list[str], list[str]]:
    """What is wrong with the reading (names of fields, "missed", "false"), and a line for each label and figure."""
    labelled = {"id": "made", "title": one.title, "text": one.text, "published_at": one.published_at}
    pairs, rest = paired(one.labels, read(labelled))
    wrong: list[str] = []
    lines = [f"  {one.title + ' | ' if one.title else ''}{one.text}"]
    for label, figure in pairs:
        told = (label["low"], label["high"], label["item"], *(label[name] for name in FIELDS[2:]))
        lines.append("     want " + " | ".join(map(str, told)))
        bad = ["missed"] if figure is None else [name for name in FIELDS if not agrees(name, label, figure)]
        if figure is not None and bad:
            sides = (side.name if side else None for side in (figure.party, figure.counterparty))
            got = (figure.low, figure.high, figure.item, figure.status, *sides, figure.increment, figure.claimant)
            lines.append("     read " + " | ".join(map(str, got)) + "   <- " + ", ".join(bad))
        elif bad:
            lines[-1] += "   <- missed"
        wrong += bad
    lines += [f"     FALSE {figure.quote} | {figure.item} | {figure.status}" for figure in rest]
    return wrong + ["false"] * len(rest), lines


def main(arguments: list[str]) -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("files", nargs="*")
    given.add_argument("--count", type=int, default=30, help="sentences for each template")
    given.add_argument("--seed", type=int, default=1)
    given.add_argument("--plain", action="store_true")
    given.add_argument("--show")
    args = given.parse_args(arguments)
    dice = random.Random(args.seed)
    seen: Counter[str] = Counter()
    bad: dict[str, Counter[str]] = defaultdict(Counter)
    fields: Counter[str] = Counter()
    figures = sentences = wrong_sentences = 0
    for template in templates(*args.files):
        for _ in range(args.count):
            one = made(template, dice, args.plain)
            wrong, lines = misread(one)
            keys = {f"{name.partition(' ')[0]}={words}" for name, words in one.parts.items()}
            if args.show is not None and wrong and any(args.show in f"{key} " for key in keys):
                print(*lines, sep="\n")
            sentences += 1
            wrong_sentences += bool(wrong)
            figures += len(one.labels)
            fields.update(wrong)
            seen.update(keys)
            for key in keys if wrong else ():
                bad[key].update({*wrong, ""})
    if args.show is None:
        for key in sorted(bad, key=lambda key: bad[key][""] / (seen[key] + 5), reverse=True)[:_SHOWN]:
            what = ", ".join(f"{name} {count}" for name, count in bad[key].most_common() if name)
            print(f"{bad[key][''] / seen[key]:5.2f} of {seen[key]:4}  {key:50}  {what}")
        print("of the figures: " + ", ".join(f"{name} {count / figures:.3f}" for name, count in fields.most_common()))
    print(f"{sentences} sentences, {wrong_sentences / max(1, sentences):.3f} of them misread somewhere")


if __name__ == "__main__":
    main(sys.argv[1:])
