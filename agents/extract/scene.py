"""The scene: what an article has named before a sentence, so that "the army" and "its forces" have an owner.

In: parties as they are named, sentence by sentence. Out: the party that a pronoun or a definite noun
stands for. Nearest first: this sentence, the paragraph, earlier paragraphs, the title.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from functools import cache

from agents.extract.clauses import Sentence
from agents.extract.lexicon import rows
from agents.extract.parties import find_parties, party
from agents.extract.vocabulary import word_class
from schemas.party import Party

_REMEMBERED = 24
"""Mentions kept from earlier paragraphs: older ones are no longer what "the army" means."""


class Scene:
    """State of one reading: told what each paragraph and sentence names, asked who is meant."""

    def __init__(self, title: str = "", speaker: Party | None = None) -> None:
        self.title = [mention.party for mention in find_parties(title)] if title else []
        self.speaker = speaker
        self._earlier: deque[Party] = deque(maxlen=_REMEMBERED)
        self._paragraph: deque[Party] = deque(maxlen=_REMEMBERED)
        self.subject: Party | None = None
        self.place: Party | None = None
        self.title_place = next((one for one in self.title if not is_group(one) and one != speaker), None)

    def begin_paragraph(self) -> None:
        self._earlier.extend(self._paragraph)
        self._paragraph.clear()
        self.subject = self.place = None

    def add(self, sentence: Sentence) -> None:
        """Remember the sentence's parties; its first that no preposition governs is what "it" means next."""
        named = sentence.named
        self.place = next(
            (
                name.party
                for name in reversed(named)
                if name.outer in ("in", "into", "from", "inside") and not is_group(name.party)
            ),
            self.place,
        )
        self._paragraph.extend(name.party for name in named)
        self.subject = next((name.party for name in named if not name.prep and name.object_of < 0), self.subject)

    def note(self, parties: Iterable[Party]) -> None:
        """Remember parties of a paragraph that was not read."""
        self._paragraph.extend(parties)

    def recent(self, sentence: Sentence | None = None, before: int | None = None) -> Iterable[Party]:
        """Parties from the nearest back: in the sentence before a token, then wider and wider."""
        if sentence is not None:
            limit = len(sentence.tokens) if before is None else before
            yield from (name.party for name in reversed(sentence.named) if name.first < limit)
        yield from reversed(self._paragraph)
        yield from reversed(self._earlier)
        yield from self.title
        if self.speaker is not None:
            yield self.speaker

    def meant(self, word: str, sentence: Sentence, before: int) -> Party | None:
        """Whom a pronoun or a definite noun stands for; None when nobody was named."""
        if word in ("we", "our", "us", "ours", "i", "my"):
            return self.speaker
        if word == "enemy":
            return next(
                (foe for one in self.recent(sentence, before) if (foe := self.opponent(one, sentence)) is not None),
                None,
            )
        if word in ("south", "north"):
            korea = party("KOR" if word == "south" else "PRK")
            return korea if any(one.id in ("KOR", "PRK") for one in self.recent(sentence)) else None
        if word in word_class("irregular"):
            return next(
                (one for one in self.recent(sentence, before) if not is_state(one) and not is_region(one)),
                None,
            )
        if word in word_class("regular"):
            return next((one for one in self.recent(sentence, before) if is_state(one)), None)
        subject = next(
            (name.party for name in sentence.named if name.first < before and not name.prep and name.object_of < 0),
            None,
        )
        return (
            subject or self.subject or next((one for one in self.recent(sentence, before) if one != self.place), None)
        )

    def opponent(self, of: Party, sentence: Sentence) -> Party | None:
        """Who fights that party here: a known enemy that was named, or its only one."""
        known = _opponents().get(of.id, {})
        named = self.enemy(of, sentence) or next((one for one in self.recent(sentence) if one.id in known), None)
        if named is not None:
            return named
        only = [id for id, how in known.items() if how != "cold"] if not is_state(of) else []
        alone = next((id for id, how in known.items() if how == "yes"), only[0] if len(only) == 1 else None)
        return party(alone) if alone else None

    def enemy(self, of: Party, sentence: Sentence) -> Party | None:
        """A party that is named in this paragraph and known to be at war with that one."""
        known = _opponents().get(of.id, {})
        near = (*(name.party for name in sentence.named), *reversed(self._paragraph))
        return next((one for one in near if known.get(one.id, "cold") != "cold"), None)

    def rival(self, of: Party, sentence: Sentence) -> Party | None:
        """As enemy, where no war is being fought: China's aircraft near Taiwan."""
        known = _opponents().get(of.id, {})
        near = (*(name.party for name in sentence.named), *reversed(self._paragraph))
        return next((one for one in near if known.get(one.id) == "cold"), None)


def is_state(one: Party) -> bool:
    return _kinds().get(one.id) == "state"


def is_group(one: Party) -> bool:
    return _kinds().get(one.id) in ("group", "alliance")


def is_region(one: Party) -> bool:
    return _kinds().get(one.id) == "region"


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in rows("parties")}


@cache
def _opponents() -> dict[str, dict[str, str]]:
    """By id: each known enemy, and "yes" when it needs no naming, "cold" when no war is being fought."""
    known: dict[str, dict[str, str]] = {}
    for row in rows("opponents"):
        for one, other in ((row["one"], row["other"]), (row["other"], row["one"])):
            known.setdefault(one, {})[other] = row["alone"]
    return known
