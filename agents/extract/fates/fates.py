"""Fates: a figure and what the paragraph counted before it flow in, the figure's status flows out.

A number without a noun of its own shares the last one's status unless a verb of its own says
otherwise; under the heading of losses it is a loss.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.conditions import (
    adjective_before,
    condition_after,
    cue_at,
    stands,
)
from agents.extract.fates.frame_clauses import existential
from agents.extract.fates.frames import Frame, adjective_after, goes_on
from agents.extract.fates.guesses import Past, guessed, strength_put
from agents.extract.fates.of_arms import crewed, flies
from agents.extract.fates.promises import to_be, to_take_part
from agents.extract.fates.shares import list_opens, shares
from agents.extract.fates.statuses import status_of
from agents.extract.fates.themes import themed
from agents.extract.nouns.hints import past_of
from agents.extract.nouns.items import Item
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, word_class
from schemas.figure import FigureStatus

_SHARES = frozenset(
    ("half", "third", "thirds", "two-thirds", "quarter", "quarters", "fifth", "tenth", "most", "percent", "cent", "%")
)
"""Before "of the 11,000": a part without a number of people is taken from the whole."""

_ENDS = frozenset((",", ";", ".", "and", ""))
_BE = frozenset(("is", "are", "was", "were", "now"))


_HARMED = frozenset(("killed", "wounded", "killed_or_wounded", "captured"))

_MET = frozenset(("intercepted", "destroyed", "launched", "killed", "captured"))
"""What meets those who are on their way."""


def fate_of(
    sentence: Sentence,
    frame: Frame,
    item: Item,
    hint: str,
    quantity: Quantity,
    last: int,
    bare: bool,
    whole: bool,
    past: Past,
) -> FigureStatus:
    """last: where the group ends. bare: the number has no noun of its own. whole: others were taken
    from it."""
    said = _fate_of(sentence, frame, item, hint, quantity, last, bare, whole, past)
    if bare and said in _HARMED and item.category == "troops" and strength_put(sentence, quantity.first):
        return "present"
    lifted = bare and said == "present" and not {"will", "would"}.isdisjoint(sentence.lows[: quantity.first])
    if lifted and item.category == "troops" and strength_put(sentence, quantity.first):
        return "pledged"  # "will lift the number of troops on alert to over 300,000"
    behind = past_of(sentence, last)
    hangs = said == "withdrawn" and frame.verb is not None and frame.verb.first == behind
    if hangs and _to_become(sentence, frame, behind):
        return "pledged"
    if said not in ("present", "other") or hint or whole:
        return said
    if item.kind == "casualty":
        return "killed_or_wounded"
    if quantity.increment and frame.role == "adjunct" and frame.prep == "for":
        return "pledged"  # "pressed donors for 8,000 additional troops"
    if _to_become(sentence, frame, behind):
        return "pledged"
    return themed(sentence, frame, quantity.first, last, past.theme, item.category) or said


def _fate_of(
    sentence: Sentence,
    frame: Frame,
    item: Item,
    hint: str,
    quantity: Quantity,
    last: int,
    bare: bool,
    whole: bool,
    past: Past,
) -> FigureStatus:
    first, behind = quantity.first, past_of(sentence, last)
    frame = _under_heading(sentence, frame, first, behind)
    decisive = (
        adjective_after(sentence, behind)
        or condition_after(sentence, behind, item.category)
        or adjective_before(sentence, first)
    )
    falls = sentence.low(first - 1) == "to" and sentence.low(first - 2) == "down" and sentence.low(first - 3) in _BE
    if not decisive and falls:
        return "present"  # "is down to under 300 tanks"
    if decisive in ("sent", "pledged") and item.category == "troops" and _noun_says(frame):
        decisive = ""  # "the withdrawal of 3,000 soldiers is under way", "a second cut, of 3,000, is due"
    if decisive == "wounded" and frame.verb is not None and frame.verb.as_subject == "killed":
        decisive = ""  # "a soldier wounded on Sunday succumbed to his injuries"
    if whole and sentence.low(behind) in _BE:
        decisive = ""  # "half of the 600 marines were wounded" says it of the half
    if not decisive and (to_be(sentence, first) or (item.category == "troops" and to_take_part(sentence, behind))):
        return "pledged"
    decisive = decisive or _headed(sentence, frame, first, item)
    same = not (decisive or hint) and past.category == item.category == "troops"
    if same and past.status is not None and shares(sentence, frame, first, behind, past.end, bare):
        return past.status
    if decisive in ("", "present") and item.category == "troops" and _named_with(sentence, first, last):
        return _given(hint) or "present"
    told_more = bool(hint) or (frame.verb is not None and frame.verb.status not in ("", "present"))
    if decisive == "present" and told_more:
        decisive = ""  # "fighters who had been holed up in the plant have surrendered"
    if decisive == "sent" and frame.verb is not None and frame.verb.status in _MET:
        decisive = ""  # "destroyed 14 drones heading for the capital"
    if bare and not decisive and sentence.low(first - 1) == "of" and sentence.low(first - 2) in word_class("holdings"):
        return "present"  # "14 of the jets from its fleet of about 90"
    status = status_of(sentence, frame, item, hint, decisive, last, past.status)
    if bare and past.losses and not decisive and not (frame.verb is not None and frame.verb.passive):
        status = "killed_or_wounded" if item.category == "troops" else "destroyed"
    grown = frame.role == "same" and status in ("sent", "produced") and item.category == "weapons"
    if grown and not word_class("holdings").isdisjoint(sentence.lows[max(0, first - 6) : first]):
        return "present"  # "that takes the fleet to 720 vehicles"
    if not decisive and item.category == "weapons" and _among_targets(sentence, first):
        return "destroyed"
    out_of = bare and (sentence.low(first - 2), sentence.low(first - 1)) == ("out", "of")
    if out_of and not decisive and item.category == "troops" and (frame.verb is None or frame.verb.first < first):
        return "present"  # "40 surrendered out of about 100"
    if (out_of or (whole and frame.verb is None)) and item.item in word_class("flying"):
        return "launched"
    if bare and past.status is not None and _changed_from(sentence, first):
        return past.status if past.status in ("killed", "wounded", "killed_or_wounded", "destroyed") else "present"
    if bare and past.status == "produced" and frame.verb is not None and frame.verb.lemma in word_class("measuring"):
        return "produced"  # "made 620 and means to reach 2,000 a year"
    if bare and not decisive and past.status is not None and past.category == item.category and goes_on(frame):
        return past.status
    if frame.role == "subject" and frame.verb is not None and _fighting(frame.verb, item):
        return "present"  # "two destroyers intercepted six missiles"
    walks = frame.verb is not None and frame.verb.frame == "self" and status == "sent"
    if walks and item.item in word_class("carried_arms"):
        status = "other"  # rifles do not come or go: "with the hill came 65 rifles"
    if status == "launched" and item.category == "weapons" and frame.role != "adjunct" and _bound_to_ground(item):
        on = bare and quantity.increment and past.category == "weapons" and past.status is not None
        status = past.status if on and past.status is not None else "other"  # "knocked out 22 tanks, and fire 12 more"
    known = bool(decisive or hint) or whole or status not in ("present", "other")
    if not known and item.category == "weapons" and not flies(item) and existential(sentence, first):
        return "present"  # "there are four warships in the strait"
    if known or _decided(sentence, frame, item, first, behind):
        return status
    said = guessed(sentence, frame, item, first, behind, past)
    told = sentence.low(behind) in function_words("be", "have", "modal")  # "1,300 more are thought to be confined"
    if not said and frame.verb is None and quantity.increment and not told:
        return "pledged" if sentence.low(last) in ("for", "to") else "sent"  # "10,000 more marines for Helmand"
    return said or ("other" if flies(item) else status)


def _to_become(sentence: Sentence, frame: Frame, behind: int) -> bool:
    """ "148 are to be turned into engineer tanks", "six jets withdrawn from Iraq will be there by May"."""
    if {"to", "will"}.isdisjoint(sentence.words_of):
        return False
    at = behind
    if frame.verb is not None and frame.verb.first == behind and frame.verb.form in ("past", "participle"):
        ends = range(frame.verb.last, min(len(sentence.tokens), frame.verb.last + 6))
        at = next((place for place in ends if sentence.low(place) in ("will", "are")), behind)
    due = (sentence.low(at), sentence.low(at + 1), sentence.low(at + 2))
    return due in (("are", "to", "be"), ("is", "to", "be")) or (at > behind and due[:2] == ("will", "be"))


def _under_heading(sentence: Sentence, frame: Frame, first: int, behind: int) -> Frame:
    """ "Casualties: 12 soldiers killed", "Air force tally: 88 of 97 drones downed": a verb right behind says more
    than the heading."""
    verb = frame.verb
    if verb is None or verb.last > first:
        return frame
    heads = verb.form in ("noun", "base") and ":" in sentence.lows[verb.last : first]
    ended = verb.form == "past" and sentence.low(verb.last) in _ENDS and sentence.low(behind + 1) in _ENDS
    if not heads and not ended:  # "12 rebels killed, 30 rifles seized"
        return frame
    ends = range(behind, behind + 5) if sentence.low(behind) == "of" else (behind,)
    own = next((sentence.verbs[at] for at in ends if at in sentence.verbs), None)
    return Frame(own, "object") if own is not None and own.form == "past" and own.status else frame


def _named_with(sentence: Sentence, first: int, last: int) -> bool:
    """ "France, with some 3,800 men under the blue flag, has the most to lose": who they have there."""
    opens = sentence.low(first - 1) == "with" and sentence.low(first - 2) == "," and first - 3 in sentence.named_tokens
    verb = sentence.verbs.get(last)
    return opens and (verb is None or not verb.status)


def _noun_says(frame: Frame) -> bool:
    """Whether a noun has said what becomes of them: a withdrawal, a course, a swap."""
    verb = frame.verb
    if verb is None or verb.form != "noun":
        return False
    return verb.lemma == "drawdown" or verb.status not in ("sent", "pledged", "present", "")


def _given(hint: str) -> FigureStatus | None:
    return hint or None  # type: ignore[return-value]  # the lists hold the contract's statuses, and a test checks them


def _changed_from(sentence: Sentence, first: int) -> bool:
    """ "Up from some 4,500 now": how many there were before."""
    near = sentence.lows[max(0, first - 4) : first]
    return "from" in near and not {"up", "down"}.isdisjoint(near)


def _fighting(verb: Verb, item: Item) -> bool:
    """Ships, aircraft, tanks that do harm themselves."""
    return verb.frame == "harm" and not verb.as_subject and not verb.passive and crewed(item)


def _bound_to_ground(item: Item) -> bool:
    """Tanks and vehicles are neither fired nor launched."""
    return not flies(item) and item.item in word_class("vehicle_item")


def _headed(sentence: Sentence, frame: Frame, first: int, item: Item) -> str:
    """ "Counts its trophies: two tanks, five carriers": the word before the colon says more than the verb."""
    verb = frame.verb
    if ":" not in sentence.words_of or verb is None or verb.last > first or verb.status not in ("", "present"):
        return ""
    colon = list_opens(sentence, first)
    near = range(max(verb.last, colon - 3), colon)
    return next((said for at in near if (said := cue_at(sentence, at, item.category))), "")


def _among_targets(sentence: Sentence, first: int) -> bool:
    """ "Jets struck 290 targets, among them 30 launchers"."""
    if "targets" not in sentence.words_of:
        return False
    near = sentence.lows[max(0, first - 8) : first]
    return "targets" in near and not {"among", "including"}.isdisjoint(near)


def _decided(sentence: Sentence, frame: Frame, item: Item, first: int, last: int) -> bool:
    """Whether a verb has the figure as its own, or it is said to be somewhere: what stands elsewhere in the
    sentence says nothing then."""
    verb = frame.verb
    if existential(sentence, first) or stands(sentence, last):
        return True
    if verb is None:
        return sentence.low(first - 1) in word_class("target_prep")
    if verb.form == "noun" and verb.status == "present":
        return True
    if verb.frame == "self" and (item.item in word_class("carried_arms") or (flies(item) and frame.role == "object")):
        return False  # rifles do not come or go
    if frame.role == "adjunct":
        rides = verb.frame in ("self", "transfer") and frame.prep in ("in", "aboard", "by")
        led = item.category == "troops" and frame.prep == "with" and verb.status == "present"  # "fought with one wing"
        return rides or led or frame.prep in word_class("target_prep")  # "fighters arrived in a dozen trucks"
    if frame.role == "object":
        return bool(verb.status or verb.as_subject)
    return bool(verb.as_subject) or (item.category == "troops" and verb.frame != "inherit")


def is_whole(sentence: Sentence, number: int) -> bool:
    """ "28 of the 31 drones": the second number is what the first was taken from."""
    first = sentence.quantities[number].first
    before = [sentence.low(first - 1), sentence.low(first - 2)]
    if before[0] in ("whom", "which"):
        return False  # "of whom 60 were lost": a part
    of = first - 1 - before.index("of") if "of" in before else -1
    if of > 0 and sentence.low(of - 1) in _SHARES:
        return True  # "half of the roughly 11,000 soldiers have become casualties"
    if "of" not in before or number == 0:
        return sentence.low(first - 2) == "of" and first <= 3
    return sentence.quantities[number - 1].last >= first - 4
