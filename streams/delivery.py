"""The one loop that every agent runs in: decode, call the agent, send, reject; then state; then offsets.

In: records as they stand on a topic. Out: the agent's outputs on its topics, rejections of what
could not be read, and state. Why: at-least-once is only as good as its order of writing. For each
batch of records the outputs are sent and their acknowledgements awaited (once, together); then
state is written and its changelog acknowledged; only then may the caller let the offsets go. A
crash anywhere repeats work and never loses it. Faust is not known here, so that the same loop
runs on a broker, in a rehearsal over files, and under a test that crashes it at every await.

Not guaranteed: that an output stands on its topic only once. Repeats carry the same key and id.
"""

from __future__ import annotations

import asyncio
import base64
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from schemas.errors import InvalidInput
from schemas.rejection import Failure, Rejection
from streams.codecs import encode
from streams.state import Staged, State
from streams.topics import ARTICLES, LARGEST_RECORD, REJECTIONS, Topic


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands on a topic.

    after: the first offset not yet covered when this one was read, so that [after, offset] is
    this record and every offset that the log skips before it.
    """

    topic: str
    partition: int
    offset: int
    after: int
    key: bytes | None
    value: bytes | None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A record to be sent. partition: null lets the key decide."""

    topic: Topic
    key: str
    value: bytes
    partition: int | None = None


Agent = Callable[[Any, Record, State], Awaitable[Sequence[Any]]]


def key_of(record: Any) -> str:
    """The key of an output: its own `key`, or the id of the article it belongs to."""
    key = getattr(record, "key", None)
    return key if isinstance(key, str) else str(record.article.id)


@dataclass(frozen=True, slots=True)
class Stage:
    """One agent and what surrounds it.

    name: the agent's. source: the topic it reads; decode: its records' reader. agent: called with
    the decoded record, the record as it stood, and the state of its partition. sends: for each
    kind of output the topic it goes to. keyed: the output's key, partition: its partition where
    the key does not decide. table: the name of its state, or null. batch: how many records may
    share one wait for acknowledgements (as many as are at hand; more at once spare waits, and repeat
    more after a crash). instead: what to send for a record that was rejected, for
    the stages behind that wait for every record. ahead: told of the decoded records of a batch before the
    first of them is carried. patient: whether it may hold a record for as long as
    a service outside does not answer.
    """

    name: str
    source: Topic
    decode: Callable[[bytes], Any]
    agent: Agent
    sends: Mapping[type, Topic]
    keyed: Callable[[Any], str] = key_of
    partition: Callable[[Any], int | None] = lambda output: None
    table: str | None = None
    batch: int = 256
    instead: Callable[[Record], Sequence[Any]] = lambda record: ()
    forget: Callable[[], None] = lambda: None
    patient: bool = False
    ahead: Callable[[Sequence[Any]], None] = lambda decoded: None


class Outlet(Protocol):
    """Where outputs go. send returns at once with what to await for the acknowledgement."""

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]: ...


class Shelf(Protocol):
    """Where state stands: the rows of one partition, and the writing of some of them."""

    def rows(self, record: Record) -> Mapping[str, Any]: ...

    async def write(self, record: Record, writes: Mapping[str, Any | None]) -> None:
        """Make rows durable, as they are after this record."""


@dataclass(slots=True)
class Tally:
    """What a stage has done so far, counted in records and outputs.

    busy: whether it holds records now. places: (topic, partition) -> the first offset not yet carried.
    """

    busy: bool = False
    places: dict[tuple[str, int], int] = field(default_factory=dict)
    read: int = 0
    rejected: int = 0
    bugs: int = 0
    sent: dict[str, int] = field(default_factory=dict)


