"""The word lists hold what the stages can use."""

from __future__ import annotations

from typing import get_args

import pytest

from agents.extract.clauses.verbs import inflect
from agents.extract.nouns.items import names
from agents.extract.sides.parties import party
from agents.extract.words.lexicon import rows
from schemas.figure import FigureStatus, Qualifier

LISTS = (
    "items",
    "models",
    "verbs",
    "nominals",
    "number_words",
    "qualifiers",
    "claim_words",
    "stances",
    "function_words",
    "word_classes",
    "traps",
    "opponents",
    "speakers",
    "conditions",
    "cues",
    "themes",
)


@pytest.mark.parametrize("name", LISTS)
def test_every_row_says_why_it_is_there(name: str) -> None:
    assert all(row.get("source") or row.get("reason") for row in rows(name))


@pytest.mark.parametrize("name", ["verbs", "nominals"])
def test_every_status_is_one_of_the_contract(name: str) -> None:
    assert {row["status"] for row in rows(name)} <= {*get_args(FigureStatus), ""}


@pytest.mark.parametrize("name", ["conditions", "cues", "themes"])
def test_every_condition_and_cue_gives_a_status_of_the_contract(name: str) -> None:
    statuses = {*get_args(FigureStatus), ""}
    assert all({row["troops"], row["weapons"]} <= statuses and row["troops"] + row["weapons"] for row in rows(name))


def test_every_qualifier_is_one_of_the_contract() -> None:
    assert {row["qualifier"] for row in rows("qualifiers")} <= set(get_args(Qualifier))


def test_every_enemy_and_speaker_is_in_the_registry() -> None:
    for row in rows("opponents"):
        assert party(row["one"]) != party(row["other"])
    for row in rows("speakers"):
        party(row["party"])


@pytest.mark.parametrize(
    ("word", "item"),
    [
        ("tanks", "tank"),
        ("batteries", "battery"),
        ("servicemen", "serviceman"),
        ("aircraft", "aircraft"),
        ("cruise missiles", "cruise_missile"),
        ("prisoners of war", "prisoner_of_war"),
        ("guerrillas", "guerrilla"),
    ],
)
def test_a_plural_names_the_item_of_its_singular(word: str, item: str) -> None:
    assert names()[word].item == item
    assert names()[word].plural


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("fire", {"fired", "firing", "fires", "fire"}),
        ("destroy", {"destroyed", "destroying", "destroys", "destroy"}),
        ("deploy", {"deployed", "deploying", "deploys", "deploy"}),
        ("carry", {"carried", "carrying", "carries", "carry"}),
    ],
)
def test_a_regular_verb_is_bent_by_rule(verb: str, forms: set[str]) -> None:
    assert {words for _, words in inflect(verb)} == forms
