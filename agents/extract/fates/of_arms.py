"""Of arms: what a verb says in general flows in, what it says of arms flows out.

The same word means different things of a tank, a missile in the air and a ship: lost drones were
stopped in flight, lost tanks destroyed; "carries" tells what is aboard; what a plant hands over it made.
"""

from __future__ import annotations

import re

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.promises import promised
from agents.extract.nouns.items import Item
from agents.extract.words.vocabulary import word_class

_MANNED = ("aircraft", "plane", "jet", "ship", "boat", "vessel", "bomber", "helicopter", "fighter", "frigate")
_MUNITION = ("round", "shell", "rocket", "bomb", "mortar", "missile", "projectile", "munition", "drone")
_BEHIND_LOST = frozenset(("in", "from", "over", "due", "to", "on", ".", ",", ";", ""))
"""Behind "lost" these show that the drones before it were lost, not what they lost."""

_YIELDING = frozenset(("hand over", "turn over", "deliver", "hand", "bring in"))

_NEVER_AIRBORNE = frozenset(("naval_drone", "ground_robot"))
"""Called drones, and yet stopped as boats and vehicles are: destroyed."""

_KEEPING = frozenset(("hold", "bury"))
"""Of arms these say that somebody has them."""

_LEAVING = frozenset(("abandon", "leave behind", "leave at the scene", "leave on the battlefield"))
_DECADE = re.compile(r"(?:19|20)[0-9]0s|19[0-9]{2}")

_LADEN = frozenset(("carry", "hold", "store", "transport", "house", "hide", "conceal", "smuggle"))
_HALTING = frozenset(("intercept", "stop", "raid", "search", "board", "storm", "halt"))
"""What is done to a boat, a truck or a house in which arms are then found."""

_CREWED = ("tank", "vehicle", "ship", "boat", "carrier", "motorcycle")


def of_arms(sentence: Sentence, verb: Verb, status: str, item: Item) -> str:
    said = _of_arms(sentence, verb, status, item)
    return "destroyed" if said == "intercepted" and item.item in _NEVER_AIRBORNE else said


