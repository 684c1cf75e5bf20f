"""notify: an alert in, a message to Slack out, and nothing onwards.

It is the end of the flow. State, keyed by alert_id, holds the alerts that Slack has acknowledged,
so that a redelivered alert is not posted again. The delivery loop writes that state only after the
call returned: a process that dies in between posts the alert a second time, and none is lost.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping, Sequence

from agents.notify.message import Message, Receipt, message
from schemas.alert import Alert

Post = Callable[[Message], Awaitable[Receipt | None]]
"""Returns only when Slack said ok; raises when it refused for good."""

Mark = dict[str, str | None]
"""Where an acknowledged message stands: channel and ts, both null where Slack did not tell. An
alert that takes another back can find its message here by `takes_back`."""


class Notify:
    """Posts each alert once, as far as its state remembers.

    post: None turns notify off; nothing is marked then, for nobody was told. links: whether
    messages link to the article.
    """

    def __init__(self, post: Post | None, *, links: bool = True) -> None:
        self._post = post
        self._links = links

    async def __call__(self, alert: Alert, sent: MutableMapping[str, Mark]) -> Sequence[object]:
        """Post one alert unless it is marked. Lets through what `post` raises, the alert unmarked."""
        if self._post is None or alert.alert_id in sent:
            return ()
        receipt = await self._post(message(alert, links=self._links)) or Receipt()
        sent[alert.alert_id] = {"channel": receipt.channel, "ts": receipt.ts}
        return ()
