"""Event scene: a trigger in its sentence flows in; its subject, object and other parties flow out.

English gives roles by place: the subject stands before the verb, the object behind it, the doer of
a passive after "by". What each kind of event makes of them is decided in event_roles.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from agents.extract.events.event_context import Context, Word
from agents.extract.events.event_triggers import Form, Frame, Trigger, small_words
from agents.extract.sides.parties import PartyMention
from agents.extract.words.lexicon import rows

_REACH = 14
"""Words between a subject and its verb: an apposition fits, a further clause does not."""
_NEAR_THIRD = 2
"""The same for "demands" or "tests", which may be nouns: only right behind a subject are they verbs."""
_OBJECT = 10
"""Words in which a verb's object stands, before or after it."""
_HEADLINE = 6
"""Words of a sentence within which the subject of "to visit" begins when that means "will visit"."""
_OF_NUMBERS = frozenset((("up", "to"), ("at", "least"), ("at", "most")))
"""Of a number, not of a place: an object goes on over them."""
_STILL_OBJECT = frozenset(("of", "with", "over", "than"))
"""Prepositions that do not end an object: provide Russia with missiles, over 300 tanks."""
_BEHIND_PASSIVES = frozenset(("to", "in", "by", "from", "into", "near", "on", "across"))
"""Right behind a participle these make it a passive: soldiers sent to Russia, but militants killed over 20."""
_CLAUSES = frozenset(("that", "which", "who", "but", "while"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger in one of its readings. passive: what was done stands before it, the doer after "by".
    phrase: the words of the object."""

    context: Context
    trigger: Trigger
    form: Form
    frame: Frame
    passive: bool
    phrase: tuple[Word, ...]

    @classmethod
    def of(cls, context: Context, trigger: Trigger, form: Form, frame: Frame) -> Scene:
        passive = form == "past" and _is_passive(context, trigger, frame)
        phrase = _before(context, trigger) if passive else _behind(context, trigger, form)
        return cls(context, trigger, form, frame, passive, tuple(phrase))

    def has_object(self) -> bool:
        """Whether the object that the frame needs stands by; whom violence harms may be a bare number."""
        held = {kind for kind, _ in self.context.classes(self.phrase)}
        if not self.frame.objects or self.frame.objects & held:
            return True
        near = self.phrase[-3:] if self.passive else self.phrase[:3]
        return self.frame.roles == "harm" and any(_is_number(word) for word in near)

    def after(self, prepositions: tuple[str | None, ...], words: int = 12) -> PartyMention | None:
        """The first party within so many words behind the trigger on one of those (None: on none)."""
        near = self.context.after(self.trigger.end, words)
        edge = near[-1].end if near else self.trigger.end
        for mention in self.context.mentions:
            if self.trigger.end <= mention.start < edge and self.context.preposition(mention) in prepositions:
                return mention
        return None

    def subject(self) -> PartyMention | None:
        """The doer of an active verb: the nearest subject, or what a pronoun in its place stands for."""
        context, at = self.context, self.trigger.start
        for word in context.before(at, 6, clause=False):
            if word.low in small_words("pronoun"):
                return context.first_subject(word.start) or context.subject_before(word.start) or context.carried
            if word.low not in small_words("carrier") and not word.low.endswith("ly"):
                break
        found = context.subject_before(at)
        if found is None:
            return None
        between = context.words_between(found.end, at)
        participle = self.form == "ing" and context.text[:at].rstrip().endswith(",")
        if participle or (between and between[-1] in ("and", "or")):  # visited Moscow and met Putin
            return None if self.form == "base" else context.first_subject(at)
        if self.form == "base" and between and between[-1] == "to" and not self._intended(found, between):
            return None
        reach = _NEAR_THIRD if self.form == "third" else _REACH
        return context.first_of_list(found) if len(between) <= reach else None

    def owner(self) -> PartyMention | None:
        """The party named within the phrase of what was moved or harmed: North Korean soldiers."""
        if not self.phrase:
            return None
        start, end = self.phrase[0].start, self.phrase[-1].end
        held = [
            mention for mention in self.context.mentions
            if mention.end > start and mention.start < end
            and self.context.preposition(mention) in (None, "of", "from")
        ]
        return (held[-1] if self.passive else held[0]) if held else None

    def _intended(self, subject: PartyMention, between: list[str]) -> bool:
        """Whether "to" with a bare verb tells what the subject does or means to do, not what others want."""
        if any(word in small_words("carrier") or word in small_words("intent") for word in between):
            return True
        return len(between) <= 2 and len(self.context.words_between(0, subject.start)) < _HEADLINE


def _is_passive(context: Context, trigger: Trigger, frame: Frame) -> bool:
    before = context.before(trigger.start, 4)
    for word in before:
        if word.low in small_words("be"):
            return True
        if word.low not in small_words("carrier") and not word.low.endswith("ly"):
            break
    after = context.after(trigger.end, 1)
    reduced = after and after[0].low in _BEHIND_PASSIVES
    return bool(reduced and before and frame.objects & {kind for kind, _ in context.classes(before[:1])})


def _before(context: Context, trigger: Trigger) -> list[Word]:
    """The words before a passive, back to the verb of saying that reports it."""
    found: list[Word] = []
    for word in context.before(trigger.start, _OBJECT):
        if word.low in small_words("say") or word.low == "that":
            break
        found.append(word)
    return found[::-1]


def _behind(context: Context, trigger: Trigger, form: Form) -> list[Word]:
    """The words behind a verb, up to the next place, clause or comma; with a noun also the word before it."""
    words = context.after(trigger.end, _OBJECT)
    found = context.before(trigger.start, 1) if form == "noun" else []
    edge = trigger.end
    for index, word in enumerate(words):
        behind = words[index + 1].start if index + 1 < len(words) else word.start
        preposition = word.low in small_words("preposition")
        if context.is_dated(word.start) or (preposition and context.is_dated(behind)):
            edge = word.end  # unveiled on Thursday a drone
            continue
        if word.low in _CLAUSES or ", " in context.text[edge : word.start]:
            break
        lows = [near.low for near in words[max(0, index - 1) : index + 2]]
        if preposition and word.low not in _STILL_OBJECT and not _OF_NUMBERS & set(pairwise(lows)):
            break
        found.append(word)
        edge = word.end
    return found


def _is_number(word: Word) -> bool:
    return word.low[0].isdigit() or word.low in _number_words()


@cache
def _number_words() -> frozenset[str]:
    words = (row for row in rows("date_words") if row["kind"] == "number")
    return frozenset(row["word"] for row in words if len(row["word"]) > 2)  # "a" and "an" count nothing here
