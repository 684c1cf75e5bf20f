"""Events: an article's paragraphs flow in, what it tells of who did what to whom flows out.

Typed with PLOVER's codes, with actor, recipient, place, date, stance and speaker. Precision goes
before recall: a verb counts only beside the nouns its kind needs and with its parties in their
places, so much that happens goes untold, and little is told that was not said. Not guaranteed:
events whose parties are only "the army" or "the two sides", and events told across sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from agents.extract.events.event_context import Context
from agents.extract.events.event_roles import Cast, read_roles
from agents.extract.events.event_setting import date_of, is_help, mode_of_violence, place_of, stance_of
from agents.extract.events.event_speakers import speaker_of
from agents.extract.events.event_triggers import Frame, Trigger, find_triggers
from agents.extract.sides.parties import PartyMention, find_parties, fold
from agents.extract.words.sentences import sentences
from schemas.event import Event, PloverType
from schemas.paragraph import Paragraph
from schemas.party import Party


class EventReading(NamedTuple):
    """An event and the paragraph that tells it."""

    event: Event
    paragraph: Paragraph


def read_events(paragraphs: Sequence[Paragraph], published_at: datetime | None) -> list[EventReading]:
    """Events in article order, each once for its sentence; quote is body[start:end], the sentence.

    Dates are resolved against published_at (UTC); without it, only those that name their year.
    Pure and deterministic; linear in the text. Raises InvalidLexicon when a word list is wrong.
    """
    return [
        EventReading(event, paragraph)
        for paragraph in paragraphs
        if find_triggers(fold(paragraph.text)) and find_parties(paragraph.text)
        for event in _read_paragraph(paragraph, published_at)
    ]


def _read_paragraph(paragraph: Paragraph, published_at: datetime | None) -> Iterator[Event]:
    """Sentence by sentence, carrying the subject and the speaker on to pronouns in the next."""
    subject: PartyMention | None = None
    speaker: str | None = None
    passed: list[str] = []  # sentences since the subject, which tell nothing but may name the next
    for start, end in sentences(paragraph.text):
        text = paragraph.text[start:end]
        triggers = find_triggers(fold(text))
        if triggers:
            subject = _subject(passed) or subject
            passed.clear()
            mentions = find_parties(text)
            if mentions or subject:
                context = Context.of(text, mentions, published_at, subject)
                said = speaker_of(context, speaker)
                yield from _read_sentence(context, triggers, said, paragraph.start + start)
                speaker = said or speaker
        passed.append(text)


def _subject(passed: list[str]) -> PartyMention | None:
    """The first that the last of the sentences names which names any; not for its words, but for its party."""
    for text in reversed(passed):
        named = next((mention for mention in find_parties(text) if mention.form != "place"), None)
        if named is not None:
            return named._replace(start=-1, end=-1)
    return None


def _read_sentence(context: Context, triggers: list[Trigger], said: str | None, at: int) -> Iterator[Event]:
    told: set[tuple[str, Party | None, Party | None]] = set()
    read = [(trigger, *roles) for trigger in triggers if (roles := read_roles(context, trigger))]
    telling = [trigger for trigger, _, _ in read]
    for trigger, frame, cast in read:
        key = frame.kind, _party(cast.actor), _party(cast.recipient)
        if key not in told:  # "killing 12 and wounding 30" is one event
            told.add(key)
            plover, mode = _type(context, trigger, frame, cast)
            yield Event(
                kind=frame.kind, plover=plover, mode=mode,
                actor=_party(cast.actor), recipient=_party(cast.recipient),
                place=place_of(context, trigger, frame, cast.recipient),
                date=date_of(context, trigger, frame, telling), stance=stance_of(context, trigger),
                speaker=_speaker(context, frame, cast, said),
                quote=context.text, start=at, end=at + len(context.text),
            )


def _type(context: Context, trigger: Trigger, frame: Frame, cast: Cast) -> tuple[PloverType, str | None]:
    """PLOVER's type and mode: the frame's, but for what the rest of the sentence decides."""
    if frame.roles == "joint" and cast.recipient is not None:
        return "COOPERATE", None
    if frame.kind == "casualties":
        return frame.plover, mode_of_violence(context)
    sent = frame.kind == "deployment" and frame.plover == "MOBILIZE" and cast.recipient is not None
    if sent and is_help(context, trigger):
        return "AID", "military"
    return frame.plover, frame.mode


def _speaker(context: Context, frame: Frame, cast: Cast, said: str | None) -> str | None:
    """Of a statement, who makes it; of anything else, who reports it."""
    actor = cast.actor
    if frame.kind == "statement" and actor is not None and actor in context.mentions:
        return context.text[actor.start : actor.end]
    return said


def _party(mention: PartyMention | None) -> Party | None:
    return mention.party if mention else None
