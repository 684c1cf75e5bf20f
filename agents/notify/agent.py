"""notify: an alert in, a message to Slack out, and nothing onwards.

It is the end of the flow. State, keyed by alert_id, holds the alerts that Slack has acknowledged,
so that a redelivered alert is not posted again. The delivery loop writes that state only after the
call returned: a process that dies in between posts the alert a second time, and none is lost.

An alert that takes back an earlier one is posted under the earlier one's message, which is changed to
say so. Where Slack did not tell where that message stands (a webhook), or the mark has expired, it is a
message of its own, which names the alert it takes back.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from agents.expiry import GRACE, Ages
from agents.notify.message import Message, Receipt, message, taken_back
from schemas.alert import Alert

Post = Callable[[Message], Awaitable[Receipt | None]]
"""Returns only when Slack said ok; raises when it refused for good. What is meant to replace a message
is a courtesy: when Slack refuses that for good, it returns all the same."""

Mark = dict[str, str | None]
"""An acknowledged message: channel and ts, both null where Slack did not tell; thread, the ts of the
message it stands under; its text; at, the alert's article time, null when undated."""

KEPT = timedelta(days=30)
"""How long a mark is kept, by article time: as long as the ledger holds what a correction may take back."""


class Notify:
    """Posts each alert once, as far as its state remembers.

    post: None turns notify off; nothing is marked then, for nobody was told. links: whether
    messages link to the article. kept: how long marks are; grace: alerts before one may go at all.
    """

    def __init__(self, post: Post | None, *, links: bool = True, kept: timedelta = KEPT, grace: int = GRACE) -> None:
        self._post = post
        self._links = links
        self._kept = kept
        self._grace = grace
        self._ages: dict[int, Ages] = {}

    async def __call__(self, alert: Alert, sent: MutableMapping[str, Mark], part: int = 0) -> Sequence[object]:
        """Post one alert unless it is marked in the state of one partition (part). Lets through what
        `post` raises, the alert unmarked."""
        if self._post is None or alert.alert_id in sent:
            return ()
        earlier = sent.get(alert.takes_back) if alert.takes_back else None
        place = _place(earlier)
        thread = Receipt(channel=place.channel, ts=(earlier or {}).get("thread") or place.ts) if place else None
        posted = message(alert, links=self._links, thread=thread)
        receipt = await self._post(posted) or Receipt()
        if earlier and place:
            await self._post(taken_back(alert, earlier.get("text") or "an earlier alert", place))
        published = alert.article.published_at
        sent[alert.alert_id] = {
            "channel": receipt.channel, "ts": receipt.ts, "thread": thread.ts if thread else None,
            "text": posted.text, "at": published.isoformat() if published else None,
        }
        self._let_go(sent, part, alert)
        return ()

    def forget(self) -> None:
        """Drop what was derived from the marks: after a rebalance they may be others."""
        self._ages.clear()

    def _let_go(self, sent: MutableMapping[str, Mark], part: int, alert: Alert) -> None:
        ages = self._ages.setdefault(part, Ages(_time_of, grace=self._grace))
        ages.note(alert.alert_id, sent[alert.alert_id])
        if alert.article.published_at is not None:
            ages.expire(sent, alert.article.published_at - self._kept)


def _place(mark: Mark | None) -> Receipt | None:
    """Where a marked message stands, if Slack told."""
    if mark is None or not mark.get("channel") or not mark.get("ts"):
        return None
    return Receipt(channel=mark["channel"], ts=mark["ts"])


def _time_of(mark: Any) -> datetime | None:
    return datetime.fromisoformat(mark["at"]) if mark.get("at") else None
