"""What a desk reads in Slack, and what an article cannot make it read."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import get_args

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.notify.message import message
from schemas.alert import Alert, AlertArticle, AlertKind
from schemas.figure import Figure
from tests.agents.notify.alerts import alert, article, figure, texts
from tests.streams.slack_server import block_fault


def test_a_message_says_what_how_many_whose_to_whom_and_who_says_so() -> None:
    made = message(alert())
    said = texts(made.blocks)
    assert said[0] == "Conflicting figure: troops sent"
    assert said[1] == "*North Korea has sent about 11,000 soldiers to Russia, says Seoul's defence ministry*"
    assert said[2:7] == [
        "*What*\nsoldiers, sent", "*How many*\nabout 11,000", "*Whose*\nNorth Korea", "*To*\nRussia",
        "*Who says so*\nSeoul's defence ministry",
    ]
    assert said[7] == "*Known before*\n• up to 12,000 soldiers sent, said by Washington"
    assert said[8] == ">The ministry now puts it at some 11,000 soldiers."
    assert said[9] == (
        "Harbour Wire · Pyongyang's soldiers counted again · 2025-03-28 06:30 UTC · "
        f"<https://harbour.example/asia/17|Read it at harbour.example> · alert {'0f' * 16}"
    )
    assert made.text == f"Conflicting figure: {alert().headline}"


def test_what_nobody_said_is_called_so_rather_than_left_blank() -> None:
    bare = figure(party=None, counterparty=None, claimant=None)
    said = "\n".join(texts(message(alert(figure=bare, earlier=(), kind="new")).blocks))
    assert "*Whose*\nnot said" in said
    assert "*Who says so*\nnobody named" in said
    assert "*Known before:* nothing" in said
    assert "*To*" not in said


@pytest.mark.parametrize("kind", get_args(AlertKind))
def test_every_kind_is_shown_plainly_in_the_header_and_in_the_notification(kind: AlertKind) -> None:
    made = message(alert(kind=kind))
    assert texts(made.blocks)[0].startswith(f"{kind.capitalize()} figure: ")
    assert made.text.startswith(f"{kind.capitalize()} figure: ")


def test_a_denied_figure_is_marked_as_denied_and_a_dated_one_with_its_time() -> None:
    said = texts(message(alert(figure=figure(stance="denied", as_of="2025-03"))).blocks)
    assert "*Said as*\ndenied" in said
    assert "*As of*\n2025-03" in said


def test_the_newest_five_earlier_figures_are_shown_and_the_others_counted() -> None:
    earlier = tuple(figure(low=n, high=n, qualifier="exact") for n in range(1, 9))
    lines = texts(message(alert(earlier=earlier)).blocks)[7].split("\n")
    assert lines[1] == "• 3 older, not shown"
    assert [line.split()[1] for line in lines[2:]] == ["4", "5", "6", "7", "8"]


def test_an_alert_that_takes_another_back_names_it() -> None:
    said = texts(message(alert(kind="retracted", takes_back="ab" * 16)).blocks)
    assert any(f"*Takes back alert* {'ab' * 16}" in text for text in said)


def test_without_an_http_url_or_with_links_off_there_is_no_link() -> None:
    for made in (
        message(alert(article=article(url=None))),
        message(alert(article=article(url="javascript:alert(1)"))),
        message(alert(), links=False),
    ):
        assert not any("<" in text for text in texts(made.blocks))


def test_an_undated_article_without_source_or_title_still_makes_a_message() -> None:
    made = message(alert(article=article(source="", title="", published_at=None)))
    assert texts(made.blocks)[9].startswith("undated · <https://")


hostile = st.text(max_size=40) | st.sampled_from(
    [
        "<!here>", "<@U1>", "@channel", "<https://bad.example|ok>", "&lt;!here&gt;", "*a*\n>b", "\u202e",
        "<" * 4_000, "😀" * 4_000,
    ]
)


@given(st.data())
def test_whatever_an_article_says_the_message_is_one_that_slack_takes_and_holds_only_our_link(
    data: st.DataObject,
) -> None:
    def draw() -> str:
        return data.draw(hostile)

    told = replace(figure(), item_text=draw(), claimant=draw(), as_of=draw())
    source = replace(article(), id=draw(), source=draw(), title=draw(), url=draw())
    made = message(
        alert(
            figure=told, earlier=(told,) * 9, article=source, sentence=draw(), headline=draw(),
            takes_back=draw(),
        )
    )
    payload = orjson.loads(orjson.dumps({"text": made.text, "blocks": made.blocks}))
    assert block_fault(payload) is None
    assert sum(map(len, texts(payload["blocks"]))) < 10_000
    for text in [made.text, *texts(payload["blocks"])]:
        assert "@" not in text
        without_our_link = text.split("<http", 1)
        assert "<" not in without_our_link[0]
        assert len(without_our_link) == 1 or "|Read it at " in without_our_link[1]


def test_every_text_of_an_alert_is_shown_or_left_out_on_purpose() -> None:
    """A field added to the contract has to be placed here, or in the message."""
    assert {f.name for f in fields(Alert)} == {
        "type", "alert_id", "kind", "figure", "earlier", "takes_back", "article", "sentence", "headline",
    }
    assert {f.name for f in fields(AlertArticle)} == {
        "id", "version", "source", "title", "url", "published_at",
    }
    assert {f.name for f in fields(Figure)} == {
        "category", "item", "item_text", "low", "high", "qualifier", "vague", "status", "party",
        "counterparty", "increment", "claimant", "stance", "as_of", "quote", "start", "end",
    }
