"""Word lists: the name of a list flows in, its checked rows flow out.

Words are data: each list is `data/<name>.csv` with a header row, lines starting with # for
remarks, and in every row a `source` or a `reason` that says why the word is there. A list is read
when it is first asked for and then kept, so importing a module that uses one opens no file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from schemas.errors import InvalidLexicon

Row = dict[str, str]


def rows(name: str) -> tuple[Row, ...]:
    """The rows of data/<name>.csv in file order; raises as `numbered` does."""
    return tuple(row for _, row in numbered(name))


@cache
def numbered(name: str) -> tuple[tuple[int, Row], ...]:
    """Line number (1-based) and row, in file order, every cell stripped of outer blanks.

    Raises InvalidLexicon when the list is missing, a row lacks or exceeds the header's columns,
    or gives neither source nor reason.
    """
    file = f"{name}.csv"
    try:
        text = (files("agents.extract") / "data" / file).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InvalidLexicon(file, 1, "there is no such word list") from None
    return tuple(parse(file, text.splitlines()))


def parse(file: str, lines: Iterable[str]) -> Iterator[tuple[int, Row]]:
    """Line number and row, for each row of a list given as lines; checks as `numbered` does.

    A cell may hold commas within double quotes, but no line break: a line is a row.
    """
    header: list[str] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            cells = [cell.strip() for cell in next(csv.reader([line], strict=True, skipinitialspace=True))]
        except csv.Error as error:
            raise InvalidLexicon(file, number, f"is not a CSV row ({error})") from error
        if header is None:
            header = _header(file, number, cells)
            continue
        if len(cells) != len(header):
            raise InvalidLexicon(file, number, f"has {len(cells)} columns where the header has {len(header)}")
        row = dict(zip(header, cells, strict=True))
        if not (row.get("source") or row.get("reason")):
            raise InvalidLexicon(file, number, "gives neither source nor reason")
        yield number, row


def check_among(file: str, number: int, row: Row, column: str, allowed: Iterable[str]) -> None:
    """Raises InvalidLexicon unless the row's cell in that column is one of those allowed."""
    known = tuple(allowed)
    if row[column] not in known:
        raise InvalidLexicon(file, number, f"{column} is {row[column]!r}, not one of {', '.join(known)}")


def _header(file: str, number: int, cells: list[str]) -> list[str]:
    if len(set(cells)) != len(cells) or "" in cells:
        raise InvalidLexicon(file, number, "has a header with a blank or repeated column")
    if "source" not in cells and "reason" not in cells:
        raise InvalidLexicon(file, number, "has a header without a source or reason column")
    return cells
