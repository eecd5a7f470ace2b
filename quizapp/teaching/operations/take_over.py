"""A guest becomes somebody with an account: the classes come along."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import InstrumentedAttribute

from quizapp.storage.database import db
from quizapp.teaching.models import Accommodation, Enrolment


def take_over_classes(guest_id: int, account_id: int) -> None:
    """Enrol an account where a guest is, with what was arranged for them; where it is already, its own stands."""
    _take_over(Enrolment, Enrolment.class_id, guest_id, account_id)
    _take_over(Accommodation, Accommodation.assignment_id, guest_id, account_id)


def _take_over(
    model: type[Enrolment] | type[Accommodation], of: InstrumentedAttribute[int], guest_id: int, account_id: int
) -> None:
    there = select(of).where(model.person_id == account_id).scalar_subquery()
    db.session.execute(
        update(model).where(model.person_id == guest_id, of.not_in(there)).values(person_id=account_id),
        execution_options={"synchronize_session": False},
    )
