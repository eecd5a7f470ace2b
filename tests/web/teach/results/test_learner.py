"""One learner of a class beside the others, and what the class page says of those worth a look."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from flask import Flask
from sqlalchemy import func, select, update

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment
from tests.history.simulated import simulate
from tests.small_bank import NOW
from tests.web.browser import Browser


def three_more_assignments(improver: int) -> None:
    """Let the class take the quiz again as other assignments; one of them begins with nothing and ends with all."""
    first = db.session.scalars(select(Assignment)).one()
    db.session.execute(update(Answer).where(of(improver)).values(points=Decimal(0), verdict="wrong"))
    learners = list(db.session.scalars(select(Attempt.learner_id).distinct().order_by(Attempt.learner_id)))
    for turn in range(1, 4):
        more = Assignment(quiz_id=first.quiz_id, class_id=first.class_id, feedback="",
                          opens_at=NOW + timedelta(days=turn), created_at=NOW)  # fmt: skip
        db.session.add(more)
        db.session.flush()
        known = db.session.scalar(select(func.max(Attempt.id))) or 0
        simulate("exam", len(learners), seed=100 + turn)
        for attempt, learner in zip(
            db.session.scalars(select(Attempt).where(Attempt.id > known).order_by(Attempt.id)), learners, strict=True
        ):
            attempt.learner_id, attempt.assignment_id = learner, more.id
    later = of(improver) & AttemptItem.attempt_id.in_(select(Attempt.id).where(Attempt.assignment_id != first.id))
    ids = select(Answer.id).join(AttemptItem, AttemptItem.id == Answer.item_id).where(later)
    db.session.execute(update(Answer).where(Answer.id.in_(ids)).values(points=Decimal(1), verdict="right", sure=True))


def of(learner: int):  # type: ignore[no-untyped-def]
    items = (
        select(AttemptItem.id).join(Attempt, Attempt.id == AttemptItem.attempt_id).where(Attempt.learner_id == learner)
    )
    return Answer.item_id.in_(items)


def test_who_improved_is_named_on_the_class_page_and_told_on_their_own(
    loaded: Flask, tess: Browser, statements: list[str]
) -> None:
    with loaded.app_context(), transaction():
        room = db.session.scalars(select(Assignment.class_id)).one()
        improver = db.session.scalars(select(Attempt.learner_id).order_by(Attempt.id)).first() or 0
        other = db.session.scalars(select(Attempt.learner_id).order_by(Attempt.id.desc())).first() or 0
    path = f"/teach/results/classes/{room}/learners/{improver}"
    before = tess.get(path).text
    assert "First attempts at 1 quiz so far" in before
    assert "Sure and not sure" not in before
    with loaded.app_context(), transaction():
        three_more_assignments(improver)
    statements.clear()
    page = tess.get(path).text
    assert len(statements) <= 14
    assert "<b>Has come up</b>" in page
    assert "What was missed" in page
    assert "By document" in page
    assert 'What was missed <span class="quiet">in best attempts' in page
    assert "Sure and not sure" in page
    assert "lies before the first one" in tess.get(f"{path}?from=2026-03-02&to=2026-03-01").text
    statements.clear()
    gradebook = tess.get(f"/teach/results/classes/{room}?counts=last").text
    assert len(statements) <= 8
    assert f'href="{path}?counts=last"' in gradebook
    assert "Worth a look" in gradebook
    assert "has come up by about" in gradebook
    with loaded.app_context():
        name = db.session.get_one(Person, improver).display_name
    line = tess.get(f"/teach/classes/{room}").text.partition("Worth a look in the gradebook")[2].partition("</p>")[0]
    assert f"<bdi>{name}</bdi>" in line, line
    assert "No clear change" in tess.get(f"/teach/results/classes/{room}/learners/{other}").text


def test_more_tries_at_one_quiz_are_seen_and_so_is_who_is_surer_than_right(loaded: Flask, tess: Browser) -> None:
    with loaded.app_context(), transaction():
        first = db.session.scalars(select(Assignment)).one()
        learner = db.session.scalars(select(Attempt.learner_id).order_by(Attempt.id)).first() or 0
        known = db.session.scalar(select(func.max(Attempt.id))) or 0
        simulate("exam", 1, seed=9, attempts=2)
        later = Attempt.id > known
        db.session.execute(update(Attempt).where(later).values(learner_id=learner, assignment_id=first.id))
        items = select(AttemptItem.id).join(Attempt, Attempt.id == AttemptItem.attempt_id)
        every, again = (
            Answer.item_id.in_(items.where(Attempt.learner_id == learner, *more)) for more in ((), (later,))
        )
        db.session.execute(update(Answer).where(every).values(points=Decimal(0), verdict="wrong", sure=True))
        db.session.execute(update(Answer).where(again).values(points=Decimal(1), verdict="right"))
        room = first.class_id
    path = f"/teach/results/classes/{room}/learners/{learner}"
    page = tess.get(path).text
    assert "Three attempts at The exam quiz: 0, 100, 100&nbsp;%. <b>Has come up</b> by about" in page
    assert "surer than right" not in page
    with loaded.app_context(), transaction():
        three_more_assignments(learner)
        db.session.execute(update(Answer).where(of(learner)).values(points=Decimal(0), verdict="wrong", sure=True))
    page = tess.get(f"{path}?counts=first").text
    assert "Was sure of 32 answers, 0 of them right: surer than right." in page
    with loaded.app_context(), transaction():
        alone = Attempt.assignment_id.in_(select(Assignment.id).order_by(Assignment.id).offset(2))
        db.session.execute(update(Attempt).where(alone, Attempt.learner_id != learner).values(assignment_id=None))
    assert "First attempts at 2 quizzes that others handed in too: from three on" in tess.get(path).text
