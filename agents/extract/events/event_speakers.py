"""Event speakers: a sentence flows in, the words naming who says what it tells flow out.

Three ways in wire copy: before the verb ("The ministry said ..."), after a quotation (", said the
ministry"), and "according to ...". Words are given as printed. Not guaranteed: a speaker named
only in another paragraph is not found.
"""

from __future__ import annotations

import re

from agents.extract.events.event_context import Context
from agents.extract.events.event_triggers import small_words

_LONGEST = 90
"""Characters: a name with its post. Longer runs before a verb of saying are more than a speaker."""
_ACCORDING = re.compile(r"\baccording to ([^,.;:\"”]{2,90})", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:[\"“”'‘’\s,]|(?:and|but|also|separately|meanwhile|however|earlier|later)\b)+", re.IGNORECASE
)
_TRAILING = re.compile(r"\b(?:has|have|had|also|later|earlier|then|separately|recently|reportedly)$", re.IGNORECASE)


def speaker_of(context: Context, carried: str | None) -> str | None:
    """Who says so, in the sentence's words; of "he added", the speaker of the sentence before."""
    if match := _ACCORDING.search(context.text):
        return match[1].strip()
    for word in context.words:
        if word.low not in small_words("say") or word.low == "according":
            continue
        said = _subject(context.text, word.start)
        if said is None:
            said = _inverted(context.text, word.end)
        if said is not None:
            return carried if said.lower() in small_words("pronoun") else said
    return None


def _subject(text: str, at: int) -> str | None:
    """The words from the clause's start to the verb, when they can be a name: they hold a capital letter."""
    first = max(0, at - 2 * _LONGEST)
    begin = max(first - 1, *(text.rfind(mark, first, at) for mark in ('"', "”", "“", ";", ":", "—")))
    words = text[begin + 1 : at]
    cut = words.rfind(", ")
    if cut >= 0 and not _is_apposition(words):
        words = words[cut + 2 :]
    words = _LEADING.sub("", words).strip(" ,")
    while match := _TRAILING.search(words):
        words = words[: match.start()].rstrip(" ,")
    if not words or len(words) > _LONGEST:
        return None
    if words.lower() in small_words("pronoun"):
        return words
    if words.lower() in ("i", "you"):
        return None
    last = words.split()[-1].lower()
    unfinished = last in small_words("preposition") or last in small_words("be") or last == "that"
    return None if unfinished or not any(char.isupper() for char in words) else words


def _is_apposition(words: str) -> bool:
    """A name, a post between commas, and the verb: "Andrii Yusov, a spokesman for the agency, said"."""
    return words.rstrip().endswith(",") and words.count(",") == 2 and words.lstrip()[:1].isupper()


def _inverted(text: str, at: int) -> str | None:
    """After the verb: '," said the ministry' — only right behind a quotation or comma."""
    before = text[max(0, at - 12) : at]
    if not re.search(r"[,\"”]\s*(?:said|says|added)$", before):
        return None
    match = re.match(r"\s+([^,.;:\"“”]{2,90})", text[at:at + 100])
    return match[1].strip() if match and any(char.isupper() for char in match[1]) else None
