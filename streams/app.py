"""The Faust application: topics and tables from the settings, and each stage as a named agent.

In: settings and stages. Out: a faust.App, not started. This is the only module that knows
Faust's insides; each departure from its defaults is a line of ../shared/FAUST.md.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NoReturn

import faust
from faust.sensors import Monitor
from faust.transport.drivers.aiokafka import Transport

from streams.batches import batches
from streams.delivery import Outgoing, Record, Stage, Tallies, deliver
from streams.settings import Settings
from streams.shelves import FaustShelf, RowTable, send
from streams.topics import FRAME, LARGEST_RECORD, TOPICS
from streams.transport import EmbeddedTransport, SteadyTransport

log = logging.getLogger("tallywire")


class Worker(faust.App):  # type: ignore[misc]
    """A Faust app with its web server off unless asked for, whatever `faust worker` says."""

    tallies: Tallies
    health: Any
    reading: Any


def create_app(
    settings: Settings,
    stages: Sequence[Stage],
    *,
    abort: Callable[[BaseException], NoReturn] | None = None,
    queue: int = 4096,
) -> Worker:
    """Build the app. Connects to nothing.

    abort ends the process when outputs or state cannot be written: nothing of the batch was
    acknowledged then, and the next worker reads it again.

    queue: records that may wait for an agent; when they are that many the broker is asked for no more.
    """

    class BootStrategy(faust.App.BootStrategy):  # type: ignore[misc]
        enable_web = settings.web_port is not None

    class App(Worker):
        def _new_transport(self) -> Transport:
            transport = EmbeddedTransport if settings.embedded else SteadyTransport
            return transport(self.conf.broker_consumer, self)

    App.BootStrategy = BootStrategy
    app = App(
        settings.prefix,
        broker="kafka://" + settings.broker.replace(",", ";"),
        broker_credentials=settings.security.faust_credentials(),
        store="memory://" if settings.store == "memory" else "rocksdb://",
        datadir=str(settings.data),
        topic_partitions=settings.partitions,
        topic_allow_declare=not settings.embedded,
        topic_disable_leader=True,
        topic_replication_factor=1,
        consumer_auto_offset_reset="earliest",
        broker_session_timeout=settings.session_timeout,
        broker_heartbeat_interval=settings.session_timeout / 5,
        broker_commit_interval=1.0,
        producer_max_request_size=LARGEST_RECORD + FRAME,
        consumer_max_fetch_size=LARGEST_RECORD + FRAME,
        producer_max_batch_size=256 * 1024,   # so that what a batch sends goes in one request
        stream_wait_empty=True,
        stream_buffer_maxsize=queue,
        web_enabled=settings.web_port is not None,
        web_bind="127.0.0.1",
        web_port=settings.web_port or 6066,
        web_tables_enabled=False,
        web_router_enabled=False,
        autodiscover=False,
        Table=RowTable,
        Monitor=_QuietMonitor,
    )
    app.tallies = Tallies(stages)
    topics = {
        topic: app.topic(
            topic.full_name(settings.prefix), schema=_raw(), partitions=topic.partitions(settings.partitions),
            config=topic.configuration,
        )
        for topic in TOPICS
    }
    outlet = FaustOutlet(app, settings.prefix)
    for stage in stages:
        _add_agent(app, stage, topics[stage.source], outlet, settings, abort or _end_process)
    app.on_partitions_revoked.connect(_forget_all(stages))
    return app


def _add_agent(
    app: Worker, stage: Stage, source: Any, outlet: FaustOutlet, settings: Settings,
    abort: Callable[[BaseException], NoReturn],
) -> None:
    table = None
    if stage.table:
        table = app.Table(
            stage.table, partitions=stage.source.partitions(settings.partitions), schema=_raw(),
            key_type=bytes, value_type=bytes,
            options=_ROCKSDB_OPTIONS if settings.store == "rocksdb" else None,
            # A row may hold a whole article, and Kafka's own limit is one megabyte.
            extra_topic_configs={"max.message.bytes": str(LARGEST_RECORD + FRAME)},
        )

    async def run(stream: Any) -> None:
        covered: dict[tuple[str, int, int], int] = {}
        written: dict[tuple[int, int], int] = {}
        async for events in batches(stream, stage.batch):
            records = [_record(app, event, covered) for event in events]
            shelf = FaustShelf(table, events, written)
            try:
                await deliver(stage, records, outlet, shelf, app.tallies)
            except Exception as error:
                abort(error)
            for event in events:
                await stream.ack(event)

    run.__name__ = run.__qualname__ = stage.name   # Faust's log shows the function, not the agent's name
    app.agent(source, name=stage.name, concurrency=1)(run)


_ROCKSDB_OPTIONS = {"block_cache_size": 64 * 1024 * 1024, "block_cache_compressed_size": 16 * 1024 * 1024}
"""Faust's default is 2 GiB a partition."""


def _raw() -> faust.Schema:
    """Bytes in, bytes out: a value that Faust fails to decode kills the agent and is committed.
    One for each topic and table, since Faust changes the one it is handed."""
    return faust.Schema(key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")


def _record(app: Any, event: Any, covered: dict[tuple[str, int, int], int]) -> Record:
    """The event as a Record. `after` is where the last one of this assignment ended, else the committed
    offset, else the log's beginning: offsets that the log skips are covered by the record behind them."""
    message = event.message
    assignment = (message.topic, message.partition, message.generation_id)
    after = covered.get(assignment)
    if after is None:
        after = app.consumer._committed_offset[message.tp] or 0
    covered[assignment] = message.offset + 1
    return Record(
        message.topic, message.partition, message.offset, min(after, message.offset), message.key, message.value
    )


class FaustOutlet:
    """Sends with Faust's producer; what it returns is done when the broker has acknowledged.

    Not by way of Faust's topics: their promises and callbacks cost as much again as sending does.
    """

    def __init__(self, app: Worker, prefix: str) -> None:
        self._app = app
        self._names = {topic: topic.full_name(prefix) for topic in TOPICS}

    async def send(self, outgoing: Outgoing) -> Awaitable[Any]:
        return await send(
            self._app, self._names[outgoing.topic], outgoing.key.encode(), outgoing.value, outgoing.partition
        )


def _forget_all(stages: Sequence[Stage]) -> Callable[..., Awaitable[None]]:
    async def on_revoked(app: Any, revoked: Any, **kwargs: Any) -> None:
        for stage in stages:
            stage.forget()

    return on_revoked


class _QuietMonitor(Monitor):  # type: ignore[misc]
    """Faust's statistics without those it takes of each record: a tenth of what a record costs."""

    def on_message_in(self, tp: Any, offset: int, message: Any) -> None: ...

    def on_message_out(self, tp: Any, offset: int, message: Any) -> None: ...

    def on_stream_event_in(self, tp: Any, offset: int, stream: Any, event: Any) -> None: ...

    def on_stream_event_out(self, tp: Any, offset: int, stream: Any, event: Any, state: Any = None) -> None: ...


def _end_process(error: BaseException) -> NoReturn:
    log.critical("outputs or state could not be written; ending so that the records are read again",
                 exc_info=error)
    logging.shutdown()
    os._exit(70)  # EX_SOFTWARE: no clean-up that might commit what was not acknowledged
