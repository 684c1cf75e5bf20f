"""Readings: one sentence flows in, its figures flow out, before they are dated and placed in the body.

Here the stages meet: what is counted (nouns, antecedents, admission), what happened to it (frames,
statuses), whose it is (whose), who says so (claimants), how surely (stances).
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.extract.admission import Around, why_not
from agents.extract.antecedents import counted_elsewhere, last_named, speaks_of_civilians
from agents.extract.claimants import Saying, claimant_of, heading, last_speaker, sayings
from agents.extract.clauses import Sentence
from agents.extract.frames import Frame, adjective_after, find_frame
from agents.extract.hints import item_id, members, own_hint, past_of
from agents.extract.items import Item
from agents.extract.noun_walk import NounGroup
from agents.extract.nouns import noun_group
from agents.extract.number_lists import Counted
from agents.extract.quantities import Quantity
from agents.extract.scene import Scene
from agents.extract.stances import stance_of
from agents.extract.statuses import status_of
from agents.extract.verbs import Verb
from agents.extract.vocabulary import word_class
from agents.extract.whose import Sides, sides
from schemas.figure import Category, FigureStatus, Stance
from schemas.party import Party

_BULLETS = frozenset(("-", "•", "*", "·", "--", "●", "▪"))


@dataclass(frozen=True, slots=True)
class Found:
    """One figure of a sentence; text[start:end] is its quote. verb: the word that gave its status."""

    quantity: Quantity
    category: Category
    item: str
    item_text: str
    status: FigureStatus
    sides: Sides
    claimant: str | None
    stance: Stance
    start: int
    end: int
    verb: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A quantity that is no figure, and why: what `extract --explain` shows."""

    quantity: Quantity
    why: str


