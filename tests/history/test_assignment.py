from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from flask import Flask

from quizapp.accounts import operations as accounts
from quizapp.attempts import operations as attempts
from quizapp.attempts.queries.set_work import set_work
from quizapp.history.queries.assignment import Counts, LearnerProgress, counts_of, progress, progress_of_one
from quizapp.history.queries.gradebook import gradebook
from quizapp.history.queries.under_way import last_attempts
from quizapp.storage.transaction import transaction
from quizapp.teaching import operations
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.queries.assignments import set_quiz
from quizapp.teaching.rules import Times
from tests.learning import Learner
from tests.small_bank import NOW


def later(**time: float) -> datetime:
    return NOW + timedelta(**time)


@dataclass(slots=True)
class Room:
    """A class of Ana, Cem and Dan; Ben, who took the same quizzes, is in the class of another teacher."""

    app: Flask
    tess: int
    id: int
    ana: Learner
    cem: Learner
    dan: Learner

    def assign(self, slug: str = "exam", feedback: str = "", room: int | None = None, **times: datetime) -> int:
        quiz = self.ana.quiz(slug)
        given = Times(**{"opens_at": NOW, **times})
        return self.ana.doing(lambda: operations.assign(quiz, room or self.id, given, feedback=feedback, now=NOW))

    def rows(self, assignment: int, **how: object) -> dict[str, LearnerProgress]:
        found = self.ana.reading(lambda: progress(set_quiz(assignment), **how))  # type: ignore[arg-type]
        return {row.name: row for row in found.rows}

    def counts(self, assignment: int) -> Counts:
        return self.ana.reading(lambda: counts_of([assignment]))[assignment]


@pytest.fixture
def room(loaded: Flask, ana: Learner, ben: Learner) -> Room:
    cem, dan = Learner(loaded, "cem"), Learner(loaded, "Dan")
    with loaded.app_context(), transaction():
        tess = accounts.sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id
        theo = accounts.sign_up("theo", "Theo", "hash", now=NOW, is_teacher=True).id
        mine = operations.make_class(tess, "4b", "UTC", now=NOW)
        his = operations.make_class(theo, "4c", "UTC", now=NOW)
        operations.enrol_people(mine, [ana.id, cem.id, dan.id], now=NOW)
        operations.enrol(his, ben.id, now=NOW)
        quiz = ana.quiz("exam")
        operations.assign(quiz, his, Times(NOW, later(days=1)), feedback="on_release", now=NOW)
    ben.submit(ben.start("exam"))
    return Room(loaded, tess, mine, ana, cem, dan)


def test_who_has_not_started_who_is_working_who_handed_in(room: Room) -> None:
    room.ana.take("exam")  # before it was set: it counts for nothing here
    assignment = room.assign()
    room.ana.take("exam", wrong={1})
    room.cem.start("exam")
    rows = room.rows(assignment)
    assert [(name, row.state) for name, row in rows.items()] == [
        ("Ana", "handed_in"),
        ("cem", "working"),
        ("Dan", "not_started"),
    ]
    assert room.counts(assignment) == Counts(not_started=1, working=1, handed_in=1)
    assert (rows["Ana"].attempts, rows["Ana"].handed_in_at, rows["Ana"].percent) == (1, NOW, 88)
    assert (rows["cem"].percent, rows["Dan"].percent) == (None, None)


def test_one_state_alone_and_page_by_page(room: Room) -> None:
    assignment = room.assign()
    room.ana.start("exam")
    assert list(room.rows(assignment, state="not_started")) == ["cem", "Dan"]
    assert list(room.rows(assignment, state="not_started", page=2, size=1)) == ["Dan"]
    assert list(room.rows(assignment, page=99, size=2)) == ["Dan"]
    assert list(room.rows(assignment, state="handed_in")) == []


def test_the_best_counts_with_its_own_time(room: Room) -> None:
    assignment = room.assign(due_at=later(hours=1))
    room.ana.take("exam", wrong={1, 2, 3, 4})
    room.ana.wait(hours=2)
    room.ana.take("exam", seed="another")
    row = room.rows(assignment)["Ana"]
    assert (row.attempts, row.percent, row.handed_in_at, row.is_late) == (2, 100, later(hours=2), True)
    room.ana.start("exam", seed="a third")
    assert room.rows(assignment)["Ana"].state == "handed_in"


