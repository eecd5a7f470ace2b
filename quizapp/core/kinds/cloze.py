"""A sentence with one gap to fill."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from .citation import Citation
from .content import Content, present
from .fields import Fields, filled, read_flag, read_text
from .option import WrongAnswer, wrong_data
from .short_text import accept_problems

GAP = "____"


@dataclass(frozen=True, slots=True)
class Cloze(Content):
    """Accepted fillings of the stem's one gap; the hint says what sort of thing is missing."""

    kind: ClassVar[str] = "cloze"
    accept: tuple[str, ...]
    hint: str = ""
    wrong: tuple[WrongAnswer, ...] = ()
    slip: bool = True

    @classmethod
    def from_data(cls, data: object) -> Cloze:
        """Read the fillings strictly."""
        fields = Fields(data, "", "accept", "hint", "wrong", "slip")
        return cls(
            accept=fields.many("accept", read_text, needed=True),
            hint=fields.take("hint", read_text, ""),
            wrong=fields.many("wrong", WrongAnswer.from_data),
            slip=fields.take("slip", read_flag, True),
        )

    def data(self) -> dict[str, object]:
        """The fillings as plain values."""
        strict = {} if self.slip else {"slip": False}
        return {"accept": list(self.accept), **filled(hint=self.hint, wrong=wrong_data(self.wrong)), **strict}

    def key_text(self) -> str:
        """The first accepted filling."""
        return self.accept[0]

    def problems(self, stem: str) -> list[str]:
        """One gap in the stem, and fillings that are there and not foreseen as wrong."""
        found = accept_problems(self.accept, self.wrong)
        if re.findall(r"_{2,}", stem) != [GAP]:
            found.append(f"The stem must hold exactly one gap, written {GAP}.")
        return found

    def citations(self) -> tuple[Citation, ...]:
        """What the foreseen wrong fillings cite."""
        return present(row.citation for row in self.wrong)
