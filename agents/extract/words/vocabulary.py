"""Vocabulary: the closed classes, word classes and traps, each a set of words, read once when first asked for.

In: the name of a class ("prep", "civil_people", "measure"). Out: its words in small letters. Here so
that every stage names a class and none lists words.
"""

from __future__ import annotations

from functools import cache

from agents.extract.words.lexicon import rows


@cache
def function_words(*classes: str) -> frozenset[str]:
    """Words of the closed classes named: prep, det, poss, pron, conj, be, have, do, modal, neg, adv."""
    return frozenset(row["word"] for row in rows("function_words") if row["class"] in classes)


@cache
def word_class(*classes: str) -> frozenset[str]:
    """Words of the classes named in data/word_classes.csv, which says what each is for."""
    return frozenset(row["word"] for row in rows("word_classes") if row["class"] in classes)


@cache
def traps(kind: str) -> frozenset[str]:
    """Words or phrases of one kind of trap; data/traps.csv names the kinds."""
    return frozenset(row["words"] for row in rows("traps") if row["kind"] == kind)
