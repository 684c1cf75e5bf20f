"""The way to Slack: an incoming webhook, or a bot's token and a channel.

In: a Message. Out: a Receipt, once Slack has said ok. What passes (rate limits, failures on Slack's
side, lost connections, no answer in time) is tried again without end while the worker runs: a late
alert is better than a lost one. What does not pass raises SlackRefused from SlackPost; the worker's
own `holding_out` waits where the settings are at fault.

Not guaranteed: that a message appears once. Slack offers no key to tell a repeat by, so a message
that it took while its answer got lost is sent again, once for every answer lost.

The webhook's URL and the token are secrets, and slack_sdk's errors and debug logging hold them.
So outcomes are values here, raised only where no error of slack_sdk hangs on as context, and
slack_sdk is given a logger that says nothing, whatever level the root logger is set to.
"""

from __future__ import annotations

import asyncio
import logging
import math
import random as randomness
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient

from agents.notify.agent import Post
from agents.notify.message import Message, Receipt
from schemas.errors import TallywireError
from streams.slack_refusals import SlackRefused, refusal
from streams.slack_settings import SlackSettings

FIRST_PAUSE = 1.0       # seconds; Slack allows about one message a second to a channel
LONGEST_PAUSE = 60.0    # seconds; after an outage, alerts should not wait much longer than Slack did
LONGEST_ASKED = 3_600.0 # seconds of a Retry-After that we obey; more is a proxy's mistake, not Slack's

_PASSING_STATUS = frozenset({408, 425, 429})
_PASSING_CODES = frozenset({
    "ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable",
    "request_timeout", "team_added_to_org", "rollup_error",
})
"""Errors that Slack's method pages call temporary; all others stay as they are until someone acts."""

_CODE = re.compile(r"[a-z][a-z0-9_]{1,59}")
"""Slack's error codes. Nothing else of an answer is repeated: a proxy's page may quote the secret URL."""

__all__ = ["SlackPost", "SlackRefused", "SlackSettings", "SlackUnreachable", "slack_post"]

logger = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class _Again:
    """Worth another try. asked: the seconds that Slack asked to wait, or null."""

    reason: str
    asked: float | None = None


_Outcome = Receipt | _Again | SlackRefused


class SlackUnreachable(TallywireError):
    """Slack took no message in as many attempts as were allowed: the last reason, never a secret."""

    def __init__(self, attempts: int, reason: str) -> None:
        super().__init__(attempts, reason)
        self.attempts = attempts
        self.reason = reason

    def __str__(self) -> str:
        return (
            f"Slack took no message in {self.attempts} attempts, at last: {self.reason}; "
            "check the network and status.slack.com"
        )


class SlackPost:
    """Posts messages one after another; hand it to Notify as `post`.

    sleep: awaited with seconds between attempts. random: numbers from 0 up to 1 for the jitter.
    attempts: how often one message is tried; None, the default, is without end.
    """

    def __init__(
        self,
        settings: SlackSettings,
        *,
        sleep: Sleep = asyncio.sleep,
        random: Callable[[], float] = randomness.random,
        attempts: int | None = None,
    ) -> None:
        self._send = _by_webhook(settings) if settings.webhook_url else _by_bot(settings)
        self._timeout = settings.timeout
        self._sleep = sleep
        self._random = random
        self._attempts = attempts

    async def __call__(self, message: Message) -> Receipt:
        """Returns when Slack said ok. Raises SlackRefused, and SlackUnreachable when attempts are limited.

        Two refusals are not raised: of a change to an earlier message, since the reply under it says the
        same; and of a reply under one that is gone or cannot be reached, which is posted by itself.
        """
        try:
            return await self._deliver(message)
        except SlackRefused as error:
            if message.replaces:
                logger.warning("an earlier message stays as it is: %s", error)
                return Receipt()
            if not message.thread:
                raise
        return await self._deliver(replace(message, thread=None))

    async def _deliver(self, message: Message) -> Receipt:
        attempt = 0
        while True:
            attempt += 1
            outcome = await self._try(message)
            if isinstance(outcome, Receipt):
                return outcome
            if isinstance(outcome, SlackRefused):
                raise outcome
            if attempt == self._attempts:
                raise SlackUnreachable(attempt, outcome.reason)
            pause = self._pause(attempt, outcome.asked)
            logger.warning(
                "Slack did not take a message: %s; attempt %d, next in %.1f s", outcome.reason, attempt, pause
            )
            await self._sleep(pause)

    async def _try(self, message: Message) -> _Outcome:
        try:
            async with asyncio.timeout(self._timeout):
                return await self._send(message)
        except TimeoutError:
            return _Again(f"no answer within {self._timeout:g} s")
        except (aiohttp.ClientError, OSError, UnicodeDecodeError) as error:
            return _Again(type(error).__name__)

    def _pause(self, attempt: int, asked: float | None) -> float:
        """Doubling, capped, and spread so that workers do not come back at once; never before Slack asked."""
        backoff = min(LONGEST_PAUSE, math.ldexp(FIRST_PAUSE, min(attempt - 1, 10)))
        return (asked or 0.0) + backoff * (0.5 + self._random() / 2)


