"""What learners say is wrong, as the teachers who decide about it see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import aliased

from quizapp.accounts.models import Person
from quizapp.attempts.models import Attempt
from quizapp.banks.models import Question, QuestionVersion
from quizapp.disputes.models import Dispute
from quizapp.disputes.rules import OPEN, UPHELD, WITHDRAWN, disputes, may_decide
from quizapp.regrading.models import Regrade
from quizapp.regrading.rules import ALL
from quizapp.storage.database import db
from quizapp.teaching.models import Class

PAGE_SIZE = 25
MOST_ON_DESK = 6
LATELY = timedelta(days=90)
_learner = aliased(Person, name="learner")


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """One line of a teacher's list."""

    id: int
    question_id: int
    version_id: int
    stem: str
    words: str
    state: str  # open, upheld, declined
    learner: str
    quiz: str
    class_name: str | None
    time_zone: str
    made_at: datetime
    is_judged_anew: bool


@dataclass(frozen=True, slots=True)
class Disputes:
    """One page of the disputes of a state, or of all, with how many there are of each state."""

    rows: tuple[DisputeRow, ...]
    counts: dict[str, int]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class DisputedQuestion:
    """A question with disputes that wait, to be decided or to be put right, and the one that was raised first."""

    question_id: int
    stem: str
    count: int
    first_id: int


def disputes_to_decide(
    person_id: int, *, state: str = "", question_id: int | None = None, page: int = 1, size: int = PAGE_SIZE
) -> Disputes:
    """Return one page of the disputes that a teacher may decide, the open ones first; too far is the last page."""
    which = [may_decide(person_id), Dispute.state != WITHDRAWN]
    # The sum keeps SQLite from beginning with the question: it would go through every answer to it.
    which += [] if question_id is None else [Question.id + 0 == question_id]
    grouped = disputes(Dispute.state, func.count(Dispute.id)).where(*which).group_by(Dispute.state)
    counts: dict[str, int] = {row[0]: row[1] for row in db.session.execute(grouped)}
    total = counts.get(state, 0) if state else sum(counts.values())
    pages = max(1, -(-total // size))
    page = min(max(1, page), pages)
    which += [Dispute.state == state] if state else []
    rows = listed(which, limit=size, offset=(page - 1) * size)
    return Disputes(rows, counts, total, page, pages)


def listed(which: Iterable[ColumnElement[bool]], *, limit: int, offset: int = 0) -> tuple[DisputeRow, ...]:
    """Return disputes as a list shows them: the open ones first, the oldest of those before newer ones."""
    is_open = case((Dispute.state == OPEN, 0), else_=1)
    age = case((Dispute.state == OPEN, Dispute.made_at))
    query = _rows().where(*which).order_by(is_open, age, Dispute.made_at.desc(), Dispute.id)
    return tuple(DisputeRow(*row) for row in db.session.execute(query.limit(limit).offset(offset)))


def disputed_questions(person_id: int) -> tuple[DisputedQuestion, ...]:
    """Return the questions with open disputes that a teacher may decide, those with most first."""
    count = func.count(Dispute.id)
    query = (
        disputes(Question.id, func.max(QuestionVersion.stem), count, func.min(Dispute.id))
        .where(may_decide(person_id), Dispute.state == OPEN)
        .group_by(Question.id)
        .order_by(count.desc(), func.min(Dispute.made_at))
    )
    return tuple(DisputedQuestion(*row) for row in db.session.execute(query.limit(MOST_ON_DESK)))


def upheld_questions(person_id: int, *, now: datetime) -> tuple[DisputedQuestion, ...]:
    """Return the questions with disputes of late that were upheld, and no answers judged anew since they were raised.

    Those with most stand first.
    """
    count = func.count(Dispute.id)
    put_right = select(Regrade.id).where(
        Regrade.from_version_id == QuestionVersion.id,
        Regrade.at >= Dispute.made_at,
        or_(Regrade.scope == ALL, Regrade.by_id == person_id),
    )
    query = (
        disputes(Question.id, func.max(QuestionVersion.stem), count, func.min(Dispute.id))
        .where(may_decide(person_id), Dispute.state == UPHELD, Dispute.made_at > now - LATELY)
        .where(Dispute.regrade_id.is_(None), ~put_right.exists())
        .group_by(Question.id)
        .order_by(count.desc(), func.min(Dispute.made_at))
    )
    return tuple(DisputedQuestion(*row) for row in db.session.execute(query.limit(MOST_ON_DESK)))


def _rows() -> Select[*tuple[Any, ...]]:
    columns = {
        "id": Dispute.id,
        "question_id": Question.id,
        "version_id": QuestionVersion.id,
        "stem": QuestionVersion.stem,
        "words": Dispute.words,
        "state": Dispute.state,
        "learner": _learner.display_name,
        "quiz": Attempt.title,
        "class_name": Class.name,
        "time_zone": func.coalesce(Class.time_zone, "UTC"),
        "made_at": Dispute.made_at,
        "is_judged_anew": Dispute.regrade_id.is_not(None),
    }
    rows = disputes(*(columns[field.name] for field in fields(DisputeRow)))
    return rows.join(_learner, _learner.id == Attempt.learner_id)
