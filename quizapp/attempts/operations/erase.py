"""What stays of the attempts of somebody who leaves for good: marks that belong to nobody, or nothing."""

from __future__ import annotations

from sqlalchemy import Select, String, cast, delete, select, update

from quizapp.attempts.models import Answer, Attempt, AttemptItem
from quizapp.attempts.operations.record import seed_of
from quizapp.attempts.rules import HANDED_IN, OPEN, PRACTICE, SUBMITTED
from quizapp.practice.operations import forget_memories
from quizapp.storage.database import db


def lock_attempts_of(learner_id: int) -> None:
    """Let answers being saved come first; in the order of their ids, as elsewhere."""
    db.session.execute(
        select(Attempt.id).where(Attempt.learner_id == learner_id).order_by(Attempt.id).with_for_update()
    )


def attempts_to_erase(learner_id: int, *, marks_too: bool) -> Select[int]:
    """Select attempts of which nothing stays: practice and what is not handed in, which no figure counts; or all."""
    query = select(Attempt.id).where(Attempt.learner_id == learner_id)
    return query if marks_too else query.where((Attempt.mode == PRACTICE) | (Attempt.state == OPEN))


def erase_attempts(learner_id: int, *, marks_too: bool) -> None:
    """Delete what no figure counts, or all; the rest keeps its marks, and memories are forgotten.

    What waits for its results waits no longer: nobody will come to see them.
    """
    forget_memories(learner_id)
    _delete(attempts_to_erase(learner_id, marks_too=marks_too))
    _take_tokens_out(learner_id)
    theirs = update(Attempt).where(Attempt.learner_id == learner_id)
    db.session.execute(theirs.where(Attempt.state == HANDED_IN).values(state=SUBMITTED))
    # What a record called an attempt was typed by somebody, and may name whose it is.
    db.session.execute(theirs.where(Attempt.seed.startswith(seed_of(""))).values(seed=seed_of("")))


def _delete(attempts: Select[int]) -> None:
    doomed = list(db.session.scalars(attempts))
    items = select(AttemptItem.id).where(AttemptItem.attempt_id.in_(doomed))
    unchecked = {"synchronize_session": False}
    db.session.execute(update(Attempt).where(Attempt.practises_id.in_(doomed)).values(practises_id=None))
    db.session.execute(delete(Answer).where(Answer.item_id.in_(items)), execution_options=unchecked)
    db.session.execute(delete(AttemptItem).where(AttemptItem.attempt_id.in_(doomed)))
    db.session.execute(delete(Attempt).where(Attempt.id.in_(doomed)))


def _take_tokens_out(learner_id: int) -> None:
    """What the browser sent to tell one save from another says nothing any more."""
    items = select(AttemptItem.id).join(Attempt, Attempt.id == AttemptItem.attempt_id)
    bare = cast(Answer.item_id, String) + ":erased"
    theirs = Answer.item_id.in_(items.where(Attempt.learner_id == learner_id))
    db.session.execute(
        update(Answer).where(theirs).values(token=bare), execution_options={"synchronize_session": False}
    )
