"""Antecedents: a number without a noun flows in, the thing it counts flows out.

"Nine of which were intercepted", "killing 12 and wounding 30", "of the 11,000, 4,000 have died",
"the army lost 75", "from 15,000 troops to 2,500". The noun is the nearest one before that can
suffer what the verb says; where that is a civilian, nothing is counted.
"""

from __future__ import annotations

from dataclasses import replace

from agents.extract.clauses.around import words_in
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends, number_follows
from agents.extract.nouns.items import item_at, names
from agents.extract.numbers.earlier import Earlier
from agents.extract.numbers.ellipsis import PEOPLE, Bare, bare, verb_after
from agents.extract.numbers.implied_nouns import (
    arms_below,
    arms_here,
    implied,
    own_people,
    selected_below,
    single_before_which,
)
from agents.extract.numbers.lone_states import contracted, in_condition, of_band, on_order
from agents.extract.numbers.narrower import force_of, numbered, renamed, single_of
from agents.extract.numbers.noun_search import ARMS, blocked, fits, nearest
from agents.extract.numbers.number_labels import labelled
from agents.extract.numbers.number_lists import Counted, behind, contributed, in_staff_list, later
from agents.extract.numbers.quantities import Quantity
from agents.extract.numbers.refusals import of_civil_body, toll_of_anyone
from agents.extract.sides.subjects import governed
from agents.extract.words.vocabulary import function_words, word_class

_OTHERS = frozenset(("others", "other", "more"))


def counted_elsewhere(
    sentence: Sentence, quantity: Quantity, before: Earlier
) -> Counted | None:
    """before: what the paragraph counted, for a sentence that names no noun of its own."""
    earlier = before.counted()
    last = quantity.last
    force = force_of(sentence, quantity)
    if quantity.filled and of_civil_body(sentence, last):
        return None
    if quantity.filled or force is not None:
        first = quantity.number.first if force is None else force
        troops = names()["soldiers"]
        if sentence.low(last - 1) == "member":  # "a 48-member task group"
            troops = replace(troops, item="member", words="member")
        elif sentence.low(first) in ("reserve", "reserves"):
            troops = names()["reservists"]
        elif sentence.low(last - 1) == "strong":  # "a guerrilla column several hundred strong"
            near = (item_at(sentence.tokens, at) for at in range(quantity.first - 1, max(-1, quantity.first - 9), -1))
            named = next((one for one in near if one is not None and one.kind == "person" and one.strong), None)
            troops = replace(troops, item=named.item) if named is not None else troops
        return Counted(troops, sentence.tokens[first].start, sentence.tokens[last - 1].end, last)
    told = numbered(sentence, quantity)
    if told is not None:
        return told
    listed = in_staff_list(sentence, quantity) or labelled(sentence, quantity)
    listed = listed or implied(sentence, quantity, last, earlier is None)
    listed = listed or later(sentence, quantity) or contributed(sentence, quantity)
    if listed is not None:
        return listed
    if [sentence.low(last), sentence.low(last + 1)] == ["under", "arms"]:
        return Counted(names()["soldiers"], sentence.tokens[last].start, sentence.tokens[last + 1].end, last + 2)
    if [sentence.low(last), sentence.low(last + 1)] == ["in", "uniform"] and not _of_police(sentence):
        return Counted(names()["soldiers"], sentence.tokens[last].start, sentence.tokens[last + 1].end, last + 2)
    if quantity.vague and sentence.low(quantity.first - 1) == "the" and sentence.low(quantity.first - 2) == "by":
        return nearest(sentence, quantity.first, Bare(""), last)
    while sentence.low(last) in _OTHERS:
        last += 1
    ones = next((at for at in range(last, last + 3) if sentence.low(at) == "ones"), None)
    if ones is not None:  # "36 cruise missiles and 110 ballistic ones"
        return nearest(sentence, quantity.first, Bare("", same=True), ones + 1)
    if sentence.low(quantity.first - 1) in ("no", "not"):
        return None
    band = before.suffering("missing") if of_band(sentence, quantity, last) else None
    if band is not None:
        return Counted(band.item, band.start, band.end, last)
    sign = bare(sentence, quantity, last)
    alone = (quantity.low, quantity.high) == (1, 1)
    if alone and [sentence.low(last), sentence.low(last + 1)] == ["of", "them"]:
        single = single_of(sentence, last + 2)
        if single is not None:
            return single
    if toll_of_anyone(sentence, quantity) or _other_people(sentence, last):
        return None
    if sign is None or (alone and not _one_of(sentence, last)):
        return None
    if sentence.low(last) == "who" and sign.status not in PEOPLE:
        sign = sign._replace(status="missing")  # whatever befell them, they are people
        earlier = earlier if earlier is not None and fits(earlier.item, sign.status) else before.suffering("missing")
        army = word_class("army_word", "collective", "irregular") - word_class("any_war")
        if earlier is None and not blocked(sentence, len(sentence.tokens)) and not army.isdisjoint(
            words_in(sentence.text)
        ):
            first, end = sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end
            earlier = Counted(names()["soldiers"], first, end, last)
    if earlier is None and sentence.low(0) == "of" and sentence.low(1) in ("these", "those", "them", "whom"):
        earlier = before.latest()
    if earlier is None or not fits(earlier.item, sign.status):
        earlier = before.suffering(sign.status) or earlier
    return _gone_back(sentence, quantity, sign, last, earlier)


