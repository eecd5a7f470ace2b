from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from quizapp.attempts import operations
from quizapp.attempts.errors import AttemptClosed, NotShownYet
from quizapp.attempts.models import Attempt
from quizapp.attempts.queries import ResultRow
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from tests.learning import Learner
from tests.small_bank import IN_ORDER, NOW


def attempt_row(learner: Learner, attempt: int) -> Attempt:
    return learner.reading(lambda: db.session.get_one(Attempt, attempt))


def sweep(learner: Learner, *, everybody: bool = False) -> int:
    return learner.doing(lambda: operations.finish_overdue(None if everybody else learner.id, now=learner.now))


def test_a_result_sums_its_answers_and_what_was_left_out_earns_nothing(ana: Learner, ben: Learner) -> None:
    ben.take("exam")
    attempt = ana.start("exam")
    ana.answer(attempt, 1)
    ana.answer(attempt, 2, right=False)
    right = ana.right(attempt, 7)
    ana.give(attempt, 7, type(right)(matched=(None, *right.matched[1:])))
    ana.wait(minutes=5)
    ana.submit(attempt)
    result = ana.result(attempt)
    assert (result.points, result.out_of, result.percent) == (Decimal("1.6667"), Decimal(8), 21)
    assert (result.pass_percent, result.passed, result.mistakes) == (50, False, 7)
    assert (result.started_at, result.submitted_at) == (NOW, ana.now)
    assert [row.verdict for row in result.rows] == ["right", "wrong", *["unanswered"] * 4, "partly", "unanswered"]
    assert result.rows[1] == ResultRow(
        2, "Where was the pact signed?", "short_text", "wrong", Decimal(0), Decimal(1), True
    )
    assert (result.overview.state, result.overview.answered, result.overview.next_number) == ("submitted", 3, None)


def test_the_pass_mark_is_judged_on_the_exact_share(ana: Learner) -> None:
    assert ana.result(ana.take("exam", wrong={1, 2, 3, 4})).passed is True
    assert ana.result(ana.take("exam", wrong={1, 2, 3, 4, 5})).passed is False
    assert ana.result(ana.take("first")).passed is None


def test_the_last_answer_ends_an_attempt_with_feedback_after_each(ana: Learner) -> None:
    attempt = ana.start("first")
    for number in range(1, 9):
        assert attempt_row(ana, attempt).state == "open"
        saved = ana.answer(attempt, number)
    assert saved.is_finished
    assert attempt_row(ana, attempt).submitted_at == ana.now
    assert ana.result(attempt).percent == 100


def test_the_last_answer_of_an_exam_does_not_end_it(ana: Learner) -> None:
    attempt = ana.start("exam")
    for number in range(1, 9):
        saved = ana.answer(attempt, number)
    assert (saved.is_finished, saved.next_number) == (False, None)
    with pytest.raises(NotShownYet):
        ana.result(attempt)


def test_submitting_twice_is_submitting_once(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.submit(attempt)
    moment = ana.now
    ana.wait(hours=1)
    ana.submit(attempt)
    assert attempt_row(ana, attempt).submitted_at == moment
    assert len(ana.result(attempt).rows) == 8


def test_nothing_is_saved_after_submitting(ana: Learner) -> None:
    for slug in ("first", "exam"):
        attempt = ana.start(slug)
        given = ana.right(attempt, 1)
        ana.submit(attempt)
        with pytest.raises(AttemptClosed):
            ana.give(attempt, 1, given, revision=0)
        assert ana.result(attempt).points == 0


@pytest.mark.parametrize(("late", "kept"), [(-1, True), (0, True), (10, True), (11, False), (3600, False)])
def test_an_answer_counts_until_the_deadline_and_ten_seconds(ana: Learner, late: int, kept: bool) -> None:
    attempt = ana.start("timed")
    assert ana.overview(attempt).deadline == NOW + timedelta(minutes=10)
    given = ana.right(attempt, 1)
    ana.wait(minutes=10, seconds=late)
    assert ana.overview(attempt).is_overdue(ana.now) is not kept
    if kept:
        ana.give(attempt, 1, given, revision=0)
    else:
        with pytest.raises(AttemptClosed):
            ana.give(attempt, 1, given, revision=0)
    assert ana.overview(attempt).answered == kept


def test_an_attempt_whose_time_is_over_ends_at_its_deadline_with_its_saved_answers(ana: Learner, ben: Learner) -> None:
    attempt, theirs, untimed = ana.start("timed"), ben.start("timed"), ana.start("exam")
    ana.answer(attempt, 1)
    ana.wait(minutes=10, seconds=10)
    assert sweep(ana) == 0
    ana.wait(days=3)
    assert sweep(ana) == 1
    assert sweep(ana) == 0
    row = attempt_row(ana, attempt)
    assert (row.state, row.submitted_at) == ("submitted", NOW + timedelta(minutes=10))
    assert ana.result(attempt).points == 1
    assert attempt_row(ana, theirs).state == attempt_row(ana, untimed).state == "open"
    assert sweep(ana, everybody=True) == 1
    assert attempt_row(ana, theirs).state == "submitted"


def test_submitting_late_ends_at_the_deadline(ana: Learner) -> None:
    attempt = ana.start("timed")
    ana.wait(hours=1)
    ana.submit(attempt)
    assert attempt_row(ana, attempt).submitted_at == NOW + timedelta(minutes=10)


def test_a_new_start_ends_an_attempt_whose_time_is_over(ana: Learner) -> None:
    attempt = ana.start("timed")
    ana.wait(hours=1)
    assert ana.start("timed") != attempt
    assert attempt_row(ana, attempt).state == "submitted"


def test_a_clock_set_back_ends_no_attempt_early(ana: Learner) -> None:
    attempt = ana.start("timed")
    ana.wait(hours=-1)
    assert ana.answer(attempt, 1).revision == 1
    assert sweep(ana) == 0


def memories(learner: Learner) -> dict[int, int]:
    """How each question remembered was reviewed last: the scheduler's steps."""
    query = select(Memory.question_id, Memory.state).where(Memory.learner_id == learner.id)
    return learner.reading(lambda: {row.question_id: row.state["step"] for row in db.session.execute(query)})


def test_answers_are_remembered_when_they_are_final(ana: Learner, ben: Learner) -> None:
    ben.take("first")
    first = ana.start("first")
    ana.answer(first, 1)
    assert len(memories(ana)) == 1
    exam = ana.start("exam")
    ana.answer(exam, 2)
    ana.answer(exam, 3, right=False)
    assert len(memories(ana)) == 1
    ana.submit(exam)
    assert sorted(memories(ana).values()) == [0, 1, 1]  # Again, Good, Good; what was left out is not remembered
    assert len(memories(ben)) == len(IN_ORDER)


def test_an_answer_kept_until_the_end_is_remembered_from_its_submission(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.answer(attempt, 1)
    submitted = ana.wait(days=1)
    ana.submit(attempt)
    states = ana.reading(lambda: db.session.scalars(select(Memory.state).where(Memory.learner_id == ana.id)).all())
    assert [state["last_review"] for state in states] == [submitted.isoformat()]
