"""Pairs to put together."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import ClassVar

from .citation import Citation, citation_data
from .content import Content, present, shuffled
from .fields import Fields, filled, read_text
from .folding import text_problems
from .option import Option


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands left, and the right side that belongs to it."""

    left: str
    right: str
    citation: Citation | None = None

    @classmethod
    def from_data(cls, data: object, path: str = "pair") -> Pair:
        """Read a pair strictly."""
        fields = Fields(data, path, "left", "right", "citation")
        return cls(
            left=fields.need("left", read_text),
            right=fields.need("right", read_text),
            citation=fields.maybe("citation", Citation.from_data),
        )

    def data(self) -> dict[str, object]:
        """The pair as plain values."""
        return {"left": self.left, "right": self.right, **filled(citation=citation_data(self.citation))}


@dataclass(frozen=True, slots=True)
class Matching(Content):
    """Pairs, and extra right sides that belong to none of them."""

    kind: ClassVar[str] = "matching"
    pairs: tuple[Pair, ...]
    extras: tuple[Option, ...] = ()

    @classmethod
    def from_data(cls, data: object) -> Matching:
        """Read the pairs strictly."""
        fields = Fields(data, "", "pairs", "extras")
        return cls(fields.many("pairs", Pair.from_data, needed=True), fields.many("extras", Option.from_data))

    def data(self) -> dict[str, object]:
        """The pairs as plain values."""
        return {"pairs": [pair.data() for pair in self.pairs], **filled(extras=[row.data() for row in self.extras])}

    def rights(self) -> tuple[str, ...]:
        """The different right sides of the pairs as they first appear, then the extras."""
        return (*dict.fromkeys(pair.right for pair in self.pairs), *(extra.text for extra in self.extras))

    def key(self) -> tuple[int, ...]:
        """For each pair the index of its right side in `rights()`."""
        rights = self.rights()
        return tuple(rights.index(pair.right) for pair in self.pairs)

    def key_text(self) -> str:
        """Each pair in a clause."""
        return "; ".join(f"{pair.left}: {pair.right}" for pair in self.pairs)

    def problems(self, stem: str) -> list[str]:
        """Two pairs or more, different left sides, and extras that belong to no pair."""
        found = text_problems("Left side", [pair.left for pair in self.pairs])
        found += text_problems("Right side", list(self.rights()))
        if len(self.pairs) < 2:
            found.append("A matching needs at least two pairs.")
        if len(self.rights()) < 2:
            found.append("A matching needs at least two different right sides.")
        return found + [f"The extra “{extra.text}” cannot be right." for extra in self.extras if extra.right]

    def draw_order(self, rng: Random) -> tuple[int, ...]:
        """The right sides in random order."""
        return shuffled(len(self.rights()), rng)

    def citations(self) -> tuple[Citation, ...]:
        """What the pairs and extras cite."""
        return present([*(pair.citation for pair in self.pairs), *(extra.citation for extra in self.extras)])
