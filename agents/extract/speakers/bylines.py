"""Bylines: who says so without a verb of saying: a paragraph or a sentence flows in, the one named flows out.

A transcript's "MR. KIRBY:", a digest's "General Staff figures:", a headline's ": JCS", and the page's own
signature below its tally. They name an office, or somebody with a title; a country or a town before a
colon is what the line is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.mentions import Mentions
from agents.extract.speakers.claim_names import claim_words, clause_start, named_within, stands_free
from agents.extract.speakers.claim_sources import Saying
from agents.extract.words.tokens import MARK, WORD
from agents.extract.words.vocabulary import function_words

_LONGEST_SOURCE = 10
"""Words; more is prose."""

_LONGEST_NAME = 9
"""Tokens of an office's name before a colon or behind a comma."""

_JOINS = frozenset(("of", "the", "for", "'s", "'", "-", "&", "(", ")", "and", "/"))
_CUTS = frozenset((",", "at", "on", "to", "in", "("))
"""End the name before a colon: "RU MoD, main points:", "Col Qureshi at the podium:"."""

_FARTHEST = 150
"""Characters before the colon of a tally's heading."""

_ITEM = 60
"""Tokens of the longest item of a feed that has a mark behind it."""

_SEGMENTS = frozenset(("»", "*", "|", "•", "▪"))
"""Part one headline from the next where pages run them together."""

_DASHES = frozenset(("-", "--", "–", "—"))


def byline(text: str, about: str = "") -> str | None:
    """Who speaks in all of the paragraph, where its head, its end or the title's head says so."""
    here = heading(text)[0] or source_line(text) or _digest(text) or _signature(text)
    return here or (_digest(about) if "losses" in about.lower() else None)


def heading(text: str) -> tuple[str | None, int]:
    """A transcript's speaker ("MR. KIRBY:") and where the words begin; None for "Q" and for none.

    A speaker has a title or an office: "NEW DELHI:", "ON THIS DAY 1944:", "MEDIA CONTACT:" name nobody.
    """
    colon = text.find(":", 0, 70)
    name = text[:colon].strip() if colon > 0 else ""
    letters = [char for char in name if char.isalpha()]
    shouted = len(letters) > 3 and all(char.isupper() for char in letters) and len(name.split()) <= 7
    if (
        shouted
        and not any(char in name for char in ",;[(/")
        and not claim_words("title").isdisjoint(name.lower().replace(".", " ").split())
    ):
        return name, colon + 1
    return None, 0


def source_line(text: str) -> str | None:
    """Who a page names at its end as the source of all it says: "Source: General Staff of the Armed Forces"."""
    at = text.rfind("Source:")
    name = text[at + len("Source:") :].strip().rstrip(".)") if at >= 0 else ""
    plain = name and name[0].isupper() and len(name.split()) <= _LONGEST_SOURCE and not any(c in name for c in "\n/;:")
    return name if plain else None


def _digest(text: str) -> str | None:
    """ "RU MoD, main points:", "General Staff figures, rounded:" open a page of theirs."""
    colon = text.find(":", 0, _FARTHEST)
    first = 0 if colon < 70 and _office(_plain(text[:colon])) else text.rfind(",", 0, colon) + 1
    head = text[first : max(colon, 0)].strip()
    if first and head.lower().rpartition(" ")[2] not in claim_words("digest"):
        return None  # "Losses on the morning of 19.06, General Staff data:"
    if not _office(_plain(head)):
        return None
    named = Sentence(head, 0, len(head), Mentions())
    return _named(named, 0, len(named.tokens))


def _signature(text: str) -> str | None:
    """The office alone in the paragraph's last sentence: "... are being checked. General Staff of Ukraine."."""
    tail = text[-90:].rstrip(" .)\n")
    at = max(tail.rfind(mark) + len(mark) if mark in tail else -1 for mark in (". ", "\n", "— ", "– ", "-- ", "! "))
    name = tail[at:].strip() if at > 0 else ""
    if not name[:1].isupper() or not _office(_plain(name)):
        return None
    end = Sentence(name, 0, len(name), Mentions())
    return name if _named(end, 0, len(end.tokens)) == name else None


def office_alone(sentence: Sentence) -> str | None:
    """The sentence is nothing but an office: "Dep. spokesman MoD."."""
    end = len(sentence.tokens) - 1
    plain = 0 < end <= _LONGEST_NAME and sentence.low(end) == "." and sentence.tokens[0].capital
    if not plain or not _office(sentence.lows[:end]):
        return None
    offices = claim_words("office") | claim_words("title") | {".", "staff"}
    fits = all(_may_name(sentence, at) or sentence.low(at) in offices for at in range(end))
    return sentence.words(0, end) if fits else None


def _office(words: Iterable[str]) -> bool:
    """Whether an office is among them; a staff is one when it is general or joint."""
    named = set(words)
    if not claim_words("force").isdisjoint(named) and not claim_words("digest").isdisjoint(named):
        return True  # "Ukraine air force tally:", "Navy figures:"
    return not claim_words("office").isdisjoint(named) or ("staff" in named and not named.isdisjoint(_STAFFS))


_STAFFS = frozenset(("general", "joint", "naval"))


def _plain(text: str) -> list[str]:
    return text.lower().replace(",", " ").replace("(", " ").split()


