"""Explaining shows what each stage made of a text."""

from __future__ import annotations

from agents.extract.explain import explain
from tests.agents.extract.readings import PUBLISHED, paragraph


def test_each_stage_is_shown() -> None:
    said = explain([paragraph("Germany sent 14 Leopard 2 tanks to Ukraine in three days.")], PUBLISHED)
    for line in (
        "quantity: 14",
        "noun: Leopard 2 tanks = tank",
        "frame: sent",
        "parties: DEU noun; UKR noun after to",
        "tokens: germany/word",
    ):
        assert line in said


def test_a_number_that_is_no_figure_says_why() -> None:
    said = explain([paragraph("The army said 12 civilians died.")], PUBLISHED)
    assert "no figure: civilians are not counted here" in said


def test_a_paragraph_that_the_prefilter_leaves_says_so() -> None:
    assert "left by the prefilter" in explain([paragraph("It rained.")], PUBLISHED)
