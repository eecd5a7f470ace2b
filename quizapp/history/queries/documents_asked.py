"""Which documents a class was asked about, and how well it knows them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Citation
from quizapp.documents.models import Document
from quizapp.history.queries.counted import FINISHED, as_points
from quizapp.history.queries.within import EVER, Within
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment

MOST_DOCUMENTS = 12


@dataclass(frozen=True, slots=True)
class AskedDocument:
    """A document that a class was asked about: how many answers there are, and the share of the points won."""

    document_id: int
    title: str
    answers: int
    share: float | None


def documents_asked(class_id: int, *, within: Within = EVER) -> tuple[AskedDocument, ...]:
    """Return the documents that what is set to a class asks about, by finished attempts, the weakest first."""
    cited = select(Citation.version_id, Citation.document_id).where(Citation.role == "key").distinct().subquery()
    share = func.sum(as_points(Answer.points)) / func.nullif(func.sum(as_points(Answer.out_of)), 0.0)
    query = (
        select(Document.id, Document.title, func.count(), share)
        .join(cited, cited.c.document_id == Document.id)
        .join(AttemptItem, AttemptItem.version_id == cited.c.version_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .join(Assignment, Assignment.id == Attempt.assignment_id)
        .where(Assignment.class_id == class_id, Attempt.state.in_(FINISHED), *within.holds(Attempt.submitted_at))
        .group_by(Document.id, Document.title)
        .order_by(share, Document.id)
    )
    return tuple(
        AskedDocument(document, title, answers, None if won is None else float(won))
        for document, title, answers, won in db.session.execute(query.limit(MOST_DOCUMENTS))
    )
