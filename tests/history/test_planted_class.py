"""A class in which one guesses and one improves: the queries say so, as an independent reading of the rows does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import astuple, replace
from datetime import timedelta
from decimal import Decimal
from random import Random

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from quizapp.accounts.models import Person
from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.banks.models import Question, QuestionVersion
from quizapp.core.statistics.guessing import ClosedAnswers
from quizapp.history.queries.attempts import attempts_of
from quizapp.history.queries.changes import beside_others, moved_in, told_in
from quizapp.history.queries.gradebook import Cell, Column, Gradebook, Line, gradebook
from quizapp.history.queries.guessed import CLOSED, closed_answers, guessed_in
from quizapp.history.queries.known_in_class import knowledge_in_class
from quizapp.history.queries.own_change import own_changes
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.models import Assignment, Class, Enrolment
from tests.history.simulated import simulate
from tests.small_bank import NOW

LEARNERS, TURNS = 8, 20


@pytest.fixture
def room(loaded: Flask) -> int:
    """Give a class that took the same quiz twenty times, each time as another assignment."""
    with loaded.app_context(), transaction():
        simulate("exam", LEARNERS, seed=4, attempts=TURNS)
        quiz = db.session.scalars(select(Quiz).where(Quiz.slug == "exam")).one()
        teacher = Person(display_name="Tess", session_key="tess", created_at=NOW)
        db.session.add(teacher)
        db.session.flush()
        room = Class(owner_id=teacher.id, name="4b", time_zone="UTC", created_at=NOW)
        db.session.add(room)
        db.session.flush()
        set_as = [
            Assignment(quiz_id=quiz.id, class_id=room.id, feedback="", opens_at=NOW + timedelta(days=turn),
                       created_at=NOW) for turn in range(TURNS)
        ]  # fmt: skip
        db.session.add_all(set_as)
        db.session.flush()
        for learner in learners():
            db.session.add(Enrolment(class_id=room.id, person_id=learner, joined_at=NOW))
            taken = db.session.scalars(select(Attempt).where(Attempt.learner_id == learner).order_by(Attempt.id)).all()
            for attempt, assignment in zip(taken, set_as, strict=True):
                attempt.assignment_id = assignment.id
        plant(*learners()[:2], [one.id for one in set_as])
        return room.id


def learners() -> list[int]:
    return list(db.session.scalars(select(Attempt.learner_id).distinct().order_by(Attempt.learner_id)))


def plant(guesser: int, improver: int, assignments: list[int]) -> None:
    dice = Random(2)
    query = (
        select(Answer, QuestionVersion.kind, Attempt)
        .join(AttemptItem, AttemptItem.id == Answer.item_id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Attempt, Attempt.id == AttemptItem.attempt_id)
        .order_by(Answer.id)
    )
    for answer, kind, attempt in db.session.execute(query):
        if attempt.learner_id == guesser and kind in CLOSED:
            turn = assignments.index(attempt.assignment_id)
            mark(answer, turn % (2 if kind == "true_false" else 3) == 0)
        elif kind in CLOSED:
            mark(answer, dice.random() < (0.9 if kind == "true_false" else 0.6))
        if attempt.learner_id == improver and kind not in CLOSED:
            mark(answer, dice.random() < 0.1 + 0.85 * assignments.index(attempt.assignment_id) / TURNS)


def mark(answer: Answer, is_right: bool) -> None:
    answer.verdict, answer.points = ("right" if is_right else "wrong"), Decimal(int(is_right))


def plain_rows(room: int) -> list[tuple[int, int, str, int, float, dict[str, object]]]:
    query = (
        select(Attempt.learner_id, QuestionVersion.question_id, QuestionVersion.kind, Question.fact_id,
               Answer.points, QuestionVersion.content)
        .join(AttemptItem, AttemptItem.attempt_id == Attempt.id)
        .join(Answer, Answer.item_id == AttemptItem.id)
        .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
    )  # fmt: skip
    return [(*row[:4], float(row[4]), row[5]) for row in db.session.execute(query)]


def closed_by_hand(rows: list[tuple[int, int, str, int, float, dict[str, object]]]) -> dict[int, ClosedAnswers]:
    closed = [row for row in rows if row[2] in CLOSED]
    met: dict[int, list[float]] = defaultdict(list)
    for row in closed:
        met[row[1]].append(row[4])
    found = {}
    for learner in {row[0] for row in closed}:
        own = [
            (x, 0.5 if kind == "true_false" else 1 / len(content["options"]),  # type: ignore[arg-type]
             (sum(met[question]) - x) / (len(met[question]) - 1))
            for who, question, kind, _fact, x, content in closed if who == learner
        ]  # fmt: skip
        found[learner] = ClosedAnswers(
            len(own), int(sum(x for x, _, _ in own)), sum(p for _, p, _ in own), sum(f for _, _, f in own),
            sum(x * f for x, _, f in own), sum(p * f for _, p, f in own), sum(p * (1 - p) for _, p, _ in own),
            sum(p * (1 - p) * f for _, p, f in own), sum(p * (1 - p) * f * f for _, p, f in own),
        )  # fmt: skip
    return found


def test_the_guesser_and_the_improver_are_told_and_nobody_else(loaded: Flask, room: int) -> None:
    with loaded.app_context():
        guesser, improver, *others = learners()
        by_hand = closed_by_hand(plain_rows(room))
        sums = closed_answers(room)
        assert set(sums) == set(by_hand)
        for who, own in sums.items():
            assert astuple(own) == pytest.approx(astuple(by_hand[who]))
        found = guessed_in(room)
        assert guesser in found
        assert not set(found) & set(others)
        one = found[guesser]
        assert (one.answers, one.right) == (by_hand[guesser].n, by_hand[guesser].right)
        assert guessed_in(room, guesser) == {guesser: one}
        book = gradebook(room, counts="best", now=NOW)
        moved = moved_in(book)
        assert [(row.person_id, row.told.way) for row in moved if row.told.is_firm] == [(improver, "up")]
        rows = beside_others(book, improver)
        scores = [line.cells[0].percent for line in book.lines if line.person_id != improver]
        assert rows[0].others == pytest.approx(sum(scores) / len(scores) / 100)  # type: ignore[arg-type]
        # The learner reads what the teacher reads; but not by what waits to be shown.
        for who in (improver, others[0]):
            told = [one.told for one in own_changes(who, attempts_of(who), now=NOW)]
            assert told == [told_in(book, who)]
        theirs = update(Attempt).where(Attempt.learner_id == improver)
        db.session.execute(theirs.values(state="handed_in"))
        assert own_changes(improver, attempts_of(improver), now=NOW) == ()
        db.session.execute(update(Enrolment).where(Enrolment.person_id == guesser).values(removed_at=NOW))
        assert closed_answers(room) == {who: own for who, own in sums.items() if who != guesser}


def test_what_one_learner_knows_beside_the_others(loaded: Flask, room: int) -> None:
    with loaded.app_context():
        learner = learners()[3]
        known = knowledge_in_class(room, learner, counts="best")
        rows = plain_rows(room)
        assert {row.id for row in known.facts} == {row[3] for row in rows if row[0] == learner and row[3]}
        for fact in known.facts:
            own = [row[4] for row in rows if row[0] == learner and row[3] == fact.id]
            rest = [row[4] for row in rows if row[0] != learner and row[3] == fact.id]
            assert (fact.asked, fact.others_asked) == (len(own), len(rest))
            assert fact.share == pytest.approx(sum(own) / len(own))
            assert fact.others == pytest.approx(sum(rest) / len(rest))
        assert [row.share for row in known.facts] == sorted(row.share for row in known.facts)
        assert known.documents
        assert sum(group.n for group in known.said) == 8 * TURNS
        assert not known.has_sureness


def test_what_was_missed_follows_the_attempt_that_counts(loaded: Flask, room: int) -> None:
    with loaded.app_context():
        learner = learners()[3]
        one = db.session.scalars(select(Assignment.id)).first()
        db.session.execute(update(Attempt).values(assignment_id=one))
        newest = db.session.scalars(select(func.max(Attempt.id)).where(Attempt.learner_id == learner)).one()
        for answer in db.session.scalars(
            select(Answer).join(AttemptItem, AttemptItem.id == Answer.item_id).where(AttemptItem.attempt_id == newest)
        ):
            mark(answer, True)
        db.session.flush()
        found = {counts: knowledge_in_class(room, learner, counts=counts) for counts in ("first", "last", "best")}
        assert [sum(group.n for group in known.said) for known in found.values()] == [8, 8, 8]
        assert found["first"].missed
        assert found["last"].missed == found["best"].missed == ()


def test_another_try_is_no_rise() -> None:
    """The best of several attempts rises; the first ones, which tell what was known, do not."""
    columns = tuple(Column(number, number, f"Quiz {number}", None, 50, 3) for number in range(4))
    level = Cell("done", 1, 50, questions=40, first_percent=50)
    tries = [replace(level, percent=50 + 16 * turn) for turn in range(4)]
    lines = tuple(Line(number, f"P{number}", (level,) * 4, 50, 0) for number in range(9))
    book = Gradebook(columns, (Line(9, "Try", tuple(tries), 74, 0), *lines))
    assert moved_in(book) == ()
    rising = [replace(cell, first_percent=cell.percent) for cell in tries]
    book = Gradebook(columns, (Line(9, "Rise", tuple(rising), 74, 0), *lines))
    assert [(one.name, one.told.way) for one in moved_in(book)] == [("Rise", "up")]
    perhaps = [replace(level, percent=value, questions=20, first_percent=value) for value in (46, 60, 70, 80)]
    book = Gradebook(columns, (Line(9, "Rise", tuple(rising), 74, 0), Line(10, "May", tuple(perhaps), 64, 0), *lines))
    assert [(one.name, one.told.is_firm) for one in moved_in(book)] == [("Rise", True), ("May", False)]
    assert told_in(book, 10) == moved_in(book)[1].told
