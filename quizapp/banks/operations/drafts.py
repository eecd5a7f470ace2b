"""New questions of a bank, each with its first version and what it rests on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert, select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.operations.questions import QuestionDetails, citation_row
from quizapp.core.kinds import content_data
from quizapp.storage.database import db


def keep_drafts(
    bank_id: int,
    details: Sequence[QuestionDetails],
    *,
    state: str,
    author_id: int | None,
    now: datetime,
    source: str = "",
) -> list[int]:
    """Add questions that the bank does not have yet, in one state, and return their ids in the same order.

    Their keys must be free. author_id None means that the program drafted them; source names where a question without
    a document comes from.
    """
    if not details:
        return []
    db.session.execute(insert(Question), [_question_row(bank_id, one, state) for one in details])
    questions = _ids_by_key(bank_id, [one.draft.id for one in details])
    made: dict[str, object] = {"author_id": author_id, "created_at": now}
    made |= {"source": source} if source else {}
    said = [_version_row(questions[one.draft.id], one) | made for one in details]
    db.session.execute(insert(QuestionVersion), said)
    _cite(questions, details)
    return [questions[one.draft.id] for one in details]


def _ids_by_key(bank_id: int, keys: Sequence[str]) -> dict[str, int]:
    """Read after a plain insert: SQLite gives ids back in order only row by row, which takes ten times as long."""
    query = select(Question.key, Question.id).where(Question.bank_id == bank_id, Question.key.in_(keys))
    return {row.key: row.id for row in db.session.execute(query)}


def _cite(questions: Mapping[str, int], details: Sequence[QuestionDetails]) -> None:
    query = select(QuestionVersion.question_id, QuestionVersion.id).where(
        QuestionVersion.question_id.in_(questions.values()), QuestionVersion.number == 1
    )
    versions = {row.question_id: row.id for row in db.session.execute(query)}
    rows = [
        citation_row(versions[questions[one.draft.id]], position, cited)
        for one in details
        for position, cited in enumerate(one.cited)
    ]
    if rows:
        db.session.execute(insert(Citation), rows)


def _question_row(bank_id: int, details: QuestionDetails, state: str) -> dict[str, object]:
    draft = details.draft
    return {
        "bank_id": bank_id,
        "key": draft.id,
        "fact_id": details.fact_id,
        "slot": draft.slot,
        "tier": draft.tier,
        "doubt": draft.doubt,
        "state": state,
        "version_number": 1,
    }


def _version_row(question_id: int, details: QuestionDetails) -> dict[str, object]:
    draft = details.draft
    return {
        "question_id": question_id,
        "number": 1,
        "kind": draft.kind,
        "stem": draft.stem,
        "content": content_data(draft.content),
        "explanation": draft.explanation,
        "overrides": dict(draft.overrides),
        "content_hash": details.content_hash,
        "source": draft.source,
    }
