"""One alert as one Slack message.

In: an Alert. Out: a Message: blocks for the channel, and the line that stands in for them in a
notification. It says what, how many, whose, to or against whom, who says so, what was known
before, the sentence itself and where to read it, so that a desk can judge it without leaving Slack.

The header holds our own words only, for it knows no markup and so no escape. Everything that an
article wrote passes through escaping.literal, in text objects marked verbatim: Slack then makes
no links and no mentions of its own. Slack takes 150 characters in a header, 3,000 in a text and
2,000 in a field, and refuses some messages beyond 13,000 in all; the limits here stay far below.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from agents.notify.escaping import link, literal
from agents.notify.wording import COUNTERPARTS, KINDS, OTHER_COUNTERPART, fate, stated
from schemas.alert import Alert
from schemas.figure import Figure

Block = Mapping[str, Any]

LONGEST_HEADLINE = 600
LONGEST_SENTENCE = 1_500   # some 250 words: what is longer was no sentence
LONGEST_WORDS = 200        # a name, a claimant, a title: beyond this, a page ran together
EARLIER_SHOWN = 5          # the newest ones; the alert on its topic holds them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What Slack is given. text: the fallback line, escaped. blocks: ready for JSON. thread: the message
    under which it belongs, replaces: the one that it is put in the place of; null for one of its own."""

    text: str
    blocks: tuple[Block, ...]
    thread: Receipt | None = None
    replaces: Receipt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Slack's word that it took a message, and where it stands: a webhook tells neither."""

    channel: str | None = None
    ts: str | None = None


def message(alert: Alert, *, links: bool = True, thread: Receipt | None = None) -> Message:
    """The message for one alert. links: whether to link to the article, where it has an honest URL."""
    headline = literal(alert.headline, LONGEST_HEADLINE) or "(no headline)"
    kind = KINDS[alert.kind]
    blocks = (
        _header(kind, alert.figure),
        _section(f"*{headline}*"),
        {"type": "section", "fields": [_text(field) for field in _fields(alert.figure)]},
        _section("\n".join(_before(alert))),
        _section(f">{literal(alert.sentence, LONGEST_SENTENCE)}"),
        {"type": "context", "elements": [_text(" · ".join(_origin(alert, links)))]},
    )
    return Message(text=f"{kind}: {headline}", blocks=blocks, thread=thread)


def taken_back(alert: Alert, text: str, replaces: Receipt) -> Message:
    """What an earlier message says once an alert took it back. text: its own fallback line, escaped."""
    verb = "Corrected" if alert.kind == "corrected" else "Retracted"
    blocks = (_section(f"*{verb}*: the thread says how"), _section(f"~{text}~"))
    return Message(text=f"{verb}: {text}", blocks=blocks, replaces=replaces)


def _header(kind: str, figure: Figure) -> Block:
    words = f"{kind}: {figure.category} {fate(figure)}".strip()
    return {"type": "header", "text": {"type": "plain_text", "text": words, "emoji": False}}


def _section(text: str) -> Block:
    return {"type": "section", "text": _text(text)}


def _text(text: str) -> Block:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def _fields(figure: Figure) -> Iterator[str]:
    """Slack takes up to ten, and shows them in two columns, in this order."""
    yield _field("What", ", ".join(filter(None, (figure.noun, fate(figure)))))
    yield _field("How many", figure.amount.removesuffix(" of"))
    yield _field("Whose", figure.party.name if figure.party else "not said")
    if figure.counterparty:
        yield _field(COUNTERPARTS.get(figure.status, OTHER_COUNTERPART), figure.counterparty.name)
    yield _field("Who says so", figure.claimant or "nobody named")
    if figure.stance != "asserted":
        yield _field("Said as", figure.stance)
    if figure.as_of:
        yield _field("As of", figure.as_of)


def _field(label: str, words: str) -> str:
    return f"*{label}*\n{literal(words, LONGEST_WORDS)}"


def _before(alert: Alert) -> Iterator[str]:
    if alert.takes_back:
        yield f"*Takes back alert* {literal(alert.takes_back, LONGEST_WORDS)}"
    if not alert.earlier:
        yield "*Known before:* nothing"
        return
    yield "*Known before*"
    left_out = len(alert.earlier) - EARLIER_SHOWN
    if left_out > 0:
        yield f"• {left_out:,} older, not shown"
    for figure in alert.earlier[-EARLIER_SHOWN:]:
        yield f"• {literal(stated(figure), LONGEST_WORDS)}"


def _origin(alert: Alert, links: bool) -> Iterator[str]:
    article = alert.article
    for words in (article.source, article.title):
        if shown := literal(words, LONGEST_WORDS):
            yield shown
    yield _dated(article.published_at)
    if links and (read_it := link(article.url)):
        yield read_it
    yield f"alert {literal(alert.alert_id, LONGEST_WORDS)}"


def _dated(published_at: datetime | None) -> str:
    return f"{published_at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if published_at else "undated"