def _other_people(sentence: Sentence, last: int) -> bool:
    """ "Gave the dead as 18, of whom 14 were foreigners"."""
    if sentence.low(last) == "of" and sentence.low(last + 1) in ("them", "whom", "these", "those"):
        last += 2
    return sentence.low(last) in ("were", "are") and sentence.low(last + 1) in (
        word_class("civil_people") | {"foreigners", "tourists", "guests", "locals", "contractors"}
    )


def _of_police(sentence: Sentence) -> bool:
    return any(token.low in ("police", "policemen", "officers", "gendarmes") for token in sentence.tokens)


def _gone_back(
    sentence: Sentence, quantity: Quantity, sign: Bare, last: int, earlier: Counted | None
) -> Counted | None:
    """The noun that the bare number goes back to: in a whole behind it, before it, or in an earlier sentence."""
    regains = sentence.low(last) == "of" and sentence.low(last + 1) in ("them", "these", "those", "whom", "which")
    if sentence.low(last) in ("of", "out", "to") and not regains and number_follows(sentence, last):
        shared = behind(sentence, last)
        if shared is not None:
            return shared
        if sentence.low(last) != "to" and _other_noun(sentence, last):
            return None
    if sentence.low(last) == "of" and sentence.low(last + 1) == "them":
        named = renamed(sentence, last + 2)
        if named is not None:
            return named
    if regains and sentence.low(last + 2) in ("were", "are") and sentence.low(last + 1) in ("which", "whom"):
        named = renamed(sentence, last + 3)  # "roughly 80 of which were Shaheds"
        if named is not None and named.item.strong:
            return named
    if sign.nearest:
        single = single_before_which(sentence, quantity, last)
        if single is not None:
            return single
    harming = not verb_after(sentence, last) and _harms_before(sentence, quantity)
    found = nearest(sentence, quantity.first, sign, last, harming)
    if found is not None:
        return found
    if sign.status not in ARMS and blocked(sentence, quantity.first):
        return None
    if sign.same:
        here = earlier is not None and earlier.start >= sentence.tokens[0].start and fits(earlier.item, sign.status)
        return earlier._replace(last=last) if earlier is not None and here else None
    lost = _lost_before(sentence, quantity)
    if (sign.status in PEOPLE and _collective_before(sentence, quantity.first, harming)) or (
        lost and _fights(sentence, earlier)
    ):
        if earlier is not None and earlier.item.kind == "person" and fits(earlier.item, sign.status):
            return Counted(earlier.item, earlier.start, earlier.end, last)
        return Counted(names()["soldiers"], sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end, last)
    if on_order(sentence, quantity, last) or contracted(sentence, quantity, last):
        ordered = arms_here(sentence, quantity, last)
        if ordered is not None:
            return ordered
    if earlier is not None and fits(earlier.item, sign.status):
        return Counted(earlier.item, earlier.start, earlier.end, last)
    if sign.status in ARMS:
        return arms_below(sentence, quantity, last)
    below = selected_below(sentence, quantity) or own_people(sentence, quantity)
    if below is None and sign.status == "exchanged" and "prisoners" in words_in(sentence.text):
        first, end = sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end
        return Counted(names()["prisoners of war"], first, end, last)
    return below


def _other_noun(sentence: Sentence, last: int) -> bool:
    """ "Three of the eight small bases": the whole has a noun, and it is none of ours."""
    whole = next((other for other in sentence.quantities if other.first > last), None)
    return whole is not None and not (ends(sentence, whole.last) or whole.last in sentence.verbs)


def _one_of(sentence: Sentence, last: int) -> bool:
    """Whether a lone "one" is said to suffer something: "one was killed", "one of which was shot down"."""
    if sentence.low(last) == "of":
        goes_on = bool(verb_after(sentence, last + 2)) or sentence.low(last + 2) in function_words("prep")
        goes_on = goes_on or sentence.low(last + 2) in word_class("one_does") or sentence.low(last + 2).endswith("ly")
        return sentence.low(last + 1) in ("which", "whom", "them") and goes_on
    return bool(verb_after(sentence, last)) or in_condition(sentence, last)


def _lost_before(sentence: Sentence, quantity: Quantity) -> bool:
    verb = sentence.verb_ending.get(quantity.first - 1)
    return verb is not None and verb.lemma == "lose"


def _harms_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is the object of one who kills or wounds, who is not himself among them."""
    verb = sentence.verb_ending.get(quantity.first - 1)
    return verb is not None and verb.frame == "harm" and not verb.passive


def _collective_before(sentence: Sentence, before: int, harming: bool) -> bool:
    """An army that may be the one who bears it; where it is the one who harms, only as an object: "hit a convoy,
    killing 12"."""
    return any(
        sentence.low(at) in word_class("collective") and (not harming or governed(sentence, at)) for at in range(before)
    )


def _fights(sentence: Sentence, earlier: Counted | None) -> bool:
    """Whether those who "lost 12" are an army: by its name, its commander or its battle."""
    commanded = any(token.low in ("commander", "commanders") for token in sentence.tokens)
    if earlier is not None and earlier.item.category == "weapons" and not commanded:
        return any(token.low in word_class("collective") for token in sentence.tokens)
    if sentence.named and any(
        (item := item_at(sentence.tokens, at)) is not None and item.strong and item.category == "weapons"
        for at in range(min(len(sentence.tokens), 60))
    ):
        return True  # "has lost more than 15,000 there, plus 89 tanks"
    return commanded or any(
        token.low in word_class("collective", "fight") or token.low in ("soldier", "fighter")
        for token in sentence.tokens
    )
