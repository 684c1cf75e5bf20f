"""Figures read in another process are those read in this one, whatever happens to that process."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Awaitable, Callable
from io import BytesIO
from pathlib import Path

import pytest

from agents.extract.agent import Told, read_or_fail
from agents.split.agent import paragraphs_of
from schemas.article import Article, ArticleHead
from schemas.paragraph import Paragraph
from schemas.rejection import Failure
from streams.archive import read_articles
from streams.reading_process import ReadingProcess, serve

ROOT = Path(__file__).parents[2]

Question = tuple[ArticleHead, list[Paragraph]]


def questions() -> list[Question]:
    articles = [one for one in read_articles([ROOT / "samples"], BytesIO()) if isinstance(one, Article)]
    assert len(articles) > 10
    return [(article.head, paragraphs_of(article)) for article in articles]


def asked(what: Callable[[ReadingProcess], Awaitable[list[Told]]]) -> list[Told]:
    async def run() -> list[Told]:
        reading = ReadingProcess()
        try:
            async with asyncio.timeout(60):
                return await what(reading)
        finally:
            reading.close()

    return asyncio.run(run())


def test_every_sample_is_read_as_in_this_process() -> None:
    async def all_of_them(reading: ReadingProcess) -> list[Told]:
        return [await reading(*one) for one in questions()]

    told = asked(all_of_them)
    assert told == [read_or_fail(*one) for one in questions()]
    assert any(not isinstance(one, Failure) and one[0] for one in told)


def test_questions_asked_at_once_each_get_their_own_answer() -> None:
    async def at_once(reading: ReadingProcess) -> list[Told]:
        return list(await asyncio.gather(*(reading(*one) for one in questions())))

    assert asked(at_once) == [read_or_fail(*one) for one in questions()]


def test_an_article_larger_than_a_pipe_goes_through() -> None:
    article = Article(id="long", body="Two tanks burned near the river on Monday.\n\n" * 10_000)
    question = article.head, paragraphs_of(article)

    async def the_long_one(reading: ReadingProcess) -> list[Told]:
        return [await reading(*question)]

    assert asked(the_long_one) == [read_or_fail(*question)]


def test_what_a_killed_process_was_reading_is_read_all_the_same() -> None:
    async def killed_between(reading: ReadingProcess) -> list[Told]:
        told = []
        for one in questions():
            told.append(await reading(*one))
            if reading.pid is not None and len(told) % 5 == 0:
                os.kill(reading.pid, signal.SIGKILL)
        return told

    assert asked(killed_between) == [read_or_fail(*one) for one in questions()]


def test_an_answer_that_nobody_waited_for_is_not_given_to_the_next() -> None:
    first, second = questions()[:2]

    async def cancelled_before(reading: ReadingProcess) -> list[Told]:
        await reading(*first)
        waiting = asyncio.create_task(reading(*first))
        await asyncio.sleep(0)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        return [await reading(*second)]

    assert asked(cancelled_before) == [read_or_fail(*second)]


def test_it_stays_when_all_of_the_workers_group_are_told_to_end() -> None:
    async def told_to_end(reading: ReadingProcess) -> list[Told]:
        told = [await reading(*questions()[0])]
        first = reading.pid
        assert first is not None
        for one in (signal.SIGTERM, signal.SIGINT):
            os.kill(first, one)
        told.append(await reading(*questions()[1]))
        assert reading.pid == first
        return told

    assert asked(told_to_end) == [read_or_fail(*one) for one in questions()[:2]]


def test_it_ends_when_nobody_can_ask_any_more() -> None:
    ours, its = socket.socketpair()
    with ours, its:
        child = subprocess.Popen([sys.executable, "-m", "streams.reading_process"], stdin=its.fileno(), cwd=ROOT)
    assert child.wait(30) == 0


def test_no_questions_no_answers() -> None:
    answers = BytesIO()
    serve(BytesIO(), answers)
    assert answers.getvalue() == b""
