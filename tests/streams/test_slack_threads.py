"""Corrections in Slack: under the earlier message, which says so; and what happens when Slack will not."""

from __future__ import annotations

import json
from typing import Any

from agents.notify.agent import Mark, Notify
from schemas.alert import Alert
from streams.slack import SlackPost, holding_out
from tests.agents.notify.alerts import alert, texts
from tests.streams.slack_server import CHANNEL, Answers, SlackServer, limited
from tests.streams.test_slack import Pauses, by_bot, by_webhook

CORRECTION = alert(alert_id="1e" * 16, kind="corrected", takes_back=alert().alert_id)


def refused(code: str) -> Answers:
    return Answers(200, json.dumps({"ok": False, "error": code}), content_type="application/json")


async def posted(slack: SlackServer, settings: Any, *alerts: Alert) -> dict[str, Mark]:
    """Send alerts as the worker would; the marks that are left."""
    marks: dict[str, Mark] = {}
    notify = Notify(holding_out(SlackPost(settings, sleep=Pauses()), Pauses()))
    for one in alerts:
        await notify(one, marks)
    return marks


async def test_a_correction_is_a_reply_shown_in_the_channel_and_the_earlier_message_says_so() -> None:
    async with SlackServer() as slack:
        marks = await posted(slack, by_bot(slack), alert(), CORRECTION)
        first, reply = slack.accepted
        assert "thread_ts" not in first
        assert (reply["thread_ts"], reply["channel"]) == (marks[alert().alert_id]["ts"], CHANNEL)
        assert reply["reply_broadcast"] is True
        [(ts, change)] = slack.changed.items()
        assert ts == marks[alert().alert_id]["ts"]
        assert change["text"] == f"Corrected: {first['text']}"


async def test_a_change_that_slack_puts_off_is_tried_again() -> None:
    async with SlackServer() as slack:
        marks = await posted(slack, by_bot(slack), alert())
        slack.have(None, limited("1"), Answers(503))
        await Notify(holding_out(SlackPost(by_bot(slack), sleep=Pauses())))(CORRECTION, marks)
        assert len(slack.changed) == 1


async def test_a_change_that_slack_refuses_for_good_leaves_the_reply() -> None:
    for code in ("edit_window_closed", "cant_update_message", "message_not_found", "missing_scope"):
        async with SlackServer() as slack:
            marks = await posted(slack, by_bot(slack), alert())
            slack.have(None, refused(code))
            await Notify(holding_out(SlackPost(by_bot(slack), sleep=Pauses()), Pauses()))(CORRECTION, marks)
            assert (len(slack.accepted), slack.changed) == (2, {})
            assert CORRECTION.alert_id in marks


async def test_a_reply_that_cannot_stand_under_the_earlier_message_stands_by_itself() -> None:
    async with SlackServer() as slack:
        marks = await posted(slack, by_bot(slack), alert())
        slack.have(refused("thread_not_found"))
        await Notify(holding_out(SlackPost(by_bot(slack), sleep=Pauses()), Pauses()))(CORRECTION, marks)
        assert "thread_ts" not in slack.accepted[-1]


async def test_with_a_webhook_a_correction_is_a_message_that_names_the_alert() -> None:
    async with SlackServer() as slack:
        await posted(slack, by_webhook(slack), alert(), CORRECTION)
        _, plain = slack.accepted
        assert "thread_ts" not in plain
        assert any(alert().alert_id in text for text in texts(plain["blocks"]))
        assert slack.changed == {}