class Tallies:
    """The tallies of all stages, by name, and a way to wait for them to say something."""

    def __init__(self, stages: Sequence[Stage]) -> None:
        self._stages = stages
        self._moved = asyncio.Event()
        self.of = {stage.name: Tally() for stage in stages}

    def moved(self) -> None:
        self._moved.set()

    def drained(self, articles: int) -> bool:
        """Whether so many articles were read, and every stage has read all that was sent to it."""
        sent: Counter[str] = Counter({ARTICLES.name: articles})
        for tally in self.of.values():
            sent.update(tally.sent)
        return all(self.of[stage.name].read >= sent[stage.source.name] for stage in self._stages)

    async def until_drained(self, articles: int) -> None:
        while not self.drained(articles):
            self._moved.clear()
            await self._moved.wait()


async def deliver(
    stage: Stage, records: Sequence[Record], outlet: Outlet, shelf: Shelf, tallies: Tallies
) -> None:
    """Carry records through a stage. When it returns, their outputs and state are safe.

    Raises what the outlet or the shelf raises: then nothing may be acknowledged, and the process
    should end, so that the records are read again.
    """
    tally = tallies.of[stage.name]
    tally.busy = True
    states: dict[int, tuple[Record, Staged]] = {}
    acknowledgements = []
    contents = [_content(stage, record) for record in records]
    stage.ahead([content for content in contents if not isinstance(content, Exception)])
    for record, content in zip(records, contents, strict=True):
        _, state = states.get(record.partition) or (record, Staged(shelf.rows(record)))
        states[record.partition] = record, state
        for outgoing in await _handle(stage, record, content, state, tally):
            acknowledgements.append(await outlet.send(outgoing))
            tally.sent[outgoing.topic.name] = tally.sent.get(outgoing.topic.name, 0) + 1
    for acknowledgement in acknowledgements:
        await acknowledgement
    for record, state in states.values():
        await shelf.write(record, state.writes())
    for record in records:
        tally.places[record.topic, record.partition] = record.offset + 1
    tally.read += len(records)
    tally.busy = False
    tallies.moved()


def _content(stage: Stage, record: Record) -> Any:
    """What the record holds, or the exception that says why it cannot be read."""
    try:
        if record.value is None:
            raise InvalidInput("$", "the record has no value", "send the JSON as the record's value")
        return stage.decode(record.value)
    except Exception as error:
        return error


async def _handle(stage: Stage, record: Record, content: Any, state: Staged, tally: Tally) -> list[Outgoing]:
    attempt = Staged(state)
    try:
        if isinstance(content, Exception):
            raise content
        outputs = await stage.agent(content, record, attempt)
        outgoing = [_outgoing(stage, record, output, tally) for output in outputs]
    except Exception as error:
        # Anything at all: an exception that left an agent's body would let Faust commit the record.
        rejection = _rejection(stage, record, Failure.of(error), tally)
        return [rejection, *(_outgoing(stage, record, output, tally) for output in stage.instead(record))]
    attempt.commit(state)
    return outgoing


def _outgoing(stage: Stage, record: Record, output: Any, tally: Tally) -> Outgoing:
    if isinstance(output, Failure):
        return _rejection(stage, record, output, tally)
    value = encode(output)
    if len(value) > LARGEST_RECORD:
        raise InvalidInput(
            "$", f"makes a {type(output).__name__} of {len(value)} bytes, over the limit of {LARGEST_RECORD}",
            "publish the article in parts",
        )
    return Outgoing(stage.sends[type(output)], stage.keyed(output), value, stage.partition(output))


def _rejection(stage: Stage, record: Record, failure: Failure, tally: Tally) -> Outgoing:
    tally.rejected += 1
    tally.bugs += failure.kind == "bug"
    rejection = Rejection(
        stage=stage.name, failure=failure, topic=record.topic, partition=record.partition,
        offset=record.offset, key=_base64(record.key), value=_base64(record.value),
    )
    return Outgoing(REJECTIONS, f"{record.topic}/{record.partition}/{record.offset}", encode(rejection))


def _base64(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")
