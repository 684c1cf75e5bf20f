"""Normal words: the words of a text, alike for every spelling that only looks different.

In: a text. Out: its words in small letters, and how many of its numbers are only a dateline's.
Words are parted by white space and read one by one; only a tag may hold some, so that `unmarked`
comes first where a text is cut at its spaces.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Final

_TAG = re.compile(r"<[/!a-zA-Z][^<>]{0,300}>")
_SILENT = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_APOSTROPHE = re.compile("['`\u00b4\u02bc\u2018\u2019\u201b\u2032]")
_INITIAL = re.compile(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$\u00a3\u20ac\u00a5]")
_EDGES: Final = ".,;:!?\"()-\u2013\u2014\u2018\u2019\u201c\u201d "
"""What may stand around a word without being part of it, or of anything else."""

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


def unmarked(text: str) -> str:
    """The text without remnants of HTML tags."""
    return _TAG.sub(" ", text) if "<" in text else text


def normal_words(text: str) -> tuple[str, ...]:
    """The words of `text`, alike for every spelling that only looks different.

    Digits keep a decimal point ("1.5" is not "15") and lose grouping commas; letters and digits
    that touch are parted ("170mm" is "170 mm"); initials are joined ("U.S." is "us").
    """
    bare = text.strip(_EDGES)
    if bare.isalpha() and bare.isascii():   # most tokens: a word and a comma
        return (bare.lower(),)
    text = unmarked(text)
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


def is_sign(word: str) -> bool:
    """Whether it is the mark of a share or of money, which is held beside its number."""
    return word in _SIGNS


def free_numbers(text: str) -> int:
    """How many numbers open the text only as a dateline's date ("KYIV, March 28 (Reuters) -").

    They are not held: the same copy goes out under another dateline and stays a copy.
    """
    found = _DATELINE.match(text[:_DATELINE_REACH])
    if found is None or found["date"] is None:
        return 0
    return sum(word[0].isdigit() for word in normal_words(found["date"]))
