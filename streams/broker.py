"""Apache Kafka itself on this machine, without Docker: one node, KRaft, on loopback only.

In: a data folder and a port. Out: a running broker at 127.0.0.1, its log in data/kafka.log, and on
stop a controlled shutdown that leaves no Java behind. Started again on the same folder, it still has
its topics and records.

Needs Java; needs Maven once (streams/broker_jars.py). Runs on Linux and macOS. One node keeps one
copy of everything: fine for development, tests and benchmarks, not for what must not be lost.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kafka.admin import KafkaAdminClient
from kafka.errors import KafkaError

from schemas.errors import NotAvailable
from streams import broker_child
from streams.broker_jars import default_cache, find_java, kafka_version, resolve_jars
from streams.broker_place import free_port, fresh_log, lock_folder, note_pid, tail
from streams.broker_settings import new_cluster_id, write_settings

HOST = "127.0.0.1"
READY_SECONDS = 120         # a start takes 3 s on an idle machine; a loaded one may need much longer
STOP_SECONDS = 30           # a controlled shutdown takes 0.3 s
FORMAT_SECONDS = 60
_ATTEMPT_SECONDS = 0.1      # how long one look at the starting broker may wait
_ANSWER_MS = 5_000          # for a broker that accepts connections to answer a request
_HEAP = "512m"

class LocalKafka:
    """One local broker: `with LocalKafka(Path("kafka-data")) as kafka: kafka.bootstrap`.

    data: made if missing; one running broker a folder. port: None takes a free one. search_path:
    where to look for java and mvn, instead of PATH. settings: Kafka's own, to add to ours or replace
    them; lists of listeners are added to. tell: is given a line before anything slow.
    Start it from a thread that lives as long as the broker shall: Linux ends it with that thread.
    """

    def __init__(
        self, data: Path, port: int | None = None, *, cache: Path | None = None,
        search_path: str | None = None, auto_create_topics: bool = False,
        settings: Mapping[str, str] | None = None, tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.data = data.resolve()
        self.port = port or 0
        self._cache = cache
        self._search_path = search_path
        self._auto_create_topics = auto_create_topics
        self._more_settings = dict(settings or {})
        self._tell = tell
        self._lock: int | None = None
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def bootstrap(self) -> str:
        return f"{HOST}:{self.port}"

    @property
    def log(self) -> Path:
        return self.data / "kafka.log"

    @property
    def pid(self) -> int | None:
        """The process id of the broker's Java while it runs."""
        return self._process.pid if self._process else None

    def start(self) -> None:
        """Start and wait until the broker answers requests.

        Raises NotAvailable: no Java, no Maven, the port or the folder taken, or Kafka did not start.
        """
        java = find_java(self._search_path)
        jars = resolve_jars(self._cache or default_cache(), self._tell, self._search_path)
        self.data.mkdir(parents=True, exist_ok=True)
        self._lock = lock_folder(self.data)
        try:
            self.port = free_port(HOST, self.port)
            write_settings(
                self.data, HOST, self.port, free_port(HOST, 0), self._auto_create_topics, self._more_settings
            )
            with fresh_log(self.log) as log:
                self._format(java, jars, log)
                self._process = self._spawn(java, jars, log)
            note_pid(self._lock, self._process.pid)
            self._await_ready(self._process)
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Controlled shutdown; killed after 30 s, or at once when interrupted. Nothing if stopped."""
        process, lock = self._process, self._lock
        self._process = self._lock = None
        try:
            if process is not None:
                _end(process)
        finally:
            if lock is not None:
                os.close(lock)

    def wait(self) -> None:
        """Return never, unless interrupted. Raises NotAvailable when the broker ends by itself."""
        if self._process is None:
            raise NotAvailable("the broker is not started", "call start() or use it in a with block")
        self._process.wait()
        raise self._ended(self._process)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _format(self, java: Path, jars: Path, log: IO[bytes]) -> None:
        """Give a new data folder its cluster id. A folder that has one is left as it is."""
        if (self.data / "log" / "meta.properties").exists():
            return
        done = subprocess.run(
            _command(java, jars, "kafka.tools.StorageTool", "format", "--config", "server.properties",
                     "--cluster-id", new_cluster_id()),
            cwd=self.data, stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=FORMAT_SECONDS,
            check=False,
        )
        if done.returncode:
            raise NotAvailable(
                f"Apache Kafka could not format {self.data}: {tail(self.log)}",
                "choose an empty folder, or see that this one can be written",
            )

    def _spawn(self, java: Path, jars: Path, log: IO[bytes]) -> subprocess.Popen[bytes]:
        assert self._lock is not None
        command = _command(java, jars, "kafka.Kafka", "server.properties")
        return subprocess.Popen(
            [sys.executable, "-I", "-S", str(broker_child.__file__), str(os.getpid()), *command],
            cwd=self.data, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            start_new_session=True,     # a Ctrl-C of the terminal is ours to pass on
            pass_fds=(self._lock,),     # whichever of us lives longer keeps the folder locked
        )

    def _await_ready(self, process: subprocess.Popen[bytes]) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not _answers(self.port):
            if time.monotonic() > deadline:
                raise NotAvailable(
                    f"Apache Kafka did not answer on {self.bootstrap} within {READY_SECONDS} s",
                    f"read {self.log}",
                )
            try:
                process.wait(_ATTEMPT_SECONDS)
            except subprocess.TimeoutExpired:
                continue
            raise self._ended(process)

    def _ended(self, process: subprocess.Popen[bytes]) -> NotAvailable:
        return NotAvailable(
            f"Apache Kafka ended by itself with exit code {process.returncode}: {tail(self.log)}",
            f"read {self.log}",
        )


def run_broker(data: Path, port: int, out: IO[str]) -> int:
    """Run a local broker in the foreground until SIGINT or SIGTERM; then 0.

    Says one line on `out` when the broker is ready. Raises NotAvailable as LocalKafka.start does, or
    when the broker ends by itself. To be called from the main thread, as it listens for signals.
    """
    def tell(line: str) -> None:
        out.write(line + "\n")
        out.flush()

    earlier = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        with LocalKafka(data, port, tell=tell) as kafka:
            tell(f"Apache Kafka {kafka_version()} ready on {kafka.bootstrap}, data in {kafka.data};"
                 " stop with Ctrl-C")
            kafka.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        signal.signal(signal.SIGTERM, earlier)
    raise AssertionError("wait() does not return")


def _command(java: Path, jars: Path, *rest: str) -> list[str]:
    return [
        str(java), f"-Xmx{_HEAP}", "-Djava.awt.headless=true", "-XX:+ExitOnOutOfMemoryError",
        "-Dlog4j2.configurationFile=log4j2.properties", "-cp", f"{jars}/*", *rest,
    ]


def _answers(port: int) -> bool:
    """Whether a broker there answers a real request and counts itself among the living."""
    try:
        # kafka-python logs refused connections as errors; they are what we expect at first
        socket.create_connection((HOST, port), timeout=_ATTEMPT_SECONDS).close()
        with KafkaAdminClient(bootstrap_servers=f"{HOST}:{port}", bootstrap_timeout_ms=_ANSWER_MS) as admin:
            brokers = admin.describe_cluster()["brokers"]
    except (OSError, KafkaError):
        return False
    return any(not broker.get("is_fenced", False) for broker in brokers)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        pass
    finally:
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
