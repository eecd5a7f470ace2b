"""Everything shown can be computed again from the answers alone."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.reviews import reviews_in
from quizapp.banks.models import QuestionVersion
from quizapp.core.grading import grade
from quizapp.core.kinds import carried, content_from, response_from
from quizapp.history import queries
from quizapp.practice.models import Memory
from quizapp.practice.operations import rebuild_memories
from quizapp.regrading.models import Regrade, Remark
from quizapp.regrading.queries import gains_of, marked_again
from quizapp.storage.database import db
from tests.history.random_terms import Term
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


def marked_anew_by_hand(answer: int, kind: str, content: Any, stored: Any, worth: Decimal) -> tuple[str, Decimal]:
    """The mark of the version answered, then what each regrade that changed it makes of that, in their order."""
    old = content_from(kind, content)
    response = response_from(kind, stored) if stored else None
    mark = grade(old, response)
    verdict, points = str(mark.verdict), mark.earned(worth)
    query = (
        select(Regrade.policy, Remark, QuestionVersion.kind, QuestionVersion.content)
        .join(Remark, Remark.regrade_id == Regrade.id)
        .outerjoin(QuestionVersion, QuestionVersion.id == Regrade.to_version_id)
        .where(Remark.answer_id == answer)
        .order_by(Regrade.id)
    )
    for policy, remark, new_kind, new_content in db.session.execute(query):
        assert (remark.verdict_before, remark.points_before) == (verdict, points)
        if policy == "give_all":
            points = worth
        else:
            other = content_from(new_kind, new_content)
            assert response is not None
            carried_over = carried(old, other, response)
            assert carried_over is not None
            again = grade(other, carried_over)
            gains = again.earned(worth) > points or (again.earned(worth) == points and again.verdict == "right")
            assert policy == "replace" or gains
            verdict, points = again.verdict, again.earned(worth)
        assert (remark.verdict_after, remark.points_after) == (verdict, points)
    return verdict, points


def marks_by_hand(learner: Learner) -> dict[int, list[tuple[str, Decimal]]]:
    """Grade every stored response again, attempt by attempt."""
    query = (
        select(
            Attempt.id,
            Answer.id.label("answer_id"),
            QuestionVersion.kind,
            QuestionVersion.content,
            Answer.response,
            AttemptItem.points,
        )
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .where(Attempt.learner_id == learner.id)
        .order_by(AttemptItem.position)
    )
    found: dict[int, list[tuple[str, Decimal]]] = {}
    for attempt, *answered in db.session.execute(query):
        found.setdefault(attempt, []).append(marked_anew_by_hand(*answered))
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


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_term_of_answering_correcting_judging_anew_and_erasing_all_can_be_recomputed(
    loaded: Flask, seed: int
) -> None:
    term = Term(loaded, seed)
    term.run(120)
    assert term.tess.count(Remark) > 10  # else the dice have shown nothing
    for learner in (*term.learners, *term.left):
        with loaded.app_context():
            by_hand = marks_by_hand(learner)
            past = {row.id: row for row in queries.attempts_of(learner.id)}
            gains = gains_of(learner.id)
        for attempt in (row.id for row in past.values() if row.state == "submitted"):
            result = learner.result(attempt)
            assert [(line.verdict, line.points) for line in result.rows] == by_hand[attempt]
            assert result.points == past[attempt].points == sum(points for _verdict, points in by_hand[attempt])
            changed = learner.reading(lambda attempt=attempt: marked_again(attempt))
            assert gains.get(attempt, 0) == changed.gain
            assert 0 <= result.points - changed.gain <= result.out_of  # what it counted at first
        kept = memories(learner)
        if learner in term.left:
            assert kept == []
        else:
            rebuild(learner)
            assert memories(learner) == kept


def rebuild(learner: Learner) -> None:
    """Let practice learn everything anew."""
    learner.doing(lambda: rebuild_memories(learner.id, reviews_in(Attempt.learner_id == learner.id)))


def memories(learner: Learner) -> list[tuple[Any, ...]]:
    """All that a learner remembers."""
    query = select(Memory.question_id, Memory.state, Memory.due, Memory.misjudged)
    return learner.reading(
        lambda: sorted(tuple(row) for row in db.session.execute(query.where(Memory.learner_id == learner.id)))
    )
