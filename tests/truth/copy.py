"""Wire copy: what an article states, turned into the words that state it.

In: subjects, numbers, claimants. Out: passages (a paragraph that states one figure) and drafts
(article versions), which know both their text and what they state. Nothing is drawn by lot here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from tests.truth.plan import Claim, Number, Stated, Told
from tests.truth.wording import Kind, Side


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be counted in a war. item: its id and its plural."""

    kind: Kind
    us: Side
    them: Side
    item: tuple[str, str]

    @property
    def claim(self) -> Claim:
        party, other = (self.us, self.them) if self.kind.party == "us" else (self.them, self.us)
        return Claim(
            self.kind.category, self.item[0], self.kind.status, party.id, None if self.kind.alone else other.id,
            self.kind.increment,
        )

    @property
    def speakers(self) -> tuple[str, ...]:
        return (*self.us.speakers, *self.them.speakers)


def words_of(number: Number, status: str) -> str:
    """The number as the wordings take it."""
    if number.vague:
        return f"{number.vague} of"
    if number.low is None:
        return f"up to {number.high:,}"
    if number.high is None:
        # The reader takes "sent at least 73 tanks to" for tanks that are there, not sent.
        return f"{'more than' if status == 'sent' else 'at least'} {number.low:,}"
    if number.low != number.high:
        return f"between {number.low:,} and {number.high:,}"
    return f"{number.low:,}" if number.exact else f"about {number.low:,}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that states one figure. wording: which of the kind's, or null for the one that opens with
    who says so. fillers: the sentences around it. dateline: printed in front, or empty."""

    subject: Subject
    number: Number
    claimant: str | None
    wording: int | None
    fillers: tuple[str, ...]
    dateline: str = ""
    copied: bool = False

    @property
    def stated(self) -> Stated:
        return Stated(self.subject.claim, self.number, self.claimant, self.copied)

    @property
    def sentence(self) -> str:
        kind, us, them = self.subject.kind, self.subject.us, self.subject.them
        wording = kind.opening if self.wording is None else kind.wordings[self.wording]
        told = wording.format(
            us=us.name, them=them.name, us_adj=us.adjective, them_adj=them.adjective,
            n=words_of(self.number, kind.status), items=self.subject.item[1],
            said=f", {self.claimant} said" if self.claimant else "",
        )
        return capital(told if self.wording is not None else f"{self.claimant} said that {told}")

    @property
    def text(self) -> str:
        # After a dateline the reader takes "March 28 (Northwire) - The ministry" for the claimant: the
        # wording that opens with one stands behind the first filler.
        sentences = [*self.fillers]
        sentences.insert(1 if self.wording is None else 0, self.sentence)
        return self.dateline + " ".join(sentences)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Draft:
    """One article version. arrives: when it comes to stand in the log. noise: paragraphs without figures.
    furniture: lines of the page that are not the article's."""

    id: str
    version: int
    status: str
    outlet: str
    title: str
    published_at: datetime | None
    arrives: datetime
    passages: tuple[Passage, ...]
    noise: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        return "\n\n".join((
            *self.furniture[:1], *self.noise[:1], *(passage.text for passage in self.passages), *self.noise[1:],
            *self.furniture[1:],
        ))

    @property
    def told(self) -> Told:
        return Told(
            self.id, self.version, self.status == "canceled", self.outlet, self.published_at,
            tuple(passage.stated for passage in self.passages),
        )

    def record(self) -> bytes:
        """The article as the world sends it."""
        return json.dumps(
            {
                "id": self.id, "version": self.version, "status": self.status, "source": self.outlet,
                "title": self.title, "published_at": stamp(self.published_at), "language": "en",
                "url": f"https://news.example/{self.id}", "body": self.body,
            },
            ensure_ascii=False,
        ).encode()

    def with_number(self, number: Number, at: int = 0) -> Draft:
        """The same with another number in one of its passages."""
        return self.with_passages(
            replace(passage, number=number) if place == at else passage
            for place, passage in enumerate(self.passages)
        )

    def with_passages(self, passages: Iterable[Passage]) -> Draft:
        return replace(self, passages=tuple(passages))


def stamp(time: datetime | None) -> str | None:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ") if time else None
