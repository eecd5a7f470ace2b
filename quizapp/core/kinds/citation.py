"""Where a claim can be read: a document of the bank and its exact words."""

from __future__ import annotations

from dataclasses import dataclass

from .fields import Fields, read_text


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote, word for word, from the document with this key in the bank."""

    document: str
    quote: str

    @classmethod
    def from_data(cls, data: object, path: str = "citation") -> Citation:
        """Read a citation strictly."""
        fields = Fields(data, path, "document", "quote")
        return cls(fields.need("document", read_text), fields.need("quote", read_text))

    def data(self) -> dict[str, object]:
        """The citation as plain values."""
        return {"document": self.document, "quote": self.quote}


def citation_data(citation: Citation | None) -> dict[str, object] | None:
    """The plain values of a citation that may be absent."""
    return citation.data() if citation else None
