"""The prefilter: a paragraph flows in; whether it may hold a figure flows out, at the cost of one pass.

Most news counts no troops and no arms. A paragraph is read only when it holds a number and the name
of a counted thing: a sure one ("soldiers"), or one that may be anything ("men", "ships", "dead") with
a word of war beside it. Admission asks for that word too, so nothing is lost by asking here.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from agents.extract.nouns.items import names
from agents.extract.sides.parties import fold
from agents.extract.words.lexicon import rows
from agents.extract.words.vocabulary import traps, word_class

_DIGIT = re.compile(r"\d")
_DESIGNATION = re.compile(r"\b(?:[A-Za-z]{1,4}-\d|[A-Z]{1,3}\d{1,3}s\b)")
"""T-72, Kh-101, CV90s: a weapon by its type alone."""
_JOINED = re.compile(r"[-A-Z]\d")
"""What every such type holds, and few other texts do: found in a third of the time."""
_ENDING = re.compile(r"(?:e?s|e?d|ing|fare|time|like)?(?![^\W_])")
"""What a word of war may end in and still be one: titles are few words, and must not miss "wartime"."""

_COUNTED = ("aircraft", "planes", "jets", "ships", "vessels", "boats", "losses", "casualties")
_MACHINES = f"(?:{'|'.join(_COUNTED)})"
_DETECTED = re.compile(r"\b[a-z]+(?:ese|ian|ean|an|ish|ch|li|i) (?:\w+ ){0,2}" + _MACHINES + r"\b")
"""The arms of a state by its adjective's ending: "24 Chinese aircraft"; admission asks for the state itself."""
_LOST = re.compile(r"\b(?:lost|losing|loses|lose)\b[^.]{0,40}\b" + _MACHINES + r"\b")
"""Who lost it, admission asks too."""

_SWAPPED = re.compile(
    r"\b(?:swap|exchang)\w*\b[^.]{0,60}\bprisoners|\bprisoners\b[^.]{0,60}\b(?:swap|exchang)"
    r"|\b(?:casualties|losses) on the \w+ side"
)
"""Two states' prisoners, one side's casualties."""
_SWAPS = ("swap", "exchang", " side")
"""One of which each of those holds."""

_FOUGHT = re.compile(r"(?:s|ese) (?:(?:have|had|are|were|now|who) ){0,2}(?:fought|fighting|surrendered|serving in)\b")
"""Nationals who do so are soldiers: "20,000 Cubans are fighting for", "twelve Serbs surrendered"."""
_FIGHTS = ("fought", "fighting", "surrendered", "serving in")

_SURE, _WEAK, _WAR = 1, 2, 4


def may_hold(text: str, war_around: bool = False) -> bool:
    """False only where no figure can be; True promises nothing. war_around: the title speaks of a war."""
    folded = fold(text)
    if _names_arms(folded, war_around):  # most paragraphs hold a number, few hold these
        return bool(_DIGIT.search(folded) or _numbers().search(folded))
    return _JOINED.search(text) is not None and _DESIGNATION.search(text) is not None


def _names_arms(folded: str, war_around: bool) -> bool:
    said = _WAR if war_around else 0
    automaton, meanings = _words()
    for index, start, end in automaton.find_matches_as_indexes(folded):
        if said | meanings[index] == said or _inside_word(folded, start, end):
            continue
        said |= meanings[index]
        if said & _SURE or said & (_WEAK | _WAR) == _WEAK | _WAR:
            return True
    return (said == _WEAK and _is_somebodys(folded)) or _fight(folded)


def _fight(folded: str) -> bool:
    return any(word in folded for word in _FIGHTS) and _FOUGHT.search(folded) is not None


def _is_somebodys(folded: str) -> bool:
    """Whether a name that may be anything has an owner. Most texts hold none of the words to look around."""
    if any(word in folded for word in _COUNTED) and (_DETECTED.search(folded) or _LOST.search(folded)):
        return True
    return any(word in folded for word in _SWAPS) and _SWAPPED.search(folded) is not None


def speaks_of_war(text: str) -> bool:
    """Whether a title holds a word of war, in whatever form: "shelling", but neither "remember" nor "warned"."""
    folded = fold(text)
    automaton, meanings = _words()
    return any(
        meanings[index] & (_SURE | _WAR)
        and not (start and folded[start - 1].isalnum())
        and _ENDING.match(folded, end)
        for index, start, end in automaton.find_matches_as_indexes(folded)
    )


def _inside_word(folded: str, start: int, end: int) -> bool:
    return (start > 0 and folded[start - 1].isalnum()) or (end < len(folded) and folded[end].isalnum())


@cache
def _numbers() -> re.Pattern[str]:
    words = [row["word"] for row in rows("number_words") if row["role"] not in ("suffix", "few")]
    return re.compile(r"\b(?:" + "|".join(sorted(words, key=len, reverse=True)) + r")")


@cache
def _words() -> tuple[AhoCorasick, tuple[int, ...]]:
    """All names and the words of war, with what each means."""
    meanings: dict[str, int] = {}
    for words, item in names().items():
        meanings[words] = _SURE if item.strong and item.kind != "casualty" else _WEAK
    for word in traps("context") | word_class("army_word"):
        meanings[word] = meanings.get(word, 0) | _WAR
    groups = {row["id"] for row in rows("parties") if row["kind"] == "group"}
    for row in rows("party_names"):
        words = fold(row["words"])
        if row["party"] in groups and len(words) > 4:  # in small letters IS and RSF may be anything
            meanings[words] = meanings.get(words, 0) | _WAR
    for word in word_class("collective", "contingent"):
        meanings[word] = meanings.get(word, 0) | _WEAK | _WAR
    for words in word_class("enlisting"):
        meanings[words] = meanings.get(words, 0) | _WEAK
    if "army of" in meanings:
        meanings["army of"] |= meanings["army"]  # the longer one is found in its place
    kinds = tuple(meanings.values())
    return AhoCorasick(list(meanings), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA), kinds
