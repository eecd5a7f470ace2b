"""A statement to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from .citation import Citation, citation_data
from .content import Content, present
from .fields import Fields, filled, read_flag, read_text


@dataclass(frozen=True, slots=True)
class TrueFalse(Content):
    """Whether the stem is true; the correction says what is so when it is false."""

    kind: ClassVar[str] = "true_false"
    key: bool
    correction: str = ""
    citation: Citation | None = None

    @classmethod
    def from_data(cls, data: object) -> TrueFalse:
        """Read the key and the correction strictly."""
        fields = Fields(data, "", "key", "correction", "citation")
        return cls(
            key=fields.need("key", read_flag),
            correction=fields.take("correction", read_text, ""),
            citation=fields.maybe("citation", Citation.from_data),
        )

    def data(self) -> dict[str, object]:
        """The key and the correction as plain values."""
        return {"key": self.key, **filled(correction=self.correction, citation=citation_data(self.citation))}

    def key_text(self) -> str:
        """True or False."""
        return "True" if self.key else "False"

    def problems(self, stem: str) -> list[str]:
        """A false statement says what is so instead."""
        return [] if self.key or self.correction.strip() else ["A false statement needs a correction."]

    def citations(self) -> tuple[Citation, ...]:
        """What the correction cites."""
        return present([self.citation])
