"""The Java and the jars that a local Kafka is made of."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from schemas.errors import NotAvailable
from streams.broker_jars import find_java, java_version, kafka_version, pom, resolve_jars


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15', 17),
        ('java version "1.8.0_412"', 8),
        ('openjdk version "25" 2025-09-16', 25),
        ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "21.0.3" 2024-04-16', 21),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", None),
    ],
)
def test_the_feature_release_is_read_from_what_java_says(said: str, version: int | None) -> None:
    assert java_version(said) == version


def test_a_java_that_is_too_old_is_named_with_its_version(tmp_path: Path) -> None:
    _command(tmp_path / "java", "echo 'openjdk version \"11.0.2\"' >&2")
    with pytest.raises(NotAvailable, match=r"is Java 11, too old.*install Java 17"):
        find_java(str(tmp_path))


def test_a_java_that_does_not_run_counts_as_missing(tmp_path: Path) -> None:
    _command(tmp_path / "java", "echo 'Unable to locate a Java Runtime.' >&2; exit 1")
    with pytest.raises(NotAvailable, match="does not run"):
        find_java(str(tmp_path))


def test_without_maven_it_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(NotAvailable, match="install Maven"):
        resolve_jars(tmp_path / "cache", search_path=str(tmp_path))


def test_what_the_cache_holds_needs_no_maven(tmp_path: Path) -> None:
    folder = tmp_path / f"kafka-{kafka_version()}"
    folder.mkdir()
    (folder / "pom.xml").write_bytes(pom())
    assert resolve_jars(tmp_path, search_path=str(tmp_path)) == folder


def test_jars_of_another_pom_are_fetched_anew(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / f"kafka-{kafka_version()}"
    folder.mkdir(parents=True)
    (folder / "pom.xml").write_text("<project/>")
    _command(tmp_path / "mvn", 'for last; do :; done; : > "${last#*=}/new.jar"')
    said: list[str] = []
    assert resolve_jars(tmp_path / "cache", said.append, _path(tmp_path)) == folder
    assert (folder / "new.jar").exists()
    assert [line.split(" with ")[0] for line in said] == [f"fetching Apache Kafka {kafka_version()}"]


def test_a_fetch_that_fails_says_why_and_leaves_nothing_in_the_cache(tmp_path: Path) -> None:
    _command(tmp_path / "mvn", "echo '[ERROR] no route to the mirror'; exit 1")
    with pytest.raises(NotAvailable, match="no route to the mirror"):
        resolve_jars(tmp_path / "cache", search_path=_path(tmp_path))
    assert list((tmp_path / "cache").iterdir()) == []


def _command(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def _path(folder: Path) -> str:
    """The folder first, then where the shell is."""
    shell = shutil.which("sh")
    assert shell
    return f"{folder}:{Path(shell).parent}"
