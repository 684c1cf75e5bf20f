"""Statuses: a frame flows in, one of the contract's statuses flows out.

A verb has one status in its list, but the same word means different things of people and of
machines, in the future and in the past: an army loses soldiers (casualties) and tanks (destroyed);
"will send" is a pledge. The rules for that stand here, each with its reason.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.frame_search import BLOWS
from agents.extract.fates.frames import Frame
from agents.extract.fates.of_arms import crewed, flies, of_arms
from agents.extract.fates.of_people import brought_back, harmed_alive, in_captivity, of_people
from agents.extract.fates.promises import pledges, promised, to_number
from agents.extract.nouns.items import Item
from agents.extract.words.vocabulary import function_words, word_class
from schemas.figure import FigureStatus

_LEFT = {"dead": "killed", "wounded": "wounded", "injured": "wounded"}
_REMAINS = frozenset(("bodies", "corpses"))
_CLAIMED = frozenset(("strength", "force", "army", "following", "membership"))
"""What is claimed and takes no lives."""

_ROLLS = frozenset(("names", "obituaries", "photographs", "portraits", "identities"))
"""What is made public of the fallen: "released the names of 51 more servicemen killed"."""

_OCCASION = frozenset(("in", "during", "after", "since", "following"))
"""With an article behind, these tell the occasion of what is said."""

_HURT = frozenset(("killed", "wounded", "missing", "captured"))


def status_of(
    sentence: Sentence,
    frame: Frame,
    item: Item,
    hint: str = "",
    decisive: str = "",
    last: int = 0,
    before: FigureStatus | None = None,
) -> FigureStatus:
    """hint: what the noun group itself says ("wounded soldiers"), used where no verb decides.

    decisive: what is said right behind it ("12 soldiers dead"). last: where the group ends.
    before: the status of the figure before it in the paragraph, which its parts and totals share.
    """
    verb = frame.verb
    if decisive:
        return _checked(decisive) or "other"
    if frame.role == "same" and before is not None:
        return _checked(hint) or shared(before, item)
    remains = item.category == "troops" and last and not _REMAINS.isdisjoint(sentence.lows[max(0, last - 3) : last])
    if verb is None and remains:
        return "killed"
    if verb is None:
        if item.category == "weapons" and last and sentence.low(last) in ("for", "to"):
            return "pledged" if sentence.low(last) == "for" else "sent"
        return _checked(hint) or _default(item)
    if item.category == "troops" and in_captivity(sentence, verb):
        return "captured"
    if item.category == "troops" and (hint == "exchanged" or brought_back(sentence, verb, hint, item)):
        return "exchanged"
    if item.category == "weapons" and frame.role == "object" and _of_output(sentence, verb):
        return "produced"
    if verb.lemma == "claim" and not _CLAIMED.isdisjoint(sentence.lows[verb.last : last]):
        return "present"  # "claims a strength of 100,000 fighters"
    if item.category == "troops" and not _ROLLS.isdisjoint(sentence.lows[verb.last : last]):
        behind = sentence.verbs.get(last)
        return _checked(hint or (behind.status if behind is not None else "")) or "killed"
    if item.category == "weapons" and frame.role == "object" and _of_salvo(sentence, verb, item):
        return "launched"
    toll = _toll(sentence, verb) if verb.lemma in word_class("measuring") and verb.first < last else None
    if toll is not None:
        own = hint if item.kind == "casualty" and hint in ("killed", "wounded", "missing") else ""
        return _checked(own) or _fitted(sentence, toll, toll.status, item)  # "losses passed 3,000, 2,700 wounded"
    if (
        hint
        and not (frame.role == "subject" and verb.as_subject in ("killed", "exchanged"))  # "two of the wounded died"
        and verb.status not in ("exchanged", "captured", "withdrawn")
        and (item.kind == "casualty" or frame.role != "object" or verb.status in ("present", "other", ""))
    ):
        return _checked(hint) or "other"
    if verb.first >= last > 0 and item.category == "troops" and harmed_alive(sentence, verb):
        return "wounded"
    if remains:
        return "killed"  # whoever recovered, counted or carried the bodies
    if verb.lemma in word_class("changing") and (frame.prep in ("to", "from", "by") or to_number(sentence, verb)):
        return _changed(sentence, verb, item, frame.prep)
    if verb.lemma == "fall to" and frame.role == "subject":
        return _fitted(sentence, verb, "killed", item, last)
    if frame.role == "subject" and (verb.frame != "inherit" or verb.as_subject):
        said = verb.as_subject or ("present" if item.category == "troops" else "other")
        if (
            verb.frame in ("transfer", "own", "use")
            and item.category == "troops"
            and verb.form in ("past", "s", "base")
        ):
            said = "present" if verb.frame != "own" or verb.as_subject != "withdrawn" else "withdrawn"
        return _fitted(sentence, verb, said, item, last)
    if frame.role == "adjunct":
        return _checked(hint) or _adjunct(sentence, frame, item)
    if item.category == "weapons" and _struck(sentence, frame, verb, last):
        return "destroyed"
    if verb.frame == "inherit" and not (verb.lemma in ("record", "register", "tally") and flies(item)):
        return _checked(hint) or _inherited(sentence, verb, item, last)
    if _hurt_both(sentence, verb):
        return "killed_or_wounded" if item.category == "troops" else "destroyed"
    return _fitted(sentence, verb, verb.status, item, last)


def _struck(sentence: Sentence, frame: Frame, verb: Verb, last: int) -> bool:
    """What a blow falls on: "struck four boats and seven missiles", "conducted strikes on two drones"."""
    if frame.role != "object" or verb.first >= last:
        return False
    if verb.form == "noun":
        return frame.prep in ("on", "against") and verb.lemma in BLOWS
    return verb.lemma in ("hit", "strike", "target") and not verb.passive


def _fitted(sentence: Sentence, verb: Verb, status: str, item: Item, last: int = 0) -> FigureStatus:
    """The verb's status as it holds for people or for arms, and for what is done or only promised."""
    if _stays(sentence, verb, last):
        return "present"
    people = item.category == "troops"
    if people and verb.lemma == "lose" and sentence.low(last) in ("killed", "dead"):
        both = sentence.low(last + 1) in ("and", "or", "/")
        return "killed_or_wounded" if both else "killed"  # "lost 340 men killed"
    said = of_people(sentence, verb, status, item) if people else of_arms(sentence, verb, status, item)
    if promised(sentence, verb) and pledges(sentence, verb, said):
        return "pledged"
    return _checked(said) or _default(item)