def test_late_is_later_than_due_or_than_ones_own_due(room: Room) -> None:
    assignment = room.assign(due_at=later(hours=1))
    arranged = Arrangement(due_at=later(hours=5))
    room.cem.doing(lambda: operations.arrange(assignment, room.cem.id, arranged))
    for learner in (room.ana, room.cem):
        learner.wait(hours=2)
        learner.take("exam")
    rows = room.rows(assignment)
    assert (rows["Ana"].is_late, rows["cem"].is_late) == (True, False)
    assert rows["cem"].own is not None
    assert rows["Ana"].own is None


def test_who_was_taken_out_is_not_counted(room: Room) -> None:
    assignment = room.assign()
    room.ana.take("exam")
    room.ana.doing(lambda: operations.remove(room.id, room.ana.id, now=NOW))
    assert list(room.rows(assignment)) == ["cem", "Dan"]
    assert room.counts(assignment) == Counts(not_started=2)
    assert room.ana.reading(lambda: progress_of_one(set_quiz(assignment), room.ana.id)) is None


def test_the_statements_do_not_grow_with_the_class(room: Room, statements: list[str]) -> None:
    assignment = room.assign()
    room.ana.take("exam")
    statements.clear()
    room.rows(assignment)
    few = len(statements)
    for name in ("Eva", "Fay", "Gil"):
        learner = Learner(room.app, name)
        learner.doing(lambda learner=learner: operations.enrol(room.id, learner.id, now=NOW))
        learner.take("exam")
    statements.clear()
    assert len(room.rows(assignment)) == 6
    assert len(statements) == few


# --- what waits for the teacher ---


def test_the_desk_counts_who_is_how_far_and_what_waits(room: Room) -> None:
    withdrawn = room.assign("pick")
    room.ana.doing(lambda: operations.withdraw(withdrawn, now=NOW))
    room.assign("open", opens_at=later(days=30))
    held = room.assign(feedback="on_release", due_at=later(days=1))
    for learner in (room.ana, room.cem):
        learner.submit(learner.start("exam"))
    (found,) = room.ana.reading(lambda: set_work(room.tess, now=NOW))
    assert (found.assignment_id, found.members, found.handed_in, found.not_started) == (held, 3, 2, 1)
    assert found.waits_for_release == 2
    room.ana.doing(lambda: attempts.release(held, now=NOW))
    (found,) = room.ana.reading(lambda: set_work(room.tess, now=NOW))
    assert found.waits_for_release == 0
    assert room.ana.reading(lambda: set_work(room.tess, now=later(days=10))) == ()


def test_a_guest_who_became_somebody_of_the_class_is_counted_once(room: Room) -> None:
    assignment = room.assign(due_at=later(hours=1))
    guest = room.ana.doing(lambda: accounts.make_guest("Eve at home", now=NOW)).person.id
    eve = room.ana.doing(lambda: accounts.sign_up("eve", "Eve", "hash", now=NOW)).id
    room.ana.doing(lambda: operations.enrol_people(room.id, [guest, eve], now=NOW))
    room.ana.doing(lambda: attempts.take_over(guest, eve))
    room.ana.doing(lambda: accounts.take_over_guest(guest, eve))
    (found,) = room.ana.reading(lambda: set_work(room.tess, now=NOW))
    assert (found.assignment_id, found.members) == (assignment, 4)
    book = room.ana.reading(lambda: gradebook(room.id, counts="best", now=NOW))
    assert [line.name for line in book.lines] == ["Ana", "cem", "Dan", "Eve"]


def test_when_everybody_was_last_at_work_for_the_class(room: Room) -> None:
    room.assign()
    room.cem.start("exam")
    room.dan.start("open")  # nobody set it
    found = room.ana.reading(lambda: last_attempts(room.id, [room.ana.id, room.cem.id, room.dan.id]))
    assert found == {room.cem.id: NOW}
