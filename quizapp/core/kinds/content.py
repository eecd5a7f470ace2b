"""What every kind of question can do."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from random import Random
from typing import ClassVar, Self

from .citation import Citation


class Content(ABC):
    """The part of a question that its kind decides: options, key, accepted answers."""

    __slots__ = ()
    kind: ClassVar[str]

    @classmethod
    @abstractmethod
    def from_data(cls, data: object) -> Self:
        """Read content strictly; MalformedContent names the field that is amiss."""

    @abstractmethod
    def data(self) -> dict[str, object]:
        """The content as plain values, empty fields left out."""

    @abstractmethod
    def key_text(self) -> str:
        """The key as a person reads it."""

    @abstractmethod
    def problems(self, stem: str) -> list[str]:
        """What is amiss in the content's shape, one sentence each."""

    def draw_order(self, rng: Random) -> tuple[int, ...]:
        """The order in which to show the parts that are shuffled; empty where nothing is."""
        return ()

    def citations(self) -> tuple[Citation, ...]:
        """Every citation that stands inside the content."""
        return ()


def present(citations: Iterable[Citation | None]) -> tuple[Citation, ...]:
    """The citations that are there."""
    return tuple(citation for citation in citations if citation)


def shuffled(count: int, rng: Random) -> tuple[int, ...]:
    """A random order of so many parts."""
    order = list(range(count))
    rng.shuffle(order)
    return tuple(order)