def _changed(sentence: Sentence, verb: Verb, item: Item, prep: str = "") -> FigureStatus:
    """A strength before or after a change: "cut from 15,000 troops to 2,500" leaves so many present.

    A toll is no strength: "losses rose to 1,200 soldiers".
    """
    if any(one.status == "pledged" and one.form == "noun" for at, one in sentence.verbs.items() if at <= verb.last + 3):
        return "pledged"  # "slashed the requirement to 132 vehicles"
    toll = next((one for one in sentence.verbs.values() if one.form == "noun" and one.last <= verb.first), None)
    if toll is not None and toll.frame in ("loss", "harm"):
        return _fitted(sentence, toll, toll.status, item)
    words = {sentence.low(at) for at in range(max(0, verb.first - 4), verb.first)}
    if item.category == "troops" and words & word_class("of_the_dead"):
        return "killed"  # "its list of fallen servicemen grew by 31"
    if prep == "by" and item.category == "troops" and verb.status == "withdrawn":
        return "withdrawn"  # "reduced its contingent by 300 soldiers"
    planned = words & (word_class("pledging") | {"plan", "planned", "aims", "aim"})
    grows = verb.status != "withdrawn" and words & {"will", "would"}
    return "pledged" if planned or grows else "present"


def shared(before: FigureStatus, item: Item) -> FigureStatus:
    """A part of a count has its status, said of people or of arms."""
    if item.category == "weapons":
        return "destroyed" if before in ("killed", "wounded", "killed_or_wounded") else before
    return "killed" if before == "destroyed" else before


