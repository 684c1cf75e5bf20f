"""The scene: what an article has named before a sentence, so that "the army" and "its forces" have an owner.

In: parties as named, sentence by sentence. Out: the party that a pronoun or a definite noun stands for.
Nearest first: this sentence, the paragraph, earlier paragraphs, the title.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import chain

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.mentions import FEW, Mentions
from agents.extract.clauses.recall import Latest, Recall
from agents.extract.clauses.told import about, from_the_left, goes_on_telling, helped, launches, towns_first, where
from agents.extract.nouns.leads import Lead
from agents.extract.sides.kinds import is_group, is_region, is_state
from agents.extract.sides.losers import loser_of
from agents.extract.sides.parties import find_parties, party
from agents.extract.sides.wars import Setting
from agents.extract.speakers.tellers import Tellers
from agents.extract.words.lexicon import rows
from agents.extract.words.vocabulary import word_class
from schemas.party import Party

_HEADING = 300
"""Characters of a paragraph that may be the heading of its tally: "Losses of the Russian occupiers as of ..."."""

_WHICH = frozenset(("which", "whom"))
"""Who acts right behind these acts in a clause apart: "the brawl in which 20 Indian soldiers died, China named four of
its own"."""

_SERVICES = frozenset(("navy", "army", "forces", "force", "fleet", "inventory", "corps", "guard", "military"))
"""At the end of a title, or before "of", these make it the page of an army."""

_PAGE_MARKS = frozenset(("of", "-", "–", "—", "|", "·", "("))
"""Behind one of these words a title ends or the name of a page's part begins: "Angolan Armed Forces – Air force"."""

_SURVEYS = frozenset(("inventory", "equipment", "orbat", "balance"))
"""In the title of a page that counts what one army has."""


