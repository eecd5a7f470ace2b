"""Drafting questions in a child process that can be ended, while whoever waits goes on living."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizapp.core.generation.drafting.bank import DraftDocument
from quizapp.core.generation.entry import Entry, Problem
from quizapp.core.generation.facts import FactFile, read_facts
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.core.reading.anchors import Anchor
from quizapp.core.reading.extracted import Progress, unseen
from quizapp.documents.child_process import ChildBrokeOff, ChildStoodStill, Pulse, answers_of, no_pulse
from quizapp.documents.reading_child import packed
from quizapp.interchange.questions_file import read_drafts

PATIENCE = 60.0  # for one sentence, and for writing all questions at the end
PATIENCE_FOR_A_MEGABYTE = 120.0
_CHILD = "quizapp.interchange.drafting_child"


class DraftingStopped(Exception):
    """Drafting took too long, too much memory or broke off; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """What was drafted, and where every quote in it stands."""

    facts: FactFile
    questions: tuple[QuestionDraft, ...]
    anchors: dict[Citation, Anchor]
    notes: tuple[str, ...]


def draft_in_child(
    documents: Sequence[DraftDocument],
    *,
    title: str,
    seed: int = 0,
    progress: Progress = unseen,
    pulse: Pulse = no_pulse,
    patience: float | None = None,
) -> Drafted:
    """Draft questions from documents in a child process: the same documents, title and seed give the same ones."""
    rows = [{"key": row.key, "title": row.title, "read": packed(row.read)} for row in documents]
    asked = json.dumps({"title": title, "seed": seed, "documents": rows}, ensure_ascii=False).encode() + b"\n"
    waiting = patience or PATIENCE + PATIENCE_FOR_A_MEGABYTE * len(asked) / 1024 / 1024
    with answers_of(_CHILD, asked, patience=waiting, pulse=pulse) as said:
        try:
            return _outcome(said, progress)
        except (ChildBrokeOff, ChildStoodStill):
            raise DraftingStopped(
                "Drafting questions broke off; the text may be no ordinary prose. Upload a part of the document."
            ) from None


def _outcome(said: Iterator[dict[str, Any]], progress: Progress) -> Drafted:
    for line in said:
        if "facts" in line:
            return _read(line)
        if "refused" in line:
            raise DraftingStopped(line["refused"])
        progress(line["done"], line["of"])
    raise ChildBrokeOff


def _read(line: dict[str, Any]) -> Drafted:
    problems: list[Problem] = []
    facts, wrong = read_facts(line["facts"])
    questions = read_drafts(Entry({"questions": line["questions"]}, (), problems)) if line["questions"] else ()
    if wrong or problems:
        raise DraftingStopped(f"What was drafted cannot be read: {(wrong + problems)[0].message}.")
    anchors = {Citation(document, quote): Anchor(*place) for document, quote, *place in line["anchors"]}
    return Drafted(facts, questions, anchors, tuple(line["notes"]))
