"""Conditions and cues: a counted noun flows in, what the words behind or near it say became of it flows out.

A condition stands right behind the noun and decides ("43 are in captivity", "12 tanks on order"). A cue
only stands in the same sentence ("Trophies: 12 rifles"), and is asked when no verb has the noun.
"""

from __future__ import annotations

import re
from functools import cache

from agents.extract.clauses.clauses import Sentence
from agents.extract.words.lexicon import rows
from agents.extract.words.vocabulary import function_words, word_class
from schemas.figure import Category

_SKIPPED = 6
"""Small words between the noun and its condition: "who are said to be still"."""

_REACH = 18
"""Tokens and turns of the sentence that a cue reaches over at most."""

_TURNS = {",": 2, ";": 12, ":": 0, "--": 4, "(": 3, ")": 3, "and": 2, "but": 8, "while": 8, "said": 2, "says": 2}
"""What a word between cue and noun adds to their distance: they are less likely to belong together."""

_GAINS = re.compile(r"\(\s*(?:\+|plus)\s?\d[\d ,.]*\)")

_DASH = re.compile(r"\w\s*[-–—‒:]\s*(?:about |approx[.]? )?\d")

_BACK = 60
_GAP, _LINE = 16, 60
"""Tokens: between a figure and one that goes on from it; of a line without a verb at most."""

_BARS = frozenset(("|", "»", "•", "▪", "●", "➤", "►"))
"""Marks that part one item from the next: a cue beyond belongs to another."""

_FUTURE = frozenset(("to", "will", "would", "shall"))
"""Between a noun and its condition: "are to be on station by May"."""

_PUT = {
    "dead": "killed",
    "killed": "killed",
    "fallen": "killed",
    "slain": "killed",
    "fatalities": "killed",
    "wounded": "wounded",
    "injured": "wounded",
    "missing": "missing",
    "captured": "captured",
    "prisoners": "captured",
}
"""What is put at a number: "puts its dead at above 30", "our estimate of killed at 600"."""



def condition_after(sentence: Sentence, last: int, category: Category) -> str:
    """The status of "are in captivity", "on order", "still unaccounted for" right behind the group; "" for none."""
    known, opens = _read("conditions"), _sizes("conditions")
    small = _small()
    last = _past_name(sentence, last)
    for at in range(last, min(len(sentence.tokens), last + _SKIPPED)):
        low = sentence.low(at)
        if low == "in" and _holder(sentence, at + 1):
            return "captured"
        words = _longest(sentence, at, "conditions") if low in opens else ""
        if words and (" " in words or sentence.low(at - 1) != ","):  # "killed 45, freed 63" are two
            troops, weapons = known[words]
            said = troops if category == "troops" else weapons
            future = any(_to_come(sentence, place) for place in range(last, at))
            return "pledged" if future and said in ("present", "sent", "trained") else said
        if low not in small and not (low == "," and at == last):
            return ""
    return ""


def _holder(sentence: Sentence, at: int) -> bool:
    """ "In Chinese hands", "in RSF custody": a side that is named, and what it has."""
    named = at
    while at in sentence.named_tokens and at < named + 4:
        at += 1
    return at > named and sentence.low(at) in _KEPT


_KEPT = frozenset(("hands", "custody", "captivity", "detention", "jails", "prisons", "jail", "prison"))


def _past_name(sentence: Sentence, last: int) -> int:
    """Past a name in commas: "one pilot, Michael Durant, in the hands of the militia"."""
    if sentence.low(last) != ",":
        return last
    at = last + 1
    while at < len(sentence.tokens) and at < last + 5 and sentence.tokens[at].capital:
        at += 1
    return at + 1 if at > last + 2 and sentence.low(at) == "," else last


def _to_come(sentence: Sentence, at: int) -> bool:
    """ "Are to be on station"; but "are believed to be dug in" are there."""
    low = sentence.low(at)
    thought = low == "to" and sentence.low(at - 1) in word_class("transparent") - {"expected"}
    return low in _FUTURE and not thought


def stands(sentence: Sentence, last: int) -> bool:
    """ "Are now in the mud near Riga", "were at the base": somewhere, and nothing has happened to them."""
    at = last
    small, been = _small(), False
    while sentence.low(at) in small and at < last + _SKIPPED:
        been = been or sentence.low(at) not in function_words("adv", "have")
        at += 1
    return been and sentence.low(at) in word_class("whereabouts")


def adjective_before(sentence: Sentence, first: int) -> str:
    """ "Put the dead at above 30", "gave its missing as nine": the status; "" when no such word is put at a number."""
    at = first - 1
    if sentence.low(at) not in ("at", "as", "number", "numbers", "numbered", "numbering"):
        return ""
    near = (sentence.low(place) for place in range(at - 1, max(-1, at - 7), -1))
    return next((_PUT[low] for low in near if low in _PUT), "")


