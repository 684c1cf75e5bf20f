"""Samples: which numbers were put under which 32 bits, in some 25 bytes each.

In: keys of 32 bits, and numbers. Out: the numbers under a key. A dict of as many takes three times
the memory, for it keeps an object for every key; this is a table with open addressing (Knuth, The
Art of Computer Programming 3, 6.4, algorithm L). Like a dict it doubles when it is full, which at
five million keys takes a second or two.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Final

_FIRST: Final = 1024
_FULLEST: Final = 0.6
"""Of the slots. In a fuller table fewer look-ups end at once, and nearly all could."""

_WHO: Final = 0xFFFF_FFFF
_CROWDED: Final = 0x8000_0000
"""A slot is 0 or a key and, in its lower half, who is under it: a number and one, or, when there
are more, this and the place of their list."""


class Samples:
    """crowd: how many numbers a key holds at most; the first stay."""

    def __init__(self, crowd: int) -> None:
        self._crowd = crowd
        self._crowds: list[array[int]] = []
        self._slots = array("Q", bytes(8 * _FIRST))
        self._homes = bytearray(_FIRST)   # 1 where a key's search begins: eight times as small, so in the cache
        self._last = _FIRST - 1
        self._free = int(_FIRST * _FULLEST)

    def under(self, keys: Iterable[int]) -> list[int]:
        """The numbers under each of the keys, key by key, and under one in the order of coming."""
        slots, last = self._slots, self._last
        found: list[int] = []
        homes = self._homes
        for key in [key for key in keys if homes[key & last]]:
            at = key & last
            while held := slots[at]:
                if held >> 32 == key:
                    who = held & _WHO
                    if who < _CROWDED:
                        found.append(who - 1)
                    else:
                        found.extend(self._crowds[who - _CROWDED])
                    break
                at = at + 1 & last
        return found

    def put(self, keys: Sequence[int], number: int, block: int = 1) -> None:
        """Put a number below 2**31 - 1 under one key of each block of so many: the one that holds fewest.

        Where that one is crowded, under none.
        """
        for start in range(0, len(keys), block):
            if self._free < 1:
                self._double()
            slots, homes, last = self._slots, self._homes, self._last
            fewest, best = self._crowd, -1
            for key in keys[start : start + block]:
                at = key & last
                while (held := slots[at]) and held >> 32 != key:
                    at = at + 1 & last
                if not held:
                    slots[at] = key << 32 | number + 1
                    homes[key & last] = 1
                    self._free -= 1
                    break
                here = 1 if held & _WHO < _CROWDED else len(self._crowds[(held & _WHO) - _CROWDED])
                if here < fewest:
                    fewest, best = here, at
            else:
                if best >= 0:
                    self._join(best, number)

    def may_hold(self, key: int) -> bool:
        """False where nothing is under the key, at a fraction of the cost of asking what is."""
        return self._homes[key & self._last] == 1

    def _join(self, at: int, number: int) -> None:
        key, who = divmod(self._slots[at], 1 << 32)
        if who < _CROWDED:
            self._slots[at] = key << 32 | _CROWDED + len(self._crowds)
            self._crowds.append(array("I", (who - 1, number)))
        else:
            self._crowds[who - _CROWDED].append(number)

    def _double(self) -> None:
        old = self._slots
        self._slots = slots = array("Q", bytes(16 * len(old)))
        self._homes = homes = bytearray(len(slots))
        self._last = last = len(slots) - 1
        self._free = int(len(slots) * _FULLEST) - int(len(old) * _FULLEST)
        for held in filter(None, old):
            at = held >> 32 & last
            homes[at] = 1
            while slots[at]:
                at = at + 1 & last
            slots[at] = held
