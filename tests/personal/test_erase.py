"""Erasing a person: what goes, what stays, and who is not touched by it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from quizapp.accounts.errors import NotPossible
from quizapp.accounts.models import PasswordLink, Person
from quizapp.accounts.queries import signed_in
from quizapp.attempts.models import Answer, Attempt
from quizapp.banks.models import Bank
from quizapp.disputes.models import Dispute
from quizapp.history import queries as history
from quizapp.history.queries.class_answers import class_answers
from quizapp.history.queries.gradebook import gradebook
from quizapp.personal.errors import NoSuchHeir
from quizapp.personal.operations import erase
from quizapp.personal.queries import Belongings, belongings
from quizapp.practice.models import Memory
from quizapp.quizzes.models import Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Assignment, Class, Enrolment
from tests.personal.conftest import LEAVINGS, NAME, TYPED, Leaving, figures
from tests.small_bank import NOW


def test_every_place_that_names_a_person_is_thought_of() -> None:
    """Where this fails: say in erase() what becomes of the new column, in record_of() what is told, and add it here."""
    naming = {
        f"{table.name}.{key.parent.name}"
        for table in db.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "person"
    }
    gone = {"accommodation.person_id", "bank_share.person_id", "enrolment.person_id", "flag_seen.person_id"}
    to_the_heir = {"bank.owner_id", "class.owner_id", "document.owner_id", "quiz.owner_id"}
    of_nobody = {"attempt.learner_id", "bank_act.person_id", "dispute.decided_by_id", "job.owner_id", "regrade.by_id"}
    emptied = {"invitation.made_by_id", "password_link.made_by_id", "password_link.person_id", "person.taken_over_by"}
    assert naming == gone | to_the_heir | of_nobody | emptied | {"memory.learner_id", "question_version.author_id"}


def count(scene: Leaving, column: object, *which: object) -> int:
    query = select(func.count(column)).where(*which)  # type: ignore[arg-type]
    return scene.ana.reading(lambda: db.session.scalar(query)) or 0


def test_nothing_says_who_it_was_and_no_figure_moves(leaving: Leaving) -> None:
    before, of_ben = figures(leaving), leaving.ben.result(1)
    assert all(word in leaving.everything() for word in LEAVINGS if word != "resume")
    leaving.leave()
    left = leaving.everything()
    assert [word for word in LEAVINGS if word in left] == []
    assert figures(leaving) == before
    assert leaving.ben.result(1) == of_ben
    for person_id in (leaving.ana.id, leaving.once):
        person = leaving.person(person_id)
        assert (person.username, person.password_hash, person.erased_at) == (None, None, NOW)
    kept = {leaving.attempts["first"], leaving.attempts["exam"]}
    mine = select(Attempt.id).where(Attempt.learner_id == leaving.ana.id)
    assert set(leaving.ana.reading(lambda: db.session.scalars(mine).all())) == kept
    for model in (Memory.learner_id, PasswordLink.person_id, Enrolment.person_id, Accommodation.person_id):
        assert count(leaving, model, model == leaving.ana.id) == 0
    dispute = leaving.ana.reading(lambda: db.session.scalars(select(Dispute)).one())
    assert (dispute.words, dispute.state) == ("(erased)", "withdrawn")


def test_what_was_typed_counts_on_without_its_words(leaving: Leaving) -> None:
    def typed() -> dict[str, int]:
        rows = leaving.ana.reading(lambda: history.item_table(leaving.ana.quiz("exam")))
        (row,) = [row for row in rows if row.kind == "short_text"]
        return {use.text: use.count for use in row.uses}

    assert typed() == {"Lagoon City": 1, TYPED: 1}
    leaving.leave()
    assert typed() == {"Lagoon City": 1, "(erased)": 1}


def test_who_left_stands_in_no_list(leaving: Leaving) -> None:
    assignment = leaving.ana.reading(lambda: db.session.scalars(select(Assignment.id)).one())
    for learner in (leaving.ana, leaving.ben):
        learner.answer(learner.start("once"), 1)

    def listed() -> tuple[list[str], list[str]]:
        book = gradebook(leaving.room, counts="best", now=NOW)
        return [line.name for line in book.lines], [row.name for row in class_answers(assignment)]

    assert leaving.ana.reading(listed) == ([NAME, "Ben"], [NAME, "Ben"])
    leaving.leave()
    assert leaving.ana.reading(listed) == (["Ben"], ["Ben"])


def test_who_asks_for_it_leaves_no_mark(leaving: Leaving) -> None:
    leaving.leave(marks_too=True)
    assert count(leaving, Attempt.id, Attempt.learner_id == leaving.ana.id) == 0
    assert count(leaving, Answer.id) == 8  # Ben's
    assert count(leaving, Dispute.id) == 0
    assert leaving.ben.result(1).percent == 75


def test_every_session_ends_at_once(leaving: Leaving) -> None:
    key = leaving.person(leaving.ana.id).session_key
    assert leaving.ana.reading(lambda: signed_in(key, "here")) is not None
    leaving.leave()
    for old in (key, leaving.person(leaving.ana.id).session_key):
        assert leaving.ana.reading(lambda old=old: signed_in(old, "here")) is None


def test_what_hangs_on_a_person_is_counted(leaving: Leaving) -> None:
    assert leaving.ana.reading(lambda: belongings(leaving.ana.id)) == Belongings(
        handed_in=2, begun=1, practised=1, answers=12, memories=8, disputes=1, classes=1,
        classes_taught=0, banks=0, quizzes=0, is_last_admin=False,
    )  # fmt: skip
    tess = leaving.ana.reading(lambda: belongings(leaving.tess))
    assert (tess.classes_taught, tess.is_teaching, tess.is_last_admin) == (1, True, True)


def owned(scene: Leaving, person_id: int) -> list[int]:
    """Give a teacher a bank and a quiz, and return how many classes, banks and quizzes they have that are not away."""
    of = {Class: Class.owner_id, Bank: Bank.owner_id, Quiz: Quiz.owner_id}
    return [
        count(scene, model.id, owner == person_id, model.archived_at.is_(None))  # type: ignore[attr-defined]
        for model, owner in of.items()
    ]


def test_the_last_admin_stays_whole(leaving: Leaving) -> None:
    before = leaving.everything()
    with pytest.raises(NotPossible, match="only admin"):
        leaving.ana.doing(lambda: erase(leaving.tess, now=NOW))
    assert leaving.everything() == before


@pytest.mark.parametrize("is_handed_on", [True, False])
def test_what_a_teacher_made_goes_to_the_heir_or_is_put_away(leaving: Leaving, is_handed_on: bool) -> None:
    def prepare() -> None:
        db.session.get_one(Person, leaving.theo).is_admin = True
        for model in (Bank, Quiz):
            db.session.scalars(select(model).limit(1)).one().owner_id = leaving.tess

    leaving.ana.doing(prepare)
    heir = leaving.theo if is_handed_on else None
    leaving.ana.doing(lambda: erase(leaving.tess, heir_id=heir, now=NOW))
    assert owned(leaving, leaving.theo) == ([1, 1, 1] if is_handed_on else [0, 0, 0])
    assert owned(leaving, leaving.tess) == [0, 0, 0]
    assert count(leaving, Enrolment.id) == 3  # the pupils are where they were
    assert "Tess" not in leaving.everything()


def test_only_who_teaches_can_be_handed_something(leaving: Leaving) -> None:
    leaving.ana.doing(lambda: setattr(db.session.get_one(Person, leaving.theo), "is_admin", True))
    for heir in (leaving.ben.id, leaving.tess, 98765):
        with pytest.raises(NoSuchHeir):
            leaving.ana.doing(lambda heir=heir: erase(leaving.tess, heir_id=heir, now=NOW))
    assert leaving.person(leaving.tess).erased_at is None
    assert NAME in leaving.everything()
