"""The reading process: figures and events are read by a second Python, beside the worker's own.

In: an article's head and paragraphs. Out: what it tells, or why it could not be read, as
agents/extract/agent.py says it. Reading is the dearest of what a worker does, and needs nothing of its
state: on two cores the worker carries other articles meanwhile.

Parent and child speak over a pair of sockets, one MessagePack value behind its length each way. The child
ends when its end of the pair does, so that it never outlives the worker, however that ends. When the child
ends by itself (killed for its memory, say), the article at hand is read in the worker's process, and the
next one by a new child.
"""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import subprocess
import sys
from asyncio import StreamReader, StreamWriter
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO

import msgspec

from agents.extract.agent import Told, read_or_fail
from schemas.article import ArticleHead
from schemas.paragraph import Paragraph

log = logging.getLogger("tallywire")

_LENGTH = 4
"""Bytes."""

_UNDER_WAY = 2**20
"""Bytes of questions that may lie between the two: it reads on while the worker is busy with something else."""

_encoder = msgspec.msgpack.Encoder()
_question = msgspec.msgpack.Decoder(tuple[ArticleHead, tuple[Paragraph, ...]])
_answer: msgspec.msgpack.Decoder[Told] = msgspec.msgpack.Decoder(Told)


class _Child:
    """The process, and the questions it has not answered yet, in the order asked."""

    def __init__(self, process: subprocess.Popen[bytes], answers: StreamReader, questions: StreamWriter) -> None:
        self.process = process
        self._answers, self._questions = answers, questions
        self._waiting: deque[asyncio.Future[bytes]] = deque()
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls) -> _Child:
        ours, its = socket.socketpair()
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _UNDER_WAY)
        with its:
            process = _started(its)
        return cls(process, *await asyncio.open_connection(sock=ours))

    async def ask(self, question: bytes) -> bytes:
        """Raises ConnectionError when the child has ended."""
        if self._listening.done():
            raise ConnectionResetError("it has ended")
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        self._questions.write(_framed(question))
        await self._questions.drain()
        return await answer

    async def _listen(self) -> None:
        try:
            while True:
                length = int.from_bytes(await self._answers.readexactly(_LENGTH), "big")
                value = await self._answers.readexactly(length)
                answer = self._waiting.popleft()
                if not answer.done():   # or who asked was cancelled meanwhile
                    answer.set_result(value)
        except (OSError, EOFError):
            self._give_up()

    def _give_up(self) -> None:
        while self._waiting:
            answer = self._waiting.popleft()
            if not answer.done():
                answer.set_exception(ConnectionResetError("it has ended"))

    def end(self) -> None:
        self._listening.cancel()
        self._give_up()
        self._questions.close()
        self.process.kill()
        self.process.wait()


def _started(parent: socket.socket) -> subprocess.Popen[bytes]:
    """-P: a folder named like ours in the folder that the worker was started in is not taken for it."""
    return subprocess.Popen([sys.executable, "-P", "-m", "streams.reading_process"], stdin=parent.fileno())


class ReadingProcess:
    """Reads articles in the order asked, however many are asked at once. Starts at the first one."""

    def __init__(self) -> None:
        self._child: _Child | None = None
        self._starting = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        """Of the child, if there is one now."""
        return self._child.process.pid if self._child is not None else None

    async def __call__(self, article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Told:
        question = _encoder.encode((article, paragraphs))
        child = None
        try:
            async with self._starting:
                child = self._child = self._child or await _Child.start()
            return _answer.decode(await child.ask(question))
        except (OSError, EOFError) as error:
            log.warning("the reading process is not there (%r); the article is read here", error)
            if self._child is child:
                self.close()
            return read_or_fail(article, paragraphs)

    def close(self) -> None:
        """End the child. The next article starts another."""
        if self._child is not None:
            self._child.end()
            self._child = None


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer until there are no more questions."""
    while len(length := questions.read(_LENGTH)) == _LENGTH:
        article, paragraphs = _question.decode(questions.read(int.from_bytes(length, "big")))
        answers.write(_framed(_encoder.encode(read_or_fail(article, paragraphs))))
        answers.flush()


def _framed(value: bytes) -> bytes:
    return len(value).to_bytes(_LENGTH, "big") + value


def main() -> None:
    for one in (signal.SIGINT, signal.SIGTERM):   # sent to all of a group: the worker finishes what it has in hand
        signal.signal(one, signal.SIG_IGN)
    with socket.socket(fileno=sys.stdin.fileno()) as parent, suppress(ConnectionError):
        serve(parent.makefile("rb"), parent.makefile("wb"))


if __name__ == "__main__":
    main()
