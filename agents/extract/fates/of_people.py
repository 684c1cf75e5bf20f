"""Of people: what a verb says in general flows in, what it says of troops flows out.

The same word means different things of soldiers and of machines: lost soldiers are casualties, prisoners
handed over are exchanged, nobody produces soldiers.
"""

from __future__ import annotations

import re

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.of_arms import into_hands
from agents.extract.nouns.items import Item
from agents.extract.nouns.people import gave_up
from agents.extract.words.vocabulary import function_words, word_class

_PRISONERS = re.compile(
    r"\b(?:prisoners? of war|POWs?|prisoners|captivity|held (?:captive|prisoner|by)|swapped|prisoner exchange)\b",
    re.I,
)
_ROUT = re.compile(r"\b(?:laid down their|fled|fleeing|sought (?:refuge|shelter|asylum)|disarmed|abandoning)\b", re.I)
_CALLED_UP = frozenset(
    (
        "conscription",
        "draft",
        "mobilisation",
        "mobilization",
        "call-up",
        "intake",
        "enlistment",
        "recruitment",
        "conscripts",
        "recruiters",
        "levy",
    )
)
"""Words of calling up: what is taken or brought in beside them goes into an army."""

_SOUGHT = ("recruit", "volunteer", "conscript", "fighter", "gunm", "troop", "peacekeeper", "instructor")
"""Who is looked for because he is wanted, and not because he is lost."""

_TOUCH = frozenset(("contact", "touch", "communication", "communications", "track"))

_ELSEWHERE = frozenset((";", "as", "while", "but", "although", "though", "where", "because", "when"))
"""Open a clause that tells of others: "the bodies are still there, as families ask that the men be brought home"."""

_TOWARDS = frozenset(("toward", "towards", "into", "against", "across", "ashore"))

_BODIES = frozenset(("bodies of", "corpses of", "remains of"))


def of_people(sentence: Sentence, verb: Verb, status: str, item: Item) -> str:
    if verb.lemma in ("exchange", "swap", "trade") and sentence.low(verb.last) in function_words("poss") | {"fire"}:
        return "present"  # "two battalions have exchanged their tanks for the type"
    if status in ("sent", "withdrawn", "captured", "present", "other") and _swapped(sentence, verb):
        return "exchanged"
    enlisted = verb.lemma in word_class("bringing_recruits") and not item.item.startswith("prisoner")
    if enlisted and not _CALLED_UP.isdisjoint(sentence.words_of):
        return "mobilised"  # "the new law produces 30,000 men a month", "160,000 taken by the draft in spring"
    if verb.lemma == "drawdown" and verb.form == "noun":
        return "withdrawn"
    if verb.lemma == "lead" and not verb.passive and not _TOWARDS.isdisjoint(sentence.lows[verb.last : verb.last + 9]):
        return "sent"  # "led 25,000 men toward the capital"
    if verb.lemma == "put" and _behind_count(sentence, verb) == ["under", "arms"]:
        return "mobilised"
    if verb.lemma == "disarm":
        return "captured"
    if verb.lemma == "abandon":
        left = not verb.passive and sentence.low(verb.last) in function_words("det", "poss")
        return "withdrawn" if left else "other"  # "abandoned the outpost", "abandoned by their officers"
    if verb.lemma in ("look for", "search for"):
        sought = item.words.startswith(_SOUGHT) or item.item.startswith(("militant", "rebel", "insurgent", "terrorist"))
        return status if sought and verb.lemma == "look for" else "present" if sought else "missing"
    if item.item in ("prisoner", "prisoner_of_war") and status in ("sent", "withdrawn"):
        return "exchanged"  # prisoners handed over or brought home, whatever it is called
    if status == "sent" and verb.lemma in word_class("arriving"):
        return "withdrawn" if _ROUT.search(sentence.text, sentence.start, sentence.end) else "sent"
    if verb.lemma in ("hand over", "turn over", "hand back"):
        return "exchanged"
    if verb.lemma in ("take on", "take in") and verb.passive and item.item.startswith("prisoner"):
        return "captured"  # "have been taken on the road"
    before = sentence.lows[max(0, verb.first - 3) : verb.first]
    if verb.lemma == "seek" and verb.passive and "being" in before:
        return "missing"  # "are still being sought"
    if verb.lemma == "account for" and not {"not", "n't"}.isdisjoint(before):
        return "missing"  # "four sailors have not been accounted for"
    if verb.lemma == "lose" and not _TOUCH.isdisjoint(sentence.lows[max(0, verb.first - 3) : verb.last + 2]):
        return "missing"  # "contact was lost with a patrol of 11 soldiers"
    if verb.lemma == "lose":
        return "killed_or_wounded"
    if verb.lemma in ("find", "discover", "locate"):
        unfound = verb.passive and not {"not", "n't", "never", "nowhere"}.isdisjoint(before)
        return "missing" if unfound else "other"  # "345 men could not be found"
    if verb.lemma in ("fall", "fall to"):
        return "captured" if into_hands(sentence, verb) else "killed"
    if verb.lemma == "return" and verb.passive:
        return "exchanged"  # "were returned from territory that Kyiv holds"
    if verb.lemma in ("take out", "take off") and sentence.low(verb.last) in function_words("poss"):
        return "withdrawn"  # "is taking out its 1,100 soldiers"
    if verb.lemma in ("fly", "drop", "parachute"):
        return "sent"
    if verb.lemma == "shoot" and status == "launched" and verb.form != "ing":
        return "killed"  # "shot two insurgents"
    if verb.lemma in ("parade", "march", "show off", "display") and _shown(sentence, verb):
        return "captured"
    if verb.lemma == "leave" and status == "withdrawn" and sentence.low(verb.last) == "for":
        return "sent" if sentence.low(verb.last + 1) not in ("home", "good") else "withdrawn"  # "left for Kuwait"
    if verb.lemma in ("take on", "take in", "absorb") and item.words.startswith(("recruit", "conscript", "volunteer")):
        return "mobilised"
    if verb.lemma in ("carry", "load") and not verb.passive:
        behind = sentence.lows[verb.last : verb.last + 9]
        if verb.lemma == "carry" and not {"ashore", "into", "across"}.isdisjoint(behind):
            return "sent"  # "boats carried 90 soldiers across the strait"
        return "present"  # who is aboard is not sent by it
    if verb.lemma in ("hit", "strike") and not verb.passive:
        return "killed_or_wounded"
    if status == "launched":
        return "sent" if verb.lemma in word_class("arriving") else ("killed" if verb.passive else "present")
    if status == "intercepted":
        return "other"
    if status == "produced":
        return "trained"  # "the camp has turned out 6,000 soldiers"
    if status == "present" and item.item.startswith("prisoner") and verb.frame != "self":
        return "captured"  # "parading 18 prisoners"
    return "killed" if status == "destroyed" and item.kind != "unit" else status


