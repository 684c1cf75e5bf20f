"""Wording: a paragraph's words as they are compared, whoever printed them.

In: a text. Out: its words after normalisation (case, quotes, dashes, white space, punctuation,
zero-width characters, NFKC, remnants of HTML), a mark of 32 bits for each, and the fingerprint of
them all. It exists so that the two rooms that look for copies, split within an article and
deduplicate across articles, mean the same by "the same words".

A mark is 31 bits of the word's xxh3 and, lowest, whether the word is held: a number, or a word
that changes what a number means. Two words out of a billion share a mark by chance.

The way: what stands between two spaces is normalised once and from then on looked up, as a lane of
64 bits for each word in it. A paragraph's lanes, end to end, are one long integer, and what is asked
of every word is asked of that integer: a few operations for a paragraph, not a few for each word.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, Generic, Self, TypeVar, overload

from xxhash import xxh3_64_hexdigest, xxh3_64_intdigest

from agents.held_words import held_words
from agents.normal_words import free_numbers, is_sign, normal_words, unmarked

T = TypeVar("T")

MARK: Final = "I"
"""array's code for the marks: four bytes, the lowest first, on the machines that workers run on."""

REACH: Final = 3
"""How far from a number a qualifier still belongs to it: "4,000 have been killed" is three words."""

SAMPLE: Final = 3
"""One run of four words in so many is a sample. Of copies with three words changed bench/copies.py finds
.98 with one in three, .995 with one in two, which makes a look-up half as dear again. Runs of four find a
fifth as many paragraphs that merely share a phrase as runs of three do."""

SAMPLES_LEAST: Final = 4
"""Samples of a paragraph, even where chance would leave it fewer."""

_LANE: Final = 64
_MARK: Final = 0xFFFF_FFFF
_PLAIN: Final = 0xFFFF_FFFE
_HASH: Final = 0x3FFF_FFFF_FFFF_FFFE
_NUMBER: Final = 62
_BESIDE: Final = 63
"""A lane, from its lowest bit: whether the word is held wherever it stands; 31 bits of its hash, and with
these its mark; 30 more of them; at bit 62 whether it is a number, at 63 whether it is held beside one."""

_MIX: Final = (0x2545_F491, 0x1B87_3593, 0x3C6E_F373, 0x2F0B_4C47)
"""Odd, so that no bit of a mark is lost, and below 2**30, so that a sum of four stays in its lane."""

_SAMPLED: Final = (1 << 32) // SAMPLE

_KEPT_CHARACTERS: Final = 1000
"""Of a paragraph whose wording is kept for the next room: of any usual length. 6,000 take some 10 MB."""

_TOKENS: Final = 65_536
"""Of what stands between spaces, more than a newsroom's working vocabulary; some 13 MB."""

_TOKEN_CHARACTERS: Final = 40
"""A longer token is a link or worse, and does not come again."""


