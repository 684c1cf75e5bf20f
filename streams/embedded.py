"""A Kafka broker inside this process, for the demo and for quick tests.

In: topic names with their partition counts. Out: an address on 127.0.0.1 that any Kafka client can
talk to. It is librdkafka's mock cluster, which comes with the confluent-kafka wheel: the real
protocol, records in memory, gone when the process ends.

Not guaranteed, because the broker does not do it: creating topics over the wire (use `create_topic`),
listing groups, compaction, offsets for times, transactions, SASL. It keeps about 5 MB a partition
and drops the oldest records. Its C functions are called experimental, so the wheel is pinned; they
are declared in librdkafka's src/rdkafka_mock.h.
"""

from __future__ import annotations

import ctypes
import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from schemas.errors import NotAvailable

_PRODUCER = 0               # rd_kafka_type_t: the handle that the cluster hangs on; it never produces
_ERROR_BYTES = 512          # as in librdkafka's own examples
_SILENT = {"log_level": "0"}  # the handle has no servers of its own and would say so on standard error
_WANTED = "rd_kafka_mock_cluster_new"
_REMEDY = "install confluent-kafka 2.16.1 from its wheel, or set TALLYWIRE_BROKER to a Kafka of your own"

_SIGNATURES: Mapping[str, tuple[type | None, tuple[type, ...]]] = {
    "rd_kafka_conf_new": (ctypes.c_void_p, ()),
    "rd_kafka_conf_set": (
        ctypes.c_int,
        (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t),
    ),
    "rd_kafka_new": (
        ctypes.c_void_p,
        (ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t),
    ),
    "rd_kafka_destroy": (None, (ctypes.c_void_p,)),
    "rd_kafka_err2str": (ctypes.c_char_p, (ctypes.c_int,)),
    "rd_kafka_mock_cluster_new": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_int)),
    "rd_kafka_mock_cluster_destroy": (None, (ctypes.c_void_p,)),
    "rd_kafka_mock_cluster_bootstraps": (ctypes.c_char_p, (ctypes.c_void_p,)),
    "rd_kafka_mock_topic_create": (
        ctypes.c_int,
        (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int),
    ),
    "rd_kafka_mock_group_initial_rebalance_delay_ms": (None, (ctypes.c_void_p, ctypes.c_int32)),
}


class EmbeddedBroker:
    """One in-process broker: `with EmbeddedBroker({"articles": 1}) as broker: broker.bootstrap`.

    topics: name -> partitions, created at start. A topic that a client names and nobody created
    springs up with 4 partitions, so create all of them. rebalance_delay_ms: how long a new group
    waits for further members. A stopped broker can be started again, empty.
    """

    def __init__(self, topics: Mapping[str, int], *, rebalance_delay_ms: int = 0) -> None:
        self._topics = dict(topics)
        self._rebalance_delay_ms = rebalance_delay_ms
        self._library: ctypes.CDLL | None = None
        self._handle: int | None = None
        self._cluster: int | None = None

    def start(self) -> None:
        """Bring the broker up and create its topics. Raises NotAvailable."""
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Take the broker down, records and all. Does nothing to a stopped one."""
        library, cluster, handle = self._library, self._cluster, self._handle
        self._library = self._cluster = self._handle = None
        if library is None:
            return
        if cluster:
            library.rd_kafka_mock_cluster_destroy(cluster)
        if handle:
            library.rd_kafka_destroy(handle)

    def _start(self) -> None:
        self._library = library = load(library_paths())
        self._handle = _new_handle(library)
        self._cluster = library.rd_kafka_mock_cluster_new(self._handle, 1)
        if not self._cluster:
            raise NotAvailable("librdkafka could not start its in-process broker", _REMEDY)
        library.rd_kafka_mock_group_initial_rebalance_delay_ms(self._cluster, self._rebalance_delay_ms)
        for name, partitions in self._topics.items():
            self.create_topic(name, partitions)

    @property
    def bootstrap(self) -> str:
        """The broker's address as "127.0.0.1:port". Raises NotAvailable when it is not started."""
        library, cluster = self._running()
        address: bytes = library.rd_kafka_mock_cluster_bootstraps(cluster)
        return address.decode("ascii")

    def create_topic(self, name: str, partitions: int) -> None:
        """Create one topic. Raises NotAvailable when it is there already or the count is not positive."""
        library, cluster = self._running()
        if partitions < 1:   # librdkafka would make a topic that nobody can send to
            why = "it needs at least one"
        else:
            code = library.rd_kafka_mock_topic_create(cluster, name.encode(), partitions, 1)
            why = library.rd_kafka_err2str(code).decode() if code else ""
        if why:
            raise NotAvailable(
                f"the embedded broker did not create topic {name} with {partitions} partitions: {why}",
                "take a name that is not there yet, and one partition or more",
            )

    def _running(self) -> tuple[ctypes.CDLL, int]:
        if self._library is None or not self._cluster:
            raise NotAvailable("the embedded broker is not started", "call start() or use it in a with block")
        return self._library, self._cluster

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def library_paths() -> list[Path]:
    """Where librdkafka may be: the extension module, which is linked to it, then the wheel's own copies."""
    package = importlib.util.find_spec("confluent_kafka")
    if package is None or package.origin is None:
        return []
    home = Path(package.origin).parent
    copies = (home.parent / "confluent_kafka.libs", home / ".dylibs")   # Linux and Windows; macOS
    return [
        *sorted(home.glob("cimpl*")),
        *(path for folder in copies for path in sorted(folder.glob("librdkafka*"))),
    ]


def load(paths: Iterable[Path]) -> ctypes.CDLL:
    """The first library among the paths that has the in-process broker. Raises NotAvailable."""
    for path in paths:
        try:
            library = ctypes.CDLL(str(path))
        except OSError:
            continue   # a stub, or built for another machine: the next one may do
        if hasattr(library, _WANTED):
            _declare(library)
            return library
    raise NotAvailable("librdkafka with its in-process broker was not found", _REMEDY)


def _declare(library: ctypes.CDLL) -> None:
    """Without these, ctypes takes every pointer for a 32-bit int."""
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments


def _new_handle(library: ctypes.CDLL) -> int:
    said = ctypes.create_string_buffer(_ERROR_BYTES)
    conf = library.rd_kafka_conf_new()
    for name, value in _SILENT.items():
        library.rd_kafka_conf_set(conf, name.encode(), value.encode(), said, _ERROR_BYTES)
    handle: int | None = library.rd_kafka_new(_PRODUCER, conf, said, _ERROR_BYTES)
    if not handle:
        raise NotAvailable(f"librdkafka did not start: {said.value.decode(errors='replace')}", _REMEDY)
    return handle
