"""Readings: one sentence flows in, its figures flow out, before they are dated and placed in the body.

Here the stages meet: what is counted (nouns, antecedents, admission), what happened to it (frames,
statuses), whose it is (whose), who says so (claimants), how surely (stances).
"""

from __future__ import annotations

from agents.extract.clauses.around import Around
from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.verbs import Verb
from agents.extract.fates.fates import fate_of, is_whole
from agents.extract.fates.frames import Frame, find_frame
from agents.extract.fates.guesses import Past
from agents.extract.fates.stances import stance_of
from agents.extract.fates.statuses import status_of
from agents.extract.fates.themes import Theme, theme_of
from agents.extract.found import Found, Passed
from agents.extract.nouns.admission import why_not
from agents.extract.nouns.arms_in_general import flies
from agents.extract.nouns.hints import (
    capital_plural,
    item_id,
    may_stand_for,
    members,
    own_hint,
    past_of,
    people_at_arms,
    same_things,
)
from agents.extract.nouns.items import Item, names
from agents.extract.nouns.leads import is_list_item, lead_of
from agents.extract.nouns.noun_walk import NounGroup
from agents.extract.nouns.nouns import noun_group
from agents.extract.nouns.people import fight
from agents.extract.numbers.antecedents import counted_elsewhere
from agents.extract.numbers.earlier import Earlier
from agents.extract.numbers.implied_nouns import all_of_them
from agents.extract.numbers.lone_shares import of_variant
from agents.extract.numbers.number_labels import of_contributor
from agents.extract.numbers.number_lists import Counted
from agents.extract.numbers.quantities import Quantity
from agents.extract.numbers.refusals import after_refused, whole_refused
from agents.extract.numbers.said_before import SaidBefore
from agents.extract.numbers.titled import of_title, title_item
from agents.extract.sides.parties import fold
from agents.extract.sides.said_sides import past_owner
from agents.extract.sides.scene import Scene
from agents.extract.sides.whose import HARMED, Context, sides
from agents.extract.speakers.bylines import byline
from agents.extract.speakers.tellers import Tellers
from agents.extract.words.asked import when_asked
from agents.extract.words.vocabulary import word_class
from schemas.figure import FigureStatus
from schemas.party import Party

_BULLETS = frozenset(("-", "•", "*", "·", "--", "●", "▪"))


