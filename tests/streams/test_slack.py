"""Messages on their way to a server that behaves like Slack."""

from __future__ import annotations

import asyncio
import logging
import random
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from agents.notify.agent import Mark, Notify
from agents.notify.message import Message, Receipt, message
from schemas.errors import InvalidSetting
from streams.slack import (
    SlackPost,
    SlackRefused,
    SlackSettings,
    SlackUnreachable,
    holding_out,
    slack_post,
)
from streams.slack_refusals import refusal
from tests.agents.notify.alerts import alert
from tests.streams.slack_server import (
    CHANNEL,
    TOKEN,
    WEBHOOK_PATH,
    Answers,
    Drops,
    Hangs,
    SlackServer,
    limited,
)

SECRETS = ("s3cret", TOKEN, WEBHOOK_PATH)

Way = Callable[[SlackServer], SlackSettings]


def by_webhook(slack: SlackServer, **changes: Any) -> SlackSettings:
    settings: dict[str, Any] = {"webhook_url": slack.webhook_url, "timeout": 5}
    return SlackSettings(**(settings | changes))


def by_bot(slack: SlackServer, **changes: Any) -> SlackSettings:
    settings: dict[str, Any] = {
        "bot_token": TOKEN, "channel": CHANNEL, "base_url": slack.base_url, "timeout": 5,
    }
    return SlackSettings(**(settings | changes))