class Once(Generic[T]):
    """An attribute made when it is first asked for. functools.cached_property does the same, but under a
    lock until Python 3.12, and that takes as long as what is made here."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make, self._name = make, make.__name__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> T: ...
    def __get__(self, instance: object | None, owner: type) -> T | Self:
        if instance is None:
            return self
        made = instance.__dict__[self._name] = self._make(instance)
        return made


class Wording:
    """The words of a text, or of the marks that were kept of one.

    count: how many words. lanes: eight bytes for each, in order.
    """

    def __init__(self, lanes: bytes, text: str = "") -> None:
        self.lanes, self.count, self._text = lanes, len(lanes) * 8 // _LANE, text

    @classmethod
    def of(cls, text: str) -> Wording:
        """Normalise `text`. Linear in its length; any text is accepted, one without words too."""
        return _kept(text) if len(text) <= _KEPT_CHARACTERS else _read(text)

    @classmethod
    def kept(cls, marks: array[int]) -> Wording:
        """Of the marks of a wording: alike in all but the fingerprint, for which they hold too little."""
        wording = cls(array("Q", marks).tobytes())
        wording.__dict__["marks"] = marks
        return wording

    @Once
    def fingerprint(self) -> str:
        """16 hex digits of xxh3 over the words' hashes."""
        hashes = int.from_bytes(self.lanes, "little") & _every(_HASH, self.count)
        return xxh3_64_hexdigest(hashes.to_bytes(len(self.lanes), "little"))

    @Once
    def marks(self) -> array[int]:
        """One for each word, in order; `mark & 1` says that it is held."""
        words = int.from_bytes(self.lanes, "little")
        first_bits = _every(1, self.count)
        numbers = words >> _NUMBER & first_bits
        if not numbers:
            return _low_halves(words, self.count)
        for _ in range(free_numbers(self._text)):
            numbers &= numbers - 1   # without the first of them
        near = numbers
        for away in range(_LANE, (REACH + 1) * _LANE, _LANE):
            near |= numbers << away | numbers >> away
        return _low_halves(words | numbers | words >> _BESIDE & near & first_bits, self.count)

    @Once
    def plain(self) -> array[int]:
        """The marks, held or not: whether a word is held may depend on its neighbours."""
        return _low_halves(int.from_bytes(self.lanes, "little") & _every(_PLAIN, self.count), self.count)

    @Once
    def runs(self) -> array[int]:
        """32 bits for each run of three words, in order; two fewer than the words."""
        return self._runs(3)

    @Once
    def samples(self) -> list[int]:
        """32 bits for some of the runs of four words, in order: the lowest third, and at least SAMPLES_LEAST.

        Who shares words shares samples of them, whichever words (min-wise hashing: Broder 1997).
        """
        runs = self._runs(4)
        low = [run for run in runs if run < _SAMPLED]
        if len(low) < SAMPLES_LEAST:
            lowest = sorted(set(runs))[:SAMPLES_LEAST]
            low = [run for run in runs if run in lowest]
        return low

    def _runs(self, width: int) -> array[int]:
        words = int.from_bytes(self.lanes, "little") & _every(_PLAIN, self.count)
        mixed = 0
        for away in range(width):
            mixed += (words >> away * _LANE) * _MIX[away]
        runs = _low_halves(mixed >> 16 & _every(_MARK, self.count), self.count)
        return runs[: max(0, self.count - width + 1)]

    @property
    def gist(self) -> bytes:
        """Of each word one byte of its mark, in order."""
        return self.lanes[1::8]

    @Once
    def letters(self) -> frozenset[int]:
        """The bytes of the gist: whose are strange to another's has words that are strange to it."""
        return frozenset(self.gist)

    @Once
    def places(self) -> dict[int, list[int]]:
        """run -> where it stands."""
        at: dict[int, list[int]] = {}
        for place, run in enumerate(self.runs):
            at.setdefault(run, []).append(place)
        return at

    @Once
    def vocabulary(self) -> frozenset[int]:
        return frozenset(self.plain)


def is_number(word: str) -> bool:
    """Whether a normalised word is digits or a number word."""
    return word[0].isdigit() or held_words().get(word) == "number"


def _read(text: str) -> Wording:
    return Wording(b"".join(map(_LANES.__getitem__, unmarked(text).split())), text)


@lru_cache(maxsize=6_000)  # split reads up to 256 articles at once, then deduplicate reads the same
def _kept(text: str) -> Wording:
    return _read(text)


class _Lanes(dict[str, bytes]):
    """token -> the lanes of its words: most often one, none for a dash, more for "170mm"."""

    def __missing__(self, token: str) -> bytes:
        lanes = b"".join([_lane(word) for word in normal_words(token)])
        if len(token) <= _TOKEN_CHARACTERS:
            if len(self) >= _TOKENS:
                self.clear()
            self[token] = lanes
        return lanes


_LANES: Final = _Lanes()


def _lane(word: str) -> bytes:
    lane = xxh3_64_intdigest(word.encode()) & _HASH
    if is_number(word):
        lane |= 1 << _NUMBER
    elif is_sign(word):
        lane |= 1 << _BESIDE
    elif held := held_words().get(word):
        lane |= 1 if held == "always" else 1 << _BESIDE
    return lane.to_bytes(8, "little")


def _every(lane: int, count: int) -> int:
    """So many lanes of one value, as one integer."""
    return _usual(lane, count) if count <= _KEPT_CHARACTERS else _made(lane, count)


def _made(lane: int, count: int) -> int:
    return int.from_bytes(lane.to_bytes(8, "little") * count, "little")


_usual = lru_cache(maxsize=1024)(_made)


def _low_halves(lanes: int, count: int) -> array[int]:
    return array(MARK, lanes.to_bytes(count * 8, "little"))[::2]
