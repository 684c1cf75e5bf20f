"""What a command says: records on standard output, words for people on standard error.

In: records and lines. Out: with --json one object a line, and nothing else on standard output.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

import click

from streams.archive import BadInput

T = TypeVar("T")


def print_record(record: Any, as_json: bool, line: Any) -> None:
    """A record as JSON, or as the line that `line` makes of it."""
    if as_json:
        print_json(record)
    else:
        click.echo(line(record))


def printed(records: Iterable[T], as_json: bool, line: Any) -> Iterator[T]:
    """The same records, each printed as it passes."""
    for record in records:
        print_record(record, as_json, line)
        yield record


def print_json(*parts: Any) -> None:
    """One object of several: the fields of the first, then of the next."""
    from streams.codecs import encode_merged

    sys.stdout.buffer.write(encode_merged(*parts) + b"\n")
    sys.stdout.buffer.flush()


def tell_bad(rejected: Sequence[BadInput]) -> None:
    for bad in rejected:
        say(str(bad))


def say(line: str) -> None:
    click.echo(line, err=True)
