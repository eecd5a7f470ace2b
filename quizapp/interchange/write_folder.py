"""A bank written as a folder: what is read from it again is the same bank."""

from __future__ import annotations

from pathlib import Path

from quizapp.core.generation.questions import write_questions
from quizapp.interchange.bank_folder import BANK, FACTS, QUESTIONS, BankFolder
from quizapp.interchange.questions_file import draft_row, questions_text
from quizapp.interchange.yaml_file import write_yaml


def write_bank(root: Path, bank: BankFolder) -> Path:
    """Write a bank into a new folder of its slug under `root`, and return the folder."""
    folder = root / bank.entry.slug
    folder.mkdir(parents=True)
    for document in bank.documents:
        place = folder / document.entry.file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(document.data)
    _write(folder / BANK, write_yaml(bank.entry.data()))
    _write(folder / FACTS, write_yaml({"facts": [], **bank.facts.data()}))
    _write(folder / QUESTIONS, _questions(bank))
    return folder


def _questions(bank: BankFolder) -> str:
    """Questions that the facts give say so in their header; others are not to be overwritten by `generate`."""
    if write_questions(bank.facts) == bank.drafts:
        return questions_text(bank.drafts, folder=f"questions/{bank.entry.slug}")
    return write_yaml({"questions": [draft_row(draft) for draft in bank.drafts]})


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