def slack_post(settings: SlackSettings) -> Post | None:
    """The transport that the settings ask for; None when Slack is not configured."""
    return holding_out(SlackPost(settings)) if settings.configured else None


def holding_out(post: Post, sleep: Sleep = asyncio.sleep) -> Post:
    """The same, but a refusal that the settings are to blame for is waited out.

    Rejecting would lose every alert until somebody looks; ending the worker would stop the other
    agents too. So the alert stays unacknowledged, and the log says each minute what to mend.
    """

    async def post_in_the_end(message: Message) -> Receipt | None:
        while True:
            try:
                return await post(message)
            except SlackRefused as error:
                if error.about == "message":
                    raise
                logger.error("%s; alerts wait until then", error)
            await sleep(LONGEST_PAUSE)

    return post_in_the_end


def _by_webhook(settings: SlackSettings) -> Callable[[Message], Awaitable[_Outcome]]:
    client = AsyncWebhookClient(
        settings.webhook_url or "", timeout=math.ceil(settings.timeout), retry_handlers=[], logger=_silent()
    )

    async def send(message: Message) -> _Outcome:
        if message.replaces:   # a webhook can only add
            return Receipt()
        answer = await client.send_dict(_body(message))
        said = answer.body.strip()
        if answer.status_code == 200 and said == "ok":
            return Receipt()
        return _judge(answer.status_code, said, answer.headers)

    return send


def _by_bot(settings: SlackSettings) -> Callable[[Message], Awaitable[_Outcome]]:
    client = AsyncWebClient(
        settings.bot_token, timeout=math.ceil(settings.timeout), retry_handlers=[], logger=_silent(),
        base_url=settings.base_url or AsyncWebClient.BASE_URL,
    )

    async def send(message: Message) -> _Outcome:
        try:
            answer = await (_change(client, message) if message.replaces else _post(client, message, settings.channel))
        except SlackApiError as error:
            return _judge_api(error.response)
        except AttributeError:
            # slack_sdk 3.47 reads every 200 as an object; text or a list is not from Slack.
            return _judge(200, None, {})
        return Receipt(channel=answer.get("channel"), ts=answer.get("ts"))

    return send


async def _post(client: AsyncWebClient, message: Message, channel: str | None) -> AsyncSlackResponse:
    """A reply is shown in the channel as well: whoever read the earlier message there must not miss it."""
    body = _body(message) | {"channel": channel, "parse": "none", "link_names": False}
    if message.thread:
        body |= {"channel": message.thread.channel, "thread_ts": message.thread.ts, "reply_broadcast": True}
    return await client.chat_postMessage(**body)


async def _change(client: AsyncWebClient, message: Message) -> AsyncSlackResponse:
    place = message.replaces or Receipt()
    return await client.chat_update(
        channel=place.channel or "", ts=place.ts or "", text=message.text,
        blocks=[dict(block) for block in message.blocks], parse="none", link_names=False,
    )


def _body(message: Message) -> dict[str, Any]:
    """No previews: an article's page could put any text and picture under our message."""
    return {
        "text": message.text, "blocks": list(message.blocks), "unfurl_links": False, "unfurl_media": False,
    }


def _judge_api(response: Any) -> _Outcome:
    """slack_sdk hands over its own response, or aiohttp's where the answer was no JSON."""
    status: int = response.status_code if isinstance(response, AsyncSlackResponse) else response.status
    data = getattr(response, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    return _judge(status, code, response.headers)


def _judge(status: int, said: object, headers: Mapping[str, str]) -> _Outcome:
    code = said if isinstance(said, str) and _CODE.fullmatch(said) else None
    reason = f"HTTP {status}, {code}" if code else f"HTTP {status}"
    if status >= 500 or status in _PASSING_STATUS or code in _PASSING_CODES:
        return _Again(reason, _asked(headers))
    if status < 400 and code is None:
        return _Again(f"{reason} with an answer that is not Slack's: is a proxy or a wrong URL in the way?")
    return refusal(code, status)


def _asked(headers: Mapping[str, str]) -> float | None:
    """Retry-After in seconds; None where it is absent or no number that can be waited for."""
    try:
        seconds = float(headers.get("Retry-After", ""))
    except ValueError:
        return None
    return min(seconds, LONGEST_ASKED) if seconds >= 0 else None


def _silent() -> logging.Logger:
    return logging.Logger("slack_sdk, silenced", level=logging.CRITICAL + 1)
