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


def invite_teacher(made_by_id: int, label: str, *, now: datetime, lasts: timedelta = LASTS) -> str:
    """Return the secret of a new link that makes a teacher's account, once."""
    secret = new_secret()
    db.session.add(
        Invitation(
            secret_hash=hash_of(secret),
            makes_teacher=True,
            made_by_id=made_by_id,
            label=label,
            created_at=now,
            expires_at=now + lasts,
        )
    )
    db.session.flush()
    return secret


def renew_invitation(invitation_id: int, *, now: datetime, lasts: timedelta = LASTS) -> str:
    """Return another secret for an invitation nobody has used; the one before opens nothing any more."""
    secret = new_secret()
    _change_unused(invitation_id, secret_hash=hash_of(secret), expires_at=now + lasts)
    return secret


def withdraw_invitation(invitation_id: int, *, now: datetime) -> None:
    """Let an invitation nobody has used run out at once."""
    _change_unused(invitation_id, expires_at=now)


def accept_invitation(secret: str, username: str, display_name: str, password_hash: str, *, now: datetime) -> SignedIn:
    """Make the account an invitation offers; the link is used up by it, and by nothing that fails."""
    invitation = db.session.scalar(select(Invitation).where(Invitation.secret_hash == hash_of(secret)))
    if invitation is None:
        raise NoSuchLink
    # One statement decides who uses the link, whatever happens at the same time.
    used = db.session.scalars(
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.used_at.is_(None), Invitation.expires_at > now)
        .values(used_at=now, label="")  # whom it was meant for is not kept beside the account it made
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


def _change_unused(invitation_id: int, **values: object) -> None:
    """Change an invitation by an admin; InvitationOver where it was used meanwhile, NoSuchLink where there is none."""
    by_admin = Invitation.id == invitation_id, Invitation.made_by_id.is_not(None)
    changed = update(Invitation).where(*by_admin, Invitation.used_at.is_(None)).values(**values)
    if db.session.scalars(changed.returning(Invitation.id)).all():
        return
    raise InvitationOver if db.session.scalar(select(exists().where(*by_admin))) else NoSuchLink
