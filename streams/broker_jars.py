"""What a local Kafka is made of: the machine's Java, and Kafka's jars as Maven resolves them.

In: kafka-pom.xml beside this module. Out: the path of a Java that is new enough, and a folder of
jars, fetched once into a cache and then used without Maven.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from schemas.errors import NotAvailable

OLDEST_JAVA = 17            # Kafka 4's broker (KIP-1013)
_VERSION_SECONDS = 30
_MAVEN_SECONDS = 900        # 45 MB over a slow line
_LONGEST_REASON = 300       # characters of what Maven says

_SAID_VERSION = re.compile(r'version "(?P<first>\d+)(?:\.(?P<second>\d+))?')
_GET_JAVA = f"install Java {OLDEST_JAVA} or later, so that `java -version` says so"
_GET_MAVEN = "install Maven, so that `mvn -version` answers; it is needed once, to fetch Kafka's jars"


def find_java(search_path: str | None = None) -> Path:
    """The `java` on the search path (PATH by default). Raises NotAvailable when missing or too old."""
    found = shutil.which("java", path=search_path)
    if found is None:
        raise NotAvailable("Apache Kafka needs Java, and there is no `java` on the PATH", _GET_JAVA)
    asked = subprocess.run(
        [found, "-version"], capture_output=True, text=True, timeout=_VERSION_SECONDS, check=False
    )
    version = java_version(asked.stderr + asked.stdout)
    if asked.returncode or version is None:   # macOS has a `java` that only says where to get one
        raise NotAvailable(f"{found} does not run", _GET_JAVA)
    if version < OLDEST_JAVA:
        raise NotAvailable(f"{found} is Java {version}, too old for Apache Kafka", _GET_JAVA)
    return Path(found)


def java_version(said: str) -> int | None:
    """The feature release in what `java -version` says: 17 of "17.0.15", 8 of "1.8.0_412"."""
    match = _SAID_VERSION.search(said)
    if match is None:
        return None
    first, second = int(match["first"]), match["second"]
    return int(second) if first == 1 and second else first


def pom() -> bytes:
    """The list of what to resolve."""
    return resources.files("streams").joinpath("kafka-pom.xml").read_bytes()


def kafka_version() -> str:
    """The version of Apache Kafka that we run, which stands in the pom."""
    version = ElementTree.fromstring(pom()).findtext("properties/kafka.version")
    assert version is not None, "kafka-pom.xml lost its kafka.version"
    return version


def default_cache() -> Path:
    """Where jars stay between runs."""
    return Path.home() / ".cache" / "tallywire"


def resolve_jars(
    cache: Path, tell: Callable[[str], None] = lambda line: None, search_path: str | None = None
) -> Path:
    """The folder of Kafka's jars below `cache`, fetched with Maven unless the cache holds them.

    tell is given a line before a fetch, which may take minutes. The folder appears whole or not at
    all, so two processes may fetch at once. Raises NotAvailable without Maven or when it fails.
    """
    folder = cache / f"kafka-{kafka_version()}"
    if _holds(folder):
        return folder
    maven = shutil.which("mvn", path=search_path)
    if maven is None:
        raise NotAvailable("Apache Kafka's jars are not there yet, and no `mvn` is on the PATH", _GET_MAVEN)
    tell(f"fetching Apache Kafka {kafka_version()} with Maven into {folder}, once (about 45 MB)")
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{folder.name}.", dir=cache) as scratch:
        fetched = Path(scratch) / "jars"
        fetched.mkdir()
        (fetched / "pom.xml").write_bytes(pom())
        _run_maven(maven, fetched, search_path)
        _put_in_place(fetched, folder)
    return folder


def _holds(folder: Path) -> bool:
    """Whether the folder was fetched by the pom of today; a changed pom is fetched again."""
    try:
        return (folder / "pom.xml").read_bytes() == pom()
    except FileNotFoundError:
        return False


def _run_maven(maven: str, folder: Path, search_path: str | None) -> None:
    environment = dict(os.environ) if search_path is None else {**os.environ, "PATH": search_path}
    try:
        done = subprocess.run(
            [maven, "--batch-mode", "--quiet", "--file", "pom.xml", "dependency:copy-dependencies",
             "-DincludeScope=runtime", f"-DoutputDirectory={folder}"],
            cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=_MAVEN_SECONDS, check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _not_fetched(f"it was not done after {_MAVEN_SECONDS} s") from error
    if done.returncode:
        said = (done.stdout + done.stderr).strip() or f"exit code {done.returncode}"
        raise _not_fetched(said.splitlines()[0][:_LONGEST_REASON])


def _not_fetched(why: str) -> NotAvailable:
    return NotAvailable(
        f"Maven could not fetch Apache Kafka {kafka_version()}: {why}",
        "check the network; mirrors and proxies are set in ~/.m2/settings.xml",
    )


def _put_in_place(fetched: Path, folder: Path) -> None:
    """Move what was fetched to its final name. Whoever comes second finds the first one's work."""
    if folder.exists() and not _holds(folder):
        shutil.rmtree(folder)
    try:
        fetched.rename(folder)
    except OSError:
        if not _holds(folder):
            raise