def _swapped(sentence: Sentence, verb: Verb) -> bool:
    """Prisoners handed over, brought home or received in an exchange that the sentence or the one before speaks of."""
    words = {token.low for token in sentence.tokens}
    if words & {"exchange", "swap", "exchanged", "swapped"} and not words & {"fire", "gunfire"}:
        return True
    return verb.lemma in word_class("homecoming") and _PRISONERS.search(sentence.text[: sentence.end]) is not None


def in_captivity(sentence: Sentence, verb: Verb) -> bool:
    """ "Were bused home after surrendering": who was moved had been taken."""
    return verb.status in ("sent", "withdrawn") and gave_up(sentence, verb.last)


def brought_back(sentence: Sentence, verb: Verb, hint: str, item: Item) -> bool:
    """ "Handed over the bodies of 12 soldiers", "received 46 of its own dead": the fallen come home in an exchange."""
    back = word_class("homecoming")
    if verb.lemma in _BODIES:
        size = len(sentence.tokens)
        end = next((at for at in range(verb.last, size) if sentence.low(at) in _ELSEWHERE), size)
        return any(other.lemma in back for other in sentence.verbs.values() if other.first < end)
    fallen = hint == "killed" or item.words.startswith(("body", "bodies", "remains"))
    return fallen and verb.lemma in back and verb.form != "noun"


def harmed_alive(sentence: Sentence, verb: Verb) -> bool:
    """ "Suffered burns", "lost a leg": hurt and alive."""
    behind = [sentence.low(at) for at in range(verb.last, verb.last + 5)]
    if verb.lemma in ("shoot", "hit", "strike") and behind[0] == "in" and behind[1] in function_words("det", "poss"):
        return any(word in word_class("injury") for word in behind[:4])  # "was shot in the leg"
    if verb.passive and (verb.status in ("sent", "withdrawn") or verb.lemma in ("fly", "take", "rush", "admit")):
        near = sentence.lows[verb.last : verb.last + 9]  # "were flown to Germany for treatment"
        return not _CARE.isdisjoint(near) or ("with" in near and not word_class("injury").isdisjoint(near))
    return verb.lemma in word_class("suffering") and any(word in word_class("injury") for word in behind)


def _behind_count(sentence: Sentence, verb: Verb) -> list[str]:
    """The two words behind "200,000 people" in "put 200,000 people under arms"."""
    quantity = sentence.quantity_at.get(verb.last)
    return sentence.lows[quantity.last + 1 : quantity.last + 3] if quantity is not None else []


def _shown(sentence: Sentence, verb: Verb) -> bool:
    """Before a crowd or cameras, as captives are: "paraded 11 soldiers before journalists"."""
    return not _ONLOOKERS.isdisjoint(sentence.lows[verb.last : verb.last + 14])


_CARE = frozenset(("treatment", "surgery", "hospital", "hospitals"))
_ONLOOKERS = frozenset(
    ("street", "streets", "crowd", "crowds", "jeering", "onlookers", "journalists", "reporters",
     "cameras", "camera", "television", "captive", "dejected", "blindfolded")
)
