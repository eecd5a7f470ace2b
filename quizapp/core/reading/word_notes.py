"""The footnotes and endnotes of a Word file: numbered where they are called, written at the end of a section."""

from collections.abc import Sequence
from typing import Any

from lxml import etree

from quizapp.core.reading.word_text import PARAGRAPH, UNREAD, W, style_of, text_of

_CALLS = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}
_NOTES = (W + "footnote", W + "endnote")
_HEADINGS = ("Heading", "Title", "berschrift", "Titel", "Titre", "Rubrik")


class Notes:
    """The notes of a document, each written after the last paragraph of the section that calls it."""

    def __init__(self, part: Any) -> None:
        self._texts = {(kind, name): text for kind in _CALLS.values() for name, text in _texts(part, kind)}
        self._waiting: list[str] = []
        self._count = 0

    def number(self, element: Any) -> None:
        """Put a number such as [1] where a paragraph calls a note, and keep the note for the section's end."""
        for call in list(element.iter(*_CALLS)):
            text = self._texts.get((_CALLS[call.tag], call.get(W + "id") or ""), "")
            if text and not any(above.tag in UNREAD for above in call.iterancestors()):
                self._count += 1
                self._waiting.append(f"[{self._count}] {text}")
                call.addnext(_words(f"[{self._count}]"))

    def due_before(self, element: Any) -> Sequence[str]:
        """Return the notes to write before a heading begins another section."""
        heading = element.tag == PARAGRAPH and any(name in style_of(element) for name in _HEADINGS)
        return self.due() if heading else ()

    def due(self) -> Sequence[str]:
        """Return the notes that were called and not yet written."""
        due, self._waiting = self._waiting, []
        return due


def _texts(part: Any, kind: str) -> list[tuple[str, str]]:
    """Return the notes of one kind by the name that calls them; Word keeps the lines above notes as typed ones."""
    found = [rel.target_part.blob for rel in part.rels.values() if rel.reltype.endswith(f"/{kind}")]
    notes = [note for blob in found for note in etree.fromstring(blob).iter(*_NOTES)]
    return [(note.get(W + "id") or "", _text(note)) for note in notes if note.get(W + "type") in {None, "normal"}]


def _text(note: Any) -> str:
    return " ".join(" ".join(text_of(paragraph) for paragraph in note.iter(PARAGRAPH)).split())


def _words(text: str) -> Any:
    element = etree.Element(W + "t")
    element.text = text
    return element
