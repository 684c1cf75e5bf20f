"""A count that no verb claims means what its page is about."""

from __future__ import annotations

import pytest

from agents.extract.figures import read_figures
from agents.split.agent import paragraphs_of
from streams.codecs import article_of


def _status(title: str, text: str) -> list[str]:
    article = article_of({"id": "x", "title": title, "body": text, "published_at": None, "source": ""})
    return [str(one.figure.status) for one in read_figures(paragraphs_of(article), None, title)]


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        ("Weekly loss tally no. 12", "We logged 61 Russian tanks with photos.", "destroyed"),
        ("Equipment losses, week 12", "On our list: 53 tanks.", "destroyed"),
        ("Russian wrecks on the road to Kyiv", "The volunteers counted 40 tanks.", "destroyed"),
        ("Prisoner exchange no. 65", "Third day: 303 soldiers are home.", "exchanged"),
        ("POW swap at the border", "Among the buses' passengers 40 soldiers.", "exchanged"),
        ("Arms seizure on the Mekong", "In it were 92 hand grenades.", "captured"),
        ("Small arms trafficking by dhow", "Commandos boarded it and counted 3,000 rifles.", "captured"),
        ("Contracts digest, week 23", "Elbit: 1,400 mortar bombs.", "pledged"),
        ("Captives released at the crossing", "Among the buses' passengers 40 soldiers.", "exchanged"),
        ("Navy interdiction off Oman", "On the deck lay 3,000 rifles.", "captured"),
        ("Documented losses of the summer", "On our list: 53 tanks.", "destroyed"),
        ("Defence contracts of the week", "Elbit: 1,400 mortar bombs.", "pledged"),
        ("Weekly loss tally no. 12", "Russia fired 40 missiles.", "launched"),
        ("Arms seizure on the Mekong", "The navy has 12 warships in port.", "present"),
        ("Contracts digest, week 23", "There are 40 tanks in the country.", "present"),
        ("Russian losses and new contracts", "On our list: 53 tanks.", "other"),
        ("Prisoner exchange no. 65", "The brigade has 2,000 soldiers.", "present"),
        ("The week in pictures", "On our list: 53 tanks.", "other"),
    ],
)
def test_a_count_no_verb_claims_means_what_its_page_is_about(title: str, text: str, status: str) -> None:
    assert _status(title, text) == [status]