def _stays(sentence: Sentence, verb: Verb, last: int = 0) -> bool:
    """Deployed in a place rather than to it: "deployed in Syria", "deployed 80 ships across the strait"."""
    if verb.lemma == "deploy" and verb.last <= last and sentence.low(last) in word_class("staying"):
        return sentence.low(last + 1) not in ("all", "total") and not promised(sentence, verb)
    state = verb.lemma == "deploy" and sentence.low(verb.first - 1) in ("are", "is", "remain", "remains", "still")
    if state and sentence.low(verb.last) not in ("to", "from", "for", "into", "over") and verb.first >= last:
        return True  # "only two of the battalions are deployed"
    behind = [sentence.low(verb.last), sentence.low(verb.last + 1)]
    if behind[0] not in word_class("staying") or behind == ["at", "least"] or verb.last in sentence.quantity_at:
        return False  # "sent around 15,000"
    if verb.passive:
        return verb.lemma == "deploy"
    return verb.lemma in word_class("stationing") and verb.form in ("past", "participle", "ing")


def _toll(sentence: Sentence, verb: Verb) -> Verb | None:
    """The noun that a number measures: "the toll among peacekeepers stands at 14", "casualties topped 1,000"."""
    aside = next((at for at in range(verb.first - 1, max(-1, verb.first - 12), -1) if sentence.low(at) == "since"), 0)
    start = aside or verb.first  # "the toll since the offensive began now stands at 176"
    for at in range(start - 1, max(-1, start - 9), -1):
        if sentence.low(at) in (",", ";") or sentence.low(at) in word_class("clause_start"):
            return None
        noun = sentence.verb_ending.get(at)
        if noun is not None and (noun.form != "noun" or noun.status in ("killed", "killed_or_wounded", "destroyed")):
            return noun if noun.form == "noun" else None
    return None


def _of_output(sentence: Sentence, verb: Verb) -> bool:
    """ "Output reached 40,000 shells", "production rose to 12 tanks a month"."""
    noun = _measured(sentence, verb)
    return noun is not None and noun.status == "produced" and verb.frame in ("inherit", "arrive", "own")


def _of_salvo(sentence: Sentence, verb: Verb, item: Item) -> bool:
    """ "The swarm numbered 80 drones"."""
    counts = verb.lemma in word_class("measuring") or verb.lemma in ("comprise", "involve", "consist of", "include")
    noun = _measured(sentence, verb) if flies(item) and counts else None
    return noun is not None and noun.status == "launched" and noun.frame == "use"


def _measured(sentence: Sentence, verb: Verb) -> Verb | None:
    """The verbal noun that is a verb's subject: "output is to reach", "the swarm numbered"."""
    at = verb.first - 1
    while sentence.low(at) in function_words("have", "adv", "be", "modal") or sentence.low(at) == "to":
        at -= 1
    noun = sentence.verb_ending.get(at)
    return noun if noun is not None and noun.form == "noun" else None


