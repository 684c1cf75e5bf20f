"""Titled: a number without a noun and its article's title flow in, the thing that the title speaks of flows out.

"1,500 additional, roughly doubling the force" under "Obama orders more troops to Iraq"; "of the 13, nine were in
the hills" under "Army kills 13 terrorists". Only where the paragraph itself counted nothing and speaks of no
civilians, and where the number's own words send it back.
"""

from __future__ import annotations

from agents.extract.clauses.clauses import Sentence
from agents.extract.nouns.items import Item, item_at
from agents.extract.numbers.ellipsis import bare
from agents.extract.numbers.noun_search import fits, speaks_of_civilians
from agents.extract.numbers.number_lists import Counted
from agents.extract.numbers.quantities import Quantity
from agents.extract.words.tokens import tokenise
from agents.extract.words.vocabulary import word_class


def title_item(title: str) -> Item | None:
    """The one sure plural of a title, when it names no civilians and only one such thing."""
    tokens = tokenise(title)
    if any(token.low in word_class("civil_people") for token in tokens):
        return None
    found = [item for at in range(len(tokens)) if (item := item_at(tokens, at)) is not None]
    sure = [item for item in found if item.strong and item.plural and item.kind in ("person", "weapon")]
    return sure[0] if sure and len({item.item for item in sure}) == 1 else None


def of_title(sentence: Sentence, quantity: Quantity, item: Item) -> Counted | None:
    high = quantity.number.high or 0
    if (high < 5 and quantity.vague is None) or speaks_of_civilians(sentence):
        return None
    sign = bare(sentence, quantity, quantity.last)
    if sign is None or sign.same or not fits(item, sign.status):
        return None
    first, last = sentence.tokens[quantity.first], sentence.tokens[quantity.last - 1]
    return Counted(item, first.start, last.end, quantity.last)
