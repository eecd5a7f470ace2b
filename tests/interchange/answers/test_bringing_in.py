from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from quizapp.accounts.models import Person
from quizapp.accounts.operations import sign_up
from quizapp.attempts.models import Answer, Attempt
from quizapp.attempts.queries.given_text import given_text
from quizapp.core.kinds import draw_order
from quizapp.history import queries as history
from quizapp.history.queries.class_answers import class_answers
from quizapp.history.queries.given_answers import given_answers
from quizapp.history.queries.gradebook import gradebook
from quizapp.interchange.answers import BroughtIn, FaultyRecord, Target, bring_in, look_through, read_record
from quizapp.interchange.answers.asked import AskedQuiz
from quizapp.interchange.answers.faults import said
from quizapp.interchange.answers.sheet import answers_as_sheet
from quizapp.interchange.sheets import csv_of
from quizapp.practice.models import Memory
from quizapp.quizzes.queries.named import quiz_named
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from quizapp.teaching.operations import assign, enrol_people, make_class
from quizapp.teaching.queries.assignments import set_quiz
from quizapp.teaching.rules import Times
from tests.learning import Learner, right_response, wrong_response
from tests.small_bank import NOW

HEADER = "learner,question,response,when,attempt,sure\n"
ADA = """ada,pact.date.choice,4 april 1949,2026-02-03 10:00,,yes
ada,2,Lagoon City,2026-02-03 10:01,,
ada,How many states signed the pact?,twelve,2026-02-03 10:02,,no
ada,Q4,Corin,2026-02-03 10:03,,
ada,congresses.second.true_false,,2026-02-03 10:04,,
ada,flags.raised.multiple,Avalon; Brolin; Elba,2026-02-03 10:05,,
ada,signers.all.matching,Ana: Avalon; Ben: Brolin; Cyd: Dorn,2026-02-03 10:06,,
"""


class Desk:
    """An installation with an account for Ada, and records brought into its exam."""

    def __init__(self, app: Flask) -> None:
        """Make the account."""
        self.app = app
        with app.app_context(), transaction():
            self.ada = sign_up("ada", "Ada", "hash", now=NOW).id

    def bring(
        self, lines: str, *, header: str = HEADER, quiz: str = "exam", now: datetime = NOW, **how: object
    ) -> BroughtIn:
        with self.app.app_context(), transaction():
            target = Target(quiz_named(quiz), **how)  # type: ignore[arg-type]
            return bring_in(read_record((header + lines).encode()), target, now=now)

    def faults(self, lines: str, **how: object) -> list[str]:
        before = self.counts()
        with pytest.raises(FaultyRecord) as faulty:
            self.bring(lines, **how)  # type: ignore[arg-type]
        assert self.counts() == before
        return said(faulty.value.faults)

    def counts(self) -> tuple[int, ...]:
        with self.app.app_context():
            return tuple(
                db.session.scalar(select(func.count()).select_from(row)) or 0 for row in (Attempt, Answer, Person)
            )


@pytest.fixture
def ana(loaded: Flask) -> Learner:
    return Learner(loaded, "Ana")


@pytest.fixture
def desk(loaded: Flask) -> Desk:
    return Desk(loaded)


def test_lines_become_one_attempt_graded_like_any_other(desk: Desk) -> None:
    assert desk.bring(ADA) == BroughtIn(
        quiz="The exam quiz", lines=7, attempts=1, here=0, learners=1, made=(), left_blank=1
    )
    with desk.app.app_context():
        (past,) = history.attempts_of(desk.ada)
        given = given_answers(past.id)
        memories = db.session.scalar(select(func.count()).select_from(Memory))
    assert (past.mode, past.state, past.started_at.hour, past.submitted_at - past.started_at) == (  # type: ignore[operator]
        "quiz", "submitted", 10, timedelta(minutes=6),
    )  # fmt: skip
    verdicts = [(row.given_text, row.verdict, row.points, row.sure) for row in given]
    assert verdicts[:3] == [
        ("4 April 1949", "right", Decimal(1), True),
        ("Lagoon City", "right", Decimal(1), None),
        ("twelve", "right", Decimal(1), False),
    ]
    assert [row.verdict for row in given[3:]] == ["wrong", "unanswered", "partly", "partly", "unanswered"]
    assert past.points == sum(row.points for row in given)
    assert memories == 6  # what was left out is not remembered


