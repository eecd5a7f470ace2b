"""Strict reading of one mapping's fields, with the path of each in every complaint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from .malformed import MalformedContent

T = TypeVar("T")
Read = Callable[[object, str], T]

TYPE_WORDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text", list: "a list"}


def describe(value: object) -> str:
    """The type of a value in a word a bank's author knows."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    return TYPE_WORDS.get(type(value), type(value).__name__)


def refuse(path: str, wanted: str, value: object) -> MalformedContent:
    """The complaint that the field at this path holds the wrong type."""
    return MalformedContent(f"The field {path or 'content'} must be {wanted}, not {describe(value)}.")


def read_text(value: object, path: str) -> str:
    """Text, and nothing that only looks like it."""
    if not isinstance(value, str):
        raise refuse(path, "text", value)
    return value


def read_flag(value: object, path: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise refuse(path, "true or false", value)
    return value


def read_index(value: object, path: str) -> int:
    """A whole number from 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(path, "a whole number", value)
    if value < 0:
        raise MalformedContent(f"The field {path} must be 0 or more, not {value}.")
    return value


class Fields:
    """The fields of one mapping; a field outside the known ones is refused at once."""

    def __init__(self, data: object, path: str, *known: str) -> None:
        """Hold the mapping found at this path."""
        if not isinstance(data, Mapping):
            raise refuse(path, "a mapping", data)
        self._data = data
        self._path = path
        for name in data:
            if name not in known:
                raise MalformedContent(
                    f"The field {self.at(str(name))} is not known here; known are {', '.join(known)}."
                )

    def at(self, name: str) -> str:
        """The path of a field, as complaints name it."""
        return f"{self._path}.{name}" if self._path else name

    def need(self, name: str, read: Read[T]) -> T:
        """A field that must be there."""
        if name not in self._data:
            raise MalformedContent(f"The field {self.at(name)} is missing.")
        return read(self._data[name], self.at(name))

    def take(self, name: str, read: Read[T], default: T) -> T:
        """A field that may be left out."""
        return read(self._data[name], self.at(name)) if name in self._data else default

    def maybe(self, name: str, read: Read[T]) -> T | None:
        """A field that may be left out or be empty."""
        return read(self._data[name], self.at(name)) if self._data.get(name) is not None else None

    def many(self, name: str, read: Read[T], *, needed: bool = False) -> tuple[T, ...]:
        """A list, each entry read alike."""
        if needed and name not in self._data:
            raise MalformedContent(f"The field {self.at(name)} is missing.")
        rows = self._data.get(name, [])
        if not isinstance(rows, list | tuple):
            raise refuse(self.at(name), "a list", rows)
        return tuple(read(row, f"{self.at(name)}[{number}]") for number, row in enumerate(rows))


def filled(**fields: object) -> dict[str, object]:
    """The optional fields that hold something, for writing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], False)}
