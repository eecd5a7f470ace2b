from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from quizapp.accounts import operations, queries
from quizapp.accounts.models import EndedSession
from quizapp.accounts.queries import SignedIn
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW

LONG = timedelta(days=180)


def test_a_session_ended_on_one_device_leaves_the_others(ana: SignedIn) -> None:
    with transaction():
        operations.end_session("phone", now=NOW, forget_before=NOW - LONG)
    assert queries.signed_in(ana.session_key, "phone") is None
    assert queries.signed_in(ana.session_key, "laptop") == ana


def test_ending_twice_is_ending_once(ana: SignedIn) -> None:
    for _ in range(2):
        with transaction():
            operations.end_session("phone", now=NOW, forget_before=NOW - LONG)
    assert queries.signed_in(ana.session_key, "phone") is None


def test_sessions_that_ran_out_by_themselves_are_forgotten(ana: SignedIn) -> None:
    with transaction():
        operations.end_session("old", now=NOW, forget_before=NOW - LONG)
    with transaction():
        operations.end_session("new", now=NOW + LONG * 2, forget_before=NOW + LONG)
    assert db.session.scalars(select(EndedSession.ended_at)).all() == [NOW + LONG * 2]


def test_every_session_of_one_person_is_ended(ana: SignedIn, ben: SignedIn) -> None:
    with transaction():
        after = operations.end_all_sessions(ana.id)
    assert queries.signed_in(ana.session_key, "phone") is None
    assert queries.signed_in(after.session_key, "phone") == after
    assert queries.signed_in(ben.session_key, "phone") == ben


def test_a_session_is_looked_up_by_one_statement(ana: SignedIn, statements: list[str]) -> None:
    statements.clear()
    queries.signed_in(ana.session_key, "phone")
    assert len(statements) == 1
