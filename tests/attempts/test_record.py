"""Attempts written many at a time are what answering them would have made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from quizapp.attempts import queries
from quizapp.attempts.models import Answer, AttemptItem
from quizapp.attempts.operations.record import RecordedAnswer, RecordedAttempt, record_attempts, remember
from quizapp.banks.models import QuestionVersion
from quizapp.core.kinds import content_from
from quizapp.history.queries import attempts_of, facts_of
from quizapp.history.queries.facts import FactStanding
from quizapp.practice.models import Memory
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db
from tests.learning import Learner, right_response, wrong_response
from tests.small_bank import NOW


def recorded(learner: Learner, *, wrong: set[int]) -> list[RecordedAnswer]:
    query = (
        select(QuestionVersion)
        .join(EditionItem, EditionItem.version_id == QuestionVersion.id)
        .join(Edition, Edition.id == EditionItem.edition_id)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .where(Quiz.slug == "exam")
        .order_by(EditionItem.position)
    )
    answers = []
    for number, version in enumerate(db.session.scalars(query), start=1):
        content = content_from(version.kind, version.content)
        answers.append(
            RecordedAnswer(version.id, wrong_response(content) if number in wrong else right_response(content))
        )
    return answers


def record(learner: Learner, *, wrong: set[int]) -> None:
    def act() -> None:
        edition = db.session.scalars(select(Edition.id).join(Quiz).where(Quiz.slug == "exam")).one()
        sitting = RecordedAttempt(learner.id, NOW, NOW + timedelta(minutes=5), recorded(learner, wrong=wrong))
        assert record_attempts(edition, [sitting]) == 1
        remember(learner.id)

    learner.doing(act)


def marks_of(learner: Learner, attempt: int) -> list[tuple[Any, ...]]:
    query = (
        select(AttemptItem.version_id, Answer.points, Answer.out_of, Answer.verdict, Answer.response)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(AttemptItem.attempt_id == attempt)
        .order_by(AttemptItem.position)
    )
    return learner.reading(lambda: [tuple(row) for row in db.session.execute(query)])


def known_to(learner: Learner) -> list[FactStanding]:
    known = learner.reading(lambda: facts_of(learner.id))
    return [*known.strong, *known.weak]


def standing(one: FactStanding) -> FactStanding:
    """How a fact stands, whichever answer says so: a record has its questions in an order of its own."""
    return replace(one, attempt_id=0, number=0)


def test_a_record_is_what_answering_makes(ana: Learner, ben: Learner) -> None:
    taken = ana.take("exam", wrong={2, 3})
    record(ben, wrong={2, 3})
    past = ben.reading(lambda: attempts_of(ben.id))
    assert marks_of(ben, past[0].id) == marks_of(ana, taken)
    assert past[0].percent == ana.reading(lambda: attempts_of(ana.id))[0].percent
    result = ben.reading(lambda: queries.result(past[0].id, ben.id))
    assert (result.mistakes, result.points) == (2, Decimal(6))
    assert ben.reading(lambda: queries.explanation(past[0].id, 1, ben.id)).mark.verdict == "right"
    assert [standing(one) for one in known_to(ana)] == [standing(one) for one in known_to(ben)]
    memories = ben.reading(lambda: db.session.scalars(select(Memory).where(Memory.learner_id == ben.id)).all())
    assert len(memories) == 8
