from __future__ import annotations

import threading

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts import operations, passwords, queries
from quizapp.accounts.errors import NameTaken, RefusedText, WrongPassword
from quizapp.accounts.models import Person
from quizapp.accounts.queries import SignedIn
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW


def test_an_account_is_kept(ana: SignedIn) -> None:
    row = db.session.get_one(Person, ana.id)
    assert (row.username, row.display_name, row.password_hash) == ("ana", "Ana", "ana's hash")
    assert (row.is_teacher, row.is_admin, row.resume_hash, row.created_at) == (False, False, None, NOW)


def test_a_username_is_had_once(ana: SignedIn) -> None:
    with pytest.raises(NameTaken), transaction():
        operations.sign_up(" ANA ", "Another", "hash", now=NOW)
    assert db.session.scalars(select(Person.display_name).order_by(Person.id)).all() == ["Ben", "Ana"]


def test_of_two_at_once_one_has_the_name(app: Flask) -> None:
    outcomes: list[str] = []
    gate = threading.Barrier(6)

    def try_it() -> None:
        with app.app_context():
            gate.wait()
            try:
                with transaction():
                    operations.sign_up("ana", "Ana", "hash", now=NOW)
                outcomes.append("made")
            except NameTaken:
                outcomes.append("taken")

    threads = [threading.Thread(target=try_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made"] + ["taken"] * 5


def test_names_that_cannot_be_make_no_account(in_app: None) -> None:
    for username, display_name in [("", "Ana"), ("ana", ""), ("a\0", "Ana"), ("ana", "A\0")]:
        with pytest.raises(RefusedText), transaction():
            operations.sign_up(username, display_name, "hash", now=NOW)
    assert db.session.scalars(select(Person.id)).all() == []


def test_a_new_password_ends_every_session_and_nobody_elses(ana: SignedIn, ben: SignedIn) -> None:
    with transaction():
        after = operations.change_password(ana.id, "new hash")
    assert queries.signed_in(ana.session_key, "any") is None
    assert queries.signed_in(after.session_key, "any") == after
    assert queries.signed_in(ben.session_key, "any") == ben
    assert db.session.get_one(Person, ana.id).password_hash == "new hash"


def test_a_name_is_changed(ana: SignedIn, ben: SignedIn) -> None:
    with transaction():
        operations.rename(ana.id, " Ana Maria ")
    assert db.session.scalars(select(Person.display_name).order_by(Person.id)).all() == ["Ben", "Ana Maria"]
    with pytest.raises(RefusedText), transaction():
        operations.rename(ana.id, "\0")


@pytest.fixture
def tess(in_app: None) -> SignedIn:
    with transaction():
        return operations.sign_up("Tess", "Tess", passwords.hash_password("tulip under the bridge"), now=NOW)


def test_the_right_name_and_password_let_in(tess: SignedIn, ben: SignedIn) -> None:
    assert queries.verified(" tESS ", "tulip under the bridge").person == tess


@pytest.mark.parametrize(
    ("name", "password"),
    [("tess", "tulip"), ("nobody", "tulip under the bridge"), ("te\0ss", "x"), ("", ""), ("ben", "ben's hash")],
)
def test_anything_else_does_not(tess: SignedIn, ben: SignedIn, name: str, password: str) -> None:
    with pytest.raises(WrongPassword):
        queries.verified(name, password)


def test_a_disabled_person_comes_in_no_more(tess: SignedIn) -> None:
    with transaction():
        db.session.get_one(Person, tess.id).disabled_at = NOW
    assert queries.signed_in(tess.session_key, "any") is None
    with pytest.raises(WrongPassword):
        queries.verified("tess", "tulip under the bridge")


def test_the_present_password_is_known(tess: SignedIn) -> None:
    queries.check_password_of(tess.id, "tulip under the bridge")
    with pytest.raises(WrongPassword):
        queries.check_password_of(tess.id, "tulip")


def test_a_stronger_hash_replaces_only_the_one_it_was_made_from(ana: SignedIn) -> None:
    with transaction():
        operations.renew_hash(ana.id, "another hash", "stronger")
    assert db.session.get_one(Person, ana.id).password_hash == "ana's hash"
    with transaction():
        operations.renew_hash(ana.id, "ana's hash", "stronger")
    assert db.session.get_one(Person, ana.id).password_hash == "stronger"
