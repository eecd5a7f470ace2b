"""Several right options to tick."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import ClassVar

from .citation import Citation
from .content import Content, present, shuffled
from .fields import Fields
from .folding import text_problems
from .option import Option


@dataclass(frozen=True, slots=True)
class Multiple(Content):
    """Options of which at least one is right and at least one wrong."""

    kind: ClassVar[str] = "multiple"
    options: tuple[Option, ...]

    @classmethod
    def from_data(cls, data: object) -> Multiple:
        """Read the options strictly."""
        return cls(Fields(data, "", "options").many("options", Option.from_data, needed=True))

    def data(self) -> dict[str, object]:
        """The options as plain values."""
        return {"options": [option.data() for option in self.options]}

    @property
    def keys(self) -> frozenset[int]:
        """The indexes of the right options."""
        return frozenset(index for index, option in enumerate(self.options) if option.right)

    def key_text(self) -> str:
        """The texts of the right options."""
        return "; ".join(option.text for option in self.options if option.right)

    def problems(self, stem: str) -> list[str]:
        """Different options, at least one right and at least one wrong."""
        found = text_problems("Option", [option.text for option in self.options])
        if not self.keys:
            found.append("At least one option must be right.")
        if len(self.keys) == len(self.options):
            found.append("At least one option must be wrong.")
        return found

    def draw_order(self, rng: Random) -> tuple[int, ...]:
        """The options in random order."""
        return shuffled(len(self.options), rng)

    def citations(self) -> tuple[Citation, ...]:
        """What the options cite."""
        return present(option.citation for option in self.options)
