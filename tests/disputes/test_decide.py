from __future__ import annotations

import pytest
from sqlalchemy import select, update

from quizapp.accounts.models import Person
from quizapp.attempts.models import AttemptItem
from quizapp.banks.models import Bank, QuestionVersion
from quizapp.disputes import errors, operations, queries
from quizapp.quizzes.models import Quiz
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db
from tests.disputes.conftest import School
from tests.small_bank import NOW


def own(school: School, what: type[Quiz] | type[Bank], person: int | None) -> None:
    school.doing(lambda: db.session.execute(update(what).values(owner_id=person)))


def test_the_nearest_teacher_decides(school: School) -> None:
    """The class's, else the quiz's owner, else the bank's, else an admin."""
    ana = school.ana
    loose = school.dispute(ana, ana.take("open"), 1)
    assert school.deciders() == {"tess": [], "theo": [], "ada": [loose]}
    own(school, Bank, school.theo)
    assert school.deciders() == {"tess": [], "theo": [loose], "ada": []}
    own(school, Quiz, school.tess)
    assert school.deciders() == {"tess": [loose], "theo": [], "ada": []}
    own(school, Quiz, school.theo)
    school.set("first")
    attempt = ana.take("first", wrong={1, 2})
    of_class = school.dispute(ana, attempt)
    practised = ana.practise(attempt)
    ana.answer(practised, 1)
    of_practice = school.dispute(ana, practised)
    assert school.deciders() == {"tess": [of_class, of_practice], "theo": [loose], "ada": []}
    school.doing(lambda: db.session.execute(update(Person).where(Person.id == school.tess).values(disabled_at=NOW)))
    assert school.deciders() == {"tess": [], "theo": [loose, of_class, of_practice], "ada": []}
    own(school, Quiz, None)
    own(school, Bank, school.tess)
    assert school.deciders()["ada"] == [loose, of_class, of_practice]


def test_what_is_practised_twice_belongs_to_the_class_it_was_set_to(school: School) -> None:
    school.set("first")
    attempt = school.ana.take("first", wrong={1})
    for _ in range(2):
        attempt = school.ana.practise(attempt)
        school.ana.answer(attempt, 1, right=False)
    dispute = school.dispute(school.ana, attempt)
    assert school.deciders() == {"tess": [dispute], "theo": [], "ada": []}


def test_a_decision_has_a_word_and_can_be_changed_while_no_regrade_hangs_on_it(school: School) -> None:
    school.set("first")
    attempt = school.ana.take("first", wrong={1})
    dispute = school.dispute(school.ana, attempt)
    with pytest.raises(errors.NoSuchDispute):
        school.doing(lambda: operations.decide(dispute, school.theo, "upheld", "", standing="open", now=NOW))
    with pytest.raises(errors.NoSuchDispute):
        school.reading(lambda: queries.open_dispute(dispute, school.theo))
    with pytest.raises(errors.NothingSaid):
        school.decide(dispute, school.tess, "declined", " ")
    assert school.row(dispute).state == "open"
    assert school.decide(dispute, school.tess, "declined", "Read the second sentence.") == 1
    with pytest.raises(errors.DecidedOtherwise):  # a page that was loaded before
        school.doing(lambda: operations.decide(dispute, school.tess, "upheld", "", standing="open", now=NOW))
    school.decide(dispute, school.tess, "upheld", "")
    regrade = school.doing(lambda: regraded(attempt, school.tess))
    school.doing(lambda: operations.settle(dispute, regrade))
    with pytest.raises(errors.JudgedAnew):
        school.decide(dispute, school.tess, "declined", "No.")
    row = school.row(dispute)
    assert (row.state, row.regrade_id, row.decided_by_id) == ("upheld", regrade, school.tess)


def regraded(attempt: int, by: int, number: int = 1) -> int:
    version = db.session.scalars(
        select(QuestionVersion)
        .join(AttemptItem, AttemptItem.version_id == QuestionVersion.id)
        .where(AttemptItem.attempt_id == attempt, AttemptItem.position == number)
    ).one()
    row = Regrade(
        question_id=version.question_id, from_version_id=version.id, to_version_id=None, policy="give_all",
        scope="own", reason="Two are right.", judged=1, unmapped=0, moved=0, by_id=by, at=NOW,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    return row.id


def test_the_same_is_decided_once_for_all_who_say_it(school: School) -> None:
    ana, ben = school.ana, school.ben
    own(school, Quiz, school.tess)
    attempts = ana.take("first", wrong={1}), ben.take("first", wrong={1, 2})
    first, second = school.dispute(ana, attempts[0]), school.dispute(ben, attempts[1])
    other_question = school.dispute(ben, attempts[1], 2)
    whole = school.reading(lambda: queries.open_dispute(first, school.tess))
    assert [row.id for row in whole.beside] == [row.id for row in whole.alike] == [second]
    assert (whole.others.count, whole.others.same, whole.others.right, whole.others.where) == (1, 1, 0, "quiz")
    assert school.decide(first, school.tess, also=(second, other_question, 987)) == 2
    states = {one: school.row(one).state for one in (first, second, other_question)}
    assert states == {first: "upheld", second: "upheld", other_question: "open"}
    regrade = school.doing(lambda: regraded(attempts[0], school.tess))
    with pytest.raises(errors.NoSuchDispute):  # it is about another question
        school.doing(lambda: operations.settle(other_question, regrade))
    school.doing(lambda: operations.settle(first, regrade))
    assert school.row(second).regrade_id == regrade
    assert school.row(other_question).regrade_id is None
    school.decide(other_question, school.tess)
    again = school.doing(lambda: regraded(attempts[1], school.tess, 2))
    school.doing(lambda: operations.settle(None, again))  # the editor led there, not the dispute
    assert [school.row(one).regrade_id for one in (first, second, other_question)] == [regrade, regrade, again]


def test_lists_count_in_so_many_statements(school: School, statements: list[str]) -> None:
    own(school, Quiz, school.tess)
    for learner in (school.ana, school.ben):
        attempt = learner.take("first", wrong={1, 2, 3})
        for number in (1, 2, 3):
            school.dispute(learner, attempt, number)
    counts = set()
    for size in (1, 2, 50):
        statements.clear()
        found = school.reading(lambda n=size: queries.disputes_to_decide(school.tess, state="open", size=n))
        counts.add(len(statements))
        assert (len(found.rows), found.total) == (min(size, 6), 6)
    assert counts == {2}
    statements.clear()
    desk = school.reading(lambda: queries.disputed_questions(school.tess))
    assert [(row.count, row.first_id) for row in desk] == [(2, 1), (2, 2), (2, 3)]
    assert len(statements) == 1
    assert len(school.reading(lambda: queries.disputed_questions(school.theo))) == 0
    school.decide(desk[0].first_id, school.tess)
    states = [row.state for row in school.reading(lambda: queries.disputes_to_decide(school.tess)).rows]
    assert states == ["open"] * 5 + ["upheld"]
