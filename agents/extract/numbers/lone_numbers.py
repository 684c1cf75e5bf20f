"""Lone numbers: a number without a noun flows in, what its sentence says that sends it back to one flows out.

"Fifty-eight did not come back", "takes the ceiling to 4,647", "15,549 as wounded", "of these the plant is to put
together 61", "not the 126 the air force wrote into its tender". ellipsis.py asks here last.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.marks import ends
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import WORD
from agents.extract.words.vocabulary import function_words, traps, word_class

_FATES = {"dead": "killed", "killed": "killed", "wounded": "wounded", "injured": "wounded", "missing": "missing",
          "captured": "captured", "prisoners": "captured"}  # fmt: skip

_OPENS = frozenset((",", ";", '"', "'", "-", "--", ".", "and", "but", "while", "where", "though", "although", "yet",
                    "that"))  # fmt: skip
_SCARCELY = frozenset(("barely", "scarcely", "hardly", "merely", "perhaps", "maybe"))
"""Before a number that opens its clause: "450,000 men went in; barely 40,000 came back"."""

_NEAR = 16
"""Tokens between "of whom" and its number."""

_FAR = 26
"""Tokens between a word of size, or "of whom", and its number."""


def entered_as(sentence: Sentence, last: int) -> str:
    """ "15,549 as wounded, 29 as missing": the fate, "" for none."""
    return _FATES.get(sentence.low(last + 1), "") if sentence.low(last) == "as" else ""


def acts(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """The number is the subject of its clause: "fifty-eight did not come back", "six dropped off radar"."""
    begin = quantity.first
    while sentence.low(begin - 1) in _SCARCELY:
        begin -= 1
    joint = sentence.low(begin - 1)
    opens = begin == 0 or joint in _OPENS or quantity.first - 1 in sentence.named_tokens
    opens = opens or selects(sentence, quantity) or joint in word_class("says")
    opens = opens or (sentence.low(quantity.first - 2) == "in" and sentence.tokens[quantity.first - 1].capital)
    opens = opens or joint in word_class("by_then")
    opens = opens or (joint == "'s" and quantity.first - 2 in sentence.named_tokens)  # "Belgium's 30 will follow"
    if not opens or ((quantity.number.high or 2) < 2 and not quantity.vague):
        return False
    at = last
    while sentence.low(at) in function_words("adv") or sentence.low(at).endswith("ly"):
        at += 1
    following = [sentence.low(place) for place in range(at, at + 5)]
    if any(word in word_class("civil_people") or word in traps("measure") for word in following):
        return False
    before = range(max(0, quantity.first - 4), quantity.first)
    if joint == "," and any(sentence.low(place) in traps("head") for place in before):
        return False  # "of the sorties, 29 crossed the line"
    verb = sentence.verbs.get(at)
    finite = verb is not None and verb.form == "past"
    return (
        finite or following[0] in function_words("be", "have", "do", "modal") or following[0] in word_class("lone_does")
    )


def selects(sentence: Sentence, quantity: Quantity) -> bool:
    words = [sentence.low(at) for at in range(quantity.first - 1, quantity.number.first + 1)]
    return any(word in ("last", "first", "remaining", "final", "other") for word in words)


def sized(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """A word of size takes the number: "the headcount gets to 2,200", "the list is 704 long"."""
    if not ends(sentence, last) and sentence.low(last) not in ("long", "strong"):
        return False
    joint = sentence.low(quantity.first - 1)
    sign = sentence.low(quantity.first) in ("≈", "~", "=")
    if joint not in word_class("before_size") and not sign:
        return False
    return _near_before(sentence, quantity.first, word_class("size"))


def brought_to(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Taking to 19 the number killed this month", "bringing to 72 the total handed over"."""
    if sentence.low(quantity.first - 1) != "to" or sentence.low(last) not in ("the", "its", "their"):
        return False
    return sentence.low(last + 1) in ("number", "total", "toll", "count", "tally") and sentence.low(
        quantity.first - 2
    ) in ("bringing", "brings", "brought", "taking", "takes", "took", "raising", "raises", "raised")


