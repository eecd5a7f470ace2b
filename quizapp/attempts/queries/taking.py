"""Whether a learner may take a quiz, and what an attempt started now counts for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest

from sqlalchemy import exists, func, select

from quizapp.attempts.models import Attempt
from quizapp.attempts.rules import SUBMITTED, WITHHELD
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, Quiz
from quizapp.quizzes.rules import EVERYONE, LINK, is_published
from quizapp.storage.database import db
from quizapp.teaching.queries.openings import Opening, State, best_opening, openings


@dataclass(frozen=True, slots=True)
class Taking:
    """How a learner may take a quiz: as it is set to a class, or freely where opening is None."""

    quiz_id: int
    opening: Opening | None
    state: State
    used: int  # attempts that count against those allowed
    is_told: bool  # what was held back has been shown: another attempt would only copy it


def taking(quiz_id: int, learner_id: int | None, *, now: datetime, secret: str = "") -> Taking:
    """Return how a learner, or a visitor who is none yet, may take a quiz; NoSuchQuiz where it is not for them."""
    query = select(Quiz.audience, Quiz.link_secret).join(Edition, Edition.quiz_id == Quiz.id)
    row = db.session.execute(query.where(Quiz.id == quiz_id, is_published())).one_or_none()
    if row is None:
        raise NoSuchQuiz
    opening = best_opening(openings(learner_id, quiz_id), now) if learner_id is not None else None
    if opening is not None and opening.state(now) == "open":
        return _taking(quiz_id, learner_id, opening, "open")
    if row.audience == EVERYONE or (row.audience == LINK and _has_link(quiz_id, learner_id, row.link_secret, secret)):
        return _taking(quiz_id, learner_id, None, "open")
    if opening is None:
        raise NoSuchQuiz
    return _taking(quiz_id, learner_id, opening, opening.state(now))


def quiz_of_link(secret: str) -> int:
    """Return the quiz that a link's secret opens; NoSuchQuiz where it opens none, or none any more."""
    query = (
        select(Quiz.id)
        .join(Edition, Edition.quiz_id == Quiz.id)
        .where(Quiz.link_secret == secret, Quiz.audience.in_((LINK, EVERYONE)), is_published())
    )
    quiz_id = db.session.scalar(query)
    if quiz_id is None:
        raise NoSuchQuiz
    return quiz_id


def _taking(quiz_id: int, learner_id: int | None, opening: Opening | None, state: State) -> Taking:
    """What is set to a class is counted by itself; results that were held back end it once they are shown."""
    told = (Attempt.state == SUBMITTED) & Attempt.feedback.in_(WITHHELD)
    query = (
        select(func.count(Attempt.id), func.count(Attempt.id).filter(told))
        .join(Edition, Edition.id == Attempt.edition_id)
        .where(Edition.quiz_id == quiz_id, Attempt.learner_id == learner_id)
        .where(Attempt.assignment_id == (opening.assignment_id if opening else None))
    )
    used, shown = (0, 0) if learner_id is None else db.session.execute(query).one()
    return Taking(quiz_id, opening, state, used, is_told=bool(shown))


def _has_link(quiz_id: int, learner_id: int | None, right: str | None, given: str) -> bool:
    """Whoever took the quiz once had its link, and may come back without it."""
    if right and given and compare_digest(right.encode(), given.encode()):
        return True
    taken = exists().where(
        Attempt.learner_id == learner_id, Attempt.edition_id == Edition.id, Edition.quiz_id == quiz_id
    )
    return learner_id is not None and bool(db.session.scalar(select(taken)))
