"""How to reach Slack, checked before anything is sent, and never printed.

In: what the environment says. Out: settings of which exactly one way to Slack is set, or none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from urllib.parse import urlsplit

from schemas.errors import InvalidSetting

WEBHOOK = "TALLYWIRE_SLACK_WEBHOOK_URL"
TOKEN = "TALLYWIRE_SLACK_BOT_TOKEN"
CHANNEL = "TALLYWIRE_SLACK_CHANNEL"

_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SlackSettings:
    """webhook_url alone, or bot_token with channel; all null turns Slack off. Blank counts as null.

    base_url: where the Web API is, null for Slack's own. timeout: seconds for one answer.
    Raises InvalidSetting, which never repeats a value.
    """

    webhook_url: str | None = None
    bot_token: str | None = None
    channel: str | None = None
    base_url: str | None = None
    timeout: float = 10.0

    def __post_init__(self) -> None:
        for name in ("webhook_url", "bot_token", "channel", "base_url"):
            value = getattr(self, name)
            object.__setattr__(self, name, value.strip() or None if value else None)
        self._check_one_way()
        _check_url(WEBHOOK, self.webhook_url, "copy it from the app's page, under Incoming Webhooks")
        _check_url("the Slack base URL", self.base_url, "leave it out to use Slack's own")
        if self.bot_token and not (self.bot_token.isascii() and self.bot_token.isprintable()
                                   and " " not in self.bot_token):
            raise InvalidSetting(TOKEN, "is no token", "copy the one that begins with xoxb-, on one line")
        if not (math.isfinite(self.timeout) and self.timeout > 0):
            raise InvalidSetting("the Slack timeout", "is no positive number", "give seconds, as 10")

    @property
    def configured(self) -> bool:
        return bool(self.webhook_url or self.bot_token)

    def __repr__(self) -> str:
        way = "webhook" if self.webhook_url else "bot" if self.bot_token else "off"
        return f"SlackSettings({way}, channel={self.channel!r}, timeout={self.timeout:g}, secrets hidden)"

    def _check_one_way(self) -> None:
        if self.webhook_url and self.bot_token:
            raise InvalidSetting(WEBHOOK, f"is set together with {TOKEN}", "keep one of the two")
        if self.bot_token and not self.channel:
            raise InvalidSetting(CHANNEL, f"is missing beside {TOKEN}", "give the channel's id, as C0123456")
        if self.channel and self.webhook_url:
            raise InvalidSetting(CHANNEL, "is set with a webhook, which has its own channel", "leave it out")
        if self.channel and not self.bot_token:
            raise InvalidSetting(CHANNEL, f"is set without {TOKEN}", "set both, or leave it out")


def _check_url(name: str, value: str | None, remedy: str) -> None:
    """https, since the URL or the token that goes there is a secret; plain http on loopback only."""
    if value is None:
        return
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    if not host or not value.isprintable() or " " in value:
        raise InvalidSetting(name, "is no URL", remedy)
    if parts.scheme != "https" and not (parts.scheme == "http" and host in _LOOPBACK):
        raise InvalidSetting(name, "is no https URL", remedy)
