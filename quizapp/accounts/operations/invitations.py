"""Links that make an account once."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import exists, select, update

from quizapp.accounts.errors import InvitationOver, NoSuchLink
from quizapp.accounts.models import Invitation, Person
from quizapp.accounts.operations.people import sign_up
from quizapp.accounts.queries import SignedIn
from quizapp.accounts.secrets import hash_of, new_secret
from quizapp.storage.database import db

LASTS = timedelta(days=7)


def first_teacher_link(now: datetime) -> str | None:
    """Return the secret of a link that makes the first teacher, who is also admin; None where there is a teacher.

    An older link that was not used runs out at once: only the newest one printed is good.
    """
    if db.session.scalar(select(exists().where(Person.is_teacher))):
        return None
    unused = Invitation.makes_teacher & Invitation.used_at.is_(None) & (Invitation.expires_at > now)
    db.session.execute(update(Invitation).where(unused).values(expires_at=now))
    secret = new_secret()
    db.session.add(
        Invitation(
            secret_hash=hash_of(secret),
            makes_teacher=True,
            makes_admin=True,
            created_at=now,
            expires_at=now + LASTS,
        )
    )
    db.session.flush()
    return secret


def accept_invitation(secret: str, username: str, display_name: str, password_hash: str, *, now: datetime) -> SignedIn:
    """Make the account an invitation offers; the link is used up by it, and by nothing that fails."""
    invitation = db.session.scalar(select(Invitation).where(Invitation.secret_hash == hash_of(secret)))
    if invitation is None:
        raise NoSuchLink
    # One statement decides who uses the link, whatever happens at the same time.
    used = db.session.scalars(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used_at.is_(None), Invitation.expires_at > now)
        .values(used_at=now)
        .returning(Invitation.id)
    ).all()
    if not used:
        raise InvitationOver
    return sign_up(
        username,
        display_name,
        password_hash,
        now=now,
        is_teacher=invitation.makes_teacher,
        is_admin=invitation.makes_admin,
    )
