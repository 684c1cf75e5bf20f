"""Of arms: what a verb says in general flows in, what it says of arms flows out.

The same word means different things of a tank, a missile in the air and a ship: lost drones were
stopped in flight, lost tanks destroyed; "carries" tells what is aboard; what a plant hands over it made.
"""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.items import Item
from agents.extract.verbs import Verb
from agents.extract.vocabulary import word_class

_CREWED = ("tank", "vehicle", "ship", "boat", "carrier", "motorcycle")


def of_arms(sentence: Sentence, verb: Verb, status: str, item: Item) -> str:
    in_flight = flies(item)
    if verb.lemma == "lose":
        return "intercepted" if verb.passive and in_flight else "destroyed"
    if in_flight and verb.lemma in word_class("stopping"):
        return "destroyed" if _on_ground(sentence, verb) else "intercepted"
    if status == "intercepted" and any(word in item.item for word in ("tank", "vehicle", "ship", "gun", "howitzer")):
        return "destroyed"
    if status in ("killed", "killed_or_wounded", "wounded"):
        return "destroyed"
    if status == "exchanged":
        return "sent"
    if status == "mobilised":
        return "produced" if verb.lemma in ("assemble", "create", "form") else "present"
    if verb.frame == "arrive" and (verb.passive or verb.lemma in ("hit", "strike", "target")) and not in_flight:
        return "destroyed"
    if status == "launched" and verb.form == "noun" and any(word in item.item for word in _CREWED):
        return "present"  # "an assault involving two tanks"
    if not in_flight and verb.lemma in ("crash", "fly"):
        return "destroyed" if verb.lemma == "crash" else "other"  # aircraft that crash are lost; that fly are not fired
    if verb.lemma == "carry" and verb.form in ("s", "base"):
        return "present"  # "the ship carries 96 missiles"; but "a plane carrying 24 missiles" brings them
    if verb.lemma == "land" and any(word in item.item for word in ("plane", "helicopter", "aircraft", "jet")):
        return "sent"
    if status == "sent" and verb.lemma in word_class("finishing") and _maker_before(sentence, verb):
        return "produced"
    if verb.lemma in word_class("seeing"):
        return "other" if in_flight else "present"
    if verb.frame == "arrive" and verb.lemma in word_class("arriving") and not in_flight:
        return "sent" if any(word in item.item for word in ("tank", "vehicle", "carrier")) else "present"
    return status


def _maker_before(sentence: Sentence, verb: Verb) -> bool:
    """ "The plant handed over seven jets": it made them."""
    return any(sentence.low(at) in word_class("works") for at in range(max(0, verb.first - 4), verb.first))


def flies(item: Item) -> bool:
    """Whether it is stopped in flight rather than destroyed: drones, missiles, shells, decoys."""
    named = any(word in item.item for word in ("drone", "missile", "decoy"))
    return item.item in word_class("flying") or (named and "launcher" not in item.item)


def _on_ground(sentence: Sentence, verb: Verb) -> bool:
    """Missiles destroyed before they flew: "prepared to be launched", "being readied"."""
    behind = range(verb.last, min(len(sentence.tokens), verb.last + 24))
    return any(sentence.low(at) in word_class("unlaunched") for at in behind)
