"""How long attempts took, and which of them count in a stretch of time."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from sqlalchemy import select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.history.queries import item_table, quiz_figures
from quizapp.history.queries.within import Within
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.history.simulated import simulate
from tests.small_bank import NOW

MINUTE, NIGHT = timedelta(minutes=1), timedelta(hours=14)


def figures(within: Within | None = None):  # type: ignore[no-untyped-def]
    quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "exam")).one()
    how = {"within": within} if within else {}
    return quiz_figures(quiz, item_table(quiz, **how), **how)


def test_a_night_is_no_work_and_a_moment_is_no_time(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 3)
        brisk, overnight, brought_in = db.session.scalars(select(Attempt).order_by(Attempt.id)).all()
        brisk.submitted_at = NOW + 6 * MINUTE
        overnight.submitted_at = NOW + NIGHT + 3 * MINUTE
        items = select(AttemptItem.id).where(AttemptItem.attempt_id == overnight.id).order_by(AttemptItem.position)
        for place, item in enumerate(db.session.scalars(items).all()):
            # Four answers in eight minutes in the evening, the rest a minute apart in the morning.
            at = NOW + 2 * (place + 1) * MINUTE if place < 4 else NOW + NIGHT + (place - 4) * MINUTE
            db.session.execute(update(Answer).where(Answer.item_id == item).values(answered_at=at))
        brought_in.submitted_at = brought_in.started_at
    with loaded.app_context():
        found = figures()
    assert (found.n, found.paused) == (3, 1)
    assert found.minutes is not None
    assert found.minutes.n == 2
    # 6 minutes, and 8 + 15 for the pause + 3.
    assert (found.minutes.lower, found.minutes.median, found.minutes.upper) == (11, 16, 21)


def test_what_was_handed_in_within_a_stretch_of_time(loaded: Flask) -> None:
    with loaded.app_context(), transaction():
        simulate("exam", 4, attempts=2)  # handed in after 5 and after 65 minutes
    with loaded.app_context():
        assert figures(Within(NOW, NOW + 65 * MINUTE)).n == 4
        assert figures(Within(NOW + 5 * MINUTE, None)).n == 4
        assert figures(Within(None, NOW + 5 * MINUTE)).n == 0
        quiz = db.session.scalars(select(Quiz.id).where(Quiz.slug == "exam")).one()
        later = Within(NOW + 6 * MINUTE)
        assert {row.figures.n for row in item_table(quiz, within=later)} == {4}
        assert quiz_figures(quiz, item_table(quiz, which="all"), which="all").n == 8