def gapped(sentence: Sentence, end: int, first: int) -> bool:
    """Whether the group goes on from a figure that ends at that place of the text, with no clause between them:
    "lost 140 troops; in the south, 90 troops"."""
    if end < sentence.start:
        return False
    opens = _parts()
    parted = False  # "18 were delivered in 2023; in 2024, 40": what stands before the semicolon is the other's
    for at in range(first - 1, max(-1, first - _GAP), -1):
        if sentence.tokens[at].start < end:
            return True
        parted = parted or sentence.lows[at] == ";"
        if not parted and sentence.lows[at] in opens:
            return False
    return first <= _GAP


def bare_of_verbs(sentence: Sentence) -> bool:
    """A line of a list, a headline without a verb."""
    if len(sentence.tokens) > _LINE or any(verb.form != "noun" for verb in sentence.verbs.values()):
        return False
    return _finite().isdisjoint(sentence.words_of) and not any(low.endswith("ed") for low in sentence.words_of)


def cued(sentence: Sentence, first: int, last: int, category: Category, own: range = range(0)) -> str:
    """What the cue nearest to the group says became of it; what stands before it counts as nearer. "" for none.

    own: the tokens of the group's own verb, which has had its say."""
    if _openings("cues").isdisjoint(sentence.words_of):
        return ""
    before = _walk(sentence, first - 1, -1, category, own)
    after = _walk(sentence, last, 1, category, own) if last < len(sentence.tokens) else (1000.0, "")
    return min(before, (after[0] * 1.5, after[1]))[1]


def cue_at(sentence: Sentence, at: int, category: Category) -> str:
    """What the cue that begins at this token says of them; "" for none."""
    words = _longest(sentence, at, "cues")
    troops, weapons = _read("cues")[words] if words else ("", "")
    return troops if category == "troops" else weapons


def tallied(sentence: Sentence, first: int, last: int) -> bool:
    """A general staff's tally: "tanks - 9,771 (+9), artillery systems - 20,328 (+24)" counts what was lost."""
    if "(" not in sentence.words_of:
        return False
    tokens = sentence.tokens
    start, end = tokens[max(0, first - 12)].start, tokens[min(len(tokens), last + 12) - 1].end
    near = sentence.text[start:end]
    return _GAINS.search(near) is not None and _DASH.search(near) is not None


def _walk(sentence: Sentence, at: int, step: int, category: Category, own: range) -> tuple[float, str]:
    """Distance and status of the first cue met on the way."""
    known, sizes, far = _read("cues"), _sizes("cues"), 0
    lows, starts = sentence.lows, word_class("clause_start")
    reach = _REACH if at < len(lows) - 1 else _BACK  # all of a sentence that the next one leans on
    while 0 <= at < len(lows) and far < reach:
        low = lows[at]
        if low in sizes and at not in own and (words := _longest(sentence, at, "cues")):
            troops, weapons = known[words]
            status = troops if category == "troops" else weapons
            if status:
                return far, status
        if low in _BARS:
            break
        far += 1 + _TURNS.get(low, 6 if low in starts else 0)
        at += step
    return 1000.0, ""


def _longest(sentence: Sentence, at: int, name: str) -> str:
    """The longest entry of the list that begins at this token; "" when none does."""
    sizes = _sizes(name)
    first = sentence.low(at)
    if first not in sizes:
        return ""
    known = _read(name)
    lows = sentence.lows
    return next((words for n in range(sizes[first], 0, -1) if (words := " ".join(lows[at : at + n])) in known), "")


@cache
def _parts() -> frozenset[str]:
    """What opens a clause of its own between two figures."""
    return word_class("clause_start") | function_words("be", "modal", "pron")


@cache
def _finite() -> frozenset[str]:
    """What makes a sentence of a line, beside the verbs that we know."""
    return function_words("be", "have", "modal", "do") | word_class("says")


@cache
def _small() -> frozenset[str]:
    return function_words("be", "have", "adv") | word_class("transparent", "linking", "shown_as") | _FUTURE


@cache
def _read(name: str) -> dict[str, tuple[str, str]]:
    """For each entry of the list what it says of troops and of weapons."""
    return {row["words"]: (row["troops"], row["weapons"]) for row in rows(name)}


@cache
def _openings(name: str) -> frozenset[str]:
    """The first words of all entries."""
    return frozenset(_sizes(name))


@cache
def _sizes(name: str) -> dict[str, int]:
    """Per first word the words of the longest entry."""
    sizes: dict[str, int] = {}
    for words in _read(name):
        pieces = words.split()
        sizes[pieces[0]] = max(sizes.get(pieces[0], 0), len(pieces))
    return sizes
