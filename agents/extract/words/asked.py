"""Asked: a view of an object that is made when first asked for, and then kept in its place.

As functools.cached_property, which in Python 3.11 takes a lock each time; a sentence has ten such views, and
is read by one thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class when_asked(Generic[T]):  # stands where property does, and reads like it
    """A decorator of a method without arguments, whose answer never changes."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> when_asked[T]: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> when_asked[T] | T:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._make(instance)
        return value
