"""Apache Kafka itself on this machine, without Docker: one node, KRaft, on loopback only.

In: a data folder and a port. Out: a running broker at 127.0.0.1, its log in data/kafka.log, and on
stop a controlled shutdown that leaves no Java behind. Started again on the same folder, it still has
its topics and records.

Needs Java; needs Maven once (streams/broker_jars.py). Runs on Linux and macOS. One node keeps one
copy of everything: fine for development, tests and benchmarks, not for what must not be lost.
"""

from __future__ import annotations

import base64
import errno
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kafka.admin import KafkaAdminClient
from kafka.errors import KafkaError

from schemas.errors import NotAvailable
from streams import broker_child
from streams.broker_jars import default_cache, find_java, kafka_version, resolve_jars

HOST = "127.0.0.1"
READY_SECONDS = 120         # a start takes 3 s on an idle machine; a loaded one may need much longer
STOP_SECONDS = 30           # a controlled shutdown takes 0.3 s
FORMAT_SECONDS = 60
_ATTEMPT_SECONDS = 0.1      # how long one look at the starting broker may wait
_ANSWER_MS = 5_000          # for a broker that accepts connections to answer a request
_TAIL_LINES = 5             # of the log, in the error when the broker ends by itself
_HEAP = "512m"

_SETTINGS = {
    "process.roles": "broker,controller",
    "node.id": "1",
    "controller.listener.names": "CONTROLLER",
    "listener.security.protocol.map": "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
    "log.dirs": "log",      # relative, as all paths are: the broker runs in its data folder
    # One node holds one copy, and its internal topics need no spreading.
    "offsets.topic.replication.factor": "1",
    "offsets.topic.num.partitions": "1",
    "transaction.state.log.replication.factor": "1",
    "transaction.state.log.min.isr": "1",
    "transaction.state.log.num.partitions": "1",
    "share.coordinator.state.topic.replication.factor": "1",
    "share.coordinator.state.topic.min.isr": "1",
    "share.coordinator.state.topic.num.partitions": "1",
    "group.initial.rebalance.delay.ms": "0",     # the default waits 3 s for members that do not come
    # An archive's records may be years old, so age must not delete them; 1 GiB a partition may.
    "log.retention.ms": "-1",
    "log.retention.bytes": str(1024 ** 3),
    "log.segment.bytes": str(128 * 1024 ** 2),   # what retention by size deletes at a time
    "log.cleaner.dedupe.buffer.size": str(16 * 1024 ** 2),   # the default is a quarter of our heap
}


class LocalKafka:
    """One local broker: `with LocalKafka(Path("kafka-data")) as kafka: kafka.bootstrap`.

    data: made if missing; one running broker a folder. port: None takes a free one. search_path:
    where to look for java and mvn, instead of PATH. tell: is given a line before anything slow.
    Start it from a thread that lives as long as the broker shall: Linux ends it with that thread.
    """

    def __init__(
        self, data: Path, port: int | None = None, *, cache: Path | None = None,
        search_path: str | None = None, auto_create_topics: bool = False,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.data = data.resolve()
        self.port = port or 0
        self._cache = cache
        self._search_path = search_path
        self._auto_create_topics = auto_create_topics
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
        self._lock = _lock(self.data)
        try:
            self.port = _free_port(self.port)
            self._write_settings()
            with _fresh_log(self.log) as log:
                self._format(java, jars, log)
                self._process = self._spawn(java, jars, log)
            _note_pid(self._lock, self._process.pid)
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

    def _write_settings(self) -> None:
        controller = _free_port(0)
        settings = _SETTINGS | {
            "listeners": f"PLAINTEXT://{HOST}:{self.port},CONTROLLER://{HOST}:{controller}",
            "advertised.listeners": f"PLAINTEXT://{HOST}:{self.port}",
            "controller.quorum.voters": f"1@{HOST}:{controller}",
            "auto.create.topics.enable": str(self._auto_create_topics).lower(),
        }
        lines = [f"{name}={value}\n" for name, value in settings.items()]
        (self.data / "server.properties").write_text("".join(lines), encoding="ascii")
        logging = resources.files("streams").joinpath("kafka-log4j2.properties").read_bytes()
        (self.data / "log4j2.properties").write_bytes(logging)

    def _format(self, java: Path, jars: Path, log: IO[bytes]) -> None:
        """Give a new data folder its cluster id. A folder that has one is left as it is."""
        if (self.data / "log" / "meta.properties").exists():
            return
        done = subprocess.run(
            _command(java, jars, "kafka.tools.StorageTool", "format", "--config", "server.properties",
                     "--cluster-id", _new_cluster_id()),
            cwd=self.data, stdin=subprocess.DEVNULL, stdout=log, stderr=log, timeout=FORMAT_SECONDS,
            check=False,
        )
        if done.returncode:
            raise NotAvailable(
                f"Apache Kafka could not format {self.data}: {_tail(self.log)}",
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
            f"Apache Kafka ended by itself with exit code {process.returncode}: {_tail(self.log)}",
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


def _new_cluster_id() -> str:
    """A random id as Kafka writes them: 16 bytes, base64 for URLs. A leading dash would be an option."""
    while True:
        name = base64.urlsafe_b64encode(uuid.uuid4().bytes).rstrip(b"=").decode("ascii")
        if not name.startswith("-"):
            return name


def _lock(data: Path) -> int:
    """Take the folder for this broker. Raises NotAvailable when a running one has it."""
    lock = os.open(data / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.read(lock, 32).decode("ascii", "replace").strip()
        os.close(lock)
        raise NotAvailable(
            f"{data} belongs to a running broker" + (f" (process {holder})" if holder else ""),
            "stop that broker, or choose another folder with --data",
        ) from error
    os.ftruncate(lock, 0)
    return lock


def _note_pid(lock: int, pid: int) -> None:
    os.pwrite(lock, f"{pid}\n".encode("ascii"), 0)


def _free_port(port: int) -> int:
    """The port if it is free, any free one for 0. Raises NotAvailable.

    Not guaranteed: that it is still free when the broker gets to it. If not, the broker ends and says so.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)   # closed connections do not count
        try:
            probe.bind((HOST, port))
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            raise NotAvailable(
                f"port {port} is taken" if taken else f"port {port} cannot be used: {error.strerror}",
                "stop whatever listens there, or choose another with --port",
            ) from error
        free: int = probe.getsockname()[1]
        return free


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


def _fresh_log(path: Path) -> IO[bytes]:
    """A new log for this start. The log before it is kept, as it may say why that broker ended."""
    if path.exists():
        path.replace(path.with_name(path.name + ".1"))
    return path.open("wb")


def _tail(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return " | ".join(line.strip() for line in lines[-_TAIL_LINES:]) or "it said nothing"
