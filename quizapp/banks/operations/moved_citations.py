"""Questions taken along into a newer revision of a document: what a version cited, it goes on citing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.operations.questions import Cited, QuestionDetails, add_version
from quizapp.banks.rules import HIDDEN, RETIRED, is_newest
from quizapp.core.kinds import QuestionDraft, content_from
from quizapp.core.reading.anchors import Anchor
from quizapp.storage.database import db

Place = Callable[[int, int], Anchor | None]


def questions_on(document_id: int, bank_id: int) -> list[int]:
    """Return the ids of a bank's questions that rest on a revision as they stand now."""
    query = (
        select(Question.id)
        .join(QuestionVersion, is_newest())
        .join(Citation, Citation.version_id == QuestionVersion.id)
        .where(Citation.document_id == document_id, Question.bank_id == bank_id, Question.state != HIDDEN)
    )
    return list(db.session.scalars(query.distinct().order_by(Question.id)))


def move_citations(
    question_ids: Sequence[int], place: Place, *, was: int, now_on: int, author_id: int, now: datetime
) -> int:
    """Give questions a version that cites the newer revision, and return how many became stale instead.

    A question is stale where a sentence it rests on has changed; it stays as it is, on the text it was written for.
    """
    query = (
        select(Question, QuestionVersion)
        .join(QuestionVersion, is_newest())
        .where(Question.id.in_(question_ids))
        .with_for_update(of=Question)
    )
    stale = 0
    for question, version in db.session.execute(query).all():
        cited = [_moved(row, place, was=was, now_on=now_on) for row in _citations(version.id)]
        if all(cited):
            details = QuestionDetails(_draft(question, version), question.fact_id, [row for row in cited if row])
            add_version(question, details, author_id=author_id, now=now)
        elif question.stale_at is None:
            question.stale_at = now
            stale += question.state != RETIRED
    db.session.flush()
    return stale


def _citations(version_id: int) -> Iterable[Citation]:
    return db.session.scalars(select(Citation).where(Citation.version_id == version_id).order_by(Citation.position))


def _moved(row: Citation, place: Place, *, was: int, now_on: int) -> Cited | None:
    if row.document_id != was:
        anchor: Anchor | None = Anchor(row.start, row.end, row.exact, row.prefix, row.suffix)
        return Cited(row.document_id, anchor, row.role, row.value, row.note)  # type: ignore[arg-type]  # as stored
    anchor = place(row.start, row.end)
    return Cited(now_on, anchor, row.role, row.value, row.note) if anchor else None  # type: ignore[arg-type]  # as stored


def _draft(question: Question, version: QuestionVersion) -> QuestionDraft:
    return QuestionDraft(
        id=question.key,
        kind=version.kind,
        tier=question.tier,
        fact="",
        slot=question.slot,
        stem=version.stem,
        content=content_from(version.kind, version.content),
        explanation=version.explanation,
        overrides=version.overrides,
        doubt=question.doubt,
        source=version.source,
    )