def test_the_same_file_again_changes_nothing(desk: Desk) -> None:
    desk.bring(ADA)
    before = desk.counts()
    assert desk.bring(ADA) == BroughtIn(
        quiz="The exam quiz", lines=7, attempts=0, here=1, learners=0, made=(), left_blank=0
    )
    assert desk.counts() == before
    more = ADA + ADA.replace("2026-02-03", "2026-02-04")
    assert (desk.bring(more).attempts, desk.bring(more).attempts) == (1, 0)


def test_what_is_here_already_is_not_changed(desk: Desk) -> None:
    desk.bring(ADA)
    other = ADA.replace("Lagoon City", "Avalon") + "ada,congresses.order.ordering,,2026-02-03 10:09,,\n"
    first, second = desk.faults(other)
    assert "line 3: response: This answer is here already, with another response." in first
    assert "line 9: The attempt it belongs to is here already, without this answer." in second


def test_an_attempt_over_midnight_is_known_by_either_day(desk: Desk) -> None:
    night = "ada,1,4 May 1949,2026-02-05 23:59,night,\nada,2,Avalon,2026-02-06 00:01,night,\n"
    assert desk.bring(night).attempts == 1
    again = desk.bring(night.replace("night", ""))
    assert (again.attempts, again.here) == (0, 2)


def test_too_many_answers_at_once_are_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizapp.interchange.answers.bringing_in.MOST_ANSWERS", 7)
    assert "1 answers that no line speaks of" in desk.faults(ADA)[0]


def test_attempts_of_one_day_are_told_apart_by_their_column(desk: Desk) -> None:
    twice = "ada,1,4 May 1949,2026-02-03,1,\nada,1,4 April 1949,2026-02-03,2,\n"
    assert desk.bring(twice).attempts == 2
    assert desk.bring(twice).attempts == 0
    assert desk.bring("ada,1,4 May 1949,2026-02-03,3,\n").attempts == 1


def test_every_mistake_is_named_and_nothing_is_written(desk: Desk) -> None:
    lines = (
        "eve,nine,x,2026-02-30,,perhaps\n"
        "ada,pact.date.choice,Atlantis,2026-02-03,,\n"
        "eve,1,4 April 1949,2026-02-03,,\n"
        "ada,2,Lagoon City,2026-02-03,,\n"
        "ada,2,Lagoon City,2026-02-03,,\n"
        "ada,2,Avalon,2026-02-03,,\n"
        "ada,3,12,2027-02-03,,\n"
        "ada,3,12\n"
    )
    found = desk.faults(lines)
    wanted = (
        "line 2: learner: Nobody here signs in as “eve”. (also on line 4; 2 lines in all)",
        "line 2: question: The quiz asks no “nine”.",
        "line 2: sure: “perhaps”",
        "line 2: when: There is no such day",
        "line 3: response: “Atlantis” is not among what can be chosen. Fix: Write one of: “4 April 1949”;",
        "line 6: question: The same as line 5.",
        "line 7: question: A second answer to this question in the same attempt; line 5 holds the first.",
        "line 8: when: “2027-02-03” has yet to come.",
        "line 9: This line has 3 cells, the header 6.",
    )
    assert len(found) == len(wanted)
    assert all(line.startswith(start) for line, start in zip(found, wanted, strict=True))


def test_learners_are_made_where_that_is_asked_for(desk: Desk) -> None:
    header = "learner,name,question,response,when\n"
    lines = "Eve.M,Eve Müller,1,4 April 1949,2026-02-03\neve.m,,2,Avalon,2026-02-03\nada,,1,4 May 1949,2026-02-03\n"
    outcome = desk.bring(lines, header=header, make_learners=True)
    assert (outcome.attempts, [(new.username, new.display_name) for new in outcome.made]) == (
        2,
        [("eve.m", "Eve Müller")],
    )
    assert desk.bring(lines, header=header, make_learners=True).attempts == 0
    said = desk.faults("e|ve,,1,4 April 1949,2026-02-03\n", header=header, make_learners=True)
    assert said[0].startswith("line 2: learner: “e|ve” cannot be a sign-in name.")


