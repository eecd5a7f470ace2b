from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from quizapp.accounts.errors import InvitationOver, NoSuchLink, NoSuchPerson, NotPossible, PasswordLinkOver
from quizapp.accounts.models import Invitation, Person
from quizapp.accounts.operations import (
    accept_invitation,
    disable,
    enable,
    first_teacher_link,
    invite_teacher,
    make_admin,
    make_guest,
    make_password_link,
    renew_invitation,
    sign_up,
    unmake_admin,
    use_password_link,
    withdraw_invitation,
)
from quizapp.accounts.queries import check_invitation, signed_in
from quizapp.accounts.queries.people import invitations, people, person_with_account
from quizapp.storage.database import db
from quizapp.storage.transaction import transaction
from tests.small_bank import NOW


@pytest.fixture
def ids(app: Flask) -> Iterator[dict[str, int]]:
    """Give an admin, a teacher, a pupil and a guest, inside a transaction."""
    with app.app_context(), transaction():
        made = {
            "ada": sign_up("ada", "Ada", "hash", now=NOW, is_teacher=True, is_admin=True).id,
            "tess": sign_up("tess", "Tess", "hash", now=NOW, is_teacher=True).id,
            "ana": sign_up("ana", "Ana", "hash", now=NOW).id,
            "gus": make_guest("Gus", now=NOW).person.id,
        }
        yield made


def test_the_last_admin_stays_one(ids: dict[str, int]) -> None:
    for act in (lambda: unmake_admin(ids["ada"]), lambda: disable(ids["ada"], ids["tess"], now=NOW)):
        with pytest.raises(NotPossible, match="Ada is the only admin"):
            act()
    make_admin(ids["tess"])
    unmake_admin(ids["ada"])
    assert [row.username for row in people(role="admins").rows] == ["tess"]
    with pytest.raises(NotPossible, match="Tess is the only admin"):
        unmake_admin(ids["tess"])


def test_a_disabled_admin_is_none_to_count_on(ids: dict[str, int]) -> None:
    make_admin(ids["tess"])
    disable(ids["tess"], ids["ada"], now=NOW)
    with pytest.raises(NotPossible, match="Ada is the only admin"):
        unmake_admin(ids["ada"])


def test_only_teachers_become_admins(ids: dict[str, int]) -> None:
    with pytest.raises(NotPossible, match="Invite Ana as a teacher first"):
        make_admin(ids["ana"])
    disable(ids["tess"], ids["ada"], now=NOW)
    with pytest.raises(NotPossible, match="Enable it first"):
        make_admin(ids["tess"])
    for nobody in (ids["gus"], 987654):
        with pytest.raises(NoSuchPerson):
            make_admin(nobody)
        with pytest.raises(NoSuchPerson):
            person_with_account(nobody)


def test_disabling_ends_sessions_links_and_invitations(ids: dict[str, int]) -> None:
    key = db.session.get_one(Person, ids["tess"]).session_key
    reset = make_password_link(ids["tess"], ids["ada"], now=NOW)
    invitation = invite_teacher(ids["tess"], "Nell", now=NOW)
    assert signed_in(key, "one") is not None
    disable(ids["tess"], ids["ada"], now=NOW)
    assert signed_in(key, "one") is None
    assert signed_in(db.session.get_one(Person, ids["tess"]).session_key, "one") is None
    with pytest.raises(NoSuchLink):
        use_password_link(reset, "hash", now=NOW)
    with pytest.raises(InvitationOver):
        check_invitation(invitation, now=NOW)
    enable(ids["tess"])
    assert signed_in(key, "one") is None
    assert person_with_account(ids["tess"]).disabled_at is None
    with pytest.raises(PasswordLinkOver):
        use_password_link(reset, "hash", now=NOW)


def test_what_a_disabled_teacher_made_for_pupils_opens_no_account(ids: dict[str, int]) -> None:
    made = make_password_link(ids["ana"], ids["tess"], now=NOW)
    disable(ids["tess"], ids["ada"], now=NOW)
    with pytest.raises(PasswordLinkOver):
        use_password_link(made, "hash", now=NOW)


def test_nobody_disables_themselves(ids: dict[str, int]) -> None:
    with pytest.raises(NotPossible, match="your own account"):
        disable(ids["ada"], ids["ada"], now=NOW)


def test_an_invitation_makes_a_teacher_who_is_no_admin(ids: dict[str, int]) -> None:
    secret = invite_teacher(ids["ada"], "Nell", now=NOW)
    offer = check_invitation(secret, now=NOW)
    assert (offer.makes_admin, offer.invited_by) == (False, "Ada")
    (row,) = invitations(now=NOW)
    assert (row.label, row.made_by, row.is_open, row.expires_at) == ("Nell", "Ada", True, NOW + timedelta(days=7))
    nell = accept_invitation(secret, "nell", "Nell", "hash", now=NOW)
    assert (nell.is_teacher, nell.is_admin) == (True, False)
    assert invitations(now=NOW) == ()


def test_renewing_and_withdrawing_end_the_link_before(ids: dict[str, int]) -> None:
    old = invite_teacher(ids["ada"], "Nell", now=NOW)
    (row,) = invitations(now=NOW)
    new = renew_invitation(row.id, now=NOW + timedelta(days=8))
    with pytest.raises(NoSuchLink):
        check_invitation(old, now=NOW)
    check_invitation(new, now=NOW + timedelta(days=14))
    withdraw_invitation(row.id, now=NOW + timedelta(days=9))
    with pytest.raises(InvitationOver):
        check_invitation(new, now=NOW + timedelta(days=9))
    assert [row.is_open for row in invitations(now=NOW + timedelta(days=9))] == [False]
    assert invitations(now=NOW + timedelta(days=90)) == ()
    again = renew_invitation(row.id, now=NOW + timedelta(days=10))
    accept_invitation(again, "nell", "Nell", "hash", now=NOW + timedelta(days=10))
    for act in (renew_invitation, withdraw_invitation):
        with pytest.raises(InvitationOver):
            act(row.id, now=NOW)
        with pytest.raises(NoSuchLink):
            act(987654, now=NOW)


def test_the_programs_own_link_is_no_admins_to_change(app: Flask) -> None:
    with app.app_context(), transaction():
        secret = first_teacher_link(NOW)
        link = db.session.scalars(select(Invitation.id)).one()
        with pytest.raises(NoSuchLink):
            withdraw_invitation(link, now=NOW)
        assert check_invitation(secret or "", now=NOW).invited_by == ""


def test_people_are_found_by_name_and_role(ids: dict[str, int]) -> None:
    def names(*wanted: str) -> list[str]:
        return [row.username for row in people(*wanted).rows]  # type: ignore[arg-type]

    assert names() == ["ada", "ana", "tess"]
    assert names("", "teachers") == ["ada", "tess"]
    assert names("", "learners") == ["ana"]
    assert names("A", "") == ["ada", "ana"]
    assert names("a%") == names("_") == []
    disable(ids["ana"], ids["ada"], now=NOW)
    assert names("", "disabled") == ["ana"]
    second = people(page=2, size=2)
    assert ([row.username for row in second.rows], second.total, second.pages) == (["tess"], 3, 2)
