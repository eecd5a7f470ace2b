"""What is handed in is shown after its date or its release, and not a moment before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from quizapp.attempts import operations, queries
from quizapp.attempts.errors import AttemptClosed, NoSuchAttempt, NotShownYet, ResultsShown
from quizapp.attempts.given import Given
from quizapp.history.queries import attempts_of, facts_of, standings
from quizapp.practice.queries import due_count
from quizapp.quizzes.models import Edition, Quiz
from quizapp.storage.database import db
from quizapp.teaching.models import Assignment
from tests.attempts.test_taking import HOUR, arrange, set_for
from tests.learning import Learner
from tests.small_bank import NOW

LATER = NOW + timedelta(days=400)


@pytest.fixture
def tess(loaded: Flask) -> Learner:
    """Give the teacher."""
    return Learner(loaded, "Tess")


def reveal(learner: Learner) -> int:
    return learner.doing(lambda: operations.reveal_due(learner.id, now=learner.now))


def is_hidden(learner: Learner, attempt: int) -> bool:
    """Nothing that tells what is right is to be had of it."""
    with pytest.raises(NotShownYet):
        learner.reading(lambda: queries.explanation(attempt, 1, learner.id))
    with pytest.raises(NotShownYet):
        learner.reading(lambda: queries.result(attempt, learner.id))
    with pytest.raises(NotShownYet):
        learner.doing(lambda: operations.practise_mistakes(attempt, learner.id, now=learner.now, seed="s"))
    overview = learner.overview(attempt)
    past = learner.reading(lambda: attempts_of(learner.id))[0]
    standing = learner.reading(lambda: standings(learner.id))[overview.quiz_id or 0]
    known = learner.reading(lambda: facts_of(learner.id))
    due = learner.reading(lambda: due_count(learner.id, now=LATER))
    return (
        overview.state == "handed_in"
        and {step.state for step in overview.steps} <= {"saved", "open"}
        and past.percent is None
        and (standing.best_percent, standing.handed_in, standing.attempts) == (None, 1, 1)
        and not (known.strong or known.weak or due)
    )


def test_after_the_due_date(tess: Learner, ana: Learner) -> None:
    set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    attempt = ana.take("exam", wrong={2})
    assert is_hidden(ana, attempt)
    held = ana.reading(lambda: queries.waiting(attempt, ana.id))
    assert (held.shown_at, held.time_zone, held.title) == (NOW + HOUR, "Europe/Berlin", "The exam quiz")
    assert reveal(ana) == 0
    with pytest.raises(AttemptClosed):
        ana.give(attempt, 1, Given(chosen=(1,)), revision=1)
    ana.wait(hours=1)
    assert reveal(ana) == 1
    assert ana.reading(lambda: queries.result(attempt, ana.id)).mistakes == 1
    assert ana.reading(lambda: due_count(ana.id, now=LATER)) > 0
    assert reveal(ana) == 0
    with pytest.raises(NoSuchAttempt):
        ana.reading(lambda: queries.waiting(attempt, ana.id))


def test_who_hands_in_late_sees_it_at_once(tess: Learner, ana: Learner) -> None:
    set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    attempt = ana.start("exam")
    ana.wait(hours=2)
    ana.submit(attempt)
    assert ana.overview(attempt).state == "submitted"


def test_another_due_date_is_waited_for(tess: Learner, ana: Learner) -> None:
    assignment = set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    arrange(tess, assignment, ana, due_at=NOW + 3 * HOUR)
    attempt = ana.take("exam")
    ana.wait(hours=2)
    assert reveal(ana) == 0
    assert is_hidden(ana, attempt)
    ana.wait(hours=1)
    assert reveal(ana) == 1


def test_a_release_comes_before_the_due_date(tess: Learner, ana: Learner) -> None:
    assignment = set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + 9 * HOUR)
    attempt = ana.take("exam")

    def release() -> None:
        db.session.get_one(Assignment, assignment).released_at = NOW

    tess.doing(release)
    assert reveal(ana) == 1
    assert ana.overview(attempt).state == "submitted"


def test_on_release(tess: Learner, ana: Learner, ben: Learner) -> None:
    assignment = set_for(tess, "exam", ana, ben, feedback="on_release")
    attempts = [ana.take("exam"), ben.take("exam")]
    assert is_hidden(ana, attempts[0])

    def release() -> None:
        db.session.get_one(Assignment, assignment).released_at = NOW

    tess.doing(release)
    assert tess.doing(lambda: operations.reveal_due(now=NOW)) == 2
    assert ben.overview(attempts[1]).state == "submitted"


def test_a_quiz_without_a_class_is_released_as_a_whole(tess: Learner, ana: Learner) -> None:
    quiz = ana.quiz("exam")

    def hold_back() -> None:
        db.session.execute(update(Edition).where(Edition.quiz_id == quiz).values(feedback="on_release"))

    tess.doing(hold_back)
    attempt = ana.take("exam")
    assert is_hidden(ana, attempt)

    def release() -> None:
        db.session.get_one(Quiz, quiz).released_at = NOW

    tess.doing(release)
    assert reveal(ana) == 1


def test_what_is_shown_cannot_be_earned_again(tess: Learner, ana: Learner, ben: Learner) -> None:
    set_for(tess, "exam", ana, ben, feedback="after_due", due_at=NOW + HOUR)
    attempt = ana.take("exam", wrong={1, 2, 3})
    assert ana.take("exam") != attempt  # before anything is shown a second try is a second try
    ana.wait(hours=2)
    ben.wait(hours=2)
    assert reveal(ana) == 2
    with pytest.raises(ResultsShown):
        ana.start("exam")
    assert not ana.reading(lambda: queries.result(attempt, ana.id)).can_be_retaken
    assert ben.start("exam")  # whoever has not handed in is late, and may still


def test_what_is_due_is_known_before_anybody_looks(tess: Learner, ana: Learner) -> None:
    set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    ana.take("exam")
    ana.wait(hours=2)
    with pytest.raises(ResultsShown):
        ana.start("exam")


def test_what_is_right_is_not_copied_into_an_attempt_begun_before(tess: Learner, ana: Learner) -> None:
    set_for(tess, "exam", ana, feedback="after_due", due_at=NOW + HOUR)
    attempt = ana.take("exam", wrong={1})
    again = ana.start("exam")
    ana.wait(hours=2)
    assert reveal(ana) == 0
    with pytest.raises(NotShownYet):
        ana.reading(lambda: queries.explanation(attempt, 1, ana.id))
    assert ana.reading(lambda: queries.waiting(attempt, ana.id)).is_begun_again
    ana.submit(again)
    assert reveal(ana) == 1


def test_an_overdue_attempt_is_handed_in_and_not_shown(tess: Learner, ana: Learner) -> None:
    set_for(tess, "timed", ana, feedback="on_release")
    attempt = ana.start("timed")
    ana.wait(hours=1)
    assert ana.doing(lambda: operations.finish_overdue(now=ana.now)) == 1
    assert ana.overview(attempt).state == "handed_in"
