"""Given: troops or arms that are sent, promised or bought flow in, giver and receiver flow out.

Who sends sends to another; who buys or asks gets from another, and an arms maker stands for the
country that it builds in: "a contract with South Korea's Hyundai for 160 tanks".
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.frames import Frame
from agents.extract.nouns.items import Item
from agents.extract.sides.kinds import is_state
from agents.extract.sides.likely_owners import RECEIVERS, Pair, at_place, by_kind, only_asked, place_around
from agents.extract.sides.model_makers import maker_of
from agents.extract.sides.said_sides import Said
from agents.extract.sides.scene import Scene
from agents.extract.sides.subjects import helped, subject_of
from agents.extract.words.vocabulary import word_class
from schemas.party import Party

_SELLERS = frozenset(("from", "with", "by"))
_GOALS = frozenset(("to", "for", "into"))
_ENTERING = frozenset(("reach", "invade", "enter", "storm"))


def given(sentence: Sentence, item: Item, frame: Frame, said: Said, scene: Scene, first: int) -> Pair:
    verb = frame.verb
    people = item.category == "troops"
    if verb is not None and (not people or item.kind == "unit") and verb.lemma in word_class("buying"):
        return _bought(sentence, item, frame, said, scene)
    if said.last is not None and said.own in (None, said.last[0]) and verb is not None and _of_the_deal(sentence, verb):
        return said.last
    if verb is not None and verb.frame == "receive" and people:
        owner = said.own or said.subject
        return owner, at_place(said, word_class("place_prep"), owner) or place_around(sentence, scene, owner)
    if verb is not None and verb.frame == "receive":
        return _received(sentence, item, verb, said, scene)
    if verb is not None and verb.passive and frame.prep == "with" and verb.frame == "transfer":
        supplied = subject_of(sentence, verb, scene)  # "Kyiv would be supplied with 80,000 shells"
        if supplied is not None:
            teller = (it.party for it in sentence.named if it.first > first and not it.prep and is_state(it.party))
            giver = said.agent or _giver(sentence, frame, scene, supplied, first) or next(teller, None)
            return giver if giver != supplied else None, supplied
    friend = next((name.party for name in sentence.named if helped(sentence, name)), None)
    if friend is None and verb is not None and said.subject is None and not people:
        friend = _of_allies(sentence, verb)
    if friend is not None and said.subject is None:
        return said.own, friend
    doer = said.subject or said.agent
    owner = (said.own or doer) if people else (doer or said.own)
    origin = at_place(said, frozenset(("from",)))
    if people and owner is None and origin is not None:  # troops from a city may be those of the title
        owner = next((one for one in scene.title if is_state(one)), None)
    owner = owner or origin
    receiver = _receiver(sentence, said, owner, first)
    if owner is None and receiver is not None and verb is not None and frame.role == "subject" and people:
        across = verb.lemma.split()[0] in word_class("crossing")
        if not across and receiver in scene.title:
            owner, receiver = receiver, None  # at home, in the country that the title is about
        elif across:
            owner = scene.foe(receiver, sentence)  # "up to 1,000 men crossed into Kursk"
    if owner is None:
        owner = _giver(sentence, frame, scene, receiver, first)
    if owner is None and people and receiver is not None and _is_subject(sentence, receiver):
        owner, receiver = receiver, None  # Brazil's soldiers, sent to a town of its own
    if owner is None and people:
        owner = by_kind(said, item, scene, sentence, first, receiver)
    if receiver is not None and receiver == owner:
        receiver = None
    if receiver is None and said.last is not None and said.last[1] == owner and sentence.low(0) == "in":
        receiver = said.last[0]  # "In return Moscow has supplied"
    if receiver is None and owner is not None and any(low in word_class("front") for low in sentence.lows[first:]):
        receiver = scene.enemy(owner, sentence, True) or scene.rival(owner, sentence)
    if receiver is None and people:
        receiver = place_around(sentence, scene, owner)
    if receiver is None and not people and scene.friend != owner:
        receiver = scene.friend
    return owner, receiver if receiver != owner else None


def _is_subject(sentence: Sentence, one: Party) -> bool:
    """Whether the sentence begins with that party, which no preposition governs."""
    first = next((name for name in sentence.named if not name.prep and name.object_of < 0), None)
    return first is not None and first.party == one and first.mention.form != "place"


def _of_allies(sentence: Sentence, verb: Verb) -> Party | None:
    """Ukraine in "Ukraine needs more, and allies have pledged a million shells": whom they are allies of."""
    before = sentence.lows[max(0, verb.first - 4) : verb.first]
    if word_class("helper").isdisjoint(before):
        return None
    return next((name.party for name in reversed(sentence.named) if name.last <= verb.first and not name.prep), None)


def _of_the_deal(sentence: Sentence, verb: Verb) -> bool:
    """ "The package covers six jets": the deal that the sentence before spoke of."""
    named = any(name.first < verb.first for name in sentence.named)
    return not named and sentence.low(verb.first - 1) in word_class("deal")


def _receiver(sentence: Sentence, said: Said, owner: Party | None, first: int) -> Party | None:
    reached = next(
        (
            name.party
            for name in said.places
            if name.object_of in sentence.verbs and sentence.verbs[name.object_of].lemma in _ENTERING
        ),
        None,
    )
    receiver = (
        said.indirect or at_place(said, RECEIVERS, owner) or reached or at_place(said, word_class("place_prep"), owner)
    )
    return receiver or next(
        (name.party for name in sentence.named if name.outer in _GOALS and name.party != owner and name.last <= first),
        None,
    )


def _giver(sentence: Sentence, frame: Frame, scene: Scene, receiver: Party | None, first: int) -> Party | None:
    free = next(
        (
            name.party
            for name in sentence.named
            if not name.prep and name.object_of < 0 and name.party != receiver and name.last <= first
        ),
        None,
    )
    if free is not None:
        return free
    before = sentence.lows[: frame.verb.first] if frame.verb is not None else []
    if any(low in ("we", "our") for low in before[-6:]):
        return scene.voice(receiver)
    return (scene.subject if scene.subject != receiver else None) or scene.speaker


def _received(sentence: Sentence, item: Item, verb: Verb, said: Said, scene: Scene) -> Pair:
    if any(name.mention.form == "maker" and name.party == said.subject and not name.prep for name in sentence.named):
        buyer = at_place(said, _SELLERS | RECEIVERS, said.subject)  # a maker that "has received an order from"
        return said.subject, buyer
    seller = (
        at_place(said, frozenset(("from",)), said.subject) or said.own or _maker(sentence, item, scene, said.subject)
    )
    homemade = verb.lemma in word_class("accepting") and not word_class("homemade").isdisjoint(sentence.words_of)
    if homemade and seller in (None, said.subject):
        return said.subject, None  # what an army takes over from its country's own works
    if seller is None and said.last is not None and said.last[1] == said.subject:
        seller = said.last[0]  # "has received 96 of the vehicles", ordered in the sentence before
    return (seller if seller != said.subject else None), said.subject


def _bought(sentence: Sentence, item: Item, frame: Frame, said: Said, scene: Scene) -> Pair:
    """An order, a purchase, a contract: the seller stands after "from" or "with", or is a maker."""
    verb = frame.verb
    makers = {name.party for name in sentence.named if name.mention.form == "maker"}
    buyer = said.subject
    if buyer in makers:  # "Hanwha won a contract from Warsaw for 200 howitzers"
        other = at_place(said, _SELLERS | RECEIVERS | word_class("place_prep"), buyer)
        return buyer, other
    if verb is not None and buyer is None:
        buyer = said.agent or at_place(said, RECEIVERS, said.own) or scene.meant("country", sentence, verb.first)
    seller = at_place(said, _SELLERS, buyer) or _from(sentence, buyer)
    if seller is None and buyer is not None and buyer in (said.own, said.same):
        return buyer, None  # a country's order for what it makes itself
    seller = seller or (said.own if said.own != buyer else None) or _maker(sentence, item, scene, buyer)
    if seller is None:  # what is ordered is the buyer's; what is only asked for is nobody's yet
        firm = verb is not None and verb.lemma in word_class("ordering") and not only_asked(sentence, verb.first)
        return (buyer, None) if firm and buyer is not None else (None, buyer)
    return seller, buyer if buyer != seller else None


def _from(sentence: Sentence, buyer: Party | None) -> Party | None:
    return next((name.party for name in sentence.named if name.outer == "from" and name.party != buyer), None)


def _maker(sentence: Sentence, item: Item, scene: Scene, buyer: Party | None) -> Party | None:
    """The country of the maker that the sentence, or else the paragraph or its title, names: who builds such things."""
    here = (name.party for name in sentence.named if name.mention.form == "maker")
    built = maker_of(item.words.lower())
    return next((one for one in (*here, *scene.makers) if one != buyer and built in (None, one)), None)
