"""Searching back: a place before a bare number flows in, the noun before it that fits flows out.

Nearest first, one that was counted before one that was only named; a civilian one in between ends the search.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.nouns.items import Item, item_at
from agents.extract.numbers.ellipsis import EITHER, PEOPLE, Bare
from agents.extract.numbers.number_lists import Counted, item_ending
from agents.extract.sides.kinds import is_group
from agents.extract.sides.subjects import governed
from agents.extract.words.vocabulary import function_words, traps, word_class

ARMS = frozenset(("intercepted", "launched"))
"""What happens to arms only."""

_BEFORE_NOUN = frozenset(("of", "the", "its", "their", "those", "these"))


def nearest(sentence: Sentence, before: int, sign: Bare, last: int, harming: bool = False) -> Counted | None:
    """The nearest plural noun to the left that fits, one that was counted if there is one; a civilian one in
    between ends the search.

    harming: skip nouns that no verb or preposition governs: they are the ones who harm.
    """
    at = before - 1
    uncounted: Counted | None = None
    while at >= 0:
        low = sentence.low(at)
        if sign.status not in ARMS and _civil(sentence, at) and sentence.low(at - 1) != "military":
            break
        found = item_ending(sentence, at)
        if found is None:
            at -= 1
            continue
        first, item = found
        if low == "troop" and sentence.low(at + 1) == "of":  # of baboons, of scouts
            at = first - 1
            continue
        if low == "arms":  # "600,000 under arms", "laid down their arms"
            at = first - 1
            continue
        start = _counted_from(sentence, first)
        skipped = harming and item.category == "troops" and not governed(sentence, first)
        if not skipped and fits(item, sign.status) and item.kind != "casualty":
            if start is None and (item.strong or item.words == "recruit") and _number_of(sentence, first):
                return Counted(item, sentence.tokens[first].start, sentence.tokens[at].end, last)
            if start is not None:
                return Counted(item, sentence.tokens[start].start, sentence.tokens[at].end, last)
            common = sign.status == EITHER and item.category == "weapons"  # mortars named, men lost
            if item.strong and uncounted is None and not sign.same and not common:
                front = first - 1 if first and sentence.tokens[first - 1].low in traps("forces") else first
                uncounted = Counted(item, sentence.tokens[front].start, sentence.tokens[at].end, last)
                if sign.nearest:
                    return uncounted
        at = first - 1
    return uncounted


def last_named(sentence: Sentence) -> Counted | None:
    """The last plural noun of a sentence that is surely troops or arms, one that was counted if there is one."""
    if blocked(sentence, len(sentence.tokens)):
        return None
    uncounted: Counted | None = None
    for at in range(len(sentence.tokens) - 1, -1, -1):
        found = item_ending(sentence, at)
        if found is None or not found[1].plural or found[1].kind == "unit":
            continue
        of_group = found[1].words == "man" and _after_group(sentence, found[0])
        if not (found[1].strong or of_group) or sentence.low(found[0] - 1) in ("a", "an", "another"):
            continue  # "a Hercules" is one
        counted = Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at].end, at + 1)
        if _counted_from(sentence, found[0]) is not None:
            return counted
        uncounted = uncounted or counted
    return uncounted


def _after_group(sentence: Sentence, first: int) -> bool:
    """ "Hezbollah men", "men of the militia"."""
    return any(name.last == first and is_group(name.party) for name in sentence.named)


def speaks_of_civilians(sentence: Sentence) -> bool:
    return blocked(sentence, len(sentence.tokens))


def _counted_from(sentence: Sentence, first: int) -> int | None:
    """Where the words between a number and the noun at this token begin; None when no number counts it."""
    start = next(
        (
            other.last
            for other in sentence.quantities
            if other.last <= first <= other.last + 4 and not _breaks(sentence, other.last, first)
        ),
        None,
    )
    while start is not None and start < first and sentence.low(start) in _BEFORE_NOUN:
        start += 1
    return start


def _number_of(sentence: Sentence, first: int) -> bool:
    """ "The number of its soldiers": what a size is then said of."""
    near = [sentence.low(at) for at in range(first - 4, first)]
    return "of" in near and near[max(0, near.index("of") - 1)] in ("number", "numbers", "strength", "sum", "tally")


def _breaks(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another noun of ours or a new clause stands between a number and a noun."""
    for at in range(start, end):
        item = item_at(sentence.tokens, at)
        if sentence.low(at) in function_words("conj", "be", "have") or (
            item is not None and item.plural and item.kind != "model" and at + item.size < end
        ):
            return sentence.low(at) not in ("and", "or")
    return False


def fits(item: Item, status: str) -> bool:
    if status in ARMS:
        return item.category == "weapons"
    if status in PEOPLE:
        return item.category == "troops" and item.kind != "unit"
    return True


def blocked(sentence: Sentence, before: int) -> bool:
    return any(_civil(sentence, at) for at in range(before))


def _civil(sentence: Sentence, at: int) -> bool:
    """Soldiers too are taken "to hospital"; whoever is hit in "the hospital" is none."""
    low = sentence.low(at)
    return low in word_class("civil_people") and not (low == "hospital" and sentence.low(at - 1) in ("in", "to"))