class Scene:
    """State of one reading: told what each paragraph and sentence names, asked who is meant."""

    def __init__(self, title: str = "", speaker: Party | None = None, published: datetime | None = None) -> None:
        titled = find_parties(title) if title else []
        self.title = [mention.party for mention in titled]
        self.headline = title.lower().split()
        self._loser = loser_of(title, titled)
        self.inventory = _whole_subject(self.headline, self.title)
        self.speaker = speaker
        self._published = published
        self._tallied: tuple[Party | None] | None = None
        self.setting = Setting(title, published)
        self._mentions = Mentions()
        self._earlier = Recall(FEW)
        self._paragraph = Recall(FEW)
        self._sentences: list[Sentence] = []
        self._subject = Latest(about, self._sentences)
        self._place = Latest(where, self._sentences)
        self._launch = Latest(launches, self._sentences)
        self._friend = Latest(helped, self._sentences)
        self.headed: Party | None = None
        self.lead: Lead | None = None
        self.tellers = Tellers()
        self.later: Sequence[str] = ()
        self._titled = [it.party for it in titled if it.form != "adjective" and not is_group(it.party)]
        self._titled_makers = [it.party for it in titled if it.form == "maker"]

    def titled_place(self, owner: Party | None) -> Party | None:
        """The country of the title that is not the owner's: where the story may be set."""
        return next((one for one in self._titled if one not in (owner, self.speaker)), None)

    def begin_paragraph(self, mentions: Mentions) -> None:
        """mentions: all that the paragraph names, for a first sentence that names nobody."""
        self._mentions = mentions
        self._tallied = None
        self.setting = Setting(f"{mentions.about} {mentions.of}", self._published)
        self._earlier.take(self._paragraph)
        if self._sentences:
            self._sentences.clear()
            for said in (self._subject, self._place, self._launch, self._friend):
                said.forget()

    def add(self, sentence: Sentence) -> None:
        """Remember the sentence's parties; its first that no preposition governs is what "it" means next."""
        self._paragraph.add(lambda: [name.party for name in towns_first(sentence.named)])
        self._sentences.append(sentence)

    def note(self, mentions: Mentions) -> None:
        """Remember those of a paragraph that was not read, and so need not begin: nobody asks within it."""
        self._paragraph.add(lambda: [mention.party for mention in mentions.all])

    def coming(self) -> Sequence[Party]:
        """All parties of the paragraph, those behind the sentence at hand too; each once."""
        return self._mentions.first_acting

    @property
    def loser(self) -> Party | None:
        """Whose losses the title is about, or a tally of "the enemy's": of him whom the first party named fights."""
        if self._loser is not None or not self.setting.tallies_enemy:
            return self._loser
        if self._tallied is None:
            self._tallied = (loser_of(self._mentions.of[:_HEADING], self._mentions.all[:FEW]),)
        if self._tallied[0] is not None:
            return self._tallied[0]
        first = next(chain(self._mentions.acting[:1], self.title), None)
        sure = (id for id, how in self.enemies(first).items() if how == "yes") if first is not None else ()
        return next((party(id) for id in sure), None)

    @property
    def page_of(self) -> Party | None:
        """The side of a war on whose page the paragraph stands."""
        return self._mentions.voice

    @property
    def makers(self) -> Sequence[Party]:
        return [*self._mentions.makers[:FEW], *self._titled_makers]

    @property
    def teller(self) -> Party | None:
        """Who spoke last before the sentence at hand."""
        return self.tellers.party()

    @property
    def subject(self) -> Party | None:
        """Whom the sentences before are about."""
        return self._subject.said()

    @property
    def place(self) -> Party | None:
        """Where the sentences before say that they are."""
        return self._place.said()

    @property
    def friend(self) -> Party | None:
        """Whom the sentences before want to help."""
        return self._friend.said()

    @property
    def attacker(self) -> Party | None:
        """Whom the last sentence before that told of a launch was about."""
        launch = self._launch.place()
        return self._subject.said(launch) if launch >= 0 else None

    def recent(self, sentence: Sentence | None = None, before: int | None = None) -> Iterable[Party]:
        """Parties from the nearest back: in the sentence before a token, then wider and wider."""
        if sentence is not None:
            limit = len(sentence.tokens) if before is None else before
            near = towns_first(name for name in sentence.named if name.first < limit) if sentence.named else ()
            yield from (name.party for name in reversed(near))
        yield from self._paragraph
        yield from self._earlier
        yield from self.title
        if self.speaker is not None:
            yield self.speaker

    def before(self) -> Iterable[Party]:
        """Parties of this paragraph's sentences before the one at hand, from the nearest back."""
        return self._paragraph

    def meant(self, word: str, sentence: Sentence, before: int) -> Party | None:
        """Whom a pronoun or a definite noun stands for; None when nobody was named."""
        if word in ("we", "our", "us", "ours", "i", "my"):
            return self.speaker
        if word == "enemy":
            first = self._mentions.acting[:1]
            spoken = (self.page_of,) if self.page_of is not None else ()
            return self.loser or next(
                (
                    foe
                    for one in chain(spoken, from_the_left(sentence, before), first, self.recent())
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
        clause = max(sentence.last_before(";", before), 0)
        person = word in ("he", "she", "his", "her")  # which no adjective is: "180,000 Russian troops and his own men"
        if person and not word_class("irregular").isdisjoint(sentence.lows[:3]):  # "Rebel spokesman X said his men"
            return self.meant("rebels", sentence, before)
        free = [
            name
            for name in sentence.named
            if name.first < before
            and not name.prep
            and name.object_of < 0
            and not (person and name.mention.form == "adjective")
            and _WHICH.isdisjoint(sentence.lows[max(0, name.first - 3) : name.first])
        ]
        subject = next((name.party for name in free if name.first >= clause), free[0].party if free else None)
        if subject is None and self.teller is not None and goes_on_telling(sentence):
            return self.teller
        return (
            subject or self.subject or next((one for one in self.recent(sentence, before) if one != self.place), None)
        )

    def voice(self, but: Party | None = None) -> Party | None:
        """Whose "we" it is: the speaker, or the first other state that title, paragraph or what follows names."""
        if self.speaker is not None:
            return self.speaker
        named = chain(self.title, self.coming(), (it.party for text in self.later for it in find_parties(text)))
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
        near = chain(self.recent(sentence, before), self.coming())
        state = next((one for one in near if is_state(one)), None)
        if state is not None:
            return state
        return next((foe for one in self.coming() if (foe := self.foe(one, sentence)) is not None), None)

    def enemies(self, of: Party) -> Mapping[str, str]:
        """By id: all that are known to fight that party, each with how opponents.csv qualifies it."""
        return _opponents().get(of.id, {})

    def enemy(self, of: Party, sentence: Sentence, later: bool = False) -> Party | None:
        """A party that this paragraph names, up to here or anywhere, known to be at war with that one."""
        known = _opponents().get(of.id, {})
        here = (name.party for name in sentence.named if name.mention.form != "place" or is_group(name.party))
        near = chain(here, self._paragraph, self.coming() if later else ())
        return next((one for one in near if known.get(one.id, "cold") != "cold"), None)

    def rival(self, of: Party, sentence: Sentence) -> Party | None:
        """As enemy, where no war is being fought: China's aircraft near Taiwan."""
        known = _opponents().get(of.id, {})
        near = chain((name.party for name in sentence.named), self._paragraph)
        return next((one for one in near if known.get(one.id) == "cold"), None)


def sole_party(heading: str) -> Party | None:
    """The country that a heading names and nothing else: "DENMARK" over a list of what it gave."""
    named = find_parties(heading)
    whole = len(named) == 1 and len(heading.strip(" :*-•")) == named[0].end - named[0].start
    return named[0].party if whole else None


def _whole_subject(headline: Sequence[str], titled: Sequence[Party]) -> Party | None:
    """The state whose army a page is about: "Armed Forces of Uruguay", "Vietnam People's Navy"."""
    states = {one for one in titled if is_state(one)}
    followed = zip(headline, (*headline[1:], "of"), strict=False)
    of_forces = any(
        one.rstrip(":") in _SERVICES and (other in _PAGE_MARKS or one.endswith(":")) for one, other in followed
    ) or not _SURVEYS.isdisjoint(headline)
    return next(iter(states)) if of_forces and len(states) == len(titled) == 1 else None


@cache
def _opponents() -> dict[str, dict[str, str]]:
    """By id: each known enemy, and "yes" when it needs no naming, "also" when another is meant
    unless this one is named, "cold" when no war is being fought."""
    known: dict[str, dict[str, str]] = {}
    for row in rows("opponents"):
        for one, other in ((row["one"], row["other"]), (row["other"], row["one"])):
            known.setdefault(one, {})[other] = row["alone"]
    return known
