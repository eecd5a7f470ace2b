"""Not knowing: the question is left unanswered for good, and shown."""

import pytest
from sqlalchemy import func, select

from quizapp.attempts.errors import AlreadyFinal, NotShownYet
from quizapp.attempts.operations import Saved
from quizapp.practice.models import Memory
from quizapp.storage.database import db
from tests.attempts.test_answer import all_answers, rows
from tests.learning import Learner


def remembered(learner: Learner) -> int:
    return learner.reading(lambda: db.session.scalar(select(func.count()).select_from(Memory)) or 0)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", range(1, 9))
def test_a_question_of_every_kind_can_be_left_and_is_explained(ana: Learner, number: int) -> None:
    attempt = ana.start("first")
    saved = ana.give(attempt, number, None)
    assert (saved.number, saved.revision, saved.is_final, saved.is_finished) == (number, 1, True, False)
    explained = ana.explained(attempt, number)
    assert (explained.mark.verdict, explained.mark.points, explained.given_text) == ("unanswered", 0, "")
    assert explained.key_text
    assert explained.cards


def test_it_is_stored_as_unanswered_and_not_remembered(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 2, None)
    (row,) = rows(ana, attempt)
    assert (row.response, row.verdict, row.points, row.out_of, row.sure) == (None, "unanswered", 0, 1, None)
    assert remembered(ana) == 0
    ana.answer(attempt, 1)
    assert remembered(ana) == 1


def test_it_is_final(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 1, None)
    with pytest.raises(AlreadyFinal):
        ana.answer(attempt, 1)
    ana.answer(attempt, 2)
    with pytest.raises(AlreadyFinal):
        ana.give(attempt, 2, None)
    assert [row.verdict for row in rows(ana, attempt)] == ["unanswered", "right"]


def test_the_same_token_again_is_the_same_save(ana: Learner) -> None:
    attempt = ana.start("once")
    first = ana.give(attempt, 1, None, token="t", revision=0)
    assert first == Saved(1, 1, True, True, None)
    assert ana.give(attempt, 1, ana.right(attempt, 1), token="t", revision=0) == first
    assert [row.verdict for row in rows(ana, attempt)] == ["unanswered"]


def test_with_feedback_at_the_end_nothing_is_left_nor_told(ana: Learner) -> None:
    attempt = ana.start("exam")
    with pytest.raises(NotShownYet):
        ana.give(attempt, 1, None)
    ana.answer(attempt, 2)
    with pytest.raises(NotShownYet):
        ana.give(attempt, 2, None)
    assert all_answers(ana) == 1
    with pytest.raises(NotShownYet):
        ana.explained(attempt, 1)


def test_progress_and_result_say_so_and_it_is_practised(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.give(attempt, 1, None)
    ana.answer(attempt, 2)
    overview = ana.overview(attempt)
    assert [step.state for step in overview.steps[:3]] == ["unanswered", "right", "open"]
    assert (overview.answered, overview.next_number) == (1, 3)
    for number in range(3, 9):
        ana.answer(attempt, number)
    result = ana.result(attempt)
    assert (result.rows[0].verdict, result.points, result.mistakes) == ("unanswered", 7, 1)
    practice = ana.practise(attempt)
    assert ana.asked(practice, 1).stem == result.rows[0].stem
    ana.give(practice, 1, None)
    assert ana.result(practice).mistakes == 1
