"""Everything shown can be computed again from the answers alone."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.banks.models import QuestionVersion
from quizapp.core.grading import grade
from quizapp.core.kinds import content_from, response_from
from quizapp.history import queries
from quizapp.practice.models import Memory
from quizapp.practice.operations import rebuild_memories
from quizapp.storage.database import db
from tests.learning import Learner


def a_year_of_answers(ana: Learner) -> None:
    """Several quizzes right, wrong, partly and left out, a practice, and two attempts still open."""
    first = ana.take("first", wrong={1, 2})
    ana.wait(days=3)
    ana.answer(ana.practise(first), 1)
    ana.wait(days=30)
    exam = ana.start("exam")
    ana.answer(exam, 1, right=False)
    ana.answer(exam, 1)
    right = ana.right(exam, 7)
    ana.give(exam, 7, type(right)(matched=(None, *right.matched[1:])))
    ana.submit(exam)
    ana.wait(days=1)
    ana.answer(ana.start("timed"), 2, right=False)
    ana.wait(hours=1)
    ana.take("open", wrong={3, 5}, seed="two")
    ana.answer(ana.start("timed"), 2, right=False)
    ana.answer(ana.start("first"), 1)


def marks_by_hand(learner: Learner) -> dict[int, list[tuple[str, Decimal]]]:
    """Grade every stored response again, attempt by attempt."""
    query = (
        select(Attempt.id, QuestionVersion.kind, QuestionVersion.content, Answer.response, AttemptItem.points)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.learner_id == learner.id)
        .order_by(AttemptItem.position)
    )
    found: dict[int, list[tuple[str, Decimal]]] = {}
    for attempt, kind, content, response, worth in db.session.execute(query):
        mark = grade(content_from(kind, content), response_from(kind, response) if response else None)
        found.setdefault(attempt, []).append((mark.verdict, mark.points * worth))
    return found


def test_scores_are_the_sums_of_the_marks_of_the_answers(ana: Learner, ben: Learner) -> None:
    a_year_of_answers(ana)
    with ana.app.app_context():
        by_hand = marks_by_hand(ana)
        past = queries.attempts_of(ana.id)
        trend = {point.attempt_id: point.percent for point in queries.trend(ana.id).points}
    submitted = [row for row in past if row.state == "submitted"]
    assert len(submitted) == 4
    for row in submitted:
        result = ana.result(row.id)
        assert [(line.verdict, line.points) for line in result.rows] == by_hand[row.id]
        points = sum(points for _verdict, points in by_hand[row.id])
        assert result.points == row.points == points
        assert result.percent == row.percent == trend[row.id]
        assert 0 <= points <= result.out_of == row.out_of == len(by_hand[row.id])


def test_memories_are_what_the_answers_make_them(ana: Learner, ben: Learner) -> None:
    a_year_of_answers(ana)
    query = select(Memory.question_id, Memory.state, Memory.due).where(Memory.learner_id == ana.id)
    kept = ana.reading(lambda: sorted(tuple(row) for row in db.session.execute(query)))
    ana.doing(lambda: rebuild_memories(ana.id, reviews_in(Attempt.learner_id == ana.id)))
    assert ana.reading(lambda: sorted(tuple(row) for row in db.session.execute(query))) == kept
    assert len(kept) == 8