def _of_arms(sentence: Sentence, verb: Verb, status: str, item: Item) -> str:
    in_flight = flies(item)
    if status == "trained" or verb.lemma in _KEEPING:
        return "present"  # "their guns trained on the shore"; "guns are buried in gardens"
    if verb.lemma in _LEAVING:
        return "captured"  # what one side leaves lying the other has
    if verb.lemma in ("carry", "load") and "each" in sentence.lows[max(0, verb.first - 8) : verb.last + 8]:
        return "present"  # "each vehicle carrying two missiles"
    if status == "pledged" and verb.frame == "receive" and _long_ago(sentence, verb):
        return "present"  # "tanks bought from Israel in the 1990s"
    if in_flight and verb.lemma == "count" and _counted_in(sentence, verb):
        return "launched"  # "we counted sixty drones"
    if verb.form == "ing" and verb.lemma in _LADEN and _cargo_taken(sentence, verb):
        return "captured"
    before = (sentence.low(verb.first - 2), sentence.low(verb.first - 1))
    if verb.lemma == "reach" and not {"not", "n't", "never"}.isdisjoint(before):
        return "intercepted"  # "20 drones did not reach their targets"
    if verb.lemma in ("land", "land in") and any(word in item.item for word in _MUNITION):
        return "launched"
    if verb.lemma == "fall" and into_hands(sentence, verb):
        return "captured"
    if verb.lemma == "lose":
        behind = verb.form in ("past", "participle") and sentence.low(verb.last) in _BEHIND_LOST
        return "intercepted" if in_flight and (verb.passive or behind) else "destroyed"
    if in_flight and status == "sent" and verb.frame in ("transfer", "self") and _attacking(sentence, verb):
        return "launched"  # "67 drones sent over from the coast were brought down", "drones came in before dawn"
    if in_flight and status == "sent" and verb.lemma in word_class("flinging") and _flung(sentence, verb):
        return "launched"  # "sent two missiles into the East Sea"
    if in_flight and verb.lemma in word_class("flying_in") and sentence.low(verb.last) in ("from", "over", "at", "on"):
        return "launched"  # "120 drones flew in from the north"
    if verb.lemma == "take" and not verb.passive and _brought(sentence, verb):
        return "sent"  # "took its first six vehicles to Batanes"
    if verb.lemma == "take" and not verb.passive and promised(sentence, verb):
        return "pledged"  # "the army will take 1,580 vehicles in all"
    if verb.lemma == "collect" and not verb.passive and verb.last not in sentence.quantity_at:
        return "present"  # "imagery collected in May shows 24 vehicles"
    if verb.lemma == "bring" and item.item in word_class("carried_arms") and _along(sentence, verb):
        return "other"  # "came in, bringing with them 58 rifles"
    if verb.lemma == "take" and not verb.passive and _along(sentence, verb):
        return "withdrawn"  # "took its 40 tanks with it"
    if status == "sent" and verb.lemma in word_class("moving") and _out_of(sentence, verb):
        return "withdrawn"  # "has moved 12 warships out of Sevastopol"
    if verb.lemma == "yield" and _maker_before(sentence, verb):
        return "produced"
    if in_flight and verb.lemma in word_class("falling") and not word_class("jamming").isdisjoint(
        sentence.lows[verb.last : verb.last + 8]
    ):
        return "intercepted"  # "fell in fields after being jammed"
    if in_flight and verb.lemma in word_class("stopping"):
        return "destroyed" if _on_ground(sentence, verb) else "intercepted"
    if verb.lemma == "fail to return":
        return "destroyed"  # of an aircraft it means that it was lost
    if verb.lemma in ("come home", "return home", "return") and not {"not", "n't", "never"}.isdisjoint(before):
        return "destroyed"
    if verb.lemma == "join" and status == "mobilised":
        return "sent"  # "a thousand drones joined the fleet"
    if in_flight and verb.lemma in _COUNTING and _raid_seen(sentence, verb):
        return "launched"
    if verb.lemma == "intercept" and item.item in word_class("carried_arms"):
        return "captured"  # "intercepted a boat with 400 rifles"
    if status == "intercepted" and not in_flight and (verb.lemma in word_class("disabling") or _aground(item)):
        return "destroyed"
    if verb.lemma == "lay down" and item.item in word_class("ship_item"):
        return "produced"
    if status in ("killed", "killed_or_wounded", "wounded"):
        return "destroyed"
    if status == "exchanged":
        if verb.lemma in word_class("finishing") and _maker_before(sentence, verb):
            return "produced"  # "the plant releases 20 tanks a month"
        return "launched" if in_flight and verb.lemma in ("let go", "release") else "sent"
    if verb.lemma == "fall to" and in_flight and not sentence.low(verb.last)[:1].isdigit():
        return "intercepted"  # "26 drones fell to mobile fire teams"
    if status == "mobilised":
        return "produced" if verb.lemma in ("assemble", "create", "form") else "present"
    if verb.frame == "arrive" and (verb.passive or verb.lemma in ("hit", "strike", "target")) and not in_flight:
        return "destroyed"
    if verb.lemma == "fly out" and verb.form == "ing" and sentence.low(verb.last) == "of" and crewed(item):
        return "present"  # "ten jets have been flying out of the base since May"
    if verb.lemma == "launch" and item.item in word_class("ship_item") and _maker_before(sentence, verb):
        return "produced"  # down the slipway
    if status == "launched" and verb.form == "noun" and any(word in item.item for word in _CREWED):
        return "present"  # "an assault involving two tanks"
    if status == "launched" and verb.form == "noun" and in_flight and _foiled(sentence, verb):
        return "intercepted"  # "foiled an attack by two drones"
    if verb.lemma == "dispose of" and in_flight:
        return "destroyed"  # sappers dispose of shells, an army of what it has
    if verb.lemma in _YIELDING and not word_class("giving_up").isdisjoint(sentence.words_of) and not crewed(item):
        return "captured"  # "the deserters handed over eleven muskets"
    if verb.lemma == "make" and "available" in sentence.lows[verb.last : verb.last + 8]:
        return "sent"
    if verb.lemma == "part with" and promised(sentence, verb):
        return "sent"
    if not in_flight and verb.lemma == "fly" and not verb.passive and _brought(sentence, verb):
        return "sent"  # "flew six bombers to Diego Garcia"
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
        return "present" if item.kind == "model" or any(word in item.item for word in _MANNED) else "sent"
    if any(word in item.item for word in _MANNED):
        return _of_crewed(sentence, verb, status)
    return status


def _cargo_taken(sentence: Sentence, verb: Verb) -> bool:
    """ "Seized a dhow carrying 400 rifles", "raided a shed holding 2,000 shells"."""
    for at in range(verb.first - 1, max(-1, verb.first - 10), -1):
        if sentence.low(at) in _STOPS:
            return False
        taking = sentence.verb_ending.get(at)
        if taking is not None and taking.form != "noun":
            return taking.status == "captured" or taking.lemma in _HALTING
    return False


_STOPS = frozenset((",", ";", ".", ":", "and", "but"))


def _foiled(sentence: Sentence, noun: Verb) -> bool:
    """Whether the attack that the noun names was itself stopped."""
    at = noun.first - 1
    while at > noun.first - 5 and at not in sentence.verb_ending:
        at -= 1
    verb = sentence.verb_ending.get(at)
    return verb is not None and verb.form != "noun" and verb.status == "intercepted"


def _along(sentence: Sentence, verb: Verb) -> bool:
    behind = sentence.lows[verb.last : verb.last + 10]
    return "with" in behind[:-1] and behind[behind.index("with") + 1] in ("it", "them", "him")


def _out_of(sentence: Sentence, verb: Verb) -> bool:
    behind = sentence.lows[verb.last : verb.last + 10]
    return "out" in behind[:-1] and behind[behind.index("out") + 1] == "of"


def _long_ago(sentence: Sentence, verb: Verb) -> bool:
    """Bought in another century, or in some decade: the buyer has had it long."""
    past = verb.form in ("past", "participle")
    return past and any(_DECADE.fullmatch(low) for low in sentence.lows[verb.last : verb.last + 10])


