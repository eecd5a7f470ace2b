"""Ending sessions: this one, or every one."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete

from quizapp.accounts.models import EndedSession, Person
from quizapp.accounts.queries import SignedIn, view_of
from quizapp.accounts.secrets import hash_of, new_secret
from quizapp.storage.database import db


def end_session(session_id: str, *, now: datetime, forget_before: datetime) -> None:
    """End one session for good; those ended before `forget_before` have run out by themselves and are forgotten."""
    db.session.execute(delete(EndedSession).where(EndedSession.ended_at < forget_before))
    db.session.merge(EndedSession(session_hash=hash_of(session_id), ended_at=now))
    db.session.flush()


def end_all_sessions(person_id: int) -> SignedIn:
    """End every session of a person and return them under their new session key."""
    person = db.session.get_one(Person, person_id)
    person.session_key = new_secret()
    db.session.flush()
    return view_of(person)
