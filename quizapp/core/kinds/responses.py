"""What a learner answered; every index is of the content, never of a position shown."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Self

from .fields import Fields, read_flag, read_index, read_text


class Response(ABC):
    """One answer as given."""

    __slots__ = ()

    @classmethod
    @abstractmethod
    def from_data(cls, data: object) -> Self:
        """Read a stored answer strictly."""

    @abstractmethod
    def data(self) -> dict[str, object]:
        """The answer as plain values."""


def read_right(value: object, path: str) -> int | None:
    """The index of a right side, or nothing where none was chosen."""
    return None if value is None else read_index(value, path)


@dataclass(frozen=True, slots=True)
class Chosen(Response):
    """The one option chosen."""

    option: int

    @classmethod
    def from_data(cls, data: object) -> Chosen:
        """Read the option chosen."""
        return cls(Fields(data, "", "option").need("option", read_index))

    def data(self) -> dict[str, object]:
        """The option as a plain value."""
        return {"option": self.option}


@dataclass(frozen=True, slots=True)
class Ticked(Response):
    """The options ticked."""

    options: frozenset[int]

    @classmethod
    def from_data(cls, data: object) -> Ticked:
        """Read the options ticked."""
        return cls(frozenset(Fields(data, "", "options").many("options", read_index, needed=True)))

    def data(self) -> dict[str, object]:
        """The options as a sorted list."""
        return {"options": sorted(self.options)}


@dataclass(frozen=True, slots=True)
class Judged(Response):
    """Whether the statement was taken for true."""

    value: bool

    @classmethod
    def from_data(cls, data: object) -> Judged:
        """Read the judgement."""
        return cls(Fields(data, "", "value").need("value", read_flag))

    def data(self) -> dict[str, object]:
        """The judgement as a plain value."""
        return {"value": self.value}


@dataclass(frozen=True, slots=True)
class Typed(Response):
    """The text as it was typed."""

    text: str

    @classmethod
    def from_data(cls, data: object) -> Typed:
        """Read the text typed."""
        return cls(Fields(data, "", "text").need("text", read_text))

    def data(self) -> dict[str, object]:
        """The text as a plain value."""
        return {"text": self.text}


@dataclass(frozen=True, slots=True)
class Matched(Response):
    """For each pair the index of the right side chosen in `rights()`, or None."""

    rights: tuple[int | None, ...]

    @classmethod
    def from_data(cls, data: object) -> Matched:
        """Read the right sides chosen."""
        return cls(Fields(data, "", "rights").many("rights", read_right, needed=True))

    def data(self) -> dict[str, object]:
        """The right sides as a list."""
        return {"rights": list(self.rights)}


@dataclass(frozen=True, slots=True)
class Arranged(Response):
    """The items' indexes in the order they were put."""

    order: tuple[int, ...]

    @classmethod
    def from_data(cls, data: object) -> Arranged:
        """Read the order given."""
        return cls(Fields(data, "", "order").many("order", read_index, needed=True))

    def data(self) -> dict[str, object]:
        """The order as a list."""
        return {"order": list(self.order)}
