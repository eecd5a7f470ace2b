"""One right option among several."""

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
class Choice(Content):
    """Options of which exactly one is right."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]

    @classmethod
    def from_data(cls, data: object) -> Choice:
        """Read the options strictly."""
        return cls(Fields(data, "", "options").many("options", Option.from_data, needed=True))

    def data(self) -> dict[str, object]:
        """The options as plain values."""
        return {"options": [option.data() for option in self.options]}

    @property
    def key(self) -> int:
        """The index of the right option."""
        return [option.right for option in self.options].index(True)

    def key_text(self) -> str:
        """The text of the right option."""
        return self.options[self.key].text

    def problems(self, stem: str) -> list[str]:
        """Two or more different options, exactly one of them right."""
        found = text_problems("Option", [option.text for option in self.options])
        if len(self.options) < 2:
            found.append("A choice needs at least two options.")
        rights = sum(option.right for option in self.options)
        if rights != 1:
            found.append(f"A choice has exactly one right option, not {rights}.")
        return found

    def draw_order(self, rng: Random) -> tuple[int, ...]:
        """The options in random order."""
        return shuffled(len(self.options), rng)

    def citations(self) -> tuple[Citation, ...]:
        """What the options cite."""
        return present(option.citation for option in self.options)