def test_attempts_count_for_the_class_they_were_set_to(desk: Desk) -> None:
    with desk.app.app_context(), transaction():
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        room = make_class(tess, "4b", "Europe/Berlin", now=NOW)
        quiz = quiz_named("exam")
        opens = NOW - timedelta(days=60)
        number = assign(quiz, room, Times(opens, due_at=NOW + timedelta(days=9)), feedback="after_due", now=NOW)
        set_as = set_quiz(number)
    assert "does not belong to the class" in desk.faults(ADA, set_as=set_as)[0]
    with desk.app.app_context(), transaction():
        enrol_people(room, [desk.ada], now=NOW)
    desk.bring(ADA + ADA.replace("ada", "eve"), set_as=set_as, make_learners=True)
    with desk.app.app_context():
        book = gradebook(room, counts="best", now=NOW)
        states = db.session.scalars(select(Attempt.state)).all()
    assert [(line.name, line.cells[0].percent) for line in book.lines] == [("Ada", 52), ("eve", 52)]
    assert states == ["handed_in", "handed_in"]  # results wait for the date, here as anywhere


def test_what_the_product_writes_out_can_be_brought_in(desk: Desk, ana: Learner) -> None:
    ana.take("exam", wrong={1, 4, 7})
    ana.wait(hours=1)
    ana.take("exam", wrong={2})
    night = "ada,1,4 May 1949,2026-02-05 23:59,night,\nada,2,Avalon,2026-02-06 00:01,night,\n"
    desk.bring(ADA + night)
    with desk.app.app_context(), transaction():
        db.session.get_one(Person, ana.id).username = "ana"
        tess = sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        room = make_class(tess, "4b", "Europe/Berlin", now=NOW)
        number = assign(quiz_named("exam"), room, Times(NOW), now=NOW)
        enrol_people(room, [desk.ada, ana.id], now=NOW)
        db.session.execute(update(Attempt).values(assignment_id=number))
    with desk.app.app_context():
        text = csv_of(answers_as_sheet(class_answers(number)))
    header, _, lines = text.removeprefix("\ufeff").partition("\n")
    later = NOW + timedelta(hours=2)
    assert desk.bring(lines, header=header + "\n", now=later).here == 4
    copied = desk.bring(lines.replace("ana,", "nan,"), header=header + "\n", make_learners=True, now=later)
    assert (copied.attempts, copied.here, copied.left_blank) == (2, 2, 0)
    with desk.app.app_context():
        nan = db.session.scalars(select(Person.id).where(Person.username == "nan")).one()
        points = [[past.points for past in history.attempts_of(person)] for person in (ana.id, nan)]
    assert points[0] == points[1]


def test_a_dry_run_says_what_would_come_of_it(desk: Desk) -> None:
    before = desk.counts()
    with desk.app.app_context():
        record = read_record((HEADER + ADA.replace("ada", "eve")).encode())
        outcome = look_through(record, Target(quiz_named("exam"), make_learners=True), now=NOW)
    assert (outcome.attempts, len(outcome.made)) == (1, 1)
    assert desk.counts() == before


def test_what_pages_show_of_a_response_can_be_read_again(desk: Desk) -> None:
    """Of every kind, right and wrong, in the words in which a teacher reads it."""
    with desk.app.app_context():
        quiz = AskedQuiz(quiz_named("exam"))
        for one in quiz.questions:
            content = one.version.content
            order: Sequence[int] = draw_order(content, Random(1))
            for response in (right_response(content), wrong_response(content)):
                assert quiz.response(one.version.version_id, given_text(content, order, response)) == response


def test_statements_do_not_grow_with_the_lines(desk: Desk, statements: list[str]) -> None:
    counts = []
    for days in (1, 8):
        rows = "".join(f"ada,1,4 April 1949,2026-01-{day:02},x{days},\n" for day in range(1, days + 1))
        statements.clear()
        with desk.app.app_context():
            look_through(read_record((HEADER + rows.replace("x8", "")).encode()), Target(quiz_named("exam")), now=NOW)
        counts.append(len(statements))
    assert counts[0] == counts[1]
