"""Bare numbers: a number with no noun behind it flows in, why it may stand for counted things flows out.

English leaves a noun out where it was said before, and marks the place: "nine of which", "another
30", "up from the 99 he gave", "to 140,000 by next year and to 110,000 by 2030", "12 over Poltava and
nine over Sumy". A number without such a mark is a vote, an age, a score, and counts nothing here.
"""

from __future__ import annotations

from typing import NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import (
    changes,
    clause_subject,
    compared,
    ends,
    fragment,
    made,
    number_follows,
    of_party,
    of_size,
    of_time,
    of_whole,
    parallel,
    selected,
)
from agents.extract.numbers.lone_numbers import (
    acts,
    brought_to,
    by_teller,
    entered_as,
    of_counted,
    of_year,
    part_of_which,
    sized,
    specified,
    taken,
)
from agents.extract.numbers.lone_shares import apposed, for_each, held_against, in_all, of_owner, of_variant, the_rest
from agents.extract.numbers.lone_states import (
    beside,
    contracted,
    for_party,
    in_condition,
    of_batch,
    of_nation,
    on_order,
    share_of,
    spoken_of,
)
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, word_class

PEOPLE = frozenset(("killed", "wounded", "killed_or_wounded", "missing", "exchanged", "mobilised", "trained"))
"""What happens to people only."""

EITHER = "either"
"""What happens to people and to arms alike."""

_AIMED_AT = frozenset(("target", "attack", "strike", "hit", "shell", "bomb"))
"""Said in the passive of those at whom something is launched: "six were targeted"."""

_EITHER = frozenset(("lose", "capture", "seize"))
_COMES = frozenset(("reach", "arrive", "land", "enter", "cross", "return"))
"""Who does may be men or arms: "the first 800 had reached Tbilisi"."""

_THAN = frozenset(("against", "versus", "vs", "than", "from", "to"))
_PLACES = frozenset(("over", "in", "near", "at", "on", "around", "off", "outside", "by", "from", "for", "to", "with"))
_FRAMES = ("harm", "loss", "use", "transfer", "arrive", "self", "own", "trainer")
_REGAINED = frozenset(("which", "whom", "them", "these", "those"))


class Bare(NamedTuple):
    """status: what happened to them, "" when that does not narrow the noun. same: only a noun that this
    sentence counts will do. nearest: the noun right before it, counted or not ("of which")."""

    status: str
    same: bool = False
    nearest: bool = False


def bare(sentence: Sentence, quantity: Quantity, last: int) -> Bare | None:
    """Why the number may stand alone; None when nothing marks it. last: past "others", "more"."""
    low, joint = sentence.low(last), sentence.low(quantity.first - 1)
    if spoken_of(sentence, quantity, last) or of_batch(sentence, quantity, last):
        return Bare("")
    if joint == "of" and not (quantity.increment or selected(sentence, quantity) or of_size(sentence, quantity)):
        return None
    if low == "of" and sentence.low(last + 1) in _REGAINED:
        harms = verb_after(sentence, last + 2) or ""
        active = sentence.low(last + 1) == "which" and harms == "killed"
        return Bare("" if active else harms, nearest=True)
    fellows = sentence.low(last + 2) == "own" or sentence.low(last + 2) in word_class("fellows")
    if low == "of" and (fellows or of_variant(sentence, last)):
        return Bare("")
    if low in ("of", "out") and number_follows(sentence, last) and _in_clause(sentence):
        return Bare(verb_after(sentence, last) or _verb_before(sentence, quantity) or "")
    if joint in ("whom", "which") and sentence.low(quantity.first - 2) == "of":
        return Bare(verb_after(sentence, last) or "", nearest=True)
    after = verb_after(sentence, last) or entered_as(sentence, last)
    if after:
        return Bare(after)
    if part_of_which(sentence, quantity, last):
        return Bare("", nearest=True)
    if in_condition(sentence, last):
        return Bare("wounded")
    if on_order(sentence, quantity, last) or contracted(sentence, quantity, last):
        return Bare("")
    if beside(sentence, quantity, last) or of_nation(sentence, quantity, last) or share_of(sentence, quantity, last):
        return Bare("")
    if of_whole(sentence, quantity, last) or made(sentence, last):
        return Bare("")
    if clause_subject(sentence, quantity, last):
        return Bare("", same=True)
    if acts(sentence, quantity, last) or specified(sentence, quantity, last) or sized(sentence, quantity, last):
        return Bare("")
    if taken(sentence, quantity, last):
        return Bare("")
    if for_party(sentence, quantity, last):
        return Bare("")
    if low == "who" and joint in ("and", ",") and sentence.quantities[0] is not quantity:
        return Bare("")  # "six were hit in the camp and three who fled it"
    if in_all(sentence, quantity, last):
        return Bare("", nearest=True)
    if for_each(sentence, last):
        return Bare("exchanged")
    if the_rest(sentence, quantity):
        return Bare("")
    if brought_to(sentence, quantity, last):
        return Bare("")
    if by_teller(sentence, quantity, last):
        return Bare("", same=joint in word_class("says"))
    if of_counted(sentence, quantity, last) or of_year(sentence, quantity, last):
        return Bare("", same=joint == ",")
    if last > quantity.last and low.endswith("ing") and _verb_before(sentence, quantity) is not None:
        return Bare(_verb_before(sentence, quantity) or "")  # "captured three others hiding in a tunnel"
    goes_on = low in function_words("be", "have", "modal") and (quantity.increment or selected(sentence, quantity))
    if not (ends(sentence, last) or goes_on):
        clause = low in function_words("pron") or low in ("first", "originally", "initially", "once")
        return Bare("", same=True) if clause and compared(sentence, quantity) else None
    before = _verb_before(sentence, quantity)
    if before is not None:
        return Bare(before)
    return _marked(sentence, quantity, last, low, joint)


