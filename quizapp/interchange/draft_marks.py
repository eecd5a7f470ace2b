"""What a draft wrote, marked in the head of its bank.yaml, so that edits made since are never written over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from quizapp.interchange.bank_folder import BANK

HEADING = "What was drafted, file by file, so that drafting again does not write over what was edited since:"
_MARK = re.compile(rb"^#   ([^\n]+): ([0-9a-f]{16})$", re.MULTILINE)
_HEAD = re.compile(rb"\A(?:#[^\n]*\n)*")


def marked(files: Mapping[str, bytes], bank: bytes) -> str:
    """Return the lines that mark the files of a draft by name, bank.yaml by what stands under its head."""
    rows = (f"  {name}: {_sum(content)}" for name, content in [*files.items(), (BANK, bank)])
    return "\n".join([HEADING, *rows])


def edited_files(folder: Path) -> tuple[str, ...]:
    """Return which files of a drafted folder are not as they were drafted, those that are gone among them."""
    bank = folder / BANK
    if not bank.is_file():
        return ()
    content = bank.read_bytes().replace(b"\r\n", b"\n")
    body = _HEAD.sub(b"", content)
    head = content[: len(content) - len(body)]
    marks = {name.decode(): mark.decode() for name, mark in _MARK.findall(head)}
    return tuple(_edited(folder, body, marks)) if marks else (BANK,)


def _edited(folder: Path, bank: bytes, marks: Mapping[str, str]) -> Iterator[str]:
    for name, mark in marks.items():
        path = folder / name
        content = bank if name == BANK else path.read_bytes() if path.is_file() else b""
        if _sum(content) != mark:
            yield name


def _sum(content: bytes) -> str:
    """Line ends are folded: a folder that went through another system is not edited by that."""
    return sha256(content.replace(b"\r\n", b"\n")).hexdigest()[:16]
