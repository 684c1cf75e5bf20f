"""Antecedents: a number without a noun flows in, the thing it counts flows out.

"Nine of which were intercepted", "killing 12 and wounding 30", "of the 11,000, 4,000 have died",
"the army lost 75", "from 15,000 troops to 2,500". The noun is the nearest one before that can
suffer what the verb says; where that is a civilian, nothing is counted.
"""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.ellipsis import EITHER, PEOPLE, Bare, bare, verb_after
from agents.extract.items import Item, item_at, names
from agents.extract.marks import ends, number_follows
from agents.extract.number_lists import Counted, behind, contributed, in_staff_list, item_ending, later
from agents.extract.quantities import Quantity
from agents.extract.subjects import governed
from agents.extract.vocabulary import function_words, traps, word_class

_ARMS = frozenset(("intercepted", "launched"))

_BEFORE_NOUN = frozenset(("of", "the", "its", "their", "those", "these"))

_OTHERS = frozenset(("others", "other", "more"))


def counted_elsewhere(sentence: Sentence, quantity: Quantity, earlier: Counted | None) -> Counted | None:
    """earlier: what the last figure of the paragraph counted, for a sentence that names no noun of its own."""
    last = quantity.last
    force = _force(sentence, quantity)
    if quantity.filled or force is not None:
        first = quantity.number.first if force is None else force
        return Counted(names()["soldiers"], sentence.tokens[first].start, sentence.tokens[last - 1].end, last)
    listed = in_staff_list(sentence, quantity) or later(sentence, quantity) or contributed(sentence, quantity)
    if listed is not None:
        return listed
    if [sentence.low(last), sentence.low(last + 1)] == ["under", "arms"]:
        return Counted(names()["soldiers"], sentence.tokens[last].start, sentence.tokens[last + 1].end, last + 2)
    if quantity.vague and sentence.low(quantity.first - 1) == "the" and sentence.low(quantity.first - 2) == "by":
        return _nearest(sentence, quantity.first, Bare(""), last)
    while sentence.low(last) in _OTHERS:
        last += 1
    if sentence.low(quantity.first - 1) == "no":
        return None
    sign = bare(sentence, quantity, last)
    alone = (quantity.low, quantity.high) == (1, 1)
    if sign is None or (alone and not _one_of(sentence, last)):
        return None
    return _gone_back(sentence, quantity, sign, last, earlier)


def _gone_back(
    sentence: Sentence, quantity: Quantity, sign: Bare, last: int, earlier: Counted | None
) -> Counted | None:
    """The noun that the bare number goes back to: in a whole behind it, before it, or in an earlier sentence."""
    if sentence.low(last) in ("of", "out", "to") and number_follows(sentence, last):
        shared = behind(sentence, last)
        if shared is not None:
            return shared
        if sentence.low(last) != "to" and _other_noun(sentence, last):
            return None
    if sentence.low(last) == "of" and sentence.low(last + 1) == "them":
        named = _renamed(sentence, last + 2)
        if named is not None:
            return named
    harming = not verb_after(sentence, last) and _harms_before(sentence, quantity)
    found = _nearest(sentence, quantity.first, sign, last, harming)
    if found is not None:
        return found
    if sign.same or _blocked(sentence, quantity.first):
        return None
    lost = _lost_before(sentence, quantity)
    if (sign.status in PEOPLE and _collective_before(sentence, quantity.first, harming)) or (
        lost and _fights(sentence, earlier)
    ):
        return Counted(names()["soldiers"], sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end, last)
    if earlier is not None and _fits(earlier.item, sign.status):
        return Counted(earlier.item, earlier.start, earlier.end, last)
    return None


def _other_noun(sentence: Sentence, last: int) -> bool:
    """ "Three of the eight small bases": the whole has a noun, and it is none of ours."""
    whole = next((other for other in sentence.quantities if other.first > last), None)
    return whole is not None and not (ends(sentence, whole.last) or whole.last in sentence.verbs)


def _one_of(sentence: Sentence, last: int) -> bool:
    """Whether a lone "one" is said to suffer something: "one was killed", "one of which was shot down"."""
    if sentence.low(last) == "of":
        goes_on = bool(verb_after(sentence, last + 2)) or sentence.low(last + 2) in function_words("prep")
        return sentence.low(last + 1) in ("which", "whom", "them") and goes_on
    return bool(verb_after(sentence, last))


def _renamed(sentence: Sentence, at: int) -> Counted | None:
    """ "Three of them Rafales": the part is of a narrower kind."""
    item = item_at(sentence.tokens, at) if at < len(sentence.tokens) else None
    if item is None or not item.plural or item.kind == "casualty":
        return None
    end = at + item.size
    return Counted(item, sentence.tokens[at].start, sentence.tokens[end - 1].end, end)


