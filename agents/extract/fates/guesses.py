"""Guesses: a count that no verb claims flows in, what the words around it say of it flows out.

Those of its own sentence, what the figure before it shares with it, or for a sentence that has no verb at all
the sentences before.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from agents.extract.clauses.clauses import Sentence
from agents.extract.fates.conditions import bare_of_verbs, cued, gapped, tallied
from agents.extract.fates.frames import Frame
from agents.extract.fates.of_arms import crewed, flies
from agents.extract.fates.shares import list_opens
from agents.extract.fates.statuses import shared
from agents.extract.fates.themes import Theme
from agents.extract.nouns.items import Item, item_at
from agents.extract.words.vocabulary import word_class
from schemas.figure import Category, FigureStatus


class Past(NamedTuple):
    """category, status, end: of the figure before, end in the text. told: the sentences before in the paragraph,
    the last one first. losses: whether the paragraph has spoken of losses. theme: what the page is about."""

    category: Category | None
    status: FigureStatus | None
    end: int
    told: tuple[Sentence, ...]
    losses: bool
    theme: Theme = Theme()


def guessed(
    sentence: Sentence, frame: Frame, item: Item, first: int, last: int, past: Past
) -> FigureStatus | Literal[""]:
    """What the words around say where no verb does: those of the sentence, what the figure before it shares with
    it, or for a sentence that has no verb at all the one before it."""
    if tallied(sentence, first, last):
        return "killed_or_wounded" if item.category == "troops" else "destroyed"
    own = range(frame.verb.first, frame.verb.last) if frame.verb is not None else range(0)
    said = cued(sentence, first, last, item.category, own)
    if said == "intercepted" and not flies(item) and (not crewed(item) or item.item in word_class("ship_item")):
        said = ""  # "two launchers of an air defence regiment": nothing is stopped in flight but what flies
    if not said and frame.verb is None and item.category == "troops" and ":" in sentence.words_of:
        colon = list_opens(sentence, first)
        said = cued(sentence, colon, len(sentence.tokens), item.category) if colon > 0 else ""
    if not said and frame.verb is None:
        if past.status is not None and gapped(sentence, past.end, first):
            return shared(past.status, item)
        verbless = bare_of_verbs(sentence)
        if verbless and past.status is not None and past.category == item.category and past.end < sentence.start:
            return past.status  # "Armour: 32 tanks" in a list
        leans = sentence.low(0) in word_class("leaning")
        for told in past.told if verbless else past.told[:1] if leans else ():
            end = len(told.tokens)
            said = said or cued(told, end, end, item.category)
    if not said and item.category == "weapons" and past.told and _of_it(sentence, frame):
        end = len(past.told[0].tokens)
        said = cued(past.told[0], end, end, item.category)
    return said  # type: ignore[return-value]  # the list holds the contract's statuses, and a test checks them


def _of_it(sentence: Sentence, frame: Frame) -> bool:
    """ "It covers 180 tanks": what the sentence before spoke of, a contract or a convoy, holds them."""
    verb = frame.verb
    return verb is not None and verb.frame == "inherit" and verb.first <= 3 and sentence.low(0) in _IT


_IT = frozenset(("it", "this", "that", "these", "they"))


def strength_put(sentence: Sentence, first: int) -> bool:
    """ "Takes the number of troops over the border to 15,000", "put the jihadists still there at 3,000": how many
    there are, whatever befell those counted before."""
    if sentence.low(first - 1) not in ("at", "to"):
        return False
    at = first - 2
    while at >= max(0, first - _PUT_BACK) and sentence.low(at) not in _PUTTING:
        low = sentence.low(at)
        harmed = at in sentence.verb_ending and sentence.verb_ending[at].frame in ("harm", "loss", "trainer")
        if harmed or low in (",", ";", ":") or low in _FALLEN:
            return False
        at -= 1
    if sentence.low(at) not in _PUTTING or at < first - _PUT_BACK:
        return False
    head = at + 2 if sentence.low(at + 1) in ("of", "the") else at + 1
    ends = range(head, min(first, head + 4))
    nouns = (item for place in ends if (item := item_at(sentence.tokens, place)) is not None)
    return any(item.category == "troops" and item.plural and item.kind != "casualty" for item in nouns)


_PUT_BACK = 16
_PUTTING = frozenset(("number", "put", "puts", "putting"))
_FALLEN = frozenset(("dead", "wounded", "missing", "prisoners", "killed", "captured", "total"))
