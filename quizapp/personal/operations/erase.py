"""Erasing a person: the one act that cannot be undone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.accounts.operations import erase_person
from quizapp.attempts.operations.erase import attempts_to_erase, erase_attempts, lock_attempts_of
from quizapp.banks.operations.hand_on import hand_on_banks, put_banks_away, share_nothing_with
from quizapp.disputes.operations.forget import forget_disputes, forget_words
from quizapp.documents.operations.hand_on import hand_on_documents
from quizapp.history.operations import forget_what_was_seen
from quizapp.personal.errors import NoSuchHeir
from quizapp.personal.operations.words import take_words_out
from quizapp.quizzes.operations.hand_on import hand_on_quizzes, put_quizzes_away
from quizapp.regrading.operations.forget import forget_remarks
from quizapp.storage.database import db
from quizapp.storage.jobs import end_jobs_of
from quizapp.teaching.operations.leave import hand_on_classes, leave_classes, put_classes_away


def erase(person_id: int, *, heir_id: int | None = None, marks_too: bool = False, now: datetime) -> None:
    """Erase a person: name, sign-in, memories, places in classes and their own words go, and every session ends.

    Marks of what was handed in stay and belong to nobody, so that the figures of questions hold; with `marks_too` they
    go as well. What a teacher made goes to the heir, or is put away. Raises NotPossible for the last admin and
    NoSuchHeir for who does not teach here; then nothing was changed.
    """
    # What ends or takes over an attempt holds the attempt before the person, and so does this.
    lock_attempts_of(person_id)
    persons = _lock(person_id)
    _leave_what_was_made(person_id, heir_id, now=now)
    doomed = attempts_to_erase(person_id, marks_too=marks_too)
    forget_disputes(doomed)
    forget_remarks(doomed)
    forget_words(person_id)
    erase_attempts(person_id, marks_too=marks_too)
    take_words_out(person_id)
    leave_classes(persons)
    share_nothing_with(person_id)
    forget_what_was_seen(person_id)
    end_jobs_of(person_id, now=now)
    erase_person(person_id, now=now)


def _lock(person_id: int) -> list[int]:
    """The person and the guests they once were; nothing new can be begun for them until this is over."""
    theirs = (Person.id == person_id) | (Person.taken_over_by == person_id)
    return list(db.session.scalars(select(Person.id).where(theirs).order_by(Person.id).with_for_update()))


def _leave_what_was_made(owner_id: int, heir_id: int | None, *, now: datetime) -> None:
    if heir_id is None:
        put_classes_away(owner_id, now=now)
        put_quizzes_away(owner_id, now=now)
        put_banks_away(owner_id, now=now)
        return
    teaches = Person.id == heir_id, Person.is_teacher, Person.disabled_at.is_(None), Person.id != owner_id
    if db.session.scalar(select(Person.id).where(*teaches).with_for_update()) is None:
        raise NoSuchHeir
    hand_on_classes(owner_id, heir_id)
    hand_on_quizzes(owner_id, heir_id)
    hand_on_banks(owner_id, heir_id)
    hand_on_documents(owner_id, heir_id)
