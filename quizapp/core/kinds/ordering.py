"""Things to put in order."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import ClassVar

from .citation import Citation, citation_data
from .content import Content, present, shuffled
from .fields import Fields, filled, read_text
from .folding import text_problems


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """One thing in the order; `when` says its place and is shown only after answering."""

    text: str
    when: str = ""
    citation: Citation | None = None

    @classmethod
    def from_data(cls, data: object, path: str = "item") -> OrderedItem:
        """Read an item strictly."""
        fields = Fields(data, path, "text", "when", "citation")
        return cls(
            text=fields.need("text", read_text),
            when=fields.take("when", read_text, ""),
            citation=fields.maybe("citation", Citation.from_data),
        )

    def data(self) -> dict[str, object]:
        """The item as plain values."""
        return {"text": self.text, **filled(when=self.when, citation=citation_data(self.citation))}


@dataclass(frozen=True, slots=True)
class Ordering(Content):
    """Items that stand in the right order."""

    kind: ClassVar[str] = "ordering"
    items: tuple[OrderedItem, ...]

    @classmethod
    def from_data(cls, data: object) -> Ordering:
        """Read the items strictly."""
        return cls(Fields(data, "", "items").many("items", OrderedItem.from_data, needed=True))

    def data(self) -> dict[str, object]:
        """The items as plain values."""
        return {"items": [item.data() for item in self.items]}

    def key_text(self) -> str:
        """The items, numbered in the right order."""
        return "; ".join(f"{number}. {item.text}" for number, item in enumerate(self.items, 1))

    def problems(self, stem: str) -> list[str]:
        """Three different items or more."""
        found = text_problems("Item", [item.text for item in self.items])
        return found if len(self.items) >= 3 else [*found, "An ordering needs at least three items."]

    def draw_order(self, rng: Random) -> tuple[int, ...]:
        """The items in random order, but never already in the right one."""
        order = shuffled(len(self.items), rng)
        while len(order) > 1 and order == tuple(sorted(order)):
            order = shuffled(len(self.items), rng)
        return order

    def citations(self) -> tuple[Citation, ...]:
        """What the items cite."""
        return present(item.citation for item in self.items)
