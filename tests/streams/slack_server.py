"""A server on loopback that behaves like Slack, for one channel.

In: what slack_sdk posts, to an incoming webhook or to chat.postMessage. Out: Slack's own answers,
its checks of token, channel and blocks included; or the mishaps it is told to have, one a request,
before it behaves again. `accepted` is what people would see in the channel, `changed` what was put in the
place of messages there, by their ts.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import deque
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

WEBHOOK_PATH = "/services/T000/B000/s3cretWebhookPart"
TOKEN = "xoxb-1-s3cretToken"
CHANNEL = "C0123456789"


@dataclass(frozen=True)
class Answers:
    """An answer in place of Slack's usual one; nothing is posted."""

    status: int
    body: str | bytes = ""
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "text/html"


@dataclass(frozen=True)
class Hangs:
    """No answer until the server closes; posted: whether the message reached the channel all the same."""

    posted: bool = False


@dataclass(frozen=True)
class Drops:
    """The connection ends without an answer; posted as in Hangs."""

    posted: bool = False


Mishap = Answers | Hangs | Drops


def limited(retry_after: str | None) -> Answers:
    headers = (("Retry-After", retry_after),) if retry_after is not None else ()
    return Answers(429, '{"ok": false, "error": "ratelimited"}', headers, "application/json")


class SlackServer:
    """Use as `async with SlackServer(mishap, ...) as slack`. received: every request's payload, in order. port: 0
    takes a free one."""

    def __init__(self, *mishaps: Mishap, port: int = 0) -> None:
        self._port = port
        self.received: list[dict[str, Any]] = []
        self.accepted: list[dict[str, Any]] = []
        self.changed: dict[str, dict[str, Any]] = {}
        self._mishaps: deque[Mishap | None] = deque(mishaps)
        self._closing = asyncio.Event()
        self._seconds = itertools.count(1_700_000_000)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_post("/services/{rest:.*}", self._webhook)
        app.router.add_post("/api/chat.postMessage", self._post_message)
        app.router.add_post("/api/chat.update", self._update)
        self._runner = web.AppRunner(app, access_log=None)  # ours: it would print the secrets of the requests
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await site.start()
        self.origin = "http://{}:{}".format(*self._runner.addresses[0][:2])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._closing.set()
        await self._runner.cleanup()

    def have(self, *mishaps: Mishap | None) -> None:
        """Have these mishaps, one a request, from now on; None is a request without one."""
        self._mishaps = deque(mishaps)

    @property
    def webhook_url(self) -> str:
        return self.origin + WEBHOOK_PATH

    @property
    def base_url(self) -> str:
        return self.origin + "/api/"

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        payload = await request.json()
        self.received.append(payload)
        if request.path != WEBHOOK_PATH:
            return web.Response(status=404, text="no_service")
        fault = block_fault(payload)
        if fault:
            return web.Response(status=400, text=fault)
        return await self._mishap(request, payload) or self._accept_webhook(payload)

    async def _post_message(self, request: web.Request) -> web.StreamResponse:
        payload = await request.json()
        self.received.append(payload)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        if payload.get("channel") != CHANNEL:
            return web.json_response({"ok": False, "error": "channel_not_found"})
        fault = block_fault(payload)
        if fault:
            return web.json_response({"ok": False, "error": fault})
        return await self._mishap(request, payload) or self._accept_message(payload)

    async def _update(self, request: web.Request) -> web.StreamResponse:
        payload = await request.json()
        self.received.append(payload)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        fault = block_fault(payload)
        if fault:
            return web.json_response({"ok": False, "error": fault})
        mishap = await self._mishap(request, payload)
        if mishap is None:
            self.changed[payload["ts"]] = payload
        return mishap or web.json_response({"ok": True, "channel": CHANNEL, "ts": payload["ts"]})

    async def _mishap(self, request: web.Request, payload: dict[str, Any]) -> web.StreamResponse | None:
        if not self._mishaps:
            return None
        mishap = self._mishaps.popleft()
        if mishap is None:
            return None
        if isinstance(mishap, Answers):
            body = mishap.body.encode() if isinstance(mishap.body, str) else mishap.body
            return web.Response(
                status=mishap.status, body=body, headers=dict(mishap.headers),
                content_type=mishap.content_type,
            )
        if mishap.posted:
            self.accepted.append(payload)
        if isinstance(mishap, Hangs):
            await self._closing.wait()
        elif request.transport:
            request.transport.abort()
        return web.Response()

    def _accept_webhook(self, payload: dict[str, Any]) -> web.Response:
        self.accepted.append(payload)
        return web.Response(text="ok")

    def _accept_message(self, payload: dict[str, Any]) -> web.Response:
        self.accepted.append(payload)
        return web.json_response({"ok": True, "channel": CHANNEL, "ts": f"{next(self._seconds)}.000100"})


def block_fault(payload: dict[str, Any]) -> str | None:
    """Slack's error for a message that breaks the limits of Block Kit, or None."""
    if not payload.get("text"):
        return "no_text"
    blocks = payload.get("blocks", [])
    if len(blocks) > 50 or not all(_sound(block) for block in blocks):
        return "invalid_blocks"
    return None


def _sound(block: dict[str, Any]) -> bool:
    if block["type"] == "header":
        return block["text"]["type"] == "plain_text" and _fits(block["text"], 150)
    if block["type"] == "context":
        return 1 <= len(block["elements"]) <= 10 and all(_fits(text, 3_000) for text in block["elements"])
    fields = block.get("fields", [])
    text = block.get("text")
    return (
        block["type"] == "section"
        and bool(text or fields)
        and len(fields) <= 10
        and (text is None or _fits(text, 3_000))
        and all(_fits(field, 2_000) for field in fields)
    )


def _fits(text: dict[str, Any], limit: int) -> bool:
    """Counted as Slack's JavaScript clients would: in UTF-16 units."""
    return 1 <= len(text["text"].encode("utf-16-le")) // 2 <= limit
