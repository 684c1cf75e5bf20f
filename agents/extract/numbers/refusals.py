"""Refusals: a bare number with its noun flows in, whether that noun was no figure flows out.

What was left out once is none for the numbers that lean on it: "nine of the 18 power units",
"45 attacks, one of them on a base", "guarded 20 polling stations and opened 12 more".
"""

from __future__ import annotations

from collections.abc import Sequence

from agents.extract.clauses.around import Around
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.fates.frames import find_frame
from agents.extract.nouns.admission import why_not
from agents.extract.nouns.nouns import noun_group
from agents.extract.numbers.ellipsis import PEOPLE, verb_after
from agents.extract.numbers.number_lists import Counted
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.vocabulary import function_words, word_class


def whole_refused(sentence: Sentence, quantity: Quantity, counted: Counted, around: Around, troops: bool) -> bool:
    """Whether the noun stands further on, with a number that is no figure. troops: as for why_not."""
    if counted.item.strong or counted.start < sentence.tokens[quantity.first].start:
        return False
    if [sentence.low(quantity.last), sentence.low(quantity.last + 1)] == ["of", "them"]:
        return False  # "19,000 of them volunteers": the noun has no number of its own
    for whole in sentence.quantities:
        if whole.first <= quantity.first or sentence.tokens[whole.first].start > counted.start:
            continue
        group = noun_group(sentence.tokens, whole, sentence.named_tokens, sentence.verbs)
        if group is not None and sentence.tokens[group.last - 1].end == counted.end:
            frame = find_frame(sentence, whole.first, group.last, True)
            return bool(group.why_not or why_not(sentence, whole, group, frame, around, troops))
    return True


def after_refused(
    sentence: Sentence,
    quantity: Quantity,
    counted: Counted,
    refused: Sequence[tuple[int, int]],
    passed: Sequence[Quantity],
) -> bool:
    """Whether what stands right before "of them" or "more" is no figure. refused: spans of nouns; passed: the
    sentence's numbers that are none."""
    at = sentence.tokens[quantity.first].start
    of_them = sentence.low(quantity.last) == "of" and sentence.low(quantity.last + 1) in ("them", "which", "whom")
    between = [span for span in refused if counted.start < span[0] < at]
    harmed = counted.item.category == "troops" and verb_after(sentence, quantity.last + 2) in PEOPLE
    if of_them and between and not (harmed and _happenings(sentence, between)):
        return True
    before = [other for other in sentence.quantities if other.last <= quantity.first]
    soldiers = counted.item.strong and counted.item.kind == "person" and counted.item.item in _SOLDIERS
    if of_them and counted.start > at and before and before[-1] in passed and not soldiers:
        return True  # "300 employees, 40 of them engineers"
    joint = sentence.low(quantity.first - 1)
    if counted.item.category == "weapons" and not word_class("of_the_dead").isdisjoint(
        sentence.low(place) for place in range(quantity.first - 3, quantity.first)
    ):
        return True  # "put the death toll at 7,703": no jets of the sentence before
    still = joint == "with" and sentence.low(quantity.last) == "still"
    if still and before and before[-1] in passed:  # "employs 4,000, with 300 still on strike"
        return counted.start < sentence.tokens[before[-1].first].start
    leaning = joint in ("at", "from", "to", "in") and ends(sentence, quantity.last) and before
    if leaning and before[-1] in passed and sentence.low(before[-1].first - 1) == joint:
        return counted.start < sentence.tokens[before[-1].first].start  # "impacts at 11 places and debris at four"
    return bool(
        quantity.increment
        and before
        and before[-1] in passed
        and (before[-1].number.high or 2) > 1
        and not _placed(sentence, before[-1])
        and counted.start < sentence.tokens[before[-1].first].start
    )


_SOLDIERS = frozenset(("soldier", "marine", "paratrooper", "fighter", "militant", "rebel", "reservist", "conscript"))
"""Who may be some of people that are not counted: "617 people had surrendered, 410 of them soldiers"."""


def of_civil_body(sentence: Sentence, last: int) -> bool:
    """ "A 21-member finance committee"."""
    for at in range(last, last + 5):
        if sentence.low(at) in word_class("civil_body"):
            return True
        if sentence.low(at) in function_words("prep", "be", "have", "modal"):
            return False
    return False


def _placed(sentence: Sentence, passed: Quantity) -> bool:
    """ "Brought down 106 of the drones over 14 regions; 56 more dropped off radar": where, and not what."""
    return any(sentence.low(at) in ("in", "over", "across", "at", "on") for at in (passed.first - 1, passed.first))


def _happenings(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether all that was refused are events and places, of which nobody says that nine of them were killed: "killed
    13 in three engagements. Nine of them were killed in Mohmand"."""
    return all(sentence.text[start:end].rpartition(" ")[2].lower() in word_class("no_victim") for start, end in spans)


def toll_of_anyone(sentence: Sentence, quantity: Quantity) -> bool:
    """ "In the town the dead had reached 71", "put the dead at 254 in all": no number of those counted before."""
    if sentence.low(quantity.first - 1) not in ("at", "reached", "to", "as", "past"):
        return False
    near = [sentence.low(place) for place in range(max(0, quantity.first - 18), quantity.first)]
    toll = "dead" in near[:-1] and near[near.index("dead") - 1] == "the"
    words = word_class("army_word", "collective", "irregular", "own_side", "one_side")
    return toll and words.isdisjoint(near[near.index("dead") :])
