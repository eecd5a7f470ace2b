"""What learners do with attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from quizapp.attempts.given import Given


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is kept: the same token gives the same save again."""

    number: int
    revision: int
    is_final: bool  # the explanation may be shown now
    is_finished: bool  # it was the last answer of an attempt with feedback after each: the attempt is submitted
    next_number: int | None  # the next question to answer; None: nothing left


def start_attempt(quiz_id: int, learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a quiz and return the attempt's id; an attempt that is still open is returned instead of a second."""
    raise NotImplementedError


def submit_answer(
    attempt_id: int,
    number: int,
    learner_id: int,
    given: Given,
    *,
    token: str,
    revision: int,
    sure: bool | None,
    now: datetime,
) -> Saved:
    """Grade and keep an answer; the same token again changes nothing and returns the same.

    `revision` is the one the page was shown (OpenQuestion.revision). Raises UnreadableResponse, StaleAnswer,
    AlreadyFinal, AttemptClosed and NoSuchAttempt; then nothing was stored.
    """
    raise NotImplementedError


def submit_attempt(attempt_id: int, learner_id: int, *, now: datetime) -> None:
    """Finish an attempt: what was left out counts as unanswered. Submitting twice is submitting once."""
    raise NotImplementedError


def finish_overdue(learner_id: int | None = None, *, now: datetime) -> int:
    """Submit the attempts whose time is over, of one learner or of all, and return how many there were."""
    raise NotImplementedError


def practise_mistakes(attempt_id: int, learner_id: int, *, now: datetime, seed: str) -> int:
    """Start a practice of the questions not wholly right and return its id; one already open is returned instead."""
    raise NotImplementedError


def take_over(guest_id: int, account_id: int) -> None:
    """Give a guest's attempts and what they remember to an account."""
    raise NotImplementedError