def _force(sentence: Sentence, quantity: Quantity) -> int | None:
    """Where a force that is said by its size begins: "a force of 20,000", "troop strength peaked at 543,400"."""
    joint = quantity.first - 1
    if (quantity.number.high or 100) < 50 or not ends(sentence, quantity.last):
        return None
    low = sentence.low(joint)
    if low == "of" and sentence.low(joint - 1) in word_class("force"):
        return joint - 1
    near = [sentence.low(at) for at in range(joint - 12, joint)]
    if low == "at" and sentence.low(joint - 1) in ("put", "estimated") and word_class("force") & set(near[4:]):
        return quantity.first
    if low in ("at", "of", "to", "reached", "is", "was", "exceeds", "exceeded") and "strength" in near:
        return quantity.first
    if low in ("numbered", "numbers", "number", "numbering") and any(word in word_class("force") for word in near):
        return quantity.first
    return None


def _lost_before(sentence: Sentence, quantity: Quantity) -> bool:
    verb = sentence.verb_ending.get(quantity.first - 1)
    return verb is not None and verb.lemma == "lose"


def _harms_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is the object of one who kills or wounds, who is not himself among them."""
    verb = sentence.verb_ending.get(quantity.first - 1)
    return verb is not None and verb.frame == "harm" and not verb.passive


def _nearest(sentence: Sentence, before: int, sign: Bare, last: int, harming: bool = False) -> Counted | None:
    """The nearest plural noun to the left that fits, one that was counted if there is one; a civilian one in
    between ends the search.

    harming: skip nouns that no verb or preposition governs: they are the ones who harm.
    """
    at = before - 1
    uncounted: Counted | None = None
    while at >= 0:
        low = sentence.low(at)
        if sign.status not in _ARMS and low in word_class("civil_people") and sentence.low(at - 1) != "military":
            break
        found = item_ending(sentence, at)
        if found is None:
            at -= 1
            continue
        first, item = found
        start = _counted_from(sentence, first)
        skipped = harming and item.category == "troops" and not governed(sentence, first)
        if not skipped and _fits(item, sign.status) and item.kind != "casualty":
            if start is None and item.strong and _number_of(sentence, first):
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
    if _blocked(sentence, len(sentence.tokens)):
        return None
    uncounted: Counted | None = None
    for at in range(len(sentence.tokens) - 1, -1, -1):
        found = item_ending(sentence, at)
        if found is None or not (found[1].strong and found[1].plural and found[1].kind != "unit"):
            continue
        counted = Counted(found[1], sentence.tokens[found[0]].start, sentence.tokens[at].end, at + 1)
        if _counted_from(sentence, found[0]) is not None:
            return counted
        uncounted = uncounted or counted
    return uncounted


def speaks_of_civilians(sentence: Sentence) -> bool:
    return _blocked(sentence, len(sentence.tokens))


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
    return "of" in near and near[max(0, near.index("of") - 1)] in ("number", "numbers", "strength")


def _breaks(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another noun of ours or a new clause stands between a number and a noun."""
    for at in range(start, end):
        item = item_at(sentence.tokens, at)
        if sentence.low(at) in function_words("conj", "be", "have") or (
            item is not None and item.plural and item.kind != "model" and at + item.size < end
        ):
            return sentence.low(at) not in ("and", "or")
    return False


def _fits(item: Item, status: str) -> bool:
    if status in _ARMS:
        return item.category == "weapons"
    if status in PEOPLE:
        return item.category == "troops" and item.kind != "unit"
    return True


def _blocked(sentence: Sentence, before: int) -> bool:
    return any(sentence.low(at) in word_class("civil_people") for at in range(before))


def _collective_before(sentence: Sentence, before: int, harming: bool) -> bool:
    """An army that may be the one who bears it; where it is the one who harms, only as an object: "hit a convoy,
    killing 12"."""
    return any(
        sentence.low(at) in word_class("collective") and (not harming or governed(sentence, at))
        for at in range(before)
    )


def _fights(sentence: Sentence, earlier: Counted | None) -> bool:
    """Whether those who "lost 12" are an army: by its name, its commander or its battle."""
    commanded = any(token.low in ("commander", "commanders") for token in sentence.tokens)
    if earlier is not None and earlier.item.category == "weapons" and not commanded:
        return any(token.low in word_class("collective") for token in sentence.tokens)
    return commanded or any(
        token.low in word_class("collective", "fight") or token.low in ("soldier", "fighter")
        for token in sentence.tokens
    )
