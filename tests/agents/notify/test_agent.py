"""Whom notify tells, how often, and what it remembers of it."""

from __future__ import annotations

from collections import ChainMap
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from agents.notify.agent import Mark, Notify
from agents.notify.message import Message, Receipt
from schemas.alert import Alert
from schemas.errors import TallywireError
from tests.agents.notify.alerts import alert, article, texts


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
    [mark] = sent.values()
    assert (mark["channel"], mark["ts"], mark["thread"]) == ("C1", "17.000001", None)
    assert mark["at"] == "2025-03-28T06:30:00+00:00"


async def test_a_webhook_that_tells_nothing_still_leaves_a_mark() -> None:
    sent: dict[str, Mark] = {}
    await Notify(Channel(None))(alert(), sent)
    [mark] = sent.values()
    assert (mark["channel"], mark["ts"]) == (None, None)


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


def taking_back(**changes: Any) -> Alert:
    return alert(**({"alert_id": "1e" * 16, "kind": "corrected", "takes_back": alert().alert_id} | changes))


async def test_an_alert_that_takes_one_back_stands_under_its_message_which_says_so() -> None:
    channel, sent = Channel(Receipt(channel="C1", ts="17.000001")), dict[str, Mark]()
    notify = Notify(channel)
    await notify(alert(), sent)
    await notify(taking_back(), sent)
    first, reply, change = channel.messages
    assert (first.thread, first.replaces) == (None, None)
    assert reply.thread == change.replaces == Receipt(channel="C1", ts="17.000001")
    assert change.text == f"Corrected: {first.text}"


async def test_one_that_takes_back_a_reply_stands_in_the_same_thread_and_changes_the_reply() -> None:
    sent: dict[str, Mark] = {}
    await Notify(Channel(Receipt(channel="C1", ts="1.1")))(alert(), sent)
    await Notify(Channel(Receipt(channel="C1", ts="2.2")))(taking_back(), sent)
    channel = Channel(Receipt(channel="C1", ts="3.3"))
    await Notify(channel)(taking_back(alert_id="2d" * 16, takes_back="1e" * 16, kind="retracted"), sent)
    reply, change = channel.messages
    assert reply.thread == Receipt(channel="C1", ts="1.1")
    assert change.replaces == Receipt(channel="C1", ts="2.2")
    assert change.text.startswith("Retracted: ")


@pytest.mark.parametrize("held", [None, {"channel": None, "ts": None}])
async def test_where_the_earlier_message_cannot_be_found_the_new_one_names_its_alert(held: Mark | None) -> None:
    channel = Channel()
    await Notify(channel)(taking_back(), {alert().alert_id: held} if held else {})
    [posted] = channel.messages
    assert posted.thread is None
    assert any(alert().alert_id in text for text in texts(posted.blocks))


async def test_marks_are_let_go_by_article_time_and_undated_ones_are_kept() -> None:
    channel, sent = Channel(), dict[str, Mark]()
    notify = Notify(channel, grace=0)
    began = datetime(2025, 1, 1, tzinfo=UTC)
    await notify(alert(alert_id="undated", article=article(published_at=None)), sent)
    for day in range(100):
        published = began + timedelta(days=day)
        await notify(alert(alert_id=f"day {day}", article=article(published_at=published)), sent)
    assert set(sent) == {"undated", *(f"day {day}" for day in range(69, 100))}


async def test_links_can_be_left_out() -> None:
    channel = Channel()
    await Notify(channel, links=False)(alert(), {})
    assert not any("<http" in text for text in texts(channel.messages[0].blocks))