def _adjunct(sentence: Sentence, frame: Frame, item: Item) -> FigureStatus:
    """With a preposition between: "hit with 30 drones" uses them; "fought against 200 militants" faces them."""
    verb = frame.verb
    if verb is not None and frame.prep == "with" and verb.frame in ("self", "own") and promised(sentence, verb):
        return "pledged"  # "will take part with one frigate"
    if verb is not None and frame.prep == "with" and item.category == "troops" and verb.lemma in word_class("arriving"):
        return "sent"  # "crossed the river with 85,000 men"
    if item.category == "weapons" and verb is not None and frame.prep in ("with", "by", "using"):
        if frame.prep == "with" and not verb.passive and _begun(sentence, verb):
            return "present"  # "entered 2025 with 400 missiles"
        if frame.prep == "with" and verb.lemma in word_class("finding") and not crewed(item):
            return "captured"  # "found a cave with 30 rockets"
        if item.item in word_class("ship_item") and item.item != "naval_drone" and verb.frame in ("use", "arrive"):
            return "present"  # "flew past in coordination with seven warships"
        if frame.prep == "with" and verb.status == "captured" and verb.frame == "loss":
            return "captured"  # "surrendered with 30 rifles"
        entered = "into" in sentence.lows[verb.first : verb.last + 2]
        if frame.prep == "with" and verb.status == "sent" and entered and crewed(item):
            return "sent"  # "drove into the capital with 26 tanks"
        in_flight = flies(item) or item.kind == "model"
        used = verb.frame in ("harm", "use", "arrive") or (in_flight and verb.frame == "self")
        if verb.lemma == "intercept" and item.item in word_class("carried_arms"):
            return "captured"
        used = used and not (frame.prep == "by" and verb.lemma in word_class("backing"))
        return "launched" if used else "present"
    guards = item.category == "troops" and frame.prep == "by" and verb is not None and verb.passive
    if guards and verb is not None and verb.lemma in ("provide", "supply", "give", "offer", "carry"):
        return "present"  # "security was provided by 100,000 soldiers"
    if verb is not None and frame.prep in ("by", "with") and verb.frame in ("transfer", "receive"):
        return "sent" if verb.status != "pledged" else "pledged"
    return "present" if item.category == "troops" else "other"


def _begun(sentence: Sentence, verb: Verb) -> bool:
    """ "Entered 2025 with", "entered the war with"."""
    behind = sentence.lows[verb.last : verb.last + 2]
    year = bool(behind) and behind[0].isdigit() and len(behind[0]) == 4
    return verb.lemma == "enter" and (year or behind == ["the", "war"])


def _inherited(sentence: Sentence, verb: Verb, item: Item, last: int = 0) -> FigureStatus:
    """ "including", "consisted of": what an earlier verb or verbal noun of the sentence says."""
    if verb.lemma == "leave":
        said = next((_LEFT[token.low] for token in sentence.tokens[verb.last :] if token.low in _LEFT), "")
        if said:
            return _checked(said) or "other"
        if verb.form == "s" or (item.category == "troops" and sentence.low(last) in word_class("staying")):
            return _default(item)  # "which leaves eight battalions on that side"
    aside: Verb | None = None
    for at in range(verb.first - 1, -1, -1):
        found = sentence.verb_ending.get(at)
        if found is None or found.frame == "inherit" or not found.status:
            continue
        if found.form == "noun" and sentence.low(found.first - 2) in _OCCASION:
            aside = aside or found  # "weapons seized in the raid included": when it was, not what
            continue
        return _fitted(sentence, found, found.status, item)
    return _fitted(sentence, aside, aside.status, item) if aside is not None else _default(item)


def _hurt_both(sentence: Sentence, verb: Verb) -> bool:
    """Killed or wounded, killed and wounded, killed, wounded or missing."""
    if verb.status not in _HURT:
        return False
    ends = ((verb.last, 1), (verb.first - 1, -1))
    for start, step in ends:
        if sentence.low(start) in ("or", "and", ",", "/", "and/or"):
            at = start + step
            while sentence.low(at) in ("badly", "seriously", "otherwise", "or", "and", "/"):
                at += step
            other = sentence.verbs.get(at) or sentence.verb_ending.get(at)
            if (
                other is not None and other.status in _HURT and other.status != verb.status and other.form == verb.form
            ) or (sentence.low(at) in ("injured", "wounded", "missing") and verb.form != "ing"):
                return True
    return False


def _default(item: Item) -> FigureStatus:
    if item.kind == "casualty":
        return "killed_or_wounded"
    if item.item.startswith("prisoner"):
        return "captured"
    return "present" if item.category == "troops" else "other"


def _checked(status: str) -> FigureStatus | None:
    return status or None  # type: ignore[return-value]  # the lists hold the contract's statuses, and a test checks them
