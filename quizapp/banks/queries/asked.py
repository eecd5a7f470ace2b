"""What question versions are called by people and files."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.kinds import Content, content_from
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class AskedVersion:
    """A question version with its question's key in its bank, its stem and its content."""

    version_id: int
    question_id: int
    key: str
    stem: str
    content: Content


def asked_versions(version_ids: Collection[int]) -> dict[int, AskedVersion]:
    """Return these question versions by their ids."""
    query = (
        select(
            QuestionVersion.id,
            Question.id.label("question_id"),
            Question.key,
            QuestionVersion.stem,
            QuestionVersion.kind,
            QuestionVersion.content,
        )
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(QuestionVersion.id.in_(list(version_ids)))
    )
    return {
        row.id: AskedVersion(row.id, row.question_id, row.key, row.stem, content_from(row.kind, row.content))
        for row in db.session.execute(query)
    }