class Reader:
    """Reads the sentences of one paragraph in order; keeps what the next sentence may lean on."""

    def __init__(self, text: str, scene: Scene, about: str = "") -> None:
        self.text, self.scene, self.about = text, scene, about
        self.around = Around(f"{about} {text}")
        self.tellers = scene.tellers = Tellers()
        self.earlier = Earlier()
        self.refused: list[tuple[int, int]] = []
        self.before: Found | None = None
        self.told: tuple[Sentence, ...] = ()
        self.list_verb: tuple[Sentence, Verb | None, FigureStatus] | None = None
        self.troops = False
        self.owners: dict[str, Party] = {}
        self.lead = scene.lead if scene.lead is not None and is_list_item(text) else None
        self.seen = SaidBefore()
        self._passed: dict[int, list[Passed]] = {}

    @when_asked
    def theme(self) -> Theme:
        """What title and paragraph are about."""
        return theme_of(self.about, self.around.words)

    @when_asked
    def titled(self) -> Item | None:
        """The one thing that title and heading speak of."""
        return title_item(self.about) if self.about else None

    @when_asked
    def headed(self) -> str | None:
        """Who speaks in all of the paragraph."""
        return byline(self.text, self.about)

    @when_asked
    def losses_from(self) -> int:
        """Where in the text losses have been spoken of; past its end when they are not."""
        losses = fold(self.text).find("losses")
        return losses + len("losses") if losses >= 0 else len(self.text) + 1

    def passed_in(self, sentence: Sentence) -> list[Passed]:
        """The quantities of a sentence that are no figures, and why."""
        return self._passed.get(sentence.start, [])

    def _pass(self, sentence: Sentence, quantity: Quantity, why: str) -> None:
        self._passed.setdefault(sentence.start, []).append(Passed(quantity, why))

    def read(self, sentence: Sentence) -> list[Found]:
        """The figures of the sentence in its order, none said before in the paragraph."""
        if self.lead and sentence.start and not (sentence.low(0) in _BULLETS or self._continues(sentence)):
            self.lead = None
        self.tellers.listen(sentence)
        found: list[Found] = []
        for number, quantity in enumerate(sentence.quantities):
            one = self._figure(sentence, number, quantity)
            if one is not None:
                found.append(one)
                self.before = one
                self.troops = self.troops or one.category == "troops"
                if one.sides.party is not None:
                    self.owners.update(dict.fromkeys(one.item.split("_and_"), one.sides.party))
        self._open(sentence)
        self.earlier.add(sentence)
        self.told = (sentence, *self.told[:2])
        return found

    def _continues(self, sentence: Sentence) -> bool:
        """Whether the sentence before ended in a semicolon or colon: an item of its list."""
        before = self.text[max(0, sentence.start - 12) : sentence.start].rstrip()
        return before.endswith((";", ":"))

    def _open(self, sentence: Sentence) -> None:
        """A sentence that ends in a colon says what happened to the things of the list below it."""
        if self.text[sentence.end - 1] == ":":
            self.lead = lead_of(sentence)
        self.scene.lead = self.lead

    def _figure(self, sentence: Sentence, number: int, quantity: Quantity) -> Found | None:
        group = noun_group(sentence.tokens, quantity, sentence.named_tokens, sentence.verbs)
        if group is not None and (group.why_not or not group.heads):
            at_arms = people_at_arms(sentence, quantity, self.troops) if self.around.war else None
            variant = of_variant(sentence, quantity.last)
            if at_arms is not None or variant or all_of_them(sentence, quantity) is not None:
                return self._elliptical(sentence, quantity)
            self._pass(sentence, quantity, group.why_not)
            self._refuse(sentence, group)
            return None
        if group is None or (group.item.kind == "casualty" and members(sentence, quantity) is not None):
            return self._elliptical(sentence, quantity)  # "109 Taliban killed"
        if flies(sentence, quantity, group, self.around):
            group = group._replace(heads=(names()["fighter jets"],))
        whole = is_whole(sentence, number)
        frame = find_frame(sentence, quantity.first, group.last, whole)
        reason = why_not(sentence, quantity, group, frame, self.around, self.troops)
        if reason and all_of_them(sentence, quantity) is not None:
            return self._elliptical(sentence, quantity)
        if reason:
            self._pass(sentence, quantity, reason)
            self._refuse(sentence, group)
            return None
        first = sentence.tokens[past_owner(sentence, group.first, group.head_first)]
        counted = Counted(group.item, first.start, sentence.tokens[group.last - 1].end, group.last)
        earlier = self.earlier.counted() if may_stand_for(group) else None
        meant = same_things(sentence, group, earlier) if earlier is not None else None
        self.earlier.count(meant or counted)
        return self._found(sentence, quantity, counted, group, frame, whole, meant)

    def _elliptical(self, sentence: Sentence, quantity: Quantity) -> Found | None:
        at_arms = people_at_arms(sentence, quantity, self.troops)
        if at_arms is not None and not (self.around.war or fight(sentence, quantity)):
            at_arms = None
        counted = at_arms or members(sentence, quantity)
        counted = counted or counted_elsewhere(sentence, quantity, self.earlier)
        counted = counted or of_contributor(sentence, quantity, self.around)
        counted = counted or self._unknown_type(sentence, quantity)
        if counted is None and self.titled is not None and self.before is None:
            counted = of_title(sentence, quantity, self.titled)
        if counted is None or any(start <= counted.start < end for start, end in self.refused):
            self._pass(sentence, quantity, "no noun that we count")
            return None
        passed = [one.quantity for one in self.passed_in(sentence)]
        if whole_refused(sentence, quantity, counted, self.around, self.troops) or after_refused(
            sentence, quantity, counted, self.refused, passed
        ):
            self._pass(sentence, quantity, "part of what we do not count")
            return None
        self.earlier.count(counted)
        frame = find_frame(sentence, quantity.first, past_of(sentence, counted.last))
        return self._found(sentence, quantity, counted, None, frame)

    def _unknown_type(self, sentence: Sentence, quantity: Quantity) -> Counted | None:
        """ "40 Typhoons and 250 Kaans": a capitalised plural that we do not know, listed with arms."""
        before = self.before
        if before is None or before.category != "weapons" or before.start < sentence.start:
            return None
        return capital_plural(sentence, quantity)

    def _refuse(self, sentence: Sentence, group: NounGroup) -> None:
        """What was no figure once is none for a later "thousands of them"."""
        self.refused.append((sentence.tokens[group.first].start, sentence.tokens[group.last - 1].end))

    def _owner(
        self, sentence: Sentence, item: Item, group: NounGroup | None, counted: Counted, whole: bool
    ) -> Party | None:
        """The owner of the figure that a number without a noun of its own goes back to, or of its whole."""
        if group is None:
            named = (name for name in sentence.named if counted.last <= name.first and name.mention.end <= counted.end)
            behind = next(named, None)  # "12,000 of the 30,000 Hamas fighters"
            if behind is not None:
                return behind.party
        before = self.before
        bare = group is None or group.item.kind == "casualty" or whole or group.partitive
        return before.sides.party if before is not None and item.category == before.category and bare else None

    def _context(self, item: Item, inherited: Party | None, fellow: bool, status: FigureStatus) -> Context:
        """What the figures before say of the sides of this one. fellow: the last one shares its verb."""
        before = self.before
        return Context(
            inherited=inherited,
            same=self.owners.get(item.item),
            before=before.sides if before is not None and _one_harm(before, item, status) else None,
            last=before.sides if before is not None else None,
            fellow=before.sides if before is not None and fellow else None,
        )

    def _found(
        self,
        sentence: Sentence,
        quantity: Quantity,
        counted: Counted,
        group: NounGroup | None,
        frame: Frame,
        whole: bool = False,
        meant: Counted | None = None,
    ) -> Found | None:
        """None when the same was said before in the paragraph. meant: what a general noun stands for."""
        item = counted.item
        hint = own_hint(sentence, quantity, group)
        led = self.lead if frame.verb is None else None
        if led is not None:
            lent = Frame(led.verb, "object")
            status = status_of(led.sentence, lent, item, hint)
        else:
            before = self.before
            losses = self.losses_from <= sentence.tokens[quantity.first].start and "losses" in self.around.words
            end = before.end if before is not None else -1
            past = Past(before and before.category, before and before.status, end, self.told, losses, self.theme)
            status = fate_of(
                sentence, frame, item, hint, quantity, counted.last, group is None, whole, past
            )
        fellow = led is None and frame.verb is not None and self.list_verb == (sentence, frame.verb, status)
        if fellow and frame.verb is not None and self.before is not None:
            starts = sentence.tokens[frame.verb.first].start  # "three destroyers downed 18 drones": no list
            fellow = not self.before.start < starts < sentence.tokens[quantity.first].start
        if led is None:
            self.list_verb = (sentence, frame.verb, status)
        name = meant.item.item if meant is not None else item_id(item, group)
        called = item.words if item.kind == "model" else name  # "one Mi-8, one Mi-24"
        rest = sentence.low(quantity.first - 1) in ("remaining", "other") or sentence.low(quantity.first) == "remaining"
        if not self.seen.add(item.category, called, quantity, status, sentence.start) and not rest:
            self._pass(sentence, quantity, "said before in this paragraph")
            return None
        first, last = quantity.first, counted.last
        if led is not None:
            end = len(led.sentence.tokens)
            owners = sides(led.sentence, end, end, end, item, lent, status, self.scene)
        else:
            noun_first = group.first if group is not None else last
            inherited = self._owner(sentence, item, group, counted, whole)
            context = self._context(item, inherited, fellow, status)
            owners = sides(sentence, first, last, noun_first, item, frame, status, self.scene, context)
        printed = counted if meant is None or item.words in word_class("casualty_noun") else meant
        return Found(
            quantity=quantity,
            category=item.category,
            item=name,
            item_text=self.text[printed.start : printed.end],
            status=status,
            sides=owners,
            claimant=self.tellers.claimant(sentence, first, self.headed),
            stance=stance_of(sentence, first, last, frame, status),
            start=sentence.tokens[first].start,
            end=sentence.tokens[last - 1].end,
            verb=sentence.words(frame.verb.first, frame.verb.last) if frame.verb is not None else "",
        )


def _one_harm(before: Found, item: Item, status: FigureStatus) -> bool:
    """Whether what was told last may be of the same sides: who shot down drones and lost men did not shoot the men."""
    if before.status == "intercepted" and item.category == "troops":
        return False
    return {before.status, status} <= HARMED
