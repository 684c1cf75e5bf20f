"""Sentences: a paragraph's text flows in, the spans of its sentences flow out.

Wire copy is full of points that end nothing (Gen., U.S., No. 3, a.m.) and of sentences that end
without one (headlines, bullets ending in semicolons, transcripts). Reading goes sentence by
sentence, so a wrong cut costs a figure its verb; a missing one only makes a long sentence.
"""

from __future__ import annotations

import re

from agents.extract.words.vocabulary import word_class

LONGEST = 1000
"""Characters. Longer runs are cut at a blank: reading looks at pairs within a sentence, and text
without a full stop must not make it slow. The longest sentence of the dev set has 700, so hardly one is cut."""

_POINT = r"[.!?…]+[\"'”’)\]]*(?:\[(?:\d{1,3}|[ivxlc]{1,7})\])*(?=\s|$)"  # with the marks of footnotes behind
_END = re.compile(_POINT + r"|;\s*(?=\n|$|-\s|•)|\n\s*\n|\n(?=\s*[-•*–]\s)|(?<=\S)\s+(?=•\s)")
_PLAIN_END = re.compile(_POINT)
"""The same for a text without line breaks, bullets and semicolons, as most paragraphs are."""
_BREAKS = re.compile(r"[\s(\"“\[]")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) in text order, without the blanks around them; linear in the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    plain = not ("\n" in text or ";" in text or "•" in text)
    for match in (_PLAIN_END if plain else _END).finditer(text):
        if match.start() < start or not _ends(text, start, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    mark = match.group()
    if mark[0] != ".":
        return mark[0] not in "!?" or not text[match.end() : match.end() + 2].strip()[:1].islower()
    after = text[match.end() : match.end() + 24].split()
    following = after[0].lstrip("\"'“‘([") if after else ""
    if following[:1].islower() and len(mark) > 1 and mark[-1] not in "\"”’'":
        return False  # an ellipsis inside a sentence
    before = text[max(start, match.start() - 24) : match.start()].removesuffix("\n")
    word = _BREAKS.split(before)[-1].lower().rstrip(".")
    if ".-" in word:
        word = word.rsplit("-", 1)[-1]  # "Maj.-Gen."
    if word in word_class("abbreviation"):
        return (
            word in word_class("abbreviation_may_end")
            and following[:1].isupper()
            and following.lower().strip(",") in word_class("sentence_opener")
        )
    if len(word) == 1 and word.isalpha():
        return following.lower().strip(",") in word_class("sentence_opener")  # an initial: John F. Kirby
    return not following[:1].islower()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = max(text.rfind(" ", start + 1, start + LONGEST), text.rfind("\n", start + 1, start + LONGEST))
        if cut <= start:
            cut = start + LONGEST
        spans.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))
