from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching import operations, rules
from quizapp.teaching.errors import NoSuchMember, RefusedEntry
from quizapp.teaching.models import Accommodation, Assignment
from quizapp.teaching.operations.accommodations import Arrangement
from quizapp.teaching.queries.assignable import assignable
from quizapp.teaching.rules import Times
from tests.small_bank import NOW
from tests.teaching.conftest import School, later


def row(school: School, assignment_id: int) -> Assignment:
    """The assignment as it is stored."""
    return school.reading(lambda: db.session.get_one(Assignment, assignment_id))


def own(school: School, slug: str, owner_id: int, audience: str = "classes") -> int:
    """Give a quiz of the small bank to a teacher."""

    def change() -> int:
        quiz = db.session.scalars(select(Quiz).where(Quiz.slug == slug)).one()
        quiz.owner_id, quiz.audience = owner_id, audience
        return quiz.id

    return school.doing(change)


def test_a_quiz_is_set_to_a_class(school: School) -> None:
    assignment = row(school, school.assign(due_at=later(days=1), closes_at=later(days=2)))
    assert (assignment.class_id, assignment.quiz_id, assignment.feedback) == (school.room, school.quiz(), "")
    assert (assignment.opens_at, assignment.due_at, assignment.closes_at) == (NOW, later(days=1), later(days=2))
    assert (assignment.created_at, assignment.withdrawn_at, assignment.released_at) == (NOW, None, None)


def test_the_same_twice_is_once_until_it_is_taken_back(school: School) -> None:
    first = school.assign()
    assert school.assign() == first
    assert school.assign(due_at=later(days=1)) != first
    assert school.assign(room=school.theos) != first
    school.doing(lambda: operations.withdraw(first, now=NOW))
    assert school.assign() != first


def test_what_was_taken_back_can_be_set_again(school: School) -> None:
    assignment = school.assign()
    school.doing(lambda: operations.withdraw(assignment, now=NOW))
    school.doing(lambda: operations.withdraw(assignment, now=later(hours=1)))
    assert row(school, assignment).withdrawn_at == NOW
    school.doing(lambda: operations.set_again(assignment))
    assert row(school, assignment).withdrawn_at is None


def test_results_are_released_once(school: School) -> None:
    assignment = school.assign()
    school.doing(lambda: operations.release_results(assignment, now=NOW))
    school.doing(lambda: operations.release_results(assignment, now=later(hours=1)))
    assert row(school, assignment).released_at == NOW


def test_times_follow_one_another(school: School) -> None:
    assignment = school.assign(due_at=later(days=1))
    for times, feedback, field, message in (
        (Times(NOW, NOW), "", "due_at", rules.DUE_FIRST),
        (Times(NOW, NOW - timedelta(days=1)), "", "due_at", rules.DUE_FIRST),
        (Times(NOW, later(days=2), later(days=1)), "", "closes_at", rules.CLOSES_FIRST),
        (Times(NOW, None, NOW), "", "closes_at", rules.CLOSES_FIRST),
        (Times(NOW, None), "after_due", "due_at", rules.NO_DUE),
        (Times(NOW), "sometime", "feedback", rules.UNKNOWN_FEEDBACK),
    ):
        with pytest.raises(RefusedEntry) as refusal:
            school.doing(
                lambda times=times, feedback=feedback: operations.change_assignment(
                    assignment, times, feedback=feedback
                )
            )
        assert (refusal.value.field, str(refusal.value)) == (field, message)
    assert row(school, assignment).due_at == later(days=1)


def test_what_the_quiz_shows_after_the_due_date_needs_one_too(school: School) -> None:
    school.doing(lambda: db.session.execute(update(Edition).values(feedback="after_due")))
    with pytest.raises(RefusedEntry) as refusal:
        school.assign()
    assert (refusal.value.field, str(refusal.value)) == ("due_at", rules.NO_DUE)
    made = school.assign(due_at=later(days=1))
    with pytest.raises(RefusedEntry):
        school.doing(lambda: operations.change_assignment(made, Times(NOW), feedback=""))
    school.doing(lambda: operations.change_assignment(made, Times(NOW), feedback="at_end"))


def test_due_and_closing_may_be_the_same_moment(school: School) -> None:
    times = Times(NOW, later(days=1), later(days=1))
    assignment = school.assign()
    school.doing(lambda: operations.change_assignment(assignment, times, feedback="after_due"))
    assert (row(school, assignment).feedback, row(school, assignment).closes_at) == ("after_due", later(days=1))


def test_a_teacher_sets_her_own_quizzes_and_those_for_everyone(school: School) -> None:
    hers, his = own(school, "exam", school.tess), own(school, "once", school.theo)
    found = school.reading(lambda: assignable(school.tess))
    assert hers in [quiz.id for quiz in found if quiz.is_own]
    assert his not in [quiz.id for quiz in found]
    assert school.quiz("open") in [quiz.id for quiz in found if not quiz.is_own]
    school.assign("exam")
    with pytest.raises(NoSuchQuiz):
        school.assign("once")
    with pytest.raises(NoSuchQuiz):
        school.assign("exam", room=school.theos)


def test_an_archived_quiz_is_not_set(school: School) -> None:
    def archive() -> None:
        db.session.scalars(select(Quiz).where(Quiz.slug == "open")).one().archived_at = NOW

    school.doing(archive)
    with pytest.raises(NoSuchQuiz):
        school.assign()


def test_one_learner_gets_other_times(school: School) -> None:
    assignment = school.assign(due_at=later(days=1), closes_at=later(days=2))
    school.doing(
        lambda: operations.arrange(assignment, school.ana, Arrangement(closes_at=later(days=5), time_percent=150))
    )
    school.doing(lambda: operations.arrange(assignment, school.ana, Arrangement(due_at=later(days=2), time_percent=0)))
    kept = school.reading(lambda: db.session.scalars(select(Accommodation)).one())
    assert (kept.person_id, kept.due_at, kept.closes_at, kept.time_percent) == (school.ana, later(days=2), None, 0)
    school.doing(lambda: operations.arrange(assignment, school.ana, Arrangement()))
    assert school.reading(lambda: db.session.scalars(select(Accommodation)).all()) == []


@pytest.mark.parametrize(
    ("arrangement", "field"),
    [
        (Arrangement(opens_at=NOW + timedelta(days=1)), "due_at"),
        (Arrangement(due_at=NOW + timedelta(days=3)), "closes_at"),
        (Arrangement(time_percent=17), "time_percent"),
    ],
)
def test_other_times_must_follow_too(school: School, arrangement: Arrangement, field: str) -> None:
    assignment = school.assign(due_at=later(days=1), closes_at=later(days=2))
    with pytest.raises(RefusedEntry) as refusal:
        school.doing(lambda: operations.arrange(assignment, school.ana, arrangement))
    assert refusal.value.field == field
    assert school.reading(lambda: db.session.scalars(select(Accommodation)).all()) == []


def test_only_who_belongs_to_the_class_gets_other_times(school: School) -> None:
    assignment = school.assign()
    with pytest.raises(NoSuchMember):
        school.doing(lambda: operations.arrange(assignment, school.ben, Arrangement(time_percent=200)))
    school.doing(lambda: operations.remove(school.room, school.ana, now=NOW))
    with pytest.raises(NoSuchMember):
        school.doing(lambda: operations.arrange(assignment, school.ana, Arrangement(time_percent=200)))
