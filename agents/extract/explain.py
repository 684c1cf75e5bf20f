"""Explaining: paragraphs flow in, a plain text of what each stage made of each sentence flows out.

The way to debug a reading, ours or a user's: `tallywire extract --explain`. It runs the same code
as `read_figures` does, and prints what passes from stage to stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import find_frame
from agents.extract.figures import read_figures, read_paragraph, scene_of
from agents.extract.found import Found
from agents.extract.nouns.nouns import noun_group
from agents.extract.numbers.quantities import Quantity
from agents.extract.prefilter import may_hold
from agents.extract.readings import Reader
from schemas.figure import Figure
from schemas.paragraph import Paragraph
from schemas.party import Party


def explain(paragraphs: Sequence[Paragraph], published_at: datetime | None, title: str = "") -> str:
    """One block a paragraph, one indented block a sentence; ends with the figures as they are published."""
    scene = scene_of(title, published_at)
    lines: list[str] = []
    for paragraph in paragraphs:
        lines.append(f"paragraph {paragraph.position} [{paragraph.start}:{paragraph.end}]")
        if not may_hold(paragraph.text):
            lines.append("  left by the prefilter: no number beside a word for troops or weapons")
        for sentence, found, reader in _read(paragraph, scene, title):
            lines.extend(f"  {line}" for line in _sentence(sentence, found, reader))
    lines.append("figures")
    lines.extend(f"  {_figure(reading.figure)}" for reading in read_figures(paragraphs, published_at, title))
    return "\n".join(lines) + "\n"


def _read(paragraph: Paragraph, scene: object, title: str) -> Iterator[tuple[Sentence, list[Found], Reader]]:
    yield from read_paragraph(paragraph.text, scene, f"{title} {paragraph.heading or ''}")  # type: ignore[arg-type]


def _sentence(sentence: Sentence, found: list[Found], reader: Reader) -> Iterator[str]:
    yield f"sentence: {sentence.text[sentence.start : sentence.end]}"
    if not sentence.quantities:
        yield "  no quantity"
        return
    yield "  tokens: " + " ".join(f"{token.low}/{token.kind}" for token in sentence.tokens)
    yield "  parties: " + _or_none(
        f"{name.party.id} {name.mention.form}{f' after {name.prep}' if name.prep else ''}" for name in sentence.named
    )
    yield "  verbs: " + _or_none(
        f"{sentence.words(verb.first, verb.last)} ({verb.status or '-'}, {verb.frame}, {verb.form}"
        f"{', passive' if verb.passive else ''})"
        for verb in sentence.verbs.values()
    )
    for quantity in sentence.quantities:
        yield from (f"  {line}" for line in _quantity(sentence, quantity, found, reader))


def _quantity(sentence: Sentence, quantity: Quantity, found: list[Found], reader: Reader) -> Iterator[str]:
    more = ", on top of an earlier number" if quantity.increment else ""
    yield (
        f"quantity: {sentence.words(quantity.first, quantity.last)} = {_bounds(quantity.low, quantity.high)},"
        f" {quantity.vague or quantity.qualifier}{more}"
    )
    group = noun_group(sentence.tokens, quantity, sentence.named_tokens, sentence.verbs)
    if group is not None and group.heads:
        frame = find_frame(sentence, quantity.first, group.last)
        verb = sentence.words(frame.verb.first, frame.verb.last) if frame.verb else "no verb"
        yield f"  noun: {sentence.words(group.first, group.last)} = {', '.join(head.item for head in group.heads)}"
        yield f"  frame: {verb}{f', {frame.role}' if frame.role else ''}{f' after {frame.prep}' if frame.prep else ''}"
    one = next((one for one in found if one.quantity == quantity), None)
    if one is None:
        why = next((passed.why for passed in reader.passed_in(sentence) if passed.quantity == quantity), "")
        yield f"  no figure: {why or 'nothing that we count'}"
        return
    yield (
        f"  figure: {one.item}, {one.status}, {_party(one.sides.party)} -> {_party(one.sides.counterparty)},"
        f" {one.stance}, says {one.claimant or 'nobody'}"
    )


def _figure(figure: Figure) -> str:
    return (
        f"{figure.quote!r} [{figure.start}:{figure.end}] {figure.category} {figure.item}"
        f" {_bounds(figure.low, figure.high)} {figure.vague or figure.qualifier} {figure.status}"
        f" {_party(figure.party)} -> {_party(figure.counterparty)}; {figure.stance};"
        f" says {figure.claimant or 'nobody'}; as of {figure.as_of or 'unknown'}"
    )


def _bounds(low: int | None, high: int | None) -> str:
    return f"{'?' if low is None else low}..{'?' if high is None else high}"


def _party(party: Party | None) -> str:
    return party.id if party is not None else "-"


def _or_none(parts: Iterator[str]) -> str:
    return "; ".join(parts) or "none"
