"""A condition is checked when it is read, and then says of each alert whether it meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.alert import Alert, AlertArticle
from schemas.errors import InvalidCondition
from schemas.figure import Figure
from schemas.party import Party
from streams.where import Where, met

FIGURE = Figure(
    category="weapons", item="howitzer", item_text="Howitzers", low=1200, high=None, qualifier="at_least",
    status="sent", party=Party(id="PRK", name="North Korea"), increment=True, quote="1,200", start=0, end=5,
)
ALERT = Alert(
    alert_id="ab" * 16, kind="new", figure=FIGURE, sentence="S.", headline="H",
    article=AlertArticle(
        id="a", version=1, source="Gazette", title="T", url=None,
        published_at=datetime(2025, 3, 1, 6, tzinfo=UTC),
    ),
)


@pytest.mark.parametrize("condition", [
    "kind=new", "kind=NEW", "kind!=revised", "type=alert",
    "figure.item=howitzer", "figure.item = howitzer ", "figure.item_text=howitzers", "figure.item!=tank",
    "figure.party=PRK", "figure.party=prk", "figure.party=North Korea", "figure.party!=RUS",
    "figure.party.id=PRK", "figure.party.name=north korea", "figure.party!=null",
    "figure.counterparty=null", "figure.counterparty.id=null", "figure.counterparty!=RUS",
    "figure.low=1200", "figure.low=1,200", "figure.low>=1200", "figure.low<=1200", "figure.low>1199",
    "figure.low<1201", "figure.low!=7", "figure.high=null", "figure.high!=7",
    "figure.increment=true", "figure.increment!=false",
    "article.published_at>=2025-03-01", "article.published_at<2025-03-02",
    "article.published_at=2025-03-01T07:00:00+01:00", "article.source=gazette", "takes_back=null",
])
def test_a_condition_is_met(condition: str) -> None:
    assert Where.parse(condition).met_by(ALERT)


@pytest.mark.parametrize("condition", [
    "kind=revised", "figure.item=how", "figure.party=RUS", "figure.party!=north korea", "figure.party=null",
    "figure.counterparty=RUS", "figure.counterparty.id=RUS", "figure.counterparty!=null",
    "figure.low>1200", "figure.low=12", "figure.high>=0", "figure.high<=0", "figure.high=0",
    "figure.increment=false", "article.published_at>2025-03-02", "takes_back!=null",
])
def test_a_condition_is_not_met(condition: str) -> None:
    assert not Where.parse(condition).met_by(ALERT)


@pytest.mark.parametrize(("condition", "said"), [
    ("", "'': is no condition; write FIELD=VALUE, as kind=new or figure.party=PRK"),
    ("kind", "'kind': is no condition; write FIELD=VALUE, as kind=new or figure.party=PRK"),
    ("item=tank", "'item=tank': an alert has no field item; it has figure.item"),
    ("party=PRK", "'party=PRK': an alert has no field party; it has figure.party, figure.party.id, "
                  "figure.party.name"),
    ("article.titel=x", "'article.titel=x': an alert has no field article.titel; it has article.id, "
                        "article.version, article.source, article.title, article.url, article.published_at"),
    ("kind=nwe", "'kind=nwe': 'nwe' is no value of it; "
                 "it may be new, revised, conflicting, corrected, retracted"),
    ("article=a", "'article=a': article has fields of its own; it has article.id, article.version, "
                  "article.source, article.title, article.url, article.published_at"),
    ("earlier=1", "'earlier=1': earlier is a list; write a condition on one value"),
    ("figure.low=many", "'figure.low=many': 'many' is no whole number; write it in digits"),
    ("figure.low>=null", "'figure.low>=null': >= compares numbers and times only; write = or !="),
    ("figure.item>=a", "'figure.item>=a': >= compares numbers and times only; write = or !="),
    ("figure.increment=1", "'figure.increment=1': '1' is no truth value; write true or false"),
    ("article.published_at>=soon", "'article.published_at>=soon': 'soon' is no time; "
                                   "write 2025-03-28 or 2025-03-28T06:30:00Z"),
])
def test_a_condition_that_cannot_be_used_is_refused_with_its_remedy(condition: str, said: str) -> None:
    with pytest.raises(InvalidCondition) as refusal:
        Where.parse(condition)
    assert str(refusal.value) == said


def test_all_conditions_must_be_met_and_none_is_always_met() -> None:
    item, kind = Where.parse("figure.item=howitzer"), Where.parse("kind=revised")
    assert met([], ALERT)
    assert met([item], ALERT)
    assert not met([item, kind], ALERT)
    assert met([item, kind], replace(ALERT, kind="revised"))


@given(
    st.sampled_from(["", "kind", "figure.low", "figure.party", "article.published_at", "figure.x"]),
    st.sampled_from(["=", "!=", ">=", "<=", "<", ">", " ", "=="]),
    st.text(max_size=30),
)
def test_any_text_is_a_condition_or_is_refused(field: str, sign: str, value: str) -> None:
    try:
        condition = Where.parse(field + sign + value)
    except InvalidCondition:
        return
    assert condition.met_by(ALERT) in (True, False)
