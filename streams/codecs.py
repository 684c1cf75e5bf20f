"""Bytes to schemas and back: orjson reads and writes, msgspec checks and names the bad field.

In: the bytes of a record. Out: one of our dataclasses, or InvalidInput with the path to what is
wrong. Every topic and every `--json` line passes through here.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec
import orjson

from schemas.article import Article
from schemas.errors import InvalidInput

T = TypeVar("T")

_AT_PATH = re.compile(r"^(?P<reason>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.DOTALL)
_MISSING = re.compile(r"^Object missing required field `(?P<field>[^`]+)`$")
_DATE_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")


def encode(record: Any) -> bytes:
    """A dataclass as one line of JSON: fields in their declared order, times in UTC with a Z."""
    return orjson.dumps(record, option=orjson.OPT_UTC_Z)


def decode(data: bytes, kind: type[T]) -> T:
    """Read one record of a topic of ours. Raises InvalidInput."""
    return convert(parse(data), kind)


def decode_article(data: bytes) -> Article:
    """Read an article as the world sends it: a bare date is taken as midnight UTC. Raises InvalidInput."""
    return article_of(parse(data))


def article_of(raw: Any) -> Article:
    """The same for JSON that is parsed already, as the items of an array are. Raises InvalidInput."""
    if isinstance(raw, dict):
        published = raw.get("published_at")
        if isinstance(published, str) and _DATE_ONLY.fullmatch(published):
            raw["published_at"] = f"{published}T00:00:00Z"
    return convert(raw, Article)


def parse(data: bytes) -> Any:
    """JSON bytes as plain values. Raises InvalidInput naming the column where reading stopped."""
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise InvalidInput(
            "$", f"not JSON: {error}", 'write one object, as {"id": "a1", "body": "..."}'
        ) from error


def convert(raw: Any, kind: type[T]) -> T:
    """Plain values as one of our dataclasses. Raises InvalidInput with the path to the bad field."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        found = _AT_PATH.match(str(error))
        reason, path = (found["reason"], found["path"] or "$") if found else (str(error), "$")
        missing = _MISSING.match(reason)
        if missing:
            path, reason = f"{path}.{missing['field']}", "is missing"
        said = reason[:1].lower() + reason[1:]
        raise InvalidInput(path, said, "`tallywire topics` prints the schema") from error


def encode_merged(*parts: Any) -> bytes:
    """Several objects as one: the fields of the first, then of the next."""
    if len(parts) == 1:
        return encode(parts[0])
    merged: dict[str, Any] = {}
    for part in parts:
        merged |= part if isinstance(part, dict) else orjson.loads(encode(part))
    return encode(merged)