def _in_clause(sentence: Sentence) -> bool:
    """No page count: "Next slide: the B-52 ▶ 5 of 10"."""
    said = word_class("lone_does") | function_words("be", "have", "modal")
    return bool(sentence.verbs) or any(token.low in said for token in sentence.tokens)


def _marked(sentence: Sentence, quantity: Quantity, last: int, low: str, joint: str) -> Bare | None:
    """What stands before the number says that it goes back."""
    if (quantity.increment and not of_time(sentence, quantity)) or selected(sentence, quantity):
        return Bare("")
    if compared(sentence, quantity):
        return Bare("", same=joint in _THAN)
    if joint == "including" and low in function_words("prep"):
        return Bare("")
    if (joint in (":", ",") and low == "over") or (joint == ":" and low in ("in", "near")):
        return Bare("")
    if joint == "of" and sentence.low(quantity.first - 2) in ("out", "total", "loss"):
        return Bare("")
    if joint in ("to", "from", "at") and (changes(sentence, quantity) or parallel(sentence, quantity)):
        return Bare("")
    if joint in ("and", "or", "then", "least", "of", "to", "from") and changes(sentence, quantity) and low != "of":
        return Bare("")
    if joint in ("-", "--") and low == joint and (quantity.number.high or 0) >= 5:
        return Bare("", same=True)  # "some of the reservists - nearly 400 - failed to report"
    if joint in ("and", "but") and low in ("now", "today") and sentence.quantities[0] is not quantity:
        return Bare("", same=True)
    if of_owner(sentence, quantity):
        return Bare("", same=True)
    if apposed(sentence, quantity, last):
        return Bare("", nearest=True)
    listed = joint in ("and", "or", "then", ",", ";") and low in _PLACES
    if listed and (quantity.vague is not None or (quantity.number.high or 0) >= 2):
        return Bare("", same=joint in (",", ";"))
    if _has(sentence, quantity):
        return Bare("", same=(quantity.number.high or 0) < 10)
    if held_against(sentence, quantity):
        return Bare("", same=True)
    if of_party(sentence, quantity):
        return Bare("", same=True)
    return Bare("") if fragment(sentence, quantity) else None


def verb_after(sentence: Sentence, at: int) -> str | None:
    """The status of a passive or intransitive verb that the number is the subject of."""
    auxiliary = False
    for place in range(at, min(len(sentence.tokens), at + 7)):
        low = sentence.low(place)
        verb = sentence.verbs.get(place)
        if low in function_words("be", "have", "modal"):
            auxiliary = True
        elif verb is not None and auxiliary and verb.lemma in _AIMED_AT:
            return None
        elif verb is not None and verb.status and verb.form in ("participle", "past", "base"):
            alone = verb.frame in ("harm", "loss", "arrive")
            if (verb.lemma in _EITHER and (auxiliary or alone)) or verb.lemma in _COMES:
                return EITHER
            return verb.status if verb.frame in _FRAMES and (auxiliary or alone) else None
        elif low in ("dead", "wounded", "missing", "injured") and verb is None:
            return {"dead": "killed", "injured": "wounded"}.get(low, low)
        elif not (
            low in function_words("adv", "neg") or low.endswith("ly") or low in ("reported", "confirmed", "believed")
        ):
            return None
    return None


def _verb_before(sentence: Sentence, quantity: Quantity) -> str | None:
    """The status of the verb that has the number as its object: "killing 12", "lost 75", "shot down all 27"."""
    at = quantity.first - 1
    while sentence.low(at) in ("all", "the", "another", "further", "least", "at", "some", "about"):
        at -= 1
    if sentence.low(at) == ",":  # "it fired, over the twelve days in June, something like 100"
        opened = next((place for place in range(at - 1, max(0, at - 10), -1) if sentence.low(place) == ","), 0)
        at = opened - 1 if opened and not any(place in sentence.verbs for place in range(opened, at)) else at
    verb = sentence.verb_ending.get(at)
    if verb is None or verb.form == "noun" or not verb.status or verb.lemma in ("employ", "hire"):
        return None  # "the yard employs 4,000"
    if verb.lemma in _EITHER:
        return EITHER
    return verb.status if verb.frame in ("harm", "loss", "use") else None


def _has(sentence: Sentence, quantity: Quantity) -> bool:
    """Sends, gets, makes, keeps or trains that many: "hopes to build 4.5m this year", "owns 42"."""
    verb = sentence.verb_ending.get(quantity.first - 1)
    if sentence.low(quantity.first - 1) in ("has", "have", "had"):
        return (quantity.number.high or 0) >= (2 if sentence.quantities[0] is not quantity else 10)
    return (
        verb is not None
        and verb.form != "noun"
        and bool(verb.status)
        and verb.frame in ("transfer", "own", "trainer", "receive")
    )