class Pauses:
    """A sleep that takes no time and keeps what it was asked for."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """slack_sdk would send even loopback requests through a proxy that the machine has set."""
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture(params=[by_webhook, by_bot])
def way(request: pytest.FixtureRequest) -> Way:
    chosen: Way = request.param
    return chosen


def said() -> Message:
    return message(alert())


async def test_a_message_reaches_the_channel_once_with_its_blocks_and_without_previews(
    way: Way, pauses: Pauses
) -> None:
    async with SlackServer() as slack:
        await SlackPost(way(slack), sleep=pauses)(said())
        [posted] = slack.accepted
        assert posted["text"] == said().text
        assert posted["blocks"] == list(said().blocks)
        assert posted["unfurl_links"] is False
        assert posted["unfurl_media"] is False
    assert pauses.seconds == []


async def test_a_bot_is_told_where_its_message_stands_and_a_webhook_is_not(pauses: Pauses) -> None:
    async with SlackServer() as slack:
        assert await SlackPost(by_bot(slack))(said()) == Receipt(channel=CHANNEL, ts="1700000000.000100")
        assert await SlackPost(by_webhook(slack))(said()) == Receipt()


@pytest.mark.parametrize(
    "mishap",
    [
        limited("0"), limited(None), limited("soon"), limited("-5"), limited("nan"), Drops(),
        Answers(500, "rollup_error"), Answers(503, "upstream is away", content_type="text/plain"),
        Answers(502, "<html>"), Answers(500, "{", content_type="application/json"),
        Answers(408), Answers(200, "<html>log in first</html>"), Answers(200, ""),
        Answers(200, "welcome to the airport", content_type="text/plain"),
        Answers(200, b"\xff\xfe\xfa", content_type="application/json"),
        Answers(200, "[1]", content_type="application/json"),
    ],
    ids=repr,
)
async def test_what_passes_is_tried_again_until_the_message_is_posted_once(
    way: Way, mishap: Any, pauses: Pauses
) -> None:
    async with SlackServer(mishap, mishap) as slack:
        await SlackPost(way(slack), sleep=pauses)(said())
        assert len(slack.received) == 3
        assert len(slack.accepted) == 1
    assert len(pauses.seconds) == 2


@pytest.mark.parametrize("code", ["ratelimited", "internal_error", "fatal_error", "service_unavailable"])
async def test_what_slack_tells_a_bot_is_temporary_is_tried_again(code: str, pauses: Pauses) -> None:
    said_so = Answers(200, f'{{"ok": false, "error": "{code}"}}', content_type="application/json")
    async with SlackServer(said_so) as slack:
        await SlackPost(by_bot(slack), sleep=pauses)(said())
        assert len(slack.accepted) == 1
    assert len(pauses.seconds) == 1


async def test_an_answer_that_does_not_come_in_time_is_given_up_and_asked_for_again(
    way: Way, pauses: Pauses
) -> None:
    async with SlackServer(Hangs()) as slack:
        await SlackPost(replace(way(slack), timeout=0.2), sleep=pauses)(said())
        assert len(slack.accepted) == 1
        assert len(slack.received) == 2


@pytest.mark.parametrize("mishap", [Hangs(posted=True), Drops(posted=True)], ids=repr)
async def test_a_message_whose_answer_was_lost_is_sent_again_so_it_appears_twice(
    mishap: Any, pauses: Pauses
) -> None:
    async with SlackServer(mishap) as slack:
        await SlackPost(by_webhook(slack, timeout=0.2), sleep=pauses)(said())
        assert len(slack.accepted) == 2


async def test_a_server_that_is_not_there_is_tried_again(pauses: Pauses) -> None:
    async with SlackServer() as slack:
        gone = by_webhook(slack)
    with pytest.raises(SlackUnreachable, match="in 3 attempts") as raised:
        await SlackPost(gone, sleep=pauses, attempts=3)(said())
    assert raised.value.reason == "ClientConnectorError"
    assert len(pauses.seconds) == 2


async def test_no_attempt_is_made_before_the_seconds_that_slack_asked_for(way: Way, pauses: Pauses) -> None:
    async with SlackServer(limited("30"), limited("7")) as slack:
        await SlackPost(way(slack), sleep=pauses, random=lambda: 0.0)(said())
    assert pauses.seconds == [30.5, 8.0]


async def test_a_retry_after_beyond_reason_is_cut_to_an_hour(pauses: Pauses) -> None:
    async with SlackServer(limited("inf"), limited("1e9")) as slack:
        await SlackPost(by_webhook(slack), sleep=pauses, random=lambda: 0.0)(said())
    assert pauses.seconds == [3600.5, 3601.0]


async def test_pauses_double_up_to_a_minute_and_are_spread_by_chance(pauses: Pauses) -> None:
    async with SlackServer(*[Answers(500)] * 1_200) as slack:
        await SlackPost(by_webhook(slack), sleep=pauses, random=random.Random(7).random)(said())
    full = [min(60.0, 2.0**n) for n in range(10)]
    assert all(half <= 2 * pause <= 2 * half for half, pause in zip(full, pauses.seconds, strict=False))
    assert all(30 <= pause <= 60 for pause in pauses.seconds[6:])
    assert len(set(pauses.seconds)) > 1_000
    assert len(slack.accepted) == 1


REFUSALS = [
    ({"bot_token": "xoxb-other-s3cret"}, "invalid_auth", "settings", "TALLYWIRE_SLACK_BOT_TOKEN"),
    ({"channel": "#nowhere"}, "channel_not_found", "settings", "TALLYWIRE_SLACK_CHANNEL"),
]


@pytest.mark.parametrize(("changes", "code", "about", "remedy"), REFUSALS)
async def test_a_bot_that_slack_refuses_is_not_tried_again(
    changes: dict[str, str], code: str, about: str, remedy: str, pauses: Pauses
) -> None:
    async with SlackServer() as slack:
        with pytest.raises(SlackRefused, match=code) as raised:
            await SlackPost(by_bot(slack, **changes), sleep=pauses)(said())
        assert len(slack.received) == 1
    assert (raised.value.code, raised.value.about, raised.value.status) == (code, about, 200)
    assert remedy in raised.value.remedy


@pytest.mark.parametrize(
    ("mishap", "code", "about"),
    [
        (Answers(404, "no_service"), "no_service", "settings"),
        (Answers(403, "action_prohibited\n"), "action_prohibited", "settings"),
        (Answers(410, "channel_is_archived"), "channel_is_archived", "settings"),
        (Answers(400, "invalid_blocks"), "invalid_blocks", "message"),
        (Answers(400, "some_new_code"), "some_new_code", "message"),
        (Answers(403, "some_new_code"), "some_new_code", "settings"),
        (Answers(403, f"<html>denied: {WEBHOOK_PATH}"), None, "settings"),
    ],
    ids=repr,
)
async def test_a_webhook_that_slack_refuses_is_not_tried_again(
    mishap: Answers, code: str | None, about: str, pauses: Pauses
) -> None:
    async with SlackServer(mishap) as slack:
        with pytest.raises(SlackRefused) as raised:
            await SlackPost(by_webhook(slack), sleep=pauses)(said())
        assert len(slack.received) == 1
        assert slack.accepted == []
    assert (raised.value.code, raised.value.about, raised.value.status) == (code, about, mishap.status)
    assert "s3cret" not in str(raised.value)


async def test_a_message_that_breaks_slacks_limits_is_refused_as_the_messages_fault(way: Way) -> None:
    header = {"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}
    broken = Message(text="x", blocks=(header,))
    async with SlackServer() as slack:
        with pytest.raises(SlackRefused, match="invalid_blocks") as raised:
            await SlackPost(way(slack))(broken)
    assert raised.value.about == "message"


async def test_no_secret_is_in_an_error_a_traceback_or_a_log_even_at_debug(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str], pauses: Pauses
) -> None:
    caplog.set_level(logging.DEBUG)
    raised: list[BaseException] = []
    async with SlackServer(Answers(500), limited("1"), Drops(), Answers(401, WEBHOOK_PATH)) as slack:
        for settings in (by_webhook(slack), by_bot(slack, bot_token="xoxb-other-s3cret"), by_bot(slack)):
            try:
                await SlackPost(settings, sleep=pauses)(said())
            except SlackRefused as error:
                raised.append(error)
    gone = by_bot(slack)
    try:
        await SlackPost(gone, sleep=pauses, attempts=1)(said())
    except SlackUnreachable as error:
        raised.append(error)
    assert len(raised) == 3
    told = caplog.text + "".join(capsys.readouterr())
    for one in raised:
        assert one.__cause__ is None
        assert one.__context__ is None
        told += str(one) + repr(one) + "".join(traceback.format_exception(one))
    assert "attempt 1" in told
    assert not any(secret in told for secret in SECRETS)


async def test_a_worker_that_stops_does_not_wait_for_slack_to_come_back() -> None:
    waiting = asyncio.Event()

    async def sleep(seconds: float) -> None:
        waiting.set()
        await asyncio.Event().wait()

    async with SlackServer(Answers(500)) as slack:
        posting = asyncio.create_task(SlackPost(by_webhook(slack), sleep=sleep)(said()))
        await waiting.wait()
        posting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await posting


async def test_an_alert_is_marked_only_after_slack_said_ok_and_then_not_sent_again(
    way: Way, pauses: Pauses
) -> None:
    sent: dict[str, Mark] = {}
    marked_early: list[str] = []

    async def sleep(seconds: float) -> None:
        marked_early.extend(sent)
        await pauses(seconds)

    async with SlackServer(limited("1"), Answers(500), Drops()) as slack:
        notify = Notify(SlackPost(way(slack), sleep=sleep))
        for _ in range(2):
            await notify(alert(), sent)
        assert len(slack.accepted) == 1
    assert marked_early == []
    assert list(sent) == [alert().alert_id]


async def test_an_alert_that_slack_refused_stays_unmarked() -> None:
    sent: dict[str, Mark] = {}
    async with SlackServer() as slack:
        with pytest.raises(SlackRefused):
            await Notify(SlackPost(by_bot(slack, channel="#nowhere")))(alert(), sent)
    assert sent == {}


def test_with_nothing_configured_there_is_no_transport() -> None:
    assert slack_post(SlackSettings()) is None
    assert slack_post(SlackSettings(webhook_url="", bot_token=" ", channel="")) is None


def test_either_way_makes_a_transport() -> None:
    assert slack_post(SlackSettings(webhook_url="https://hooks.slack.com/services/T/B/x")) is not None
    assert slack_post(SlackSettings(bot_token=TOKEN, channel=CHANNEL)) is not None


@pytest.mark.parametrize(
    ("settings", "name"),
    [
        ({"webhook_url": "https://h.example/s3cret", "bot_token": TOKEN, "channel": CHANNEL}, "WEBHOOK_URL"),
        ({"bot_token": TOKEN}, "CHANNEL"),
        ({"channel": CHANNEL}, "CHANNEL"),
        ({"webhook_url": "https://h.example/s3cret", "channel": CHANNEL}, "CHANNEL"),
        ({"webhook_url": "http://h.example/s3cret"}, "WEBHOOK_URL"),
        ({"webhook_url": "h.example/s3cret"}, "WEBHOOK_URL"),
        ({"webhook_url": "https://h.example/s3cret and more"}, "WEBHOOK_URL"),
        ({"webhook_url": "https://[s3cret"}, "WEBHOOK_URL"),
        ({"bot_token": "xoxb s3cret", "channel": CHANNEL}, "BOT_TOKEN"),
        ({"bot_token": "xoxb\ns3cret", "channel": CHANNEL}, "BOT_TOKEN"),
        ({"bot_token": TOKEN, "channel": CHANNEL, "base_url": "http://h.example/s3cret"}, "base URL"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
    ],
)
def test_settings_that_cannot_work_are_named_with_a_remedy_and_without_their_value(
    settings: dict[str, Any], name: str
) -> None:
    with pytest.raises(InvalidSetting) as raised:
        SlackSettings(**settings)
    assert name in raised.value.name
    assert raised.value.remedy
    assert not any(secret in str(raised.value) + repr(raised.value) for secret in SECRETS)
    assert raised.value.__cause__ is None


def test_settings_do_not_print_their_secrets() -> None:
    webhook = SlackSettings(webhook_url="https://hooks.slack.com/services/s3cret")
    bot = SlackSettings(bot_token=TOKEN, channel=CHANNEL)
    assert repr(webhook) == "SlackSettings(webhook, channel=None, timeout=10, secrets hidden)"
    assert repr(bot) == f"SlackSettings(bot, channel='{CHANNEL}', timeout=10, secrets hidden)"
    assert f"{bot} {bot!r}".count("s3cret") == 0


async def test_a_refusal_for_the_settings_sake_is_waited_out_until_it_is_mended() -> None:
    answers = [refusal("invalid_auth", 200), refusal("no_service", 404), Receipt(channel="C1", ts="1.2")]
    pauses: list[float] = []

    async def post(posted: Message) -> Receipt:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    assert await holding_out(post, pause)(message(alert())) == Receipt(channel="C1", ts="1.2")
    assert len(pauses) == 2


async def test_a_refusal_for_the_messages_sake_is_raised_at_once() -> None:
    async def post(posted: Message) -> Receipt:
        raise refusal("invalid_blocks", 400)

    with pytest.raises(SlackRefused):
        await holding_out(post)(message(alert()))