def _counted_in(sentence: Sentence, verb: Verb) -> bool:
    """By people who watched them come: "counted sixty drones", "counts 3,750 rockets out of the Strip"."""
    behind = sentence.lows[verb.last : verb.last + 8]
    return (verb.form == "past" and not verb.passive) or not _OUT_OF.isdisjoint(behind)


_OUT_OF = frozenset(("out", "fired", "launched", "since", "overhead"))


def _flung(sentence: Sentence, verb: Verb) -> bool:
    """ "Sent 20 missiles at the city", and not "sent 20 missiles to Kyiv"."""
    for at in range(verb.last, verb.last + 14):
        low = sentence.low(at)
        if low in word_class("flung_at"):
            return not sentence.low(at + 1)[:1].isdigit() and sentence.low(at + 1) not in ("service", "storage")
        if low in ("to", "for", ";", ".", ""):
            return False
    return False


def _brought(sentence: Sentence, verb: Verb) -> bool:
    """ "Took six vehicles to Batanes": a place follows "to"."""
    for at in range(verb.last, verb.last + 9):
        if sentence.low(at) in ("through", "across") and verb.lemma == "take":
            return True  # "took 14 tanks through the breach"
        if sentence.low(at) == "to":
            return at + 1 < len(sentence.tokens) and sentence.tokens[at + 1].capital
        if sentence.low(at) in ("from", ";", ".", ",", ""):
            return False
    return False


def _of_crewed(sentence: Sentence, verb: Verb, status: str) -> str:
    """Ships and aircraft: they come down or sail, and are not fired."""
    if verb.lemma in word_class("sortie"):
        return "launched" if word_class("drill").isdisjoint(sentence.words_of) else "present"
    if status == "launched" and verb.frame == "arrive":
        return "destroyed" if verb.lemma in ("come down", "plunge", "fall", "plough into", "plow into") else "present"
    beyond = sentence.lows[verb.last : verb.last + 24]
    if status == "sent" and not word_class("edge_of_airspace").isdisjoint(beyond):
        return "present"  # "sent 45 warplanes across the median line"
    return status


_WATCHING = frozenset(("force", "defence", "defences", "defense", "defenses"))
_COUNTING = frozenset(
    ("log", "monitor", "note", "pick up", "count", "detect", "track", "spot", "observe", "register", "record", "tally")
)


def _raid_seen(sentence: Sentence, verb: Verb) -> bool:
    """ "The air force counted 12 missiles": those that watch the sky count what was fired at them."""
    before = sentence.lows[: verb.first]
    return "air" in before and not verb.passive and not _WATCHING.isdisjoint(before)


def _aground(item: Item) -> bool:
    return any(word in item.item for word in ("tank", "vehicle", "ship", "gun", "howitzer", "radar", "launcher"))


def _attacking(sentence: Sentence, verb: Verb) -> bool:
    """Whether arms are in the air here: shot down, jammed, an air raid."""
    near = sentence.lows[max(0, verb.first - 40) : verb.first + 40]
    return not word_class("air_raid").isdisjoint(near)


def into_hands(sentence: Sentence, verb: Verb) -> bool:
    """ "Fell into rebel hands"."""
    behind = [sentence.low(at) for at in range(verb.last, verb.last + 6)]
    return behind[0] in ("into", "in") and ("hands" in behind or "captivity" in behind)


def _maker_before(sentence: Sentence, verb: Verb) -> bool:
    """ "The plant handed over seven jets": it made them."""
    return any(sentence.low(at) in word_class("works") for at in range(max(0, verb.first - 6), verb.first))


def flies(item: Item) -> bool:
    """Whether it is stopped in flight rather than destroyed: drones, missiles, shells, decoys."""
    named = any(word in item.item for word in ("drone", "missile", "decoy"))
    return item.item in word_class("flying") or (named and "launcher" not in item.item)


def crewed(item: Item) -> bool:
    """Whether people ride in it: tanks, ships, aircraft."""
    sails = item.item in word_class("ship_item") and item.item not in _NEVER_AIRBORNE
    return sails or any(word in item.item for word in (*_CREWED, *_MANNED))


_STRIKING = frozenset(("conducted", "conduct", "conducting", "carried", "carrying", "self-defense", "self-defence"))
_BLOWS = frozenset(("strike", "strikes", "airstrike", "airstrikes", "raid", "raids"))


def _on_ground(sentence: Sentence, verb: Verb) -> bool:
    """Missiles destroyed before they flew: "prepared to be launched", "being readied"."""
    behind = range(verb.last, min(len(sentence.tokens), verb.last + 24))
    lows = sentence.lows[verb.last : verb.last + 16]
    before = sentence.lows[max(0, verb.first - 24) : verb.first]
    if verb.form == "ing" and not (_STRIKING.isdisjoint(before) or _BLOWS.isdisjoint(before)):
        return True  # "conducted five strikes, destroying three missiles"
    if "ground" in lows and lows[max(0, lows.index("ground") - 2) : lows.index("ground")] == ["on", "the"]:
        return True
    return any(sentence.low(at) in word_class("unlaunched") for at in behind)
