"""An article's figures come out in order, with their exact words, and only figures do."""

from __future__ import annotations

from agents.extract.prefilter import speaks_of_war
from tests.agents.extract.readings import figures, readings

ARMS_DEAL = (
    "Seoul watches its neighbour's soldiers abroad",
    "The remarks came as Moscow made ready for a state visit; in the winter months of January and February"
    " Pyongyang sent Russia at least 3,000 more troops for its war.",
    "Washington and Seoul said North Korea has sent as many as 12,000 troops to Russia, its first war abroad since the"
    " 1950s. Neither of the two has confirmed it.",
    "South Korea's Joint Chiefs of Staff said in a briefing that “out of some 11,000 North Korean soldiers sent to"
    " Russia, 4,000 were killed or wounded, and the North sent an additional 3,000 or more soldiers in January and"
    " February.”",
    "The arms go on too. North Korea has sent Russia “some 220 170mm howitzers and 240mm rocket launchers”, South"
    " Korea's Joint Chiefs of Staff said.",
    "Mr Kim went to Vladivostok in 2019 and to the Amur Region in 2023; the next journey would be his third.",
)


def test_an_article_on_an_arms_deal_yields_its_six_statements_and_no_more() -> None:
    found = figures(*ARMS_DEAL, title="Putin wants North Korea at the table")
    assert [(f.low, f.high, f.item, f.status, f.increment) for f in found] == [
        (3000, None, "soldier", "sent", True),
        (None, 12_000, "soldier", "sent", False),
        (11_000, 11_000, "soldier", "sent", False),
        (4000, 4000, "soldier", "killed_or_wounded", False),
        (3000, None, "soldier", "sent", True),
        (220, 220, "howitzer_and_rocket_launcher", "sent", False),
    ]
    assert {f.party.id for f in found if f.party} == {"PRK"}
    assert [f.counterparty.id if f.counterparty else None for f in found] == ["RUS", "RUS", "RUS", None, "RUS", "RUS"]
    chiefs = "South Korea's Joint Chiefs of Staff"
    assert [f.claimant for f in found] == [None, "Washington and Seoul", chiefs, chiefs, chiefs, chiefs]


def test_a_figure_is_dated_by_the_time_that_stands_near_it_and_else_not() -> None:
    found = figures(*ARMS_DEAL)
    assert [f.as_of for f in found] == ["2025-01-01/2025-02-28", None, None, None, "2025-01-01/2025-02-28", None]


def test_a_quote_is_the_body_to_the_letter() -> None:
    body = "\n\n".join(ARMS_DEAL)
    for reading in readings(*ARMS_DEAL):
        figure = reading.figure
        assert body[figure.start : figure.end] == figure.quote
        assert figure.quote in reading.sentence
        assert reading.paragraph.start <= figure.start < figure.end <= reading.paragraph.end


def test_the_same_count_in_one_paragraph_is_read_once() -> None:
    assert len(figures("There are 5,000 troops there. Those 5,000 troops guard Bagram.")) == 1


def test_the_same_count_in_two_paragraphs_is_read_twice() -> None:
    assert len(figures("There are 5,000 troops there.", "There are 5,000 troops there.")) == 2


def test_an_article_without_figures_yields_none() -> None:
    assert figures("Ministers met for two days.", "It rained.") == []


def test_reading_twice_gives_the_same() -> None:
    assert figures(*ARMS_DEAL) == figures(*ARMS_DEAL)


def test_a_title_that_holds_a_word_of_war_only_inside_another_word_speaks_of_none() -> None:
    assert [speaks_of_war(title) for title in ("They remember", "Warned of floods", "A company town")] == [False] * 3
    assert all(speaks_of_war(title) for title in ("Shelling goes on", "The war", "Wartime rules", "Airstrikes"))
