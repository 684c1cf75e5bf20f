"""Archived articles from files, folders and standard input: what `replay`, `rehearse` and `extract` read.

In: paths (.txt, .json, .jsonl, folders of them, or "-"). Out: articles in reading order, and for
every one that cannot be read a BadInput saying where and why; reading always goes on. An archive
of JSON lines may be larger than the memory. docs/articles.md is the user's view.

Not guaranteed: that ids are unique. Two .txt files of one name in two folders are one article to
everything behind this module.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Literal

from schemas.article import Article
from streams.article_formats import LONGEST, BadInput, Located, Reader

__all__ = ["SUFFIXES", "BadInput", "Located", "locate_articles", "read_articles"]

SUFFIXES = (".txt", ".json", ".jsonl")
_REMEDY = "give .txt, .json or .jsonl files, a folder of them, or - for standard input"


def read_articles(
    paths: Sequence[Path | Literal["-"]],
    stdin: BinaryIO,
    *,
    published_at: datetime | None = None,
    longest: int = LONGEST,
) -> Iterator[Article | BadInput]:
    """The articles of all paths, in their order; a folder's files sorted by path.

    published_at dates those that give no date themselves, which a .txt never does. longest: bytes
    of the longest line, .txt or .json read. Raises nothing for any content whatsoever, nor for
    files that are missing or may not be read.
    """
    for found in locate_articles(paths, stdin, published_at=published_at, longest=longest):
        yield found.article if isinstance(found, Located) else found


def locate_articles(
    paths: Sequence[Path | Literal["-"]],
    stdin: BinaryIO,
    *,
    published_at: datetime | None = None,
    longest: int = LONGEST,
) -> Iterator[Located | BadInput]:
    """As read_articles, with the place of each."""
    for path in paths:
        if path == "-":
            yield from Reader("standard input", published_at, longest).anything(stdin)
            continue
        for file in _files(Path(path)):
            if isinstance(file, BadInput):
                yield file
            else:
                yield from _read(file, Reader(str(file), published_at, longest))


def _files(path: Path) -> Iterator[Path | BadInput]:
    try:
        if path.is_dir():
            yield from _files_in(path)
        elif path.exists() and path.suffix.lower() not in SUFFIXES:
            yield _bad_file(path, f"is {path.suffix or 'a file without a suffix'}")
        else:
            yield path
    except OSError as error:
        yield _bad_file(path, _said(error))


def _files_in(folder: Path) -> Iterator[Path | BadInput]:
    unreadable: list[OSError] = []
    found: list[Path] = []
    for root, folders, names in os.walk(folder, onerror=unreadable.append):
        # Hidden ones are other programs' (.git; the ._name.txt that macOS leaves beside a name.txt).
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            Path(root, name) for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
        ]
    for error in unreadable:
        yield _bad_file(Path(error.filename), _said(error))
    if not found and not unreadable:
        yield _bad_file(folder, "holds no .txt, .json or .jsonl file")
    yield from sorted(found)


def _read(path: Path, reader: Reader) -> Iterator[Located | BadInput]:
    formats: dict[str, Callable[[BinaryIO], Iterator[Located | BadInput]]] = {
        ".txt": reader.text, ".json": reader.document, ".jsonl": reader.lines,
    }
    try:
        with path.open("rb") as stream:
            yield from formats.get(path.suffix.lower(), reader.lines)(stream)
    except OSError as error:
        yield _bad_file(path, _said(error))
    except ValueError as error:   # a NUL in the name
        yield _bad_file(path, str(error))


def _bad_file(path: Path, reason: str) -> BadInput:
    return BadInput(file=str(path), line=None, path="$", reason=reason, remedy=_REMEDY)


def _said(error: OSError) -> str:
    words = error.strerror or str(error)
    return words[:1].lower() + words[1:]
