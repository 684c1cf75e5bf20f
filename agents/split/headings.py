"""Headings: which runs head a paragraph, and what is left to be read.

In: the runs of a body. Out: the paragraphs, each with the bare heading above it. A heading printed
alone at the end heads nothing and goes; a list of short lines with numbers in it ("2,000 Stinger
systems") is a list, not headings; and a body of nothing but such lines is read line by line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from agents.normal_words import normal_words
from agents.split.lines import Run, ended
from agents.wording import is_number

_WORDS: Final = 14
_CHARACTERS: Final = 110
"""The longest bare headings of newspapers' pages, and a little; a longer one is a sentence."""


class Headed(NamedTuple):
    """A paragraph's span and the words of the heading above it, or null."""

    start: int
    end: int
    heading: str | None = None


def headed(body: str, found: Sequence[Run]) -> list[Headed]:
    """Paragraphs with their headings, in order. Runs without any word are left out."""
    paragraphs: list[Headed] = []
    bare: list[Run] = []
    for run in found:
        text = body[run.start : run.end]
        if _is_bare(text) and not run.bulleted:
            bare.append(run)
        elif any(map(str.isalnum, text)):
            heading, listed = _read_bare(body, bare) if bare else (None, ())
            paragraphs.extend(listed)
            paragraphs.append(Headed(run.start, run.end, heading))
            bare = []
    if len(bare) > 1:
        paragraphs.extend(_read_bare(body, bare)[1])
    return paragraphs or [Headed(run.start, run.end) for run in bare]


def heading_texts(body: str, found: Sequence[Run]) -> Iterator[str]:
    """Every bare heading, those printed alone too."""
    for run in found:
        if not run.bulleted and _is_bare(body[run.start : run.end]):
            yield body[run.start : run.end]


def _is_bare(text: str) -> bool:
    if len(text) > _CHARACTERS or "\n" in text:
        return False
    words = normal_words(text)
    return 0 < len(words) <= _WORDS and (text.endswith(":") or not ended(text))


def _read_bare(body: str, bare: Sequence[Run]) -> tuple[str | None, Sequence[Headed]]:
    """The heading that the last of some bare lines is, and those of them that are list items."""
    heading: str | None = None
    listed: list[Headed] = []
    for run in bare:
        text = body[run.start : run.end]
        if len(bare) > 1 and any(is_number(word) for word in normal_words(text)):
            listed.append(Headed(run.start, run.end, heading))
        else:
            heading = text
    return heading, listed
