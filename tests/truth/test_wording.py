"""Every wording of every kind is read as what it is written to state."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import product

import pytest

from agents.extract.figures import read_figures
from agents.split.agent import paragraphs_of
from schemas.article import Article
from schemas.claim import Claim as ReadClaim
from schemas.errors import InvalidInput
from schemas.figure import Figure
from streams.codecs import decode_article
from tests.truth.copy import Passage, Subject
from tests.truth.plan import Claim, Number
from tests.truth.scenarios import MALFORMED
from tests.truth.stories import generate
from tests.truth.wording import DATELINES, DID, FURNITURE, KINDS, TITLES, WARS, WHAT, WHEN, WHO, Kind

NUMBERS = (
    Number(34, 34), Number(1_012, 1_012), Number(2_300, 2_300, exact=False), Number(640, None, exact=False),
    Number(None, 88, exact=False), Number(130, 195, exact=False), Number(None, None, vague="dozens"),
    Number(None, None, vague="hundreds"),
)
FILLERS = (f"{WHO[0]} {DID[0]} {WHAT[0]} {WHEN[0]}.", f"{WHO[5]} {DID[2]} {WHAT[9]} {WHEN[5]}.")

Said = tuple[Claim, tuple[int | None, int | None, str | None], str | None]


def read(article: Article) -> list[Figure]:
    readings = read_figures(paragraphs_of(article), article.published_at, article.title)
    return [reading.figure for reading in readings]


def as_said(figure: Figure) -> Said:
    claim = ReadClaim.of(figure)
    return (
        Claim(
            claim.category, claim.item, claim.status, claim.party,
            figure.counterparty.id if figure.counterparty else None,   # a claim leaves it out where it is suffered
            claim.increment,
        ),
        (figure.low, figure.high, figure.vague), figure.claimant.casefold() if figure.claimant else None,
    )


def article(body: str) -> Article:
    return Article(
        id="a", source="Northwire", title=TITLES[0], published_at=datetime(2026, 3, 28, tzinfo=UTC), body=body
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.status}-{kind.category}-{kind.increment}")
def test_every_wording_is_read_as_its_claim_its_number_and_its_claimant(kind: Kind) -> None:
    """In both directions of each war, with each item, form of number and claimant; some behind a dateline."""
    wrong = []
    sides = [side for war in WARS for side in (war, war[::-1])]
    for place, ((us, them), item) in enumerate(product(sides, kind.items)):
        subject = Subject(kind, us, them, item)
        claimant = subject.speakers[place % 4]
        for at, (wording, said) in enumerate([(0, None), (0, claimant), (1, None), (1, claimant), (None, claimant)]):
            number = NUMBERS[(place + at) % len(NUMBERS)]
            if kind.increment and number.vague:
                continue
            dateline = f"{DATELINES[place % 4]}, March 28 (Northwire) - " if place % 3 == 0 else ""
            passage = Passage(subject, number, said, wording, FILLERS, dateline)
            found = [as_said(figure) for figure in read(article(passage.text))]
            if found != [(subject.claim, number.bounds, said.casefold() if said else None)]:
                wrong.append((passage.text, found))
    assert wrong == []


def test_filler_and_furniture_state_nothing() -> None:
    filler = [f"{who} {did} {what} {when}." for who, did, what, when in zip(
        WHO, DID * 2, WHAT, WHEN * 2, strict=False
    )]
    assert read(article("\n\n".join((*FURNITURE, *filler)))) == []


@pytest.mark.parametrize("value", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_articles_are_refused_for_what_they_are(value: bytes) -> None:
    with pytest.raises(InvalidInput):
        decode_article(value)


def test_whole_articles_are_read_as_the_plan_says_they_are_told() -> None:
    """Figures stand beside each other, under titles, between furniture: none of it changes a reading."""
    truth = generate(seed=1, articles=200)
    assert truth.drafts
    for draft in truth.drafts:
        stated = [
            (each.claim, each.number.bounds, each.claimant.casefold() if each.claimant else None)
            for each in draft.told.figures
        ]
        found = read(decode_article(draft.record())) if draft.body else []
        assert [as_said(figure) for figure in found] == stated, draft.body


def test_the_same_seed_gives_the_same_records_and_the_same_truth() -> None:
    assert generate(seed=3, articles=50) == generate(seed=3, articles=50)
    assert generate(seed=3, articles=50).records != generate(seed=4, articles=50).records


def test_a_large_archive_tells_every_kind_of_alert() -> None:
    kinds = {alert.kind for alert in generate(seed=5, articles=200).alerts}
    assert kinds == {"new", "revised", "conflicting", "corrected", "retracted"}
