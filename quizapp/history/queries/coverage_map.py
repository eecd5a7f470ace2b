"""A document shaded by how much it is asked and how well it is known: where to teach again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, func, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.models import Bank, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, may_read_bank
from quizapp.core.statistics.passages import (
    AskedPlace,
    AskedQuestion,
    PassageFigures,
    asked_questions,
    passage_figures,
)
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.history.queries.counted import as_points
from quizapp.history.queries.seen import seen_attempts
from quizapp.history.queries.suspects import all_suspects
from quizapp.history.queries.within import EVER, Within
from quizapp.regrading.queries import waiting_answers
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class MapQuestion:
    """A question that was answered, how it asks, and why its marks are in doubt; empty where they are not."""

    figures: AskedQuestion
    stem: str
    kind: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class MapPassage:
    """A passage of the map with its words."""

    text: str
    paragraph: int
    kind: str  # sentence, line, heading
    figures: PassageFigures
    asked_by: tuple[
        MapQuestion, ...
    ] = ()  # the answered questions on it, the weakest first, where it is to teach again


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """One page of a document's map; weakest lists what to teach again, the weakest first, of the whole document."""

    document_id: int
    title: str
    language: str
    passages: tuple[MapPassage, ...]
    weakest: tuple[MapPassage, ...]
    doubted: tuple[MapQuestion, ...]  # answered, and left out of all figures: their key is to be looked at first
    asked: int  # passages that questions rest on
    total: int  # passages that could be
    questions: int  # on the document; copies are one
    answered: int  # of them
    answers: int
    page: int
    pages: int


PAGE_SIZE = 400  # passages
MOST_WEAK = 12
MOST_QUESTIONS = 6
CORRECTED = "It was corrected, and answers wait to be judged anew."


def coverage_map(
    document_id: int,
    teacher_id: int,
    *,
    now: datetime,
    class_id: int | None = None,
    within: Within = EVER,
    page: int = 1,
) -> CoverageMap:
    """Return a document's map over the attempts that a teacher may see: of one class of hers, or of all.

    Questions whose key is suspect, or was corrected without its answers being judged anew, count for nothing.
    """
    document, rows = _text(document_id)
    doubts = _doubts(teacher_id, now)
    found = db.session.execute(_asked(document_id, teacher_id, class_id, within)).all()
    asked = [_place(row, doubts) for row in found]
    said = {row.id: (row.stem, row.kind) for row in found}
    questions, answered = asked_questions(asked)
    passages = _drawn(document.text, rows, asked)
    pages = max(1, -(-len(passages) // PAGE_SIZE))
    page = min(max(1, page), pages)
    sentences = [row for row in passages if row.kind != "heading"]
    return CoverageMap(
        document_id=document_id,
        title=document.title,
        language=document.language,
        passages=passages[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        weakest=_weakest(passages, said),
        doubted=tuple(_question(one, said, doubts) for one in answered if one.is_doubted),
        asked=sum(row.figures.questions > 0 for row in sentences),
        total=len(sentences),
        questions=questions,
        answered=len(answered),
        answers=sum(one.answers for one in answered),
        page=page,
        pages=pages,
    )


def _drawn(text: str, rows: Sequence[Row[int, int, int, str]], asked: Sequence[AskedPlace]) -> tuple[MapPassage, ...]:
    figures = passage_figures([(row.start, row.end) for row in rows], asked)
    return tuple(
        MapPassage(text[row.start : row.end], row.paragraph, row.kind, one)
        for row, one in zip(rows, figures, strict=True)
    )


def _text(document_id: int) -> tuple[Row[str, str, str], Sequence[Row[int, int, int, str]]]:
    """A document's title, language and text, and where its passages stand; NoSuchDocument where there is none."""
    document = db.session.execute(
        select(Document.title, Document.language, Document.text).where(Document.id == document_id)
    ).one_or_none()
    if document is None:
        raise NoSuchDocument
    query = select(Passage.start, Passage.end, Passage.paragraph, Passage.kind)
    rows = db.session.execute(query.where(Passage.document_id == document_id).order_by(Passage.position))
    return document, rows.all()


def _doubts(teacher_id: int, now: datetime) -> dict[int, str]:
    """Why the marks of a question are in doubt, by its id."""
    waiting = {one.question_id: CORRECTED for one in waiting_answers(teacher_id, now=now)}
    return {one.question_id: one.advice for one in all_suspects(teacher_id, now=now)} | waiting


def _place(row: Any, doubts: Mapping[int, str]) -> AskedPlace:
    says = f"{row.kind} {' '.join(row.stem.casefold().split())}"
    figures = row.answers, float(row.points), float(row.out_of)
    return AskedPlace(row.start, row.end, row.id, *figures, says, row.id in doubts)


def _question(one: AskedQuestion, said: Mapping[int, tuple[str, str]], doubts: Mapping[int, str]) -> MapQuestion:
    return MapQuestion(one, *said[one.question_id], doubts.get(one.question_id, ""))


def _weakest(passages: Sequence[MapPassage], said: Mapping[int, tuple[str, str]]) -> tuple[MapPassage, ...]:
    weak = [row for row in passages if row.figures.level == "weak"]
    weakest = sorted(weak, key=lambda row: (row.figures.share or 0.0, row.figures.start))[:MOST_WEAK]
    return tuple(
        replace(row, asked_by=tuple(_question(one, said, {}) for one in row.figures.answered[:MOST_QUESTIONS]))
        for row in weakest
    )


def _asked(document_id: int, teacher_id: int, class_id: int | None, within: Within) -> Select[*tuple[Any, ...]]:
    """Every key quote of an accepted question that she may read, with the answers to any version of the question."""
    answered = _answered(teacher_id, class_id, within).subquery()
    return (
        select(
            Citation.start,
            Citation.end,
            Question.id,
            QuestionVersion.kind,
            QuestionVersion.stem,
            func.coalesce(answered.c.answers, 0).label("answers"),
            func.coalesce(answered.c.points, 0.0).label("points"),
            func.coalesce(answered.c.out_of, 0.0).label("out_of"),
        )
        .join(QuestionVersion, QuestionVersion.id == Citation.version_id)
        .join(
            Question,
            (Question.id == QuestionVersion.question_id) & (Question.version_number == QuestionVersion.number),
        )
        .join(Bank, Bank.id == Question.bank_id)
        .outerjoin(answered, answered.c.question_id == Question.id)
        .where(Citation.document_id == document_id, Citation.role == "key", Question.state == ACCEPTED)
        .where(may_read_bank(teacher_id))
    )


def _answered(teacher_id: int, class_id: int | None, within: Within) -> Select[*tuple[Any, ...]]:
    """The answers to each question, counted from the attempts she may see to them: whatever else is stored stays."""
    seen = seen_attempts(teacher_id, class_id=class_id, within=within)
    return (
        select(
            QuestionVersion.question_id,
            func.count().label("answers"),
            func.sum(as_points(Answer.points)).label("points"),
            func.sum(as_points(Answer.out_of)).label("out_of"),
        )
        .select_from(seen)
        .join(AttemptItem, AttemptItem.attempt_id == seen.c.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .group_by(QuestionVersion.question_id)
    )