def before_colon(sentence: Sentence, colon: int) -> Saying | None:
    """ "6.02 pm | Col Qureshi at the podium: 300 drones came": the one named before says what follows."""
    first = colon
    while first > 0 and colon - first < 14 and not _parts(sentence, first - 1):
        first -= 1
    while first < colon and not sentence.tokens[first].low[:1].isalpha():
        first += 1  # "11.42", "2/"
    last = _name_end(sentence, first, colon) if first < colon else first
    comma = next((at for at in range(colon - 1, max(0, colon - 8), -1) if sentence.low(at) == ","), 0)
    if last == first and comma:  # "Russian losses over the past day, General Staff:"
        first = comma + 1
        last = _name_end(sentence, first, colon)
    if last == first:
        last = colon if _side_tells(sentence, first, colon) else first
    if last == first:
        return None
    end = next(
        (at for at in range(colon + 1, min(len(sentence.tokens), colon + _ITEM)) if sentence.low(at) in _SEGMENTS), None
    )
    return Saying(first, last, (colon + 1, len(sentence.tokens) if end is None else end))


def _side_tells(sentence: Sentence, first: int, colon: int) -> bool:
    """ "Kyiv: Russia fired 40 missiles", "Zelensky: ...": a headline's side.

    "KYIV:" is a dateline, and a list of sides with their numbers tells of them.
    """
    named = next((one for one in named_within(sentence, first, first + 1) if one.last == colon), None)
    if named is None or not any(at in sentence.verbs for at in range(colon + 1, min(len(sentence.tokens), colon + 12))):
        return False
    form = named.mention.form
    counted = any(quantity.first == colon + 1 for quantity in sentence.quantities[:1])
    dateline = form == "capital" and sentence.words(first, colon).isupper()
    return form == "leader" or (form in ("capital", "group") and not counted and not dateline)


def behind_all(sentence: Sentence) -> Iterator[Saying]:
    """A headline's ": JCS", " - army", ", ISPR (Dawn)" at the very end says all that stands before."""
    first = 0
    plain = _SEGMENTS.isdisjoint(sentence.words_of)
    marks = () if plain else (at for at, low in enumerate(sentence.lows) if low in _SEGMENTS)
    for end in (*marks, len(sentence.tokens)):
        one = _behind(sentence, first, end) if end > first + 2 else None
        if one is not None:
            yield one
        first = end + 1


def _behind(sentence: Sentence, first: int, end: int) -> Saying | None:
    while end and sentence.low(end - 1) in (".", '"', "*"):
        end -= 1
    if sentence.low(end - 1) == ")":
        opened = next((at for at in range(end - 2, max(-1, end - 6), -1) if sentence.low(at) == "("), -1)
        end = opened if opened > 0 else end
    mark = next((at for at in range(end - 1, max(first, end - 8), -1) if _ends_news(sentence, at)), -1)
    if mark <= first:
        return None
    last = next((at for at in range(mark + 1, end) if sentence.low(at) in ("to", "in", "on")), end)
    words = sentence.lows[mark + 1 : last]
    tails = claim_words("tail") | claim_words("office")
    outlet = end < len(sentence.tokens) and sentence.low(end) == "("  # ", JNIM (AFP)"
    named = mark + 1 in sentence.named_tokens and (outlet or sentence.low(mark) != ",")
    fits = words and (words[-1] in tails or named) and len(words) <= _LONGEST_NAME and "and" not in words
    if not fits or not all(_may_name(sentence, at) or sentence.low(at) in tails for at in range(mark + 1, last)):
        return None
    explains = sentence.tokens[mark - 1].capital or "the" in words or len(words) > 2
    if sentence.low(mark) == "," and not outlet and (explains or words[0] in ("mr", "mrs", "ms", "madam")):
        return None  # "with Musa, army spokesman", "handed to police, the ministry": a name explained, or a list
    return Saying(mark + 1, last, (max(first, clause_start(sentence, mark)), mark))


def _ends_news(sentence: Sentence, at: int) -> bool:
    low = sentence.low(at)
    return low in (",", ":") or (low in _DASHES and (low != "-" or stands_free(sentence, at)))


def _parts(sentence: Sentence, at: int) -> bool:
    """Whether what stands here parts the one before a colon from earlier words."""
    low = sentence.low(at)
    return low in ("|", "•", "»", ";", ":", ".", "▪", "*") or low in _DASHES


def _named(sentence: Sentence, first: int, colon: int) -> str | None:
    last = _name_end(sentence, first, colon)
    return sentence.words(first, last) if last > first else None


def _name_end(sentence: Sentence, first: int, colon: int) -> int:
    """Where the name of an office, or of somebody with a title, ends that stands before the colon."""
    end = next((at for at in range(first + 1, colon) if sentence.low(at) in _CUTS), colon)
    said = any(
        sentence.low(at) in claim_words("verb") | function_words("be", "have", "modal") for at in range(end, colon)
    )
    if said or end - first > _LONGEST_NAME or not all(_may_name(sentence, at) for at in range(first, end)):
        return first
    words = sentence.lows[first:end]
    titled = words[0] in claim_words("title") and len(words) > 1
    if not titled and not _office(words):
        return first
    while end > first and sentence.low(end - 1) in claim_words("digest"):
        end -= 1
    return end


def _may_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind == MARK:
        return token.low in _JOINS
    return (token.capital or token.low in _small()) and token.kind == WORD


@cache
def _small() -> frozenset[str]:
    """Words in small letters that a name before a colon may hold."""
    kinds = ("force", "keeper", "digest", "office", "title")
    return _JOINS.union(*(claim_words(kind) for kind in kinds))
