"""Arms by a general word: ships, vehicles, systems, batteries flow in, whether they are an army's flows out.

"Pantsir systems" and "Russian warplanes" say so themselves; "four batteries" are arms where the
paragraph is about arms and no other word tells what kind they are.
"""

from __future__ import annotations

from agents.extract.clauses.around import Around, armed, named_inside, names_side
from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.frames import Frame
from agents.extract.nouns.items import item_at
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.numbers.quantities import Quantity
from agents.extract.sides.kinds import is_state
from agents.extract.words.tokens import MODEL, WORD
from agents.extract.words.vocabulary import function_words, word_class


def why_no_arms(sentence: Sentence, quantity: Quantity, group: NounGroup, frame: Frame, around: Around) -> str:
    """Ships, vehicles, systems: arms when their own words say so, or when the paragraph is about an army and
    nothing else describes them."""
    item = group.item
    inside = sentence.tokens[quantity.last : group.last]
    if item.words in word_class("ordinary_vehicle") and _of_relief(sentence):
        return f"{item.words} with relief or goods"
    if armed([token.low for token in inside]) or names_side(sentence, quantity, group):
        return "" if around.war or named_inside(sentence, quantity, group) else f"{item.words} with no war around it"
    if _armed_with(sentence, group):
        return ""
    if item.words == "car":
        return "cars are no arms"
    if item.words == "escort":
        return "" if _beside_ships(sentence) and around.war else "escorts may be anyone"
    if lost_by_state(sentence, quantity, frame):
        return ""
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
        if (counts and around.arms) or _of_arms(sentence, quantity, item.words, around):
            return ""
        return f"{item.words} of what is not said"
    if item.words in word_class("ordinary_vehicle") and not happens and not around.army:
        return f"{item.words}: nothing military happens to it"
    return ""


def _of_arms(sentence: Sentence, quantity: Quantity, words: str, around: Around) -> bool:
    """ "A wing of 22 machines", "four batteries" of missiles, "500 pieces of equipment" behind 12,000 troops."""
    if words == "machine":
        before = sentence.low(quantity.first - 2), sentence.low(quantity.first - 1)
        of_wing = before[1] == "of" and before[0] in word_class("air_unit")
        return of_wing or not word_class("air_war").isdisjoint(around.words)
    if words == "battery":
        arms, civil = word_class("battery_arms"), word_class("electric")
        return not arms.isdisjoint(around.words) and civil.isdisjoint(around.words)
    if words != "piece of equipment":
        return False
    items = (item_at(sentence.tokens, at) for at in range(min(len(sentence.tokens), 60)))
    return around.army and any(item is not None and item.strong and item.plural for item in items)


def flies(sentence: Sentence, quantity: Quantity, group: NounGroup, around: Around) -> bool:
    """ "Five Pakistani fighters shot down", where aircraft are spoken of: no men."""
    if group.item.words != "fighter" or len(group.heads) > 1 or not around.words & _FLYING:
        return False
    behind = [sentence.low(at) for at in range(group.last, group.last + 8)]
    said = " ".join(behind)
    shot = any(words in said for words in _FLOWN)
    verb = sentence.verb_ending.get(quantity.first - 1)
    down = sentence.low(quantity.first - 1) == "down"  # "brought down five Indian fighters"
    shot = shot or down or (verb is not None and verb.lemma in ("destroy", "down", "intercept", "scramble"))
    of_state = any(
        is_state(name.party) and name.mention.form == "adjective"
        for name in sentence.named_between(group.first, group.last)
    )
    return shot and of_state


_FLYING = frozenset(
    ("aircraft", "jets", "jet", "plane", "planes", "warplanes", "airspace", "rafales", "migs", "sukhois", "air")
)
_FLOWN = ("shot down", "downed", "brought down", "scrambled", "took off", "intercepted")


def lost_by_state(sentence: Sentence, quantity: Quantity, frame: Frame) -> bool:
    """ "Russia lost 12 aircraft": a state right before the verb; an airline is none."""
    verb = frame.verb
    if verb is None or verb.lemma != "lose" or verb.passive or verb.last > quantity.first:
        return False
    at = verb.first - 1
    while sentence.low(at) in ("has", "have", "had", "also", "already"):
        at -= 1
    return any(name.last == at + 1 and is_state(name.party) for name in sentence.named)


def _armed_with(sentence: Sentence, group: NounGroup) -> bool:
    """ "Eight cars equipped with heavy machineguns", "3 Hilux with DShK on the back"."""
    if sentence.low(group.last) not in word_class("bearing_arms"):
        return False
    for at in range(group.last + 1, min(len(sentence.tokens), group.last + 7)):
        item = item_at(sentence.tokens, at)
        if item is not None and item.strong and item.category == "weapons":
            return True
        if sentence.low(at) in (",", ";", ".", "and"):
            return False
    return False


def _of_relief(sentence: Sentence) -> bool:
    """ "17 trucks with nutritional supplies", "only 85 lorries crossed into Gaza, the relief agency said"."""
    return not word_class("relief").isdisjoint(sentence.words_of)


def _beside_ships(sentence: Sentence) -> bool:
    return any(
        token.low in ("ship", "ships", "carrier", "destroyer", "destroyers", "frigates", "warship", "fleet", "navy")
        for token in sentence.tokens
    )


def _of_known_arms(sentence: Sentence, quantity: Quantity, group: NounGroup) -> bool:
    """ "Two Pantsir-S1 systems", "four batteries of Pinaka launchers", "eight Patriot systems"."""
    for at in range(quantity.last, group.last):
        token = sentence.tokens[at]
        if token.low.endswith("-class") and token.capital:
            return True  # "Kilo-class boats"
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
