"""A bank folder written from drafted questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from quizapp.core.generation.drafting.bank import DraftBank, DraftDocument
from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.interchange.bank_folder import BANK, FACTS, QUESTIONS
from quizapp.interchange.draft_marks import marked
from quizapp.interchange.questions_file import draft_row
from quizapp.interchange.yaml_file import write_yaml

BANK_HEADER = "Drafted by: quizapp draft. Say of each document whose word it is, then cut quizzes from the questions."
FACTS_HEADER = "Drafted by: quizapp draft. Keep, edit or remove facts; then run: quizapp generate"
QUESTIONS_HEADER = """Generated from the documents by: quizapp draft
Questions of the tier 'needs-your-eye' name their doubt; read those before using them."""


@dataclass(frozen=True, slots=True)
class Received:
    """A document as it was handed in: its key in the bank, its file's name, its bytes, its text as read."""

    key: str
    name: str
    data: bytes
    read: ReadDocument

    @property
    def title(self) -> str:
        """The document's own title, or its file's name in words."""
        words = re.sub(r"[_\-\s]+", " ", PurePath(self.name).stem).strip()
        return self.read.title or _heading(self.read) or words


def receive(
    files: Sequence[tuple[str, bytes]], read: Callable[[bytes, str], ReadDocument] = read_document
) -> tuple[Received, ...]:
    """Read documents and give each a key of its own."""
    taken: set[str] = set()
    return tuple(
        Received(free_key(PurePath(name).stem, taken), _file_name(name), data, read(data, name)) for name, data in files
    )


def is_foreign(folder: Path) -> bool:
    """Say whether a folder holds something that no draft has put there."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return False
    bank = folder / BANK
    return not bank.is_file() or not bank.read_bytes().startswith(f"# {BANK_HEADER}".encode())


def to_draft(received: Received) -> DraftDocument:
    """Return a received document as the drafter wants it."""
    return DraftDocument(received.key, received.title, received.read)


def write_folder(folder: Path, title: str, documents: Sequence[Received], bank: DraftBank) -> None:
    """Write bank.yaml, the documents, facts.yaml and questions.yaml; the same drafts give the same bytes."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    written = {_place(document): document.data for document in documents}
    written[FACTS] = _yaml({"facts": [], **bank.facts.data()}, FACTS_HEADER)
    written[QUESTIONS] = _yaml({"questions": [draft_row(draft) for draft in bank.questions]}, QUESTIONS_HEADER)
    for name, content in written.items():
        (folder / name).write_bytes(content)
    data = _bank_data(folder.resolve().name, title, documents)
    head = f"{BANK_HEADER}\n{marked(written, _yaml(data))}"
    (folder / BANK).write_bytes(_yaml(data, head))


def _yaml(data: dict[str, Any], header: str = "") -> bytes:
    return write_yaml(data, header=header).encode()


def _bank_data(slug: str, title: str, documents: Sequence[Received]) -> dict[str, Any]:
    rows = [
        {"key": row.key, "file": _place(row), "title": row.title, "short": row.title, "source": "", "note": ""}
        for row in documents
    ]
    kept = [{name: value for name, value in row.items() if value} for row in rows]
    return {"title": title, "slug": slug, "language": "en", "documents": kept}


def _place(document: Received) -> str:
    return f"documents/{document.key}{PurePath(document.name).suffix.lower()}"


def free_key(stem: str, taken: set[str]) -> str:
    """Return a key made of a file's name that is not taken yet, and take it."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "document"
    key, number = base, 2
    while key in taken:
        key, number = f"{base}-{number}", number + 1
    taken.add(key)
    return key


def _file_name(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name


def _heading(read: ReadDocument) -> str:
    first = read.passages[:1]
    if not first or first[0].kind != "heading":
        return ""
    return " ".join(read.text[first[0].start : first[0].end].split())
