"""Statuses: a frame flows in, one of the contract's statuses flows out.

A verb has one status in its list, but the same word means different things of people and of
machines, in the future and in the past: an army loses soldiers (casualties) and tanks (destroyed);
"will send" is a pledge. The rules for that stand here, each with its reason.
"""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.frames import Frame
from agents.extract.items import Item
from agents.extract.verbs import Verb
from agents.extract.vocabulary import function_words, word_class
from schemas.figure import FigureStatus

_LEFT = {"dead": "killed", "wounded": "wounded", "injured": "wounded"}
_HURT = frozenset(("killed", "wounded", "missing", "captured"))


def status_of(
    sentence: Sentence, frame: Frame, item: Item, hint: str = "", decisive: str = "", last: int = 0
) -> FigureStatus:
    """hint: what the noun group itself says ("wounded soldiers"), used where no verb decides.

    decisive: what is said right behind it ("12 soldiers dead"). last: where the group ends.
    """
    verb = frame.verb
    if decisive:
        return _checked(decisive) or "other"
    if verb is None:
        if item.category == "weapons" and last and sentence.low(last) in ("for", "to"):
            return "pledged" if sentence.low(last) == "for" else "sent"
        return _checked(hint) or _default(item)
    if (
        hint
        and verb.status not in ("exchanged", "captured", "withdrawn")
        and (item.kind == "casualty" or frame.role != "object")
    ):
        return _checked(hint) or "other"
    if frame.role == "subject" and (verb.frame != "inherit" or verb.as_subject):
        said = verb.as_subject or ("present" if item.category == "troops" else "other")
        if (
            verb.frame in ("transfer", "own", "use")
            and item.category == "troops"
            and verb.form in ("past", "s", "base")
        ):
            said = "present" if verb.frame != "own" or verb.as_subject != "withdrawn" else "withdrawn"
        return _fitted(sentence, verb, said, item)
    if frame.role == "adjunct":
        return _checked(hint) or _adjunct(frame, item)
    if verb.frame == "inherit":
        return _checked(hint) or _inherited(sentence, verb, item)
    if _hurt_both(sentence, verb):
        return "killed_or_wounded" if item.category == "troops" else "destroyed"
    return _fitted(sentence, verb, verb.status, item)


def _fitted(sentence: Sentence, verb: Verb, status: str, item: Item) -> FigureStatus:
    staying = sentence.low(verb.last) in word_class("staying") and [
        sentence.low(verb.last),
        sentence.low(verb.last + 1),
    ] != ["at", "least"]
    people = item.category == "troops"
    if (
        verb.lemma in ("deploy", "position", "base", "commit", "send", "rotate")
        and not verb.passive
        and verb.form in ("past", "participle", "ing")
        and staying
    ):
        return "present"
    if verb.lemma == "deploy" and verb.passive and staying:
        return "present"
    if people and status in ("sent", "withdrawn", "captured", "present", "other") and _swapped(sentence):
        return "exchanged"
    if verb.frame == "transfer" and status in ("sent", "present") and _promised(sentence, verb):
        return "pledged"
    if verb.lemma == "lose":
        return (
            "killed_or_wounded" if people else ("intercepted" if verb.passive and item.item == "drone" else "destroyed")
        )
    if people and status in ("destroyed", "intercepted", "launched"):
        if status == "launched":
            return "sent" if verb.lemma in word_class("arriving") else "present"
        return (
            "killed"
            if item.kind != "unit" and status == "destroyed"
            else ("destroyed" if item.kind == "unit" else "other")
        )
    if not people and status in ("killed", "killed_or_wounded", "wounded"):
        return "destroyed"
    if not people and status == "exchanged":
        return "sent"
    if (
        verb.frame == "arrive"
        and verb.lemma in word_class("arriving")
        and item.item not in word_class("flying")
        and not verb.passive
    ):
        return "sent" if "tank" in item.item or "vehicle" in item.item or "carrier" in item.item else "present"
    if verb.frame == "arrive" and verb.passive:
        return "killed" if people else "destroyed"
    if verb.lemma in ("find", "discover") and people:
        return "other"
    if (
        verb.status == "withdrawn"
        and sentence.low(verb.last) in ("from", "to")
        and sentence.low(verb.last + 1)[:1].isdigit()
    ):
        return "present"
    return _checked(status) or _default(item)


def _swapped(sentence: Sentence) -> bool:
    """Prisoners handed over, brought home or received in an exchange."""
    words = {token.low for token in sentence.tokens}
    return bool(words & {"exchange", "swap", "exchanged", "swapped"}) and not words & {"fire", "gunfire"}


def _adjunct(frame: Frame, item: Item) -> FigureStatus:
    """With a preposition between: "hit with 30 drones" uses them; "fought against 200 militants" faces them."""
    verb = frame.verb
    if item.category == "weapons" and verb is not None and frame.prep in ("with", "by", "using"):
        return "launched" if verb.frame in ("harm", "use", "arrive", "self") else "present"
    if verb is not None and frame.prep in ("by", "with") and verb.frame in ("transfer", "receive"):
        return "sent" if verb.status != "pledged" else "pledged"
    return "present" if item.category == "troops" else "other"


def _inherited(sentence: Sentence, verb: Verb, item: Item) -> FigureStatus:
    """ "including", "consisted of": what an earlier verb or verbal noun of the sentence says."""
    if verb.lemma == "leave":
        said = next((_LEFT[token.low] for token in sentence.tokens[verb.last :] if token.low in _LEFT), "")
        if said:
            return _checked(said) or "other"
    for at in range(verb.first - 1, -1, -1):
        found = sentence.verb_ending.get(at)
        if found is not None and found.frame != "inherit" and found.status:
            return _fitted(sentence, found, found.status, item)
    return _default(item)


def _promised(sentence: Sentence, verb: Verb) -> bool:
    """ "will send", "plans to deploy", "is sending": not done yet."""
    if verb.form in ("past", "noun") or (
        verb.form == "participle" and sentence.low(verb.first - 1) in function_words("have")
    ):
        return False
    for at in range(verb.first - 1, max(-1, verb.first - 6), -1):
        low = sentence.low(at)
        if low in ("will", "would", "shall", "should", "could", "may", "might", "can") or low.endswith("'ll"):
            return True
        if low in word_class("pledging") or (
            at in sentence.verb_ending and sentence.verb_ending[at].status == "pledged"
        ):
            return True
        if low in function_words("adv", "be", "have") or low in ("to", "not", "n't"):
            continue
        return False
    return False


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
    return "present" if item.category == "troops" else "other"


def _checked(status: str) -> FigureStatus | None:
    return status or None  # type: ignore[return-value]  # the lists hold the contract's statuses, and a test checks them
