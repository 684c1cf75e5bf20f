"""Conditions on alerts, as `subscribe --where` takes them: `figure.item=howitzer`, `figure.low>=1000`;
and on rejections, as `rejections --where` does: `stage=split`, `failure.kind=bug`.

In: a condition in words. Out: a Where, which says of a record whether it meets the condition.
A condition is checked against the schema when it is read, so that a misspelt field or an
impossible value is told at once instead of matching nothing for ever.
"""

from __future__ import annotations

import dataclasses
import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from schemas.alert import Alert
from schemas.errors import InvalidCondition
from schemas.party import Party
from schemas.rejection import Rejection

_FORM = re.compile(r"\s*(?P<field>[a-z_.]+)\s*(?P<sign>!=|>=|<=|=|>|<)(?P<value>.*)", re.DOTALL)
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "!=": operator.ne, ">=": operator.ge, "<=": operator.le, ">": operator.gt,
    "<": operator.lt,
}
_EXAMPLES: dict[type, str] = {
    Alert: "write FIELD=VALUE, as kind=new or figure.party=PRK",
    Rejection: "write FIELD=VALUE, as stage=split or failure.kind=bug",
}
_CALLED: dict[type, str] = {Alert: "an alert", Rejection: "a rejection"}
_NULL = "null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """One condition. value is of the field's type; null is None. str() is the condition as written."""

    written: str
    path: tuple[str, ...]
    sign: str
    value: Any

    @classmethod
    def parse(cls, written: str, schema: type = Alert) -> Where:
        """Read `FIELD=VALUE`; the signs are = != >= <= > <. Raises InvalidCondition.

        schema: what the condition is on. FIELD is a dotted path into it. Words are compared without
        regard to case; a party by its id or its name; numbers as numbers ("12,000" is 12000); times as
        times, a bare date being its first moment in UTC. `null` stands for an absent value, which meets no comparison
        but = null and !=.
        """
        found = _FORM.fullmatch(written)
        if not found:
            raise InvalidCondition(written, "is no condition", _EXAMPLES[schema])
        path = tuple(found["field"].split("."))
        kinds = _kinds(written, path, schema)
        value = _value(written, found["value"].strip(), kinds)
        if found["sign"] not in ("=", "!=") and (value is None or not kinds & {int, datetime}):
            raise InvalidCondition(
                written, f"{found['sign']} compares numbers and times only", "write = or !="
            )
        return cls(written=written, path=path, sign=found["sign"], value=value)

    def __str__(self) -> str:
        return self.written

    def met_by(self, record: Any) -> bool:
        held: Any = record
        for name in self.path:
            held = None if held is None else getattr(held, name)
        if isinstance(held, Party):
            equal = self.value is not None and self.value in (held.id.casefold(), held.name.casefold())
            return equal == (self.sign == "=")
        if isinstance(held, str):
            held = held.casefold()
        if (held is None or self.value is None) and self.sign not in ("=", "!="):
            return False
        return _COMPARISONS[self.sign](held, self.value)


def met(conditions: Sequence[Where], record: Any) -> bool:
    """Whether a record meets all of them; it meets none at all."""
    return all(condition.met_by(record) for condition in conditions)


def _kinds(written: str, path: tuple[str, ...], schema: type) -> frozenset[Any]:
    """The types that the field at the path may have."""
    kinds: frozenset[Any] = frozenset({schema})
    for depth, name in enumerate(path):
        inside = next((kind for kind in kinds if dataclasses.is_dataclass(kind)), None)
        hints = get_type_hints(inside) if inside else {}
        if name not in hints:
            unknown = ".".join(path[:depth + 1])
            raise InvalidCondition(written, f"{_CALLED[schema]} has no field {unknown}", _nearest(path, schema))
        kinds = frozenset(_alternatives(hints[name])) | (kinds & {NoneType})   # null above is null below
    if any(get_origin(kind) is tuple for kind in kinds):
        raise InvalidCondition(written, f"{'.'.join(path)} is a list", "write a condition on one value")
    if any(dataclasses.is_dataclass(kind) and kind is not Party for kind in kinds):
        raise InvalidCondition(written, f"{'.'.join(path)} has fields of its own", _nearest(path, schema))
    return kinds


def _alternatives(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for part in get_args(hint):
            yield from _alternatives(part)
    else:
        yield hint


def _nearest(path: tuple[str, ...], schema: type) -> str:
    """The fields that end as the path does or lie below it; else those beside it; else all."""
    fields = [field.split(".") for field in _fields(schema)]
    near = [field for field in fields if path[-1] in field]
    beside = [field for field in fields if len(path) > 1 and field[0] == path[0]]
    return f"it has {', '.join('.'.join(field) for field in near or beside or fields)}"


def _fields(kind: type, above: str = "") -> Iterator[str]:
    for name, hint in get_type_hints(kind).items():
        kinds = list(_alternatives(hint))
        inside = next((one for one in kinds if dataclasses.is_dataclass(one)), None)
        is_list = any(get_origin(one) is tuple for one in kinds)
        if not is_list and (inside is None or inside is Party):
            yield above + name
        if isinstance(inside, type):
            yield from _fields(inside, f"{above}{name}.")


def _value(written: str, text: str, kinds: frozenset[Any]) -> Any:
    words = [word for kind in kinds if get_origin(kind) is Literal for word in get_args(kind)]
    if text == _NULL and NoneType in kinds:
        return None
    if words and text.casefold() not in words:
        raise InvalidCondition(written, f"{text!r} is no value of it", f"it may be {', '.join(words)}")
    if bool in kinds:
        if text.casefold() not in ("true", "false"):
            raise InvalidCondition(written, f"{text!r} is no truth value", "write true or false")
        return text.casefold() == "true"
    if int in kinds:
        try:
            return int(text.replace(",", ""))
        except ValueError:
            raise InvalidCondition(written, f"{text!r} is no whole number", "write it in digits") from None
    if datetime in kinds:
        return _time(written, text)
    return text.casefold()


def _time(written: str, text: str) -> datetime:
    try:
        said = datetime.fromisoformat(text)
        return said.astimezone(UTC) if said.tzinfo else said.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise InvalidCondition(
            written, f"{text!r} is no time", "write 2025-03-28 or 2025-03-28T06:30:00Z"
        ) from None
