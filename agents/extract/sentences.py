"""Sentences: a paragraph's text flows in, the spans of its sentences flow out.

Wire copy is full of points that end nothing (Gen., U.S., No. 3, a.m.) and of sentences that end
without one (headlines, bullets ending in semicolons, transcripts). Reading goes sentence by
sentence, so a wrong cut costs a figure its verb; a missing one only makes a long sentence.
"""

from __future__ import annotations

import re

LONGEST = 1500
"""Characters. Longer runs are cut at a blank: reading looks at pairs within a sentence, and text
without a full stop must not make it slow. The longest sentence of the dev set has 700."""

_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?=\s|$)|;\s*(?=\n|$|-\s|•)|\n\s*\n|\n(?=\s*[-•*–]\s)|(?<=\S)\s+(?=•\s)"
)
_LAST_WORD = re.compile(r"[^\s(\"“\[]*$")

_ABBREVIATIONS = frozenset(
    [
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cpl",
        "sgt",
        "brig",
        "cmdr",
        "cdr",
        "adm",
        "vice-adm",
        "rear-adm",
        "pvt",
        "pfc",
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "sen",
        "rep",
        "gov",
        "pres",
        "st",
        "no",
        "nos",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mt",
        "ft",
        "approx",
        "est",
        "dept",
        "art",
        "op",
        "fig",
        "vol",
        "al",
        "cf",
        "e.g",
        "i.e",
        "a.m",
        "p.m",
        "u.s",
        "u.n",
        "u.k",
        "d.c",
        "ret",
        "hon",
        "rev",
        "amb",
        "spc",
        "msgt",
        "mil",
    ]
)
"""Titles, months and shorthand that end in a point inside a sentence (AP and Reuters style books)."""

_ENDS_WHEN_CAPITAL_FOLLOWS = frozenset(
    ("u.s", "u.n", "u.k", "d.c", "a.m", "p.m", "etc", "inc", "ltd", "co", "jr", "sr")
)
"""Of these, the ones that do end a sentence when an opener such as "The" follows."""

_OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "in",
        "on",
        "at",
        "it",
        "he",
        "she",
        "they",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "we",
        "our",
        "his",
        "her",
        "its",
        "their",
        "there",
        "for",
        "as",
        "according",
        "after",
        "meanwhile",
        "however",
        "russian",
        "ukrainian",
        "israeli",
    ]
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans (start, end) in text order, without the blanks around them; linear in the text."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
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
    found = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = found.group().lower().rstrip(".") if found else ""
    if word in _ABBREVIATIONS:
        return (
            word in _ENDS_WHEN_CAPITAL_FOLLOWS
            and following[:1].isupper()
            and following.lower().strip(",") in _OPENERS
        )
    if len(word) == 1 and word.isalpha():
        return following.lower().strip(",") in _OPENERS  # an initial: John F. Kirby
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
