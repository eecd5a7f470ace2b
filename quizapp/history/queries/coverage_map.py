"""A document shaded by how much it is asked and how well it is known: where to teach again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, func, select

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.models import Bank, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, is_newest, may_read_bank
from quizapp.core.statistics.passages import AskedPlace, PassageFigures, passage_figures
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.history.queries.counted import as_points
from quizapp.history.queries.seen import seen_attempts
from quizapp.history.queries.within import EVER, Within
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class MapPassage:
    """A passage of the map with its words."""

    text: str
    paragraph: int
    kind: str  # sentence, line, heading
    figures: PassageFigures
    asked_by: tuple[tuple[int, str], ...] = ()  # the questions on it, each with its stem, where it is to teach again


@dataclass(frozen=True, slots=True)
class CoverageMap:
    """One page of a document's map; weakest lists what to teach again, the weakest first, of the whole document."""

    document_id: int
    title: str
    language: str
    passages: tuple[MapPassage, ...]
    weakest: tuple[MapPassage, ...]
    asked: int  # passages that are asked
    total: int  # passages that could be
    answers: int
    page: int
    pages: int


PAGE_SIZE = 400  # passages
MOST_WEAK = 12
MOST_QUESTIONS = 6


def coverage_map(
    document_id: int, teacher_id: int, *, class_id: int | None = None, within: Within = EVER, page: int = 1
) -> CoverageMap:
    """Return a document's map over the attempts that a teacher may see: of one class of hers, or of all."""
    document = db.session.execute(
        select(Document.title, Document.language, Document.text).where(Document.id == document_id)
    ).one_or_none()
    if document is None:
        raise NoSuchDocument
    rows = db.session.execute(
        select(Passage.start, Passage.end, Passage.paragraph, Passage.kind)
        .where(Passage.document_id == document_id)
        .order_by(Passage.position)
    ).all()
    asked = [AskedPlace(*row) for row in db.session.execute(_asked(document_id, teacher_id, class_id, within))]
    figures = passage_figures([(row.start, row.end) for row in rows], asked)
    passages = tuple(
        MapPassage(document.text[row.start : row.end], row.paragraph, row.kind, one)
        for row, one in zip(rows, figures, strict=True)
    )
    pages = max(1, -(-len(passages) // PAGE_SIZE))
    page = min(max(1, page), pages)
    sentences = [row for row in passages if row.kind != "heading"]
    return CoverageMap(
        document_id=document_id,
        title=document.title,
        language=document.language,
        passages=passages[(page - 1) * PAGE_SIZE : page * PAGE_SIZE],
        weakest=_weakest(passages),
        asked=sum(row.figures.questions > 0 for row in sentences),
        total=len(sentences),
        answers=sum(place.answers for place in asked),
        page=page,
        pages=pages,
    )


def _weakest(passages: tuple[MapPassage, ...]) -> tuple[MapPassage, ...]:
    weak = [row for row in passages if row.figures.level == "weak"]
    weakest = sorted(weak, key=lambda row: (row.figures.share or 0.0, row.figures.start))[:MOST_WEAK]
    stems = _stems({question for row in weakest for question in row.figures.question_ids[:MOST_QUESTIONS]})
    return tuple(
        replace(row, asked_by=tuple((one, stems[one]) for one in row.figures.question_ids[:MOST_QUESTIONS]))
        for row in weakest
    )


def _stems(question_ids: set[int]) -> dict[int, str]:
    query = (
        select(Question.id, QuestionVersion.stem)
        .join(QuestionVersion, is_newest())
        .where(Question.id.in_(question_ids))
    )
    return {row.id: row.stem for row in db.session.execute(query)}


def _asked(document_id: int, teacher_id: int, class_id: int | None, within: Within) -> Select[*tuple[Any, ...]]:
    """Every key quote of an accepted question that she may read, with the answers to any version of the question."""
    answered = _answered(teacher_id, class_id, within).subquery()
    return (
        select(
            Citation.start,
            Citation.end,
            Question.id,
            func.coalesce(answered.c.answers, 0),
            func.coalesce(answered.c.points, 0.0),
            func.coalesce(answered.c.out_of, 0.0),
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
