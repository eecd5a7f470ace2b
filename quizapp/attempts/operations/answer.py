"""Keeping an answer: graded when saved, the same save twice is one save, a stale page overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, insert, update

from quizapp.attempts.errors import (
    AlreadyFinal,
    AttemptClosed,
    NotShownYet,
    QuestionCorrected,
    StaleAnswer,
    UnreadableResponse,
)
from quizapp.attempts.given import Given
from quizapp.attempts.models import Answer
from quizapp.attempts.operations.finish import finish
from quizapp.attempts.queries.overview import overview_of
from quizapp.attempts.queries.question import given_in
from quizapp.attempts.rules import AFTER_EACH, OPEN, SUBMITTED, ended_at, is_over
from quizapp.attempts.shown import response_from_shown
from quizapp.attempts.sitting import Asked, find_asked, lock_attempt
from quizapp.core.grading import Mark, complaint, grade
from quizapp.core.kinds import Response, response_data
from quizapp.practice.operations import Review, record_review
from quizapp.storage.database import db

ANSWERS = cast(Table, Answer.__table__)
ADD = insert(ANSWERS)
CHANGE = update(ANSWERS).where(ANSWERS.c.item_id == bindparam("item"))


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is kept: the same token gives the same save again."""

    number: int
    revision: int
    is_final: bool  # the explanation may be shown now
    is_finished: bool  # it was the last answer of an attempt with feedback after each: the attempt is submitted
    next_number: int | None  # the next question to answer; None: nothing left


def submit_answer(
    attempt_id: int,
    number: int,
    learner_id: int,
    given: Given | None,
    *,
    token: str,
    revision: int,
    sure: bool | None,
    version_id: int | None = None,
    now: datetime,
) -> Saved:
    """Grade and keep an answer; the same token again changes nothing and returns the same.

    `given` is None where the learner does not know: then the question stays unanswered for good, and practice
    learns nothing from it. `revision` and `version_id` are those the page was shown (OpenQuestion). Raises
    UnreadableResponse, StaleAnswer, QuestionCorrected, AlreadyFinal, AttemptClosed, NoSuchAttempt, and NotShownYet for
    None where feedback comes at the end; then nothing was stored.
    """
    lock_attempt(attempt_id, learner_id)
    asked = find_asked(attempt_id, number, learner_id)
    stored_token = f"{asked.item_id}:{token}"
    if asked.token == stored_token:
        return _saved(asked, asked.revision)
    _refuse_what_may_not_be(asked, given, revision, now=now)
    if version_id not in (None, asked.version_id):
        raise QuestionCorrected
    response = None if given is None else _read(asked, given)
    mark = grade(asked.content, response)
    _store(asked, response, mark, token=stored_token, sure=sure, now=now)
    if asked.sitting.feedback == AFTER_EACH and response is not None:
        review = Review(asked.question_id, mark.verdict == "right", now, sure)
        record_review(learner_id, review, state=asked.memory)
    saved = _saved(asked, asked.revision + 1)
    if saved.is_finished:
        finish(attempt_id, learner_id, at=ended_at(asked.sitting.deadline, now))
    return saved


def _refuse_what_may_not_be(asked: Asked, given: Given | None, revision: int, *, now: datetime) -> None:
    """Whose attempt it is was settled first; then time, then finality, then the page's age."""
    if asked.sitting.state != OPEN or is_over(asked.sitting.deadline, now):
        raise AttemptClosed
    if asked.is_final:
        raise AlreadyFinal
    if given is None:
        if asked.sitting.feedback != AFTER_EACH:
            raise NotShownYet
        return
    saved = given_in(asked)
    if revision != asked.revision and saved is not None:
        raise StaleAnswer(saved=saved, yours=given, revision=asked.revision)


def _read(asked: Asked, given: Given) -> Response:
    response = response_from_shown(asked.content, asked.order, given)
    amiss = complaint(asked.content, response)
    if amiss is not None:
        raise UnreadableResponse(amiss)
    return response


def _store(
    asked: Asked, response: Response | None, mark: Mark, *, token: str, sure: bool | None, now: datetime
) -> None:
    values = {
        "response": None if response is None else response_data(response),
        "revision": asked.revision + 1,
        "token": token,
        "points": mark.earned(asked.worth),
        "out_of": asked.worth,
        "verdict": mark.verdict,
        "sure": sure,
        "answered_at": now,
    }
    if asked.answer_id is None:
        db.session.execute(ADD, {"item_id": asked.item_id, **values})
    else:
        db.session.execute(CHANGE, {"item": asked.item_id, **values})


def _saved(asked: Asked, revision: int) -> Saved:
    """What is said of a save, the same for its first sending and for any other."""
    overview = overview_of(asked.sitting)
    after_each = asked.sitting.feedback == AFTER_EACH
    return Saved(
        number=asked.number,
        revision=revision,
        is_final=after_each or asked.sitting.state == SUBMITTED,
        is_finished=after_each and overview.next_number is None,
        next_number=overview.next_after(asked.number),
    )
