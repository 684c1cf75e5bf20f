"""Figures: an article's paragraphs flow in, every count of troops and weapons they state flows out.

The stages stand in their own files; this one leads a paragraph through them: prefilter, sentences,
tokens, numbers, quantities, noun groups, admission, frames, sides, claimant, stance, time. The
scene carries from sentence to sentence who was named, so that "the army" has an owner.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.mentions import Mentions
from agents.extract.events.dates import DateMention, find_dates
from agents.extract.found import Found
from agents.extract.nouns.leads import is_list_item, lead_of_heading
from agents.extract.prefilter import may_hold, speaks_of_war
from agents.extract.readings import Reader
from agents.extract.sides.parties import party
from agents.extract.sides.scene import Scene, sole_party
from agents.extract.words.lexicon import rows
from agents.extract.words.sentences import sentences
from schemas.figure import Figure
from schemas.paragraph import Paragraph

_LATER = 12
"""Paragraphs read ahead for whose "we" it is, where nothing before says so."""

_NEAR = 110
"""Characters. A date further off dates another clause of the sentence."""

_DECADE = re.compile(r"(?:since )?(?:the )?(?:early |late |mid-)?(?:19|20)\d0s", re.IGNORECASE)


class Reading(NamedTuple):
    """A figure with the sentence and paragraph that state it."""

    figure: Figure
    sentence: str
    paragraph: Paragraph


def read_figures(paragraphs: Sequence[Paragraph], published_at: datetime | None, title: str = "") -> list[Reading]:
    """In article order. Spans are characters of the body: paragraph.start and on.

    Within a paragraph the same count of the same thing is read once. Pure: the same input gives the
    same readings. Not guaranteed: that a party resolved from an earlier paragraph is the one meant.
    """
    war = speaks_of_war(title)
    wanted = [may_hold(paragraph.text, war) for paragraph in paragraphs]
    if not any(wanted):
        return []
    scene = scene_of(title, published_at)
    readings: list[Reading] = []
    last_wanted = max(at for at, wants in enumerate(wanted) if wants)
    for at, paragraph in enumerate(paragraphs[: last_wanted + 1]):
        if not wanted[at]:
            _glance(paragraph.text, scene)
            continue
        scene.later = [later.text for later in paragraphs[at + 1 : at + 1 + _LATER]]
        if paragraph.heading:
            scene.lead = lead_of_heading(paragraph.heading)
        heading = paragraph.heading or ""
        scene.headed = sole_party(heading) if heading else None
        for sentence, found, _ in read_paragraph(paragraph.text, scene, f"{title} {heading}"):
            dates = find_dates(paragraph.text[sentence.start : sentence.end], published_at) if found else ()
            readings.extend(_reading(paragraph, sentence, one, found, dates) for one in found)
    return readings


def read_paragraph(text: str, scene: Scene, about: str = "") -> list[tuple[Sentence, list[Found], Reader]]:
    """Each sentence with what was found in it, and the reader that found it.

    about: title and heading, which tell whether a war is spoken of.
    """
    mentions = Mentions(text, about)
    scene.begin_paragraph(mentions)
    reader = Reader(text, scene, about)
    read: list[tuple[Sentence, list[Found], Reader]] = []
    all_of_it = [Sentence(text, start, end, mentions) for start, end in sentences(text)]
    reader.tellers.expect(all_of_it)
    for sentence in all_of_it:
        read.append((sentence, reader.read(sentence), reader))
        scene.add(sentence)
    return read


def scene_of(title: str, published: datetime | None = None) -> Scene:
    """The scene before the first paragraph: what the title names, and whose "we" is in what follows."""
    low = title.lower()
    speaker = next((party(row["party"]) for row in rows("speakers") if row["words"] in low), None)
    return Scene(title, speaker, published)


def _glance(text: str, scene: Scene) -> None:
    """A paragraph without figures still names parties: remember them, and that a list may run on."""
    if text.endswith(":"):
        scene.lead = lead_of_heading(text)
    elif scene.lead is not None and not is_list_item(text):
        scene.lead = None
    scene.note(Mentions(text))


def _reading(
    paragraph: Paragraph, sentence: Sentence, found: Found, all_found: list[Found], dates: Sequence[DateMention]
) -> Reading:
    text, start = paragraph.text, paragraph.start
    figure = Figure(
        category=found.category,
        item=found.item,
        item_text=found.item_text,
        low=found.quantity.low,
        high=found.quantity.high,
        qualifier=found.quantity.qualifier,
        vague=found.quantity.vague,
        status=found.status,
        party=found.sides.party,
        counterparty=found.sides.counterparty,
        increment=found.quantity.increment,
        claimant=found.claimant,
        stance=found.stance,
        as_of=_as_of(text, sentence.start, found, all_found, dates) if dates else None,
        quote=text[found.start : found.end],
        start=start + found.start,
        end=start + found.end,
    )
    return Reading(figure, text[sentence.start : sentence.end], paragraph)


def _as_of(
    text: str, offset: int, found: Found, all_found: list[Found], named: Sequence[DateMention]
) -> str | None:
    """The time named nearest to the figure in its sentence, unless it only says when somebody spoke.

    offset: where the sentence starts, from which the dates are counted."""
    dates = [
        date
        for date in named
        if date.iso is not None
        and not _when_said(text, offset, date)
        and _apart(offset, date, found) < _NEAR
        and not _another_between(offset, date, found, all_found)
        and not _DECADE.match(text, offset + date.start)
    ]
    return min(dates, key=lambda date: (_apart(offset, date, found), date.start)).iso if dates else None


def _another_between(offset: int, date: DateMention, found: Found, all_found: list[Found]) -> bool:
    """Whether a figure of another fate stands between: the date is that one's."""
    when = offset + date.start
    return any(
        one.status != found.status and min(found.start, when) < one.start < max(found.start, when) for one in all_found
    )


def _apart(offset: int, date: DateMention, found: Found) -> int:
    """Characters between figure and date."""
    return max(offset + date.start - found.end, found.start - offset - date.end, 0)


def _when_said(text: str, offset: int, date: DateMention) -> bool:
    before = text[max(0, offset + date.start - 24) : offset + date.start].lower().split()
    return any(
        word in ("said", "reported", "announced", "told", "says", "added", "stated", "confirmed", "claimed")
        for word in before[-2:]
    )
