"""Arms by a general word: ships, vehicles, systems, batteries flow in, whether they are an army's flows out.

"Pantsir systems" and "Russian warplanes" say so themselves; "four batteries" are arms where the
paragraph is about arms and no other word tells what kind they are.
"""

from __future__ import annotations

from agents.extract.around import Around, armed, named_inside, names_side
from agents.extract.clauses import Sentence
from agents.extract.frames import Frame
from agents.extract.items import item_at
from agents.extract.noun_walk import NounGroup
from agents.extract.quantities import Quantity
from agents.extract.tokens import MODEL, WORD
from agents.extract.vocabulary import function_words, word_class


def why_no_arms(sentence: Sentence, quantity: Quantity, group: NounGroup, frame: Frame, around: Around) -> str:
    """Ships, vehicles, systems: arms when their own words say so, or when the paragraph is about an army and
    nothing else describes them."""
    item = group.item
    inside = sentence.tokens[quantity.last : group.last]
    if armed([token.low for token in inside]) or names_side(sentence, quantity, group):
        return "" if around.war or named_inside(sentence, quantity, group) else f"{item.words} with no war around it"
    known = _of_known_arms(sentence, quantity, group)
    shot = frame.verb is not None and frame.verb.status in ("intercepted", "launched")
    if item.words == "target" and not (shot and frame.verb is not None and frame.verb.status == "intercepted"):
        return "targets hit are places"
    if known or shot:
        return "" if known or around.war or shot else f"{item.words} with no war around it"
    if not around.war:
        return f"{item.words} with no war around it"
    if _described(sentence, quantity, group):
        return f"{item.words} of a kind that we do not know"
    happens = frame.verb is not None and bool(frame.verb.status)
    if item.words in word_class("needs_army"):
        counts = happens or quantity.increment or quantity.definite
        return "" if counts and around.arms else f"{item.words} of what is not said"
    if item.words in word_class("ordinary_vehicle") and not happens and not around.army:
        return f"{item.words}: nothing military happens to it"
    return ""


def _of_known_arms(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "Two Pantsir-S1 systems", "four batteries of Pinaka launchers", "eight Patriot systems"."""
    for at in range(quantity.last, group.last):
        token = sentence.tokens[at]
        if token.kind == MODEL and at != group.head_first:
            return True
        item = item_at(sentence.tokens, at)
        if item is not None and item.strong and item.category == "weapons" and at != group.head_first:
            return True
    return False


def _described(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """Whether a word in small letters that we do not know tells of what kind they are: "hydropower units"."""
    for at in range(quantity.last, group.head_first):
        token = sentence.tokens[at]
        plain = token.kind == WORD and not token.capital and at not in sentence.named_tokens
        if plain and not (
            "-" in token.low
            or token.low in word_class("kind_of_arm", "army_word", "plain_adjective")
            or token.low in function_words("prep", "det", "poss", "conj", "adv")
            or at in sentence.verbs
            or item_at(sentence.tokens, at) is not None
        ):
            return True
    return False
