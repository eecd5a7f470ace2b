from __future__ import annotations

import pytest

from quizapp.accounts import operations, queries
from quizapp.accounts.errors import NoSuchLink, RefusedText
from quizapp.accounts.models import Person
from quizapp.accounts.operations import NewGuest
from quizapp.accounts.queries import SignedIn
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.accounts.conftest import NOW


@pytest.fixture
def gus(in_app: None) -> NewGuest:
    with transaction():
        return operations.make_guest("Gus", now=NOW)


@pytest.fixture
def other_gus(in_app: None) -> NewGuest:
    with transaction():
        return operations.make_guest("Gus", now=NOW)


def test_a_guest_has_a_name_and_a_link(gus: NewGuest, other_gus: NewGuest) -> None:
    assert (gus.person.display_name, gus.person.username, gus.person.is_guest) == ("Gus", None, True)
    assert queries.guest_of_link(gus.resume_secret) == gus.person
    assert queries.guest_of_link(other_gus.resume_secret) == other_gus.person


def test_the_secret_is_long_and_kept_only_as_a_hash(gus: NewGuest) -> None:
    row = db.session.get_one(Person, gus.person.id)
    assert len(gus.resume_secret) >= 22  # 128 bits in base 64
    assert gus.resume_secret not in {row.resume_hash, row.session_key}


def test_a_name_that_cannot_be_makes_no_guest(in_app: None) -> None:
    with pytest.raises(RefusedText), transaction():
        operations.make_guest(" ", now=NOW)


@pytest.mark.parametrize("secret", ["", "nonsense", "a\0b", "\ud800", "x" * 5000])
def test_a_wrong_secret_opens_nothing(gus: NewGuest, secret: str) -> None:
    with pytest.raises(NoSuchLink):
        queries.guest_of_link(secret)


def test_a_new_link_replaces_the_old_one(gus: NewGuest, other_gus: NewGuest) -> None:
    with transaction():
        secret = operations.renew_resume_link(gus.person.id)
    assert queries.guest_of_link(secret) == gus.person
    with pytest.raises(NoSuchLink):
        queries.guest_of_link(gus.resume_secret)
    assert queries.guest_of_link(other_gus.resume_secret) == other_gus.person


def test_an_account_has_no_link(ana: SignedIn) -> None:
    with pytest.raises(NoSuchLink), transaction():
        operations.renew_resume_link(ana.id)


def test_a_guest_taken_over_is_closed(gus: NewGuest, other_gus: NewGuest, ana: SignedIn) -> None:
    with transaction():
        operations.take_over_guest(gus.person.id, ana.id)
    assert db.session.get_one(Person, gus.person.id).taken_over_by == ana.id
    assert queries.signed_in(gus.person.session_key, "any") is None
    with pytest.raises(NoSuchLink):
        queries.guest_of_link(gus.resume_secret)
    assert queries.signed_in(other_gus.person.session_key, "any") == other_gus.person


def test_a_guest_marked_as_taken_over_comes_in_by_no_way(gus: NewGuest, ana: SignedIn) -> None:
    """The mark alone is enough, whatever became of the session key and the link."""
    with transaction():
        db.session.get_one(Person, gus.person.id).taken_over_by = ana.id
    assert queries.signed_in(gus.person.session_key, "any") is None
    with pytest.raises(NoSuchLink):
        queries.guest_of_link(gus.resume_secret)


def test_only_a_guest_is_taken_over_only_once_and_only_by_an_account(
    gus: NewGuest, other_gus: NewGuest, ana: SignedIn, ben: SignedIn
) -> None:
    with transaction():
        operations.take_over_guest(gus.person.id, ana.id)
    for guest_id, account_id in [
        (gus.person.id, ben.id),
        (ben.id, ana.id),
        (other_gus.person.id, gus.person.id),
        (999, ana.id),
    ]:
        with pytest.raises(NoSuchLink), transaction():
            operations.take_over_guest(guest_id, account_id)
    assert db.session.get_one(Person, gus.person.id).taken_over_by == ana.id
