"""An answer typed in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .citation import Citation
from .content import Content, present
from .fields import Fields, filled, read_flag, read_text
from .folding import fold
from .option import WrongAnswer, wrong_data


def accept_problems(accept: tuple[str, ...], wrong: tuple[WrongAnswer, ...]) -> list[str]:
    """Sentences for accepted forms that are missing, empty or also foreseen as wrong."""
    if not accept:
        return ["At least one answer must be accepted."]
    found = [f"Accepted answer {n} has no letter or digit." for n, form in enumerate(accept, 1) if not fold(form)]
    found += [
        f"Foreseen wrong answer {n} has no letter or digit." for n, row in enumerate(wrong, 1) if not fold(row.text)
    ]
    taken = {fold(form) for form in accept} - {""}
    return found + [f"“{row.text}” is both accepted and foreseen as wrong." for row in wrong if fold(row.text) in taken]


@dataclass(frozen=True, slots=True)
class ShortText(Content):
    """Accepted answers, the first of them the key as shown; `slip` lets a typing slip pass."""

    kind: ClassVar[str] = "short_text"
    accept: tuple[str, ...]
    wrong: tuple[WrongAnswer, ...] = ()
    slip: bool = True

    @classmethod
    def from_data(cls, data: object) -> ShortText:
        """Read the accepted and the foreseen wrong answers strictly."""
        fields = Fields(data, "", "accept", "wrong", "slip")
        return cls(
            accept=fields.many("accept", read_text, needed=True),
            wrong=fields.many("wrong", WrongAnswer.from_data),
            slip=fields.take("slip", read_flag, True),
        )

    def data(self) -> dict[str, object]:
        """The answers as plain values."""
        strict = {} if self.slip else {"slip": False}
        return {"accept": list(self.accept), **filled(wrong=wrong_data(self.wrong)), **strict}

    def key_text(self) -> str:
        """The first accepted answer."""
        return self.accept[0]

    def problems(self, stem: str) -> list[str]:
        """Accepted answers that are there, readable and not foreseen as wrong."""
        return accept_problems(self.accept, self.wrong)

    def citations(self) -> tuple[Citation, ...]:
        """What the foreseen wrong answers cite."""
        return present(row.citation for row in self.wrong)
