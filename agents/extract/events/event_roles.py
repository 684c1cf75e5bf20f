"""Event roles: a trigger and its sentence flow in; who did it and to whom flow out, or nothing.

One reader for each way in which a verb hands out its roles. A reader that does not find what its
kind needs returns None: an event without its parties is worse than none. As PLOVER has it, a
visitor is the actor and the host the recipient; of two equal sides the first named is the actor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from agents.extract.events.event_context import Context
from agents.extract.events.event_scene import Scene
from agents.extract.events.event_triggers import Form, Frame, Roles, Trigger, small_words
from agents.extract.sides.parties import PartyMention

_CLOSE = 8
"""Words within which the other party of talks, visits and statements is named."""
_AND = re.compile(r"\s+(?:[a-z]+\s+){0,2}and\s+(?:the\s+)?")
"""Between two subjects: Iran and Iraq, the M23 rebels and the Congolese government."""


class Cast(NamedTuple):
    """Who is who in one event."""

    actor: PartyMention | None
    recipient: PartyMention | None


def read_roles(context: Context, trigger: Trigger) -> tuple[Frame, Cast] | None:
    """The first reading of the trigger that finds its object and its parties, in the order of the list."""
    for form, frame in _fitting(context, trigger):
        scene = Scene.of(context, trigger, form, frame)
        cast = _READERS[frame.roles](scene) if scene.has_object() else None
        if cast and not _to_itself(frame, cast) and not _lacks_recipient(frame, cast):
            return frame, cast
    return None


def _fitting(context: Context, trigger: Trigger) -> list[tuple[Form, Frame]]:
    """The readings that what stands before allows: "a visit" is a noun, "to visit" is none."""
    before = context.before(trigger.start, 1, clause=False)
    low = before[0].low if before else ""
    owned = context.folded[: trigger.start].rstrip()[-2:] in ("'s", "s'")
    nominal = low in small_words("opener") or owned
    nouns = [reading for reading in trigger.readings if reading[0] == "noun"]
    verbs = [reading for reading in trigger.readings if reading[0] != "noun"]
    if not nominal:
        return verbs + nouns
    return nouns or [reading for reading in verbs if reading[0] in ("past", "ing")]


def _to_itself(frame: Frame, cast: Cast) -> bool:
    """A party does not visit, meet or accuse itself; it may move troops within its own land."""
    same = cast.actor is not None and cast.recipient is not None and cast.actor.party == cast.recipient.party
    return same and frame.kind != "deployment"


def _lacks_recipient(frame: Frame, cast: Cast) -> bool:
    """PLOVER's AID must have a recipient: a frigate sent to a sea is no aid."""
    return frame.plover == "AID" and cast.recipient is None


def _give(scene: Scene) -> Cast | None:
    to = scene.after(("to", "into", "for", "in", "toward", "towards", "across", "near"))
    if scene.passive:
        actor = scene.after(("by",)) or scene.owner()
    elif scene.form == "noun":
        actor = scene.owner() or scene.after(("by",)) or scene.subject()
    else:
        actor = scene.subject()
        direct = scene.after((None,), 2)  # gave Ukraine tanks; but: gave Ukrainian troops
        if to is None and direct and direct.form != "adjective":
            to = direct
    return Cast(actor, to) if actor else None


def _get(scene: Scene) -> Cast | None:
    actor, other = scene.subject(), scene.after(("from",))
    return Cast(actor, other) if actor and other and not scene.passive else None


def _receive(scene: Scene) -> Cast | None:
    got = _get(scene)
    return Cast(got.recipient, got.actor) if got else None


def _harm(scene: Scene) -> Cast | None:
    victim = scene.owner()
    if victim and victim.form in ("place", "capital"):
        victim = None
    if scene.passive:
        actor = scene.after(("by",))
        inside = scene.after(("in",))
        if actor is None and inside and inside.form in ("adjective", "group"):
            actor = inside  # killed in an Israeli strike; but not: killed in Gaza
        return Cast(actor, victim) if actor or victim else None
    if scene.form == "ing":  # missiles struck Odesa, killing 12; but: the killing of three soldiers
        before = scene.context.before(scene.trigger.start, 1)
        named = before and before[0].low in small_words("opener")
        actor = scene.after(("by",)) if named else scene.context.first_subject(scene.trigger.start)
    else:
        actor = scene.subject()
    if actor and victim and actor.party == victim.party:
        victim = None
    return Cast(actor, victim) if actor or victim else None


def _go(scene: Scene) -> Cast | None:
    if scene.form == "noun":
        host, guest = scene.after(("to",), 6), scene.after(("by",), 6)
        if guest and not host:
            return Cast(guest, scene.subject())
        guest = guest or scene.owner() or scene.subject()
        return Cast(guest, host) if host and guest else None
    actor, host = scene.subject(), scene.after((None, "to", "in"), 3)
    known = actor and host and host.form in ("noun", "capital", "place") and not scene.passive
    return Cast(actor, host) if known else None


def _host(scene: Scene) -> Cast | None:
    guest, host = scene.after((None,), _CLOSE), scene.subject()
    return Cast(guest, host) if host and guest and guest.form == "leader" and not scene.passive else None


def _meet(scene: Scene) -> Cast | None:
    words = scene.context.folded[scene.trigger.start : scene.trigger.end]
    if words.endswith("between"):
        pair = [mention for mention in scene.context.mentions if mention.start >= scene.trigger.end][:2]
        return Cast(pair[0], pair[1]) if len(pair) == 2 else None
    other = scene.after((None, "with", "between"), _CLOSE)
    if other is None or scene.passive or not (words.endswith("with") or other.form == "leader"):
        return None
    actor = scene.subject()
    return Cast(actor, other) if actor else None


def _agree(scene: Scene) -> Cast | None:
    actor = scene.after(("by",)) if scene.passive else scene.subject()
    return _pair(scene, actor, ("with", "between")) if actor else None


def _say(scene: Scene) -> Cast | None:
    if scene.passive:
        actor, target = scene.after(("by",)), scene.context.subject_before(scene.trigger.start)
    else:
        actor, target = scene.subject(), scene.after((None, "by"), _CLOSE)
    if actor is None or actor.form == "place":
        return None
    return Cast(actor, target if target and target.party != actor.party else None)


def _show(scene: Scene) -> Cast | None:
    actor = scene.after(("by",)) if scene.passive else scene.subject()
    return Cast(actor, None) if actor and actor.form != "place" else None


def _joint(scene: Scene) -> Cast | None:
    shown = _show(scene)
    return _pair(scene, shown.actor, ("with",)) if shown and shown.actor else None


def _pair(scene: Scene, actor: PartyMention, prepositions: tuple[str, ...]) -> Cast:
    """Both of two subjects in their order (Iran and Iraq), else whom a preposition adds."""
    context = scene.context
    for one, other in pairwise(context.mentions):
        joined = _AND.fullmatch(context.folded, one.end, other.start) is not None
        if joined and actor in (one, other) and one.party != other.party:
            return Cast(one, other)
    return Cast(actor, scene.after(prepositions))


_READERS: dict[Roles, Callable[[Scene], Cast | None]] = {
    "give": _give, "get": _get, "receive": _receive, "harm": _harm, "go": _go, "host": _host,
    "meet": _meet, "agree": _agree, "say": _say, "show": _show, "joint": _joint,
}
