"""Wording: a paragraph's words as they are compared, whoever printed them.

In: a text. Out: its words after normalisation (case, quotes, dashes, white space, punctuation,
zero-width characters, NFKC, remnants of HTML), a mark of 32 bits for each, and the fingerprint of
them all. It exists so that the two rooms that look for copies, split within an article and
deduplicate across articles, mean the same by "the same words".

A mark is 31 bits of the word's xxh3 and, lowest, whether the word is held: a number, or a word
that changes what a number means. Two words out of a billion share a mark by chance.
"""

from __future__ import annotations

import html
import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from xxhash import xxh3_64_hexdigest, xxh3_64_intdigest, xxh32_intdigest

from agents.held_words import held_words

MARK: Final = "I"
"""array's code for the marks; four bytes on every platform that Python is built for today."""

_RUN: Final = 3 * array(MARK).itemsize

REACH: Final = 3
"""How far from a number a qualifier still belongs to it: "4,000 have been killed" is three words."""

_TAG = re.compile(r"<[/!a-zA-Z][^<>]{0,300}>")
_SILENT = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_APOSTROPHE = re.compile("['`\u00b4\u02bc\u2018\u2019\u201b\u2032]")
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$\u00a3\u20ac\u00a5]")
_NUMBER, _BESIDE = 1, 2
_SIGNS = frozenset("%$\u00a3\u20ac\u00a5")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATELINE = re.compile(
    r"\s*(?:[^\W\d_a-z][\w.'\u2019]*[ ,/]+){0,6}"
    rf"(?i:(?P<date>{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{2,4}})?)[ ,]*)?"
    r"(?:\([^()\n]{2,40}\)\s*)?(?:--?|\u2013|\u2014)\s"
)
_DATELINE_REACH: Final = 160
"""Characters in which a dateline ends, if there is one: place, date, agency, dash."""


@dataclass(frozen=True)
class Wording:
    """marks: one for each word, in order; `mark & 1` says that it is held. words: what they were
    made from, empty when only the marks were kept."""

    marks: array[int]
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> Wording:
        """Normalise `text`. Linear in its length; any text is accepted, one without words too."""
        return _wording(text)

    @cached_property
    def fingerprint(self) -> str:
        """16 hex digits of xxh3 over the words."""
        return xxh3_64_hexdigest(" ".join(self.words).encode())

    @cached_property
    def plain(self) -> array[int]:
        """The marks, held or not: whether a word is held may depend on its neighbours."""
        return array(MARK, [mark & 0xFFFFFFFE for mark in self.marks])

    @cached_property
    def runs(self) -> list[int]:
        """32 bits for each run of three words, in order; two fewer than the words."""
        octets = self.plain.tobytes()
        return [xxh32_intdigest(octets[at : at + _RUN]) for at in range(0, len(octets) - _RUN + 1, _RUN // 3)]

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """run -> where it stands."""
        at: dict[int, list[int]] = {}
        for place, run in enumerate(self.runs):
            at.setdefault(run, []).append(place)
        return at

    @cached_property
    def vocabulary(self) -> frozenset[int]:
        return frozenset(self.plain)


@lru_cache(maxsize=1024)  # a paragraph is compared in split and on each partition it is sent to; some 12 MB
def _wording(text: str) -> Wording:
    words = normal_words(text)
    return Wording(_marks(words, _free_numbers(text)), words)


def normal_words(text: str) -> tuple[str, ...]:
    """The words of `text`, alike for every spelling that only looks different.

    Digits keep a decimal point ("1.5" is not "15") and lose grouping commas; letters and digits
    that touch are parted ("170mm" is "170 mm"); initials are joined ("U.S." is "us").
    """
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    text = _APOSTROPHE.sub("", text)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", _SILENT.sub("", text).casefold())
    text = text.casefold()
    if "." in text:
        text = _INITIAL.sub(r"\1", text)
    words = _WORD.findall(text)
    if "," in text:
        words = [_ungrouped(word) if "," in word else word for word in words]
    return tuple(words)


def _ungrouped(number: str) -> str:
    return number.replace(",", "") if _GROUPED.fullmatch(number) else number


def is_number(word: str) -> bool:
    """Whether a normalised word is digits or a number word."""
    return _look(word)[1] == _NUMBER


def _marks(words: Sequence[str], free_numbers: int) -> array[int]:
    looks = [_look(word) for word in words]
    marks = array(MARK, [mark for mark, _ in looks])
    numbers = [at for at, (_, kind) in enumerate(looks) if kind == _NUMBER]
    for at in numbers[free_numbers:]:
        marks[at] |= 1
        for near in range(max(0, at - REACH), min(len(words), at + REACH + 1)):
            if looks[near][1] == _BESIDE:
                marks[near] |= 1
    return marks


@lru_cache(maxsize=65_536)  # a newsroom's working vocabulary, some 10 MB
def _look(word: str) -> tuple[int, int]:
    """The word's mark as it is away from numbers, and whether it is a number or held beside one."""
    held = held_words().get(word)
    mark = xxh3_64_intdigest(word.encode()) & 0xFFFFFFFE | (held == "always")
    if word[0].isdigit() or held == "number":
        return mark, _NUMBER
    return mark, _BESIDE if held == "beside_number" or word in _SIGNS else 0


def _free_numbers(text: str) -> int:
    """How many numbers open the text only as a dateline's date ("KYIV, March 28 (Reuters) -").

    They are not held: the same copy goes out under another dateline and stays a copy.
    """
    found = _DATELINE.match(text[:_DATELINE_REACH])
    if found is None or found["date"] is None:
        return 0
    return sum(word[0].isdigit() for word in normal_words(found["date"]))
