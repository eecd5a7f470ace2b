"""What can be chosen, and the wrong answers that are foreseen, each with why it is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from .citation import Citation, citation_data
from .fields import Fields, filled, read_flag, read_text


@dataclass(frozen=True, slots=True)
class Option:
    """One option; reason and citation say why a distractor is wrong.

    A distractor without a citation says in its reason that the sources do not say this.
    """

    text: str
    right: bool = False
    reason: str = ""
    citation: Citation | None = None

    @classmethod
    def from_data(cls, data: object, path: str = "option") -> Option:
        """Read an option strictly."""
        fields = Fields(data, path, "text", "right", "reason", "citation")
        return cls(
            text=fields.need("text", read_text),
            right=fields.take("right", read_flag, False),
            reason=fields.take("reason", read_text, ""),
            citation=fields.maybe("citation", Citation.from_data),
        )

    def data(self) -> dict[str, object]:
        """The option as plain values."""
        rest = filled(right=self.right, reason=self.reason, citation=citation_data(self.citation))
        return {"text": self.text, **rest}


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A wrong typed answer that is foreseen, with why it is wrong."""

    text: str
    reason: str = ""
    citation: Citation | None = None

    @classmethod
    def from_data(cls, data: object, path: str = "wrong") -> WrongAnswer:
        """Read a foreseen wrong answer strictly."""
        fields = Fields(data, path, "text", "reason", "citation")
        return cls(
            text=fields.need("text", read_text),
            reason=fields.take("reason", read_text, ""),
            citation=fields.maybe("citation", Citation.from_data),
        )

    def data(self) -> dict[str, object]:
        """The wrong answer as plain values."""
        return {"text": self.text, **filled(reason=self.reason, citation=citation_data(self.citation))}


def wrong_data(wrong: tuple[WrongAnswer, ...]) -> list[dict[str, object]]:
    """The plain values of the foreseen wrong answers."""
    return [answer.data() for answer in wrong]
