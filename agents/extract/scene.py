"""The scene: what an article has named before a sentence, so that "the army" and "its forces" have an owner.

In: parties as they are named, sentence by sentence. Out: the party that a pronoun or a definite noun
stands for. Nearest first: this sentence, the paragraph, earlier paragraphs, the title.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from functools import cache

from agents.extract.clauses import Named, Sentence
from agents.extract.leads import Lead
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
        self.ahead: list[Party] = []
        self.makers: list[Party] = []
        self.friend: Party | None = None
        self.teller: Party | None = None
        self.lead: Lead | None = None
        self.later: Sequence[str] = ()
        self.subject: Party | None = None
        self.attacker: Party | None = None
        self.place: Party | None = None
        self.title_place = next((one for one in self.title if not is_group(one) and one != speaker), None)

    def begin_paragraph(self, ahead: Iterable[Party] = (), makers: Iterable[Party] = ()) -> None:
        """ahead: all that the paragraph names, for a first sentence that names nobody; makers: of arms."""
        self.makers = list(makers)[:_REMEMBERED]
        self.friend = None
        self.ahead = list(ahead)[:_REMEMBERED]
        self._earlier.extend(self._paragraph)
        self._paragraph.clear()
        self.subject = self.place = self.attacker = None

    def add(self, sentence: Sentence) -> None:
        """Remember the sentence's parties; its first that no preposition governs is what "it" means next."""
        named = sentence.named
        self.place = next(
            (
                name.party
                for name in reversed(named)
                if name.outer in ("in", "into", "inside") and (is_state(name.party) or is_region(name.party))
            ),
            self.place,
        )
        self._paragraph.extend(name.party for name in _towns_first(named))
        self.subject = next((name.party for name in named if not name.prep and name.object_of < 0), self.subject)
        if any(verb.status == "launched" and verb.form != "noun" for verb in sentence.verbs.values()) or (
            "sent" in sentence.lows and "drones" in sentence.lows
        ):
            self.attacker = self.subject
        self.friend = next((name.party for name in named if _is_helped(sentence, name)), self.friend)

    def note(self, parties: Iterable[Party]) -> None:
        """Remember parties of a paragraph that was not read."""
        self._paragraph.extend(parties)

    def recent(self, sentence: Sentence | None = None, before: int | None = None) -> Iterable[Party]:
        """Parties from the nearest back: in the sentence before a token, then wider and wider."""
        if sentence is not None:
            limit = len(sentence.tokens) if before is None else before
            near = _towns_first(name for name in sentence.named if name.first < limit)
            yield from (name.party for name in reversed(near))
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
                (
                    foe
                    for one in (*_from_the_left(sentence, before), *self.recent(), *self.ahead)
                    if (foe := self.opponent(one, sentence)) is not None
                ),
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
            if word == "air" and self.attacker is not None:  # air defences are not the attacker's
                return self.opponent(self.attacker, sentence)
            return self.army(sentence, before)
        clause = next((at for at in range(min(before, len(sentence.lows)) - 1, -1, -1) if sentence.low(at) == ";"), 0)
        free = [name for name in sentence.named if name.first < before and not name.prep and name.object_of < 0]
        subject = next((name.party for name in free if name.first >= clause), free[0].party if free else None)
        if subject is None and self.teller is not None and _goes_on_telling(sentence):
            return self.teller
        return (
            subject or self.subject or next((one for one in self.recent(sentence, before) if one != self.place), None)
        )

    def voice(self, but: Party | None = None) -> Party | None:
        """Whose "we" it is: the speaker, or the first other state that title, paragraph or what follows names."""
        if self.speaker is not None:
            return self.speaker
        named = (*self.title, *self.ahead, *(it.party for text in self.later for it in find_parties(text)))
        return next((one for one in named if one != but and is_state(one)), None)

    def opponent(self, of: Party, sentence: Sentence, cold: bool = False) -> Party | None:
        """Who fights that party here: a known enemy that was named, or its only one. cold: or an old enemy."""
        known = _opponents().get(of.id, {})
        recent = next(
            (one for one in self.recent(sentence) if one.id in known and (cold or known[one.id] != "cold")), None
        )
        return self.enemy(of, sentence) or recent or self.foe(of, sentence)

    def foe(self, of: Party, sentence: Sentence) -> Party | None:
        """As opponent, but only one that this paragraph names, or that needs no naming."""
        known = _opponents().get(of.id, {})
        only = [id for id, how in known.items() if how not in ("cold", "also")] if not is_state(of) else []
        alone = next((id for id, how in known.items() if how == "yes"), only[0] if len(only) == 1 else None)
        return self.enemy(of, sentence) or (party(alone) if alone else None)

    def army(self, sentence: Sentence, before: int) -> Party | None:
        """The state whose army acts where nobody is named: the nearest one, in the end the dateline's."""
        near = (*self.recent(sentence, before), *self.ahead)
        return next((one for one in near if is_state(one)), None)

    def enemy(self, of: Party, sentence: Sentence, later: bool = False) -> Party | None:
        """A party that this paragraph names, up to here or anywhere, known to be at war with that one."""
        known = _opponents().get(of.id, {})
        here = (name.party for name in sentence.named if name.mention.form != "place" or is_group(name.party))
        near = (*here, *reversed(self._paragraph), *(self.ahead if later else ()))
        return next((one for one in near if known.get(one.id, "cold") != "cold"), None)

    def rival(self, of: Party, sentence: Sentence) -> Party | None:
        """As enemy, where no war is being fought: China's aircraft near Taiwan."""
        known = _opponents().get(of.id, {})
        near = (*(name.party for name in sentence.named), *reversed(self._paragraph))
        return next((one for one in near if known.get(one.id) == "cold"), None)


def _towns_first(named: Iterable[Named]) -> list[Named]:
    """Read from its end, the list has the parties that act before those where only a town or province is named."""
    return sorted(named, key=lambda name: name.mention.form != "place")


def is_state(one: Party) -> bool:
    return _kinds().get(one.id) == "state"


def is_group(one: Party) -> bool:
    return _kinds().get(one.id) == "group"


def is_region(one: Party) -> bool:
    return _kinds().get(one.id) == "region"


@cache
def _kinds() -> dict[str, str]:
    return {row["id"]: row["kind"] for row in rows("parties")}


@cache
def _opponents() -> dict[str, dict[str, str]]:
    """By id: each known enemy, and "yes" when it needs no naming, "also" when another is meant
    unless this one is named, "cold" when no war is being fought."""
    known: dict[str, dict[str, str]] = {}
    for row in rows("opponents"):
        for one, other in ((row["one"], row["other"]), (row["other"], row["one"])):
            known.setdefault(one, {})[other] = row["alone"]
    return known


def _from_the_left(sentence: Sentence, before: int) -> list[Party]:
    """Whoever speaks of "the enemy" stands first: "Baku said it had destroyed Armenian guns and 30 enemy troops"."""
    return [name.party for name in sentence.named if name.first < before]


def _goes_on_telling(sentence: Sentence) -> bool:
    """ "It said its units had shot down 84": whoever spoke in the sentence before."""
    return sentence.low(0) in ("it", "he", "she", "they") and sentence.low(1) in word_class("telling")


def _is_helped(sentence: Sentence, name: Named) -> bool:
    """ "to help the people of Ukraine", "military assistance to Kyiv": whom arms counted next are for."""
    near = range(max(0, name.first - 6), name.first)
    return is_state(name.party) and any(sentence.low(at) in word_class("helping") for at in near)
