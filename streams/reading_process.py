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
from collections.abc import Sequence
from contextlib import suppress
from typing import BinaryIO, NamedTuple

import msgspec

from agents.extract.agent import Told, read_or_fail
from schemas.article import ArticleHead
from schemas.paragraph import Paragraph

log = logging.getLogger("tallywire")

_LENGTH = 4
"""Bytes."""

_encoder = msgspec.msgpack.Encoder()
_question = msgspec.msgpack.Decoder(tuple[ArticleHead, tuple[Paragraph, ...]])
_answer: msgspec.msgpack.Decoder[Told] = msgspec.msgpack.Decoder(Told)


class _Child(NamedTuple):
    process: subprocess.Popen[bytes]
    answers: StreamReader
    questions: StreamWriter

    @classmethod
    async def start(cls) -> _Child:
        ours, its = socket.socketpair()
        with its:
            process = _started(its)
        return cls(process, *await asyncio.open_connection(sock=ours))

    async def ask(self, question: bytes) -> bytes:
        self.questions.write(_framed(question))
        await self.questions.drain()
        length = int.from_bytes(await self.answers.readexactly(_LENGTH), "big")
        return await self.answers.readexactly(length)

    def end(self) -> None:
        self.questions.close()
        self.process.kill()
        self.process.wait()


def _started(parent: socket.socket) -> subprocess.Popen[bytes]:
    """-P: a folder named like ours in the folder that the worker was started in is not taken for it."""
    return subprocess.Popen([sys.executable, "-P", "-m", "streams.reading_process"], stdin=parent.fileno())


class ReadingProcess:
    """Reads one article after the other, in the order asked. Starts at the first one."""

    def __init__(self) -> None:
        self._child: _Child | None = None
        self._turn = asyncio.Lock()

    @property
    def pid(self) -> int | None:
        """Of the child, if there is one now."""
        return self._child.process.pid if self._child is not None else None

    async def __call__(self, article: ArticleHead, paragraphs: Sequence[Paragraph]) -> Told:
        async with self._turn:
            try:
                if self._child is None:
                    self._child = await _Child.start()
                return _answer.decode(await self._child.ask(_encoder.encode((article, paragraphs))))
            except (OSError, EOFError) as error:
                log.warning("the reading process ended (%r); the article is read here", error)
                self.close()
                return read_or_fail(article, paragraphs)
            except BaseException:   # cancelled: its answer would be taken for that to the next question
                self.close()
                raise

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
