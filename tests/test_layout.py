"""The rules of the house that tools do not check."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted(path for package in ("schemas", "agents", "streams") for path in (ROOT / package).rglob("*.py"))
PLAIN = ("msgspec", "xxhash", "ahocorasick_rs")
"""What agents may use beside the standard library: no Kafka, no Faust, no network."""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            yield node.module or ""


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_one_way(path: Path) -> None:
    """schemas <- agents <- streams, and rooms do not know each other."""
    package, *rest = path.relative_to(ROOT).parts
    for module in imports(path):
        top, *below = module.split(".")
        if package == "schemas":
            assert top not in ("agents", "streams")
        if package == "agents":
            assert top != "streams"
            if top == "agents" and len(below) > 1 and len(rest) > 1:
                assert below[0] == rest[0], f"{path} reaches into another room: {module}"
        if package in ("schemas", "agents") and top not in ("schemas", "agents", *PLAIN):
            assert top in sys.stdlib_module_names, f"{path} imports {module}"
        assert top != "tests"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name != "__init__.py":
        assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
    assert len(text.splitlines()) <= 300, f"{path} is two modules"
    assert path.stem not in ("utils", "helpers", "common", "misc", "manager")


@pytest.mark.parametrize("room", ["split", "deduplicate", "extract", "alert", "notify"])
def test_importing_an_agent_brings_neither_faust_nor_kafka(room: str) -> None:
    code = f"import sys, agents.{room}.agent; print([m for m in ('faust', 'kafka', 'aiokafka') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "[]\n"


def test_importing_everything_prints_nothing_and_reads_no_setting() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES if path.name != "__init__.py"
    ]
    code = "; ".join(f"import {module}" for module in modules)
    environment = {**os.environ, "TALLYWIRE_PARTITIONS": "no number"}
    done = subprocess.run(
        [sys.executable, "-W", "error::ResourceWarning", "-c", code], capture_output=True, text=True, cwd=ROOT,
        env=environment, check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_every_module_is_used() -> None:
    """By another module of ours, or as the command line's entry."""
    named = {"streams.cli"}
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ImportFrom):
                named |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    modules = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES if path.name != "__init__.py"
    }
    assert modules - named <= {"streams.broker_child"}   # run as a program of its own
