from dataclasses import replace
from decimal import Decimal

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from quizapp.attempts.errors import AlreadyFinal, AttemptClosed, StaleAnswer, UnreadableResponse
from quizapp.attempts.given import Given
from quizapp.attempts.models import Answer, AttemptItem
from quizapp.attempts.operations import Saved
from quizapp.storage.database import db
from tests.learning import Learner


def rows(learner: Learner, attempt: int) -> list[Answer]:
    query = select(Answer).join(AttemptItem).where(AttemptItem.attempt_id == attempt).order_by(AttemptItem.position)
    return learner.reading(lambda: list(db.session.scalars(query)))


def all_answers(learner: Learner) -> int:
    return learner.reading(lambda: db.session.scalar(select(func.count(Answer.id))) or 0)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", range(1, 9))
def test_a_right_answer_of_every_kind_is_stored_with_full_points(ana: Learner, ben: Learner, number: int) -> None:
    ben.answer(ben.start("first"), number, right=False)
    attempt = ana.start("first")
    saved = ana.answer(attempt, number, sure=True)
    assert (saved.number, saved.revision, saved.is_final, saved.is_finished) == (number, 1, True, False)
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.points, row.out_of, row.sure) == ("right", Decimal(1), Decimal(1), True)
    assert row.answered_at == ana.now
    assert ana.asked(attempt, number).given == ana.right(attempt, number)


@pytest.mark.sqlite_only
@pytest.mark.parametrize("number", range(1, 9))
def test_a_wrong_answer_of_every_kind_earns_nothing(ana: Learner, number: int) -> None:
    attempt = ana.start("first")
    ana.answer(attempt, number, right=False)
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.points, row.out_of) == ("wrong", Decimal(0), Decimal(1))
    assert ana.asked(attempt, number).given == ana.wrong(attempt, number)


def test_a_partly_right_answer_earns_its_share(ana: Learner) -> None:
    attempt = ana.start("first")
    right = ana.right(attempt, 7)
    ana.give(attempt, 7, replace(right, matched=(None, *right.matched[1:])))
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.points) == ("partly", Decimal("0.6667"))


def test_the_same_token_again_changes_nothing_and_says_the_same(ana: Learner) -> None:
    attempt = ana.start("exam")
    first = ana.give(attempt, 1, ana.right(attempt, 1), token="t", revision=0)
    again = ana.give(attempt, 1, ana.wrong(attempt, 1), token="t", revision=0)
    assert again == first == Saved(1, 1, False, False, 2)
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.revision) == ("right", 1)


