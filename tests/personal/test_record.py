"""What may be taken along."""

from __future__ import annotations

from flask import Flask
from sqlalchemy import update

from quizapp.attempts.models import Attempt
from quizapp.disputes.models import Dispute
from quizapp.interchange.personal_data import personal_archive
from quizapp.personal.queries import Record, record_of
from quizapp.storage.database import db
from tests.correcting import Corrector
from tests.learning import Learner
from tests.personal.conftest import SAID, TYPED, USERNAME, Leaving
from tests.small_bank import NOW


def record(scene: Leaving, person_id: int) -> Record:
    return scene.ana.reading(lambda: record_of(person_id, now=NOW))


def test_everything_that_hangs_on_a_learner_is_there(leaving: Leaving) -> None:
    found = record(leaving, leaving.ana.id)
    assert (found.profile.username, found.profile.guests) == (USERNAME, ("Gus at home",))
    assert [(row.name, row.teacher) for row in found.classes] == [("4b", "Tess")]
    assert [(row.title, row.state, row.points is None) for row in found.attempts] == [
        ("The first quiz", "submitted", False),
        ("Practice: The first quiz", "open", True),
        ("The exam quiz", "submitted", False),
        ("The timed quiz", "open", True),
    ]
    assert sum(row.answer == TYPED for row in found.answers) == 3
    begun = [row for row in found.answers if row.attempt == leaving.attempts["begun"]]
    assert [(row.answer, row.verdict, row.key, row.quotes) for row in begun] == [(TYPED, "", "", ())]
    assert len(found.memories) == 8
    (notice,) = found.notices
    assert (notice.about, notice.words, notice.outcome) == ("dispute", SAID, "open")
    assert {thing.kind for thing in found.things} == {"card or link for a new password"}
    assert [(row.quiz, row.time_percent) for row in found.arrangements] == [("The once quiz", 200)]
    assert personal_archive(found) == personal_archive(found)


def test_a_teacher_finds_what_she_made(leaving: Leaving) -> None:
    decided = {"state": "declined", "word": "Read on.", "decided_by_id": leaving.tess, "decided_at": NOW}
    leaving.ana.doing(lambda: db.session.execute(update(Dispute).values(decided)))
    found = record(leaving, leaving.tess)
    assert [(thing.kind, thing.title) for thing in found.things] == [
        ("class taught", "4b"),
        ("objection decided", "Read on."),
    ]
    assert (found.answers, found.memories, found.notices) == ((), (), ())


def test_a_mark_that_is_held_back_is_not_told_by_its_change(loaded: Flask) -> None:
    tess, ana = Corrector(loaded), Learner(loaded, "Ana")
    tess.own()
    attempt = ana.take("exam", wrong={1})
    held = update(Attempt).where(Attempt.id == attempt)
    ana.doing(lambda: db.session.execute(held.values(state="handed_in", feedback="on_release")))
    tess.swap_key("pact.date.choice", "4 May 1949")
    tess.regrade(tess.order("pact.date.choice", "replace"))
    kept = ana.reading(lambda: record_of(ana.id, now=NOW))
    assert kept.notices == ()
    assert {(row.verdict, row.points, row.key, row.quotes) for row in kept.answers} == {("", None, "", ())}
    ana.doing(lambda: db.session.execute(held.values(state="submitted")))
    (notice,) = ana.reading(lambda: record_of(ana.id, now=NOW)).notices
    assert (notice.about, notice.outcome) == ("mark changed", "0 -> 1")


def test_the_statements_do_not_grow_with_the_answers(loaded: Flask, statements: list[str]) -> None:
    ana = Learner(loaded, "Ana")
    counts = []
    for slug in ("once", "first", "exam"):
        ana.take(slug)
        statements.clear()
        ana.reading(lambda: record_of(ana.id, now=NOW))
        counts.append(len(statements))
    assert counts[0] == counts[-1]
