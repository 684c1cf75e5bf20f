"""Event triggers: a sentence flows in, the verbs and nouns in it that may tell an event flow out.

A trigger carries every frame that its words may stand for: "sent" tells a deployment beside
"troops", a transfer beside "missiles", and nothing beside "a letter". Finding triggers is one
Aho-Corasick pass, so that a sentence without any costs next to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from agents.extract.words.lexicon import check_among, numbered, rows
from schemas.errors import InvalidLexicon
from schemas.event import EventKind, PloverType

Form = Literal["base", "third", "past", "ing", "noun"]
"""past holds the participle too: whether "deployed" is active or passive, the words around it tell."""
Roles = Literal["give", "get", "receive", "harm", "go", "host", "meet", "agree", "say", "show", "joint"]
"""Who is who around the trigger: event_roles.py reads each."""

MOST_IN_A_SENTENCE = 12
"""Triggers read in one sentence; one with more is a list or noise, and must not make reading slow."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a trigger may tell. objects: classes of nouns one of which must stand by; empty for none."""

    kind: EventKind
    plover: PloverType
    mode: str | None
    roles: Roles
    objects: frozenset[str]


class Trigger(NamedTuple):
    """sentence[start:end] may tell an event in one of these readings."""

    start: int
    end: int
    readings: tuple[tuple[Form, Frame], ...]


def find_triggers(folded: str) -> list[Trigger]:
    """Triggers of a text in small letters, in order, at most MOST_IN_A_SENTENCE of them."""
    automaton, readings = _automaton()
    found: list[Trigger] = []
    for index, start, end in automaton.find_matches_as_indexes(folded):
        if _inside_word(folded, start - 1) or _inside_word(folded, end):
            continue
        found.append(Trigger(start, end, readings[index]))
        if len(found) == MOST_IN_A_SENTENCE:
            break
    return found


@cache
def object_classes() -> dict[str, str]:
    """The nouns that must stand by a trigger, with their class."""
    return {row["word"]: row["class"] for row in rows("event_objects")}


@cache
def small_words(kind: str) -> frozenset[str]:
    """Function words of one class: say, be, pronoun, carrier, preposition, opener or break."""
    return frozenset(row["word"] for row in rows("event_function_words") if row["class"] == kind)


@cache
def stance_words() -> dict[str, str]:
    return {row["word"]: row["stance"] for row in rows("event_stances")}


@cache
def means() -> dict[str, str]:
    """Words for the means of violence, with PLOVER's mode; the order is the order of precedence."""
    return {row["word"]: row["mode"] for row in rows("event_means")}


def _inside_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and (text[at].isalnum() or text[at] in "-_")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[tuple[tuple[Form, Frame], ...], ...]]:
    readings: dict[str, list[tuple[Form, Frame]]] = {}
    file = "event_triggers.csv"
    classes = set(object_classes().values())
    for line, row in numbered("event_triggers"):
        check_among(file, line, row, "kind", get_args(EventKind))
        check_among(file, line, row, "plover", get_args(PloverType))
        check_among(file, line, row, "roles", get_args(Roles))
        objects = frozenset(row["objects"].split())
        if not objects <= classes:
            raise InvalidLexicon(file, line, f"needs objects that event_objects.csv lacks: {row['objects']}")
        frame = Frame(
            cast(EventKind, row["kind"]), cast(PloverType, row["plover"]), row["mode"] or None,
            cast(Roles, row["roles"]), objects,
        )
        for form, words in _forms(row["words"].split("|"), row["form"]):
            if (form, frame) not in readings.setdefault(words, []):
                readings[words].append((form, frame))
    automaton = AhoCorasick(
        list(readings), matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
    )
    return automaton, tuple(tuple(known) for known in readings.values())


def _forms(words: list[str], form: str) -> list[tuple[Form, str]]:
    """Base, third person, past (and participle), -ing: as data/event_triggers.csv orders them."""
    if form == "noun":
        return [("noun", word) for word in words]
    base, third, *past, ing = words
    return [("base", base), ("third", third), *(("past", word) for word in past), ("ing", ing)]