def test_one_token_on_two_questions_is_two_saves(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.give(attempt, 1, ana.right(attempt, 1), token="t")
    ana.give(attempt, 2, ana.right(attempt, 2), token="t")
    assert [row.verdict for row in rows(ana, attempt)] == ["right", "right"]


def test_the_last_save_of_an_attempt_can_be_sent_again(ana: Learner) -> None:
    attempt = ana.start("once")
    first = ana.give(attempt, 1, ana.right(attempt, 1), token="t", revision=0)
    assert first == Saved(1, 1, True, True, None)
    assert ana.give(attempt, 1, ana.right(attempt, 1), token="t", revision=0) == first
    assert ana.overview(attempt).state == "submitted"


def test_at_the_end_an_answer_can_be_changed_until_submitting(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.answer(attempt, 1, right=False)
    saved = ana.answer(attempt, 1)
    assert (saved.revision, saved.is_final) == (2, False)
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.revision) == ("right", 2)
    ana.submit(attempt)
    with pytest.raises(AttemptClosed):
        ana.answer(attempt, 1, right=False)
    assert rows(ana, attempt)[0].verdict == "right"


def test_after_each_an_answer_is_final(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.answer(attempt, 1, right=False)
    with pytest.raises(AlreadyFinal):
        ana.answer(attempt, 1)
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.revision) == ("wrong", 1)


def test_a_stale_page_overwrites_nothing_and_is_told_both_answers(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.give(attempt, 2, Given(text="Lagoon City"), revision=0)
    with pytest.raises(StaleAnswer) as refused:
        ana.give(attempt, 2, Given(text="Avalon"), revision=0)
    assert refused.value.saved == Given(text="Lagoon City")
    assert refused.value.yours == Given(text="Avalon")
    assert refused.value.revision == 1
    assert [row.response for row in rows(ana, attempt)] == [{"text": "Lagoon City"}]
    ana.give(attempt, 2, Given(text="Avalon"), revision=refused.value.revision)  # the learner chose the other one
    assert [row.response for row in rows(ana, attempt)] == [{"text": "Avalon"}]


def test_a_resent_older_save_is_stale_too(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.give(attempt, 2, Given(text="one"), token="first", revision=0)
    ana.give(attempt, 2, Given(text="two"), token="second", revision=1)
    with pytest.raises(StaleAnswer):
        ana.give(attempt, 2, Given(text="one"), token="first", revision=0)
    assert [row.response for row in rows(ana, attempt)] == [{"text": "two"}]


CHOOSE, TICK, TYPE = "Choose an answer first.", "Tick at least one answer first.", "Type an answer first."
OFFERED, PLACE = "Choose from what is offered.", "Give every item a place."
MATCH, NUMBERED = "Choose at least one match first.", "Number the places from 1 to 3."


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    ("number", "given", "message"),
    [
        (1, Given(), CHOOSE), (1, Given(chosen=(4,)), OFFERED), (1, Given(chosen=(0,)), OFFERED),
        (1, Given(chosen=(1, 2)), "Choose one answer."), (1, Given(text="4 April 1949"), CHOOSE),
        (2, Given(text="  "), TYPE), (2, Given(text="x" * 401), "Use at most 400 characters."),
        (2, Given(text="a\0b"), "The text holds a sign that cannot be stored: type it again."),
        (2, Given(text="a\ud800"), "The text holds a sign that cannot be stored: type it again."),
        (5, Given(chosen=(3,)), OFFERED), (6, Given(), TICK), (6, Given(chosen=(1, 5)), OFFERED),
        (7, Given(), MATCH), (7, Given(matched=(1,)), OFFERED),
        (7, Given(matched=(1, 2, 5)), OFFERED), (7, Given(matched=(None,) * 3), MATCH),
        (8, Given(), PLACE), (8, Given(places=(1, 2, None)), PLACE), (8, Given(places=(1, 2, 4)), NUMBERED),
        (8, Given(places=(1, 2, 2)), "Two items have the same place: give each its own."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_not_stored(ana: Learner, number: int, given: Given, message: str) -> None:
    attempt = ana.start("first")
    with pytest.raises(UnreadableResponse) as refused:
        ana.give(attempt, number, given)
    assert str(refused.value) == message
    assert all_answers(ana) == 0
    assert ana.overview(attempt).answered == 0


def test_a_number_that_is_none_is_asked_for_again(ana: Learner) -> None:
    attempt = ana.start("first")
    with pytest.raises(UnreadableResponse):
        ana.give(attempt, 3, Given(text="very many"))
    assert all_answers(ana) == 0


def test_an_unreadable_change_leaves_the_saved_answer(ana: Learner) -> None:
    attempt = ana.start("exam")
    ana.answer(attempt, 6)
    with pytest.raises(UnreadableResponse):
        ana.give(attempt, 6, Given())
    (row,) = rows(ana, attempt)
    assert (row.verdict, row.revision) == ("right", 1)


def test_the_next_question_is_the_next_without_an_answer(ana: Learner) -> None:
    attempt = ana.start("first")
    assert ana.answer(attempt, 3).next_number == 4
    assert ana.answer(attempt, 8).next_number == 1
    assert ana.answer(attempt, 1).next_number == 2
    assert ana.overview(attempt).next_number == 2


def test_steps_tell_verdicts_only_where_feedback_was_shown(ana: Learner) -> None:
    first, exam = ana.start("first"), ana.start("exam")
    for attempt in (first, exam):
        ana.answer(attempt, 1)
        ana.answer(attempt, 2, right=False)
    assert [step.state for step in ana.overview(first).steps[:3]] == ["right", "wrong", "open"]
    assert [step.state for step in ana.overview(exam).steps[:3]] == ["saved", "saved", "open"]
    ana.submit(exam)
    assert [step.state for step in ana.overview(exam).steps[:3]] == ["right", "wrong", "unanswered"]


def test_saving_takes_few_statements_whatever_the_size(ana: Learner, loaded: Flask, statements: list[str]) -> None:
    small, large = ana.start("once"), ana.start("first")
    counts = []
    for attempt in (large, small):
        given = ana.right(attempt, 1)
        statements.clear()
        ana.give(attempt, 1, given, revision=0)
        counts.append(len(statements))
    lock = 1 if loaded.config["SQLALCHEMY_DATABASE_URI"].startswith("postgresql") else 0
    assert counts[0] == 4 + lock
    assert counts[1] == 6 + lock  # the last answer also ends its attempt


def test_points_follow_what_a_question_is_worth(ana: Learner) -> None:
    attempt = ana.start("first")
    ana.doing(lambda: db.session.execute(update(AttemptItem).values(points=3)))
    ana.answer(attempt, 1)
    ana.answer(attempt, 2, right=False)
    ana.submit(attempt)
    result = ana.result(attempt)
    assert (result.points, result.out_of, result.percent) == (3, 24, 13)
