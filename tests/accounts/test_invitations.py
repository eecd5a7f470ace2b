from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, queries
from quizapp.accounts.errors import InvitationOver, NameTaken, NoSuchLink
from quizapp.accounts.models import Invitation, Person
from quizapp.accounts.queries import SignedIn
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW


def new_link() -> str:
    with transaction():
        secret = operations.first_teacher_link(NOW)
    assert secret is not None
    return secret


def accept(secret: str, name: str = "tess", days: int = 0) -> SignedIn:
    with transaction():
        return operations.accept_invitation(secret, name, "Tess", "hash", now=NOW + timedelta(days=days))


def test_the_first_teacher_runs_the_installation(in_app: None, ben: SignedIn) -> None:
    tess = accept(new_link())
    assert (tess.is_teacher, tess.is_admin, tess.is_guest) == (True, True, False)
    assert (ben.is_teacher, ben.is_admin) == (False, False)


def test_only_a_hash_of_the_link_is_kept(in_app: None) -> None:
    secret = new_link()
    assert secret not in db.session.scalars(select(Invitation.secret_hash)).all()


def test_there_is_no_link_once_there_is_a_teacher(in_app: None) -> None:
    accept(new_link())
    with transaction():
        assert operations.first_teacher_link(NOW) is None


def test_a_link_is_used_once(in_app: None) -> None:
    secret = new_link()
    accept(secret)
    with pytest.raises(InvitationOver):
        accept(secret, "otto")
    with pytest.raises(InvitationOver):
        queries.check_invitation(secret, now=NOW)
    assert db.session.scalars(select(Person.username)).all() == ["tess"]


def test_a_new_start_replaces_the_link_before(in_app: None) -> None:
    old, new = new_link(), new_link()
    with pytest.raises(InvitationOver):
        accept(old)
    queries.check_invitation(new, now=NOW)
    assert accept(new).is_teacher


def test_a_link_runs_out(in_app: None) -> None:
    secret = new_link()
    queries.check_invitation(secret, now=NOW + timedelta(days=6))
    with pytest.raises(InvitationOver):
        queries.check_invitation(secret, now=NOW + timedelta(days=7))
    with pytest.raises(InvitationOver):
        accept(secret, days=7)


def test_a_wrong_link_makes_nobody(in_app: None) -> None:
    new_link()
    with pytest.raises(NoSuchLink):
        accept("nonsense")
    with pytest.raises(NoSuchLink):
        queries.check_invitation("nonsense", now=NOW)


def test_a_name_that_is_taken_does_not_use_the_link_up(in_app: None, ben: SignedIn) -> None:
    secret = new_link()
    with pytest.raises(NameTaken):
        accept(secret, "BEN")
    assert accept(secret).is_teacher


def test_two_at_once_make_one_teacher(app: Flask) -> None:
    with app.app_context():
        secret = new_link()
    outcomes: list[str] = []
    gate = threading.Barrier(4)

    def try_it(name: str) -> None:
        with app.app_context():
            gate.wait()
            try:
                accept(secret, name)
                outcomes.append("made")
            except InvitationOver:
                outcomes.append("over")

    threads = [threading.Thread(target=try_it, args=(name,)) for name in ("a1", "a2", "a3", "a4")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made", "over", "over", "over"]