class Reader:
    """Reads the sentences of one paragraph in order; keeps what the next sentence may lean on."""

    def __init__(self, text: str, scene: Scene, about: str = "") -> None:
        self.text, self.scene = text, scene
        self.around = Around(f"{about} {text}")
        self.headed = heading(text)[0]
        self.speaker: str | None = None
        self.earlier: Counted | None = None
        self.refused: list[tuple[int, int]] = []
        self.before: Found | None = None
        self.troops = False
        self.owners: dict[str, Party] = {}
        self.lead: tuple[Sentence, Verb] | None = None
        self.seen: set[tuple[object, ...]] = set()
        self.passed: list[tuple[Sentence, Passed]] = []

    def passed_in(self, sentence: Sentence) -> list[Passed]:
        """The quantities of a sentence that are no figures, and why."""
        return [passed for where, passed in self.passed if where is sentence]

    def read(self, sentence: Sentence) -> list[Found]:
        """The figures of the sentence in its order, none said before in the paragraph."""
        if not (sentence.low(0) in _BULLETS or self._continues(sentence)):
            self.lead = None
        if not sentence.quantities:
            self._listen(sentence)
            self._open(sentence)
            self._mention(sentence)
            return []
        said = self._listen(sentence)
        found: list[Found] = []
        for number, quantity in enumerate(sentence.quantities):
            one = self._figure(sentence, number, quantity, said, found)
            if one is not None:
                key = (one.category, one.quantity.low, one.quantity.high, one.quantity.vague, one.item)
                if key not in self.seen:
                    self.seen.add(key)
                    found.append(one)
                    self.before = one
                    self.troops = self.troops or one.category == "troops"
                    if one.sides.party is not None:
                        self.owners.update(dict.fromkeys(one.item.split("_and_"), one.sides.party))
                else:
                    self.passed.append((sentence, Passed(quantity, "said before in this paragraph")))
        self._open(sentence)
        self._mention(sentence)
        return found

    def _continues(self, sentence: Sentence) -> bool:
        """Whether the sentence before ended in a semicolon or colon: an item of its list."""
        before = self.text[max(0, sentence.start - 12) : sentence.start].rstrip()
        return before.endswith((";", ":"))

    def _mention(self, sentence: Sentence) -> None:
        """The last plural noun of ours that the sentence names: what a bare number of the next may count."""
        counted = last_named(sentence)
        if counted is not None or speaks_of_civilians(sentence):
            self.earlier = counted

    def _open(self, sentence: Sentence) -> None:
        """A sentence that ends in a colon says what happened to the things of the list below it."""
        if sentence.low(len(sentence.tokens) - 1) == ":":
            verbs = [verb for verb in sentence.verbs.values() if verb.status and verb.status != "present"]
            self.lead = (sentence, verbs[0]) if verbs else None

    def _listen(self, sentence: Sentence) -> list[Saying]:
        said = sayings(sentence)
        self.carried = self.speaker
        self.speaker = last_speaker(sentence, said, self.speaker)
        return said

    def _figure(
        self, sentence: Sentence, number: int, quantity: Quantity, said: list[Saying], found: list[Found]
    ) -> Found | None:
        group = noun_group(sentence.tokens, quantity, sentence.named_tokens, sentence.verbs)
        if group is not None and (group.why_not or not group.heads):
            self.passed.append((sentence, Passed(quantity, group.why_not)))
            self._refuse(sentence, group)
            return None
        if group is None:
            return self._elliptical(sentence, quantity, said)
        whole = self._whole(sentence, number)
        frame = find_frame(sentence, quantity.first, group.last, whole)
        troops = self.troops or any(one.category == "troops" for one in found)
        reason = why_not(sentence, quantity, group, frame, self.around, troops)
        if reason:
            self.passed.append((sentence, Passed(quantity, reason)))
            self._refuse(sentence, group)
            return None
        first = sentence.tokens[group.first]
        counted = Counted(group.item, first.start, sentence.tokens[group.last - 1].end, group.last)
        self.earlier = counted
        return self._found(sentence, quantity, counted, group, frame, said, whole)

    def _elliptical(self, sentence: Sentence, quantity: Quantity, said: list[Saying]) -> Found | None:
        counted = members(sentence, quantity) or counted_elsewhere(sentence, quantity, self.earlier)
        if counted is None or any(start <= counted.start < end for start, end in self.refused):
            self.passed.append((sentence, Passed(quantity, "no noun that we count")))
            return None
        frame = find_frame(sentence, quantity.first, past_of(sentence, counted.last))
        return self._found(sentence, quantity, counted, None, frame, said)

    def _refuse(self, sentence: Sentence, group: NounGroup) -> None:
        """What was no figure once is none for a later "thousands of them"."""
        self.refused.append((sentence.tokens[group.first].start, sentence.tokens[group.last - 1].end))

    def _same(self, item: Item) -> Party | None:
        """The owner of the last figure of the paragraph that counted the same things."""
        return self.owners.get(item.item)

    def _owner(self, item: Item, group: NounGroup | None, whole: bool) -> Party | None:
        """The owner of the figure that a number without a noun of its own goes back to."""
        before = self.before
        if (
            before is None
            or item.category != before.category
            or (group is not None and group.item.kind != "casualty" and not whole)
        ):
            return None
        return before.sides.party

    def _whole(self, sentence: Sentence, number: int) -> bool:
        """ "28 of the 31 drones": the second number is what the first was taken from."""
        first = sentence.quantities[number].first
        before = [sentence.low(first - 1), sentence.low(first - 2)]
        if "of" not in before or number == 0:
            return sentence.low(first - 2) == "of" and first <= 3
        return sentence.quantities[number - 1].last >= first - 4

    def _found(
        self,
        sentence: Sentence,
        quantity: Quantity,
        counted: Counted,
        group: NounGroup | None,
        frame: Frame,
        said: list[Saying],
        whole: bool = False,
    ) -> Found:
        item = counted.item
        first, last = quantity.first, counted.last
        noun_first = group.first if group is not None else last
        hint, decisive = own_hint(sentence, quantity, group), adjective_after(sentence, last)
        if self.lead is not None and frame.verb is None:
            led, verb = self.lead
            end = len(led.tokens)
            status = status_of(led, Frame(verb, "object"), item, hint)
            owners = sides(led, end, end, end, item, Frame(verb, "object"), status, self.scene)
        else:
            status = status_of(sentence, frame, item, hint, decisive, last)
            if whole and frame.verb is None and item.item in word_class("flying"):
                status = "launched"
            if (
                group is None
                and self.before is not None
                and self.before.category == item.category
                and (frame.verb is None or not frame.verb.status)
            ):
                status = self.before.status
            owners = sides(
                sentence,
                first,
                last,
                noun_first,
                item,
                frame,
                status,
                self.scene,
                self._owner(item, group, whole),
                self._same(item),
            )
        claimant = claimant_of(sentence, first, said, self.carried, self.headed)
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        word = sentence.words(frame.verb.first, frame.verb.last) if frame.verb is not None else ""
        return Found(
            quantity,
            item.category,
            item_id(item, group),
            self.text[counted.start : counted.end],
            status,
            owners,
            claimant,
            stance_of(sentence, first, last, frame, status),
            start,
            end,
            word,
        )
