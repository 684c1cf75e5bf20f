"""Whom notify tells, how often, and what it remembers of it."""

from __future__ import annotations

from collections import ChainMap

import pytest

from agents.notify.agent import Mark, Notify
from agents.notify.message import Message, Receipt
from schemas.errors import TallywireError
from tests.agents.notify.alerts import alert, texts


class Channel:
    """A post that keeps what it is given."""

    def __init__(self, receipt: Receipt | None = None) -> None:
        self.messages: list[Message] = []
        self._receipt = receipt

    async def __call__(self, message: Message) -> Receipt | None:
        self.messages.append(message)
        return self._receipt


async def refuse(message: Message) -> Receipt | None:
    raise TallywireError("no such channel")


async def test_an_alert_is_posted_once_however_often_it_is_delivered() -> None:
    channel, sent = Channel(), dict[str, Mark]()
    notify = Notify(channel)
    assert [await notify(alert(), sent) for _ in range(3)] == [(), (), ()]
    assert len(channel.messages) == 1


async def test_another_alert_is_another_message() -> None:
    channel, sent = Channel(), dict[str, Mark]()
    notify = Notify(channel)
    await notify(alert(), sent)
    await notify(alert(alert_id="1e" * 16), sent)
    assert len(channel.messages) == 2


async def test_the_mark_says_where_the_message_stands() -> None:
    sent: dict[str, Mark] = {}
    await Notify(Channel(Receipt(channel="C1", ts="17.000001")))(alert(), sent)
    assert sent == {alert().alert_id: {"channel": "C1", "ts": "17.000001"}}


async def test_a_webhook_that_tells_nothing_still_leaves_a_mark() -> None:
    sent: dict[str, Mark] = {}
    await Notify(Channel(None))(alert(), sent)
    assert sent == {alert().alert_id: {"channel": None, "ts": None}}


async def test_a_refused_alert_is_not_marked_and_the_refusal_is_let_through() -> None:
    sent: dict[str, Mark] = {}
    with pytest.raises(TallywireError, match="no such channel"):
        await Notify(refuse)(alert(), sent)
    assert sent == {}


async def test_with_no_way_to_slack_nothing_is_posted_and_nothing_marked() -> None:
    sent: dict[str, Mark] = {}
    assert await Notify(None)(alert(), sent) == ()
    assert sent == {}


async def test_marks_that_were_staged_and_lost_in_a_crash_make_a_repeat_and_not_a_loss() -> None:
    channel, written = Channel(), dict[str, Mark]()
    notify = Notify(channel)
    for _ in range(2):
        await notify(alert(), ChainMap(dict[str, Mark](), written))
    assert len(channel.messages) == 2


async def test_links_can_be_left_out() -> None:
    channel = Channel()
    await Notify(channel, links=False)(alert(), {})
    assert not any("<http" in text for text in texts(channel.messages[0].blocks))
