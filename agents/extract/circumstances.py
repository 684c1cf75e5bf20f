"""Circumstances: a sentence flows in, the parties that its fights and places name flow out.

"In a Hezbollah mortar attack" names the one who attacked, "in clashes with M23" the other side, and
"in Syria" where it happened; none of them is a subject or an object of the verb."""

from __future__ import annotations

from agents.extract.clauses import Sentence
from agents.extract.said_sides import Said
from agents.extract.scene import Scene, is_region, is_state
from agents.extract.vocabulary import word_class
from schemas.party import Party


def place_around(sentence: Sentence, scene: Scene, owner: Party | None) -> Party | None:
    """Where else the sentence, or the paragraph before it, says that this happens: "In Syria, Washington ..."."""
    here = next(
        (
            name.party
            for name in sentence.named
            if name.outer in word_class("place_prep")
            and name.party != owner
            and (is_state(name.party) or is_region(name.party))
        ),
        None,
    )
    around = (here, scene.place, scene.title_place if owner is not None else None)
    return next((one for one in around if one is not None and one != owner), None)


def attacker(sentence: Sentence) -> Party | None:
    """Killed "in a Hezbollah mortar attack", "by Taliban bombs": the one whose attack it was."""
    for name in sentence.named:
        if name.outer in ("in", "during", "by", "from") and any(
            sentence.low(at) in word_class("attack") for at in range(name.last, name.last + 4)
        ):
            return name.party
    return None


def fought(sentence: Sentence, said: Said, owner: Party | None) -> Party | None:
    """Killed "in clashes with M23", "fighting against the Taliban"; "the border with Mali" fights nobody."""
    for name in said.places:
        if name.outer not in ("with", "against") or name.party == owner:
            continue
        at = next(
            (
                place
                for place in range(name.first - 1, max(-1, name.first - 6), -1)
                if sentence.low(place) == name.outer
            ),
            -1,
        )
        if sentence.low(at - 1) in word_class("fight"):
            return name.party
    return None
