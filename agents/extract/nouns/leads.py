"""Leads: the line above a list flows in, the verb that holds for every item of the list flows out.

"Since February we have donated to the Armed Forces of Ukraine:" says of each bullet below it what
happened to it, who gave and who got. The items may stand in the same paragraph or in paragraphs
of their own, and the line may be a heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from agents.extract.clauses.clauses import Sentence
from agents.extract.clauses.mentions import Mentions
from agents.extract.clauses.verbs import Verb

_LONGEST_ITEM = 240
"""Characters. What is longer is prose, with verbs of its own."""

_ENDED = re.compile(r"[.!?][\"”’)\]]*\s+\S")


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence before the colon, and the word in it that says what happened."""

    sentence: Sentence
    verb: Verb


def lead_of(sentence: Sentence) -> Lead | None:
    """None when the sentence ends in no colon, or says nothing that could have happened to arms."""
    if sentence.low(len(sentence.tokens) - 1) != ":":
        return None
    verb = next((verb for verb in sentence.verbs.values() if verb.status and verb.status != "present"), None)
    return Lead(sentence, verb) if verb is not None else None


def lead_of_heading(heading: str) -> Lead | None:
    return lead_of(Sentence(heading, 0, len(heading), Mentions(heading))) if heading.endswith(":") else None


def is_list_item(text: str) -> bool:
    """Whether a paragraph can be an item of the list begun above it: short, and one sentence at most."""
    return len(text) <= _LONGEST_ITEM and _ENDED.search(text) is None
