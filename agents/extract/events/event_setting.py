"""Event setting: an event's trigger and sentence flow in; where, when and how surely flow out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.extract.events.dates import DateMention
from agents.extract.events.event_context import Context
from agents.extract.events.event_triggers import Frame, Trigger, means, small_words, stance_words
from agents.extract.sides.parties import PartyMention
from schemas.figure import Stance

_STANCE_WORDS = 7
"""Words before the trigger in which a modal or a denial is about it."""
_NEAR = 90
"""Characters between a trigger and the date or place that is its own, not that of a further clause."""
_LANDS = ("noun", "capital", "place")
_AT = ("in", "near", "at", "into", "inside", "across")
_NAMED = re.compile(
    r"\b(?:in|at|near|off)\s(?:the\s)?([A-Z][\w'’-]{1,30}(?:\s(?:of\s)?[A-Z][\w'’-]{1,30}){0,3})"
)
_HELPS = re.compile(r"\b(?:in support of|to (?:support|help|assist|aid|back|reinforce)|peacekeep\w{2,6})\b")


def place_of(
    context: Context, trigger: Trigger, frame: Frame, recipient: PartyMention | None
) -> str | None:
    """Where, as printed: the land that troops, arms or visitors go to; else a land, then any name, on "in"."""
    goes = frame.kind in ("deployment", "transfer", "visit")
    if goes and recipient in context.mentions and recipient is not None and recipient.form in _LANDS:
        return context.text[recipient.start : recipient.end]
    for mention in context.mentions:
        near = trigger.end <= mention.start <= trigger.end + _NEAR
        if near and mention.form in _LANDS and context.preposition(mention) in _AT:
            return context.text[mention.start : mention.end]
    if context.text.isupper():  # capitals tell no names here
        return None
    known: tuple[PartyMention | DateMention, ...] = (*context.mentions, *context.dates)
    for match in _NAMED.finditer(context.text, trigger.end, trigger.end + _NEAR):
        if not any(it.start < match.end(1) and it.end > match.start(1) for it in known):
            return match[1]
    return None


def date_of(context: Context, trigger: Trigger, frame: Frame, others: Sequence[Trigger]) -> str | None:
    """The date nearest to the trigger in its half of the sentence, unless it tells when somebody said so
    or another trigger that tells an event stands between."""
    nearest: tuple[int, str] | None = None
    for date in context.dates:
        low, high = min(trigger.end, date.end), max(trigger.start, date.start)
        near = _NEAR if date.start >= trigger.end else _NEAR // 2
        if date.iso is None or high - low > near or ";" in context.text[low:high]:
            continue
        if frame.kind != "statement" and _tells_when_said(context, date.start):
            continue
        between = (other for other in others if low <= other.start < high)
        if not all(_alike(trigger, other) for other in between):
            continue
        away = high - low if date.start >= trigger.end else 2 * (high - low)  # English puts it behind the verb
        if nearest is None or away < nearest[0]:
            nearest = away, date.iso
    return nearest[1] if nearest else None


def stance_of(context: Context, trigger: Trigger) -> Stance:
    """By the words before the trigger: a supposition, then a denial, a doubt, a plan, in this order."""
    known = stance_words()
    words = context.before(trigger.start, _STANCE_WORDS)
    found = {known[word.low] for word in words if word.low in known}
    if any(word.low in small_words("supposing") for word in words):
        return "possible"
    if "denied" in found or any(word.low.endswith("n't") for word in words):
        return "denied"
    if "possible" in found:
        return "possible"
    bare = words and words[0].low == "to" and not any(word.low in small_words("carrier") for word in words[1:])
    return "planned" if "planned" in found or bare else "asserted"


def mode_of_violence(context: Context) -> str | None:
    """PLOVER's mode of ASSAULT by the means that the sentence names, or null."""
    words = {word.low for word in context.words}
    return next((mode for word, mode in means().items() if word in words), None)


def is_help(context: Context, trigger: Trigger) -> bool:
    """Whether troops go to the aid of whom they go to: PLOVER counts that as AID, not as MOBILIZE."""
    return _HELPS.search(context.folded, trigger.end) is not None


def _tells_when_said(context: Context, at: int) -> bool:
    before = context.before(at, 3, clause=False)
    return any(word.low in small_words("say") for word in before)


def _alike(trigger: Trigger, other: Trigger) -> bool:
    kinds = {frame.kind for _, frame in trigger.readings}
    return any(frame.kind in kinds for _, frame in other.readings)