def by_teller(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "57 soldiers died, the defense ministry says ten"; "Seventeen hundred, says the opposition": one number after
    another, each with who gives it."""
    high = quantity.number.high or 2
    said = word_class("says")
    if sentence.low(quantity.first - 1) in said and sentence.low(quantity.first - 1) != "added":
        return high >= 2 and ends(sentence, last) and any(one.last < quantity.first for one in sentence.quantities)
    opens = quantity.first == 0 or sentence.low(quantity.first - 1) in (";", ".")
    told = sentence.low(last + 1) in said or [sentence.low(last + 1), sentence.low(last + 2)] == ["according", "to"]
    return opens and sentence.low(last) == "," and told and high >= 10


def taken(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """The object of a verb that takes arms or men by number: "air defenders claimed four", "there had been 5,100"."""
    if not (ends(sentence, last) or sentence.low(last) == "("):
        return False
    at = quantity.first - 1
    joint = sentence.low(at - 1) if sentence.low(at) in ("just", "only") else sentence.low(at)
    if joint in ("been", "were", "are") and "there" in [
        sentence.low(at) for at in range(quantity.first - 4, quantity.first)
    ]:
        return True
    said_of = sentence.low(at - 1) in ("it", "that", "figure", "count", "total", "number", "tally")
    if joint in ("was", "is", "were") and said_of and (quantity.number.high or 2) >= 5:
        return True  # "made 48 howitzers; in 2022 it was 30"
    if joint == "to" and sentence.low(quantity.first - 2) in word_class("getting_to"):
        return True
    return joint in word_class("takes_number") and (quantity.number.high or 2) >= 2


def of_year(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "In 2023, 1,200 tanks were lost; in 2024, 900"."""
    year = sentence.low(quantity.first - 2)
    dated = len(year) == 4 and year.isdecimal() and year[:2] in ("19", "20")
    opened = sentence.low(quantity.first - 3) in ("in", "by") and sentence.low(quantity.first - 1) in (",", ":")
    return dated and opened and ends(sentence, last)


def of_counted(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Of 93 Tornados, 26 were ready"; "China has 370 ships, America's: 296"."""
    joint = sentence.low(quantity.first - 1)
    if not ends(sentence, last):
        return False
    if joint == ":":
        return sentence.low(quantity.first - 2) == "'s" and quantity.first - 3 in sentence.named_tokens
    for at in range(quantity.first - 2, max(0, quantity.first - 7), -1):
        whole = sentence.quantity_ending.get(at)
        if whole is not None:
            return joint == "," and sentence.low(whole.first - 1) == "of" and sentence.low(whole.first - 2) in _OPENS
    return False


def specified(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "The 126 the air force wrote into its tender", "the 40 who were hurt"."""
    before = sentence.low(quantity.first - 1)
    if before != "the" or (quantity.number.high or 0) < 2:
        return False
    low = sentence.low(last)
    wanted = last + 1 < len(sentence.tokens) and sentence.low(last + 1) in word_class("wants")
    held = sentence.low(quantity.first - 2) in ("of", "than", "not", "to", "from", "against", "for")
    if (wanted and held and low.endswith(("s", "y"))) or _rather_than(sentence, quantity, last):
        return True  # "short of the 50,000 planners want"
    return low in ("who", "that", "which", "whom", "it", "he", "they", "we", "she") or (
        low in ("the", "its", "their")
        and any(
            place in sentence.verbs or sentence.low(place) in function_words("have")
            for place in range(last + 2, last + 6)
        )
    )


def _rather_than(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "1,580 vehicles, not the 2,044 of the first plan"."""
    if sentence.low(last) != "of" or sentence.low(last + 1) not in _A_PLAN:
        return False
    joint, earlier = sentence.low(quantity.first - 2), sentence.low(quantity.first - 3)
    return joint == "not" or (joint in ("than", "of") and earlier in _RATHER)


_A_PLAN = frozenset(("the", "last", "a", "his", "its", "their"))
_RATHER = frozenset(("rather", "instead", "more", "fewer", "less", "short"))


def part_of_which(sentence: Sentence, quantity: Quantity, last: int) -> bool:
    """ "Of whom, and he stressed that the figure is his own, 20,000 end up in combat brigades"."""
    begin = max(1, quantity.first - _NEAR)
    for at in range(quantity.first - 1, begin - 1, -1):
        if sentence.low(at) in (";", ".", "youngest", "oldest", "eldest", "aged") or at in sentence.quantity_at:
            return False
        if sentence.low(at) in ("whom", "which", "these", "those", "them") and sentence.low(at - 1) == "of":
            if sentence.low(at - 2) in ("youngest", "oldest", "eldest") or sentence.low(at + 1) in traps("head"):
                return False
            after = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
            named = after is not None and after.kind == WORD and not after.capital and at + 1 not in sentence.verbs
            if sentence.low(at) in ("these", "those") and named and sentence.low(at + 1) not in ("who", "that"):
                return False  # "of those casting ballots"
            verb = last in sentence.verbs
            return (
                ends(sentence, last)
                or verb
                or sentence.low(last) in function_words("be", "have", "modal") | word_class("lone_does")
            )
    return False


def _near_before(sentence: Sentence, before: int, words: frozenset[str]) -> bool:
    return any(sentence.low(at) in words for at in range(max(0, before - _FAR), before))
