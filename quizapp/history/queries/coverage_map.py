"""A document shaded by how much it is asked and how well it is known: where to teach again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select, union

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Bank, Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, may_read_bank
from quizapp.core.statistics.passages import AskedPlace, PassageFigures, passage_figures
from quizapp.documents.errors import NoSuchDocument
from quizapp.documents.models import Document, Passage
from quizapp.history.queries.counted import FINISHED, as_points
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment, Class


@dataclass(frozen=True, slots=True)
class MapPassage:
    """A passage of the map with its words."""

    text: str
    paragraph: int
    kind: str  # sentence, line, heading
    figures: PassageFigures


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


def coverage_map(document_id: int, teacher_id: int, *, class_id: int | None = None, page: int = 1) -> CoverageMap:
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
    asked = [AskedPlace(*row) for row in db.session.execute(_asked(document_id, teacher_id, class_id))]
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
    return tuple(sorted(weak, key=lambda row: (row.figures.share or 0.0, row.figures.start))[:MOST_WEAK])


def _asked(document_id: int, teacher_id: int, class_id: int | None) -> Select[*tuple[Any, ...]]:
    """Every key quote of an accepted question that she may read, with the answers to any version of the question."""
    answered = _answered(teacher_id, class_id).subquery()
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


def _answered(teacher_id: int, class_id: int | None) -> Select[*tuple[Any, ...]]:
    """The answers to each question, counted from the attempts she may see to them: whatever else is stored stays."""
    seen = _seen(teacher_id, class_id).cte("seen")
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


def _seen(teacher_id: int, class_id: int | None) -> Any:
    """The finished attempts of one class of hers; or of all of them, and those at her quizzes."""
    finished = select(Attempt.id).where(Attempt.state.in_(FINISHED))
    of_class = (
        finished.join(Assignment, Assignment.id == Attempt.assignment_id)
        .join(Class, Class.id == Assignment.class_id)
        .where(Class.owner_id == teacher_id)
    )
    if class_id is not None:
        return of_class.where(Class.id == class_id)
    of_quiz = (
        finished.join(Edition, Edition.id == Attempt.edition_id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .where(Quiz.owner_id == teacher_id)
    )
    return union(of_class, of_quiz)
