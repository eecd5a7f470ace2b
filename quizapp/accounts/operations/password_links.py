"""One-time links and cards by which a person chooses a password: nobody chooses one for another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, insert, select, update

from quizapp.accounts.codes import derived_code, secret_of_code
from quizapp.accounts.errors import NoSuchLink, PasswordLinkOver
from quizapp.accounts.models import PasswordLink, Person
from quizapp.accounts.operations.people import change_password
from quizapp.accounts.queries import SignedIn
from quizapp.accounts.rules import CARD_LENGTH, card_subject
from quizapp.accounts.secrets import hash_of, new_secret
from quizapp.storage.database import db

RESET_LASTS = timedelta(days=2)
CARD_LASTS = timedelta(days=30)
MOMENT = timedelta(microseconds=1)


def make_password_link(person_id: int, made_by_id: int, *, now: datetime, lasts: timedelta = RESET_LASTS) -> str:
    """Return the secret of a new link for a person with an account; their older links and cards are over."""
    _end_links([person_id], now=now)
    secret = new_secret()
    _keep({person_id: secret}, {person_id: now}, made_by_id, expires_at=now + lasts)
    return secret


def make_cards(
    person_ids: Sequence[int], made_by_id: int, *, key: bytes, now: datetime, lasts: timedelta = CARD_LASTS
) -> None:
    """Make a card with a short code for each person with an account; their older links and cards are over.

    The codes are told by queries.open_cards, with the same key, for as long as they are unused.
    """
    _end_links(person_ids, now=now)
    moments = _moments(person_ids, now)
    codes = {
        person_id: derived_code(key, card_subject(person_id, made_at), CARD_LENGTH)
        for person_id, made_at in moments.items()
    }
    secrets = {person_id: secret_of_code(key, code) for person_id, code in codes.items()}
    _keep(secrets, moments, made_by_id, expires_at=now + lasts)


def use_password_link(secret: str, password_hash: str, *, now: datetime) -> SignedIn:
    """Give the person of a link the password they chose: every session ends, and the link is used up.

    Raises NoSuchLink where there is none, PasswordLinkOver where it was used, replaced or ran out.
    """
    link = db.session.scalar(select(PasswordLink).where(PasswordLink.secret_hash == hash_of(secret)))
    if link is None or not _may_use_one(link.person_id):
        raise NoSuchLink
    # One statement decides who uses the link, whatever happens at the same time.
    used = db.session.scalars(
        update(PasswordLink)
        .where(PasswordLink.id == link.id, PasswordLink.used_at.is_(None), PasswordLink.expires_at > now)
        .values(used_at=now)
        .returning(PasswordLink.id)
    ).all()
    if not used:
        raise PasswordLinkOver
    return change_password(link.person_id, password_hash)


def end_password_links(person_id: int, *, now: datetime) -> None:
    """Let every link and card of a person run out at once."""
    _end_links([person_id], now=now)


def end_password_links_by(made_by_id: int, *, now: datetime) -> None:
    """Let every link and card that somebody made for others run out at once."""
    _end(PasswordLink.made_by_id == made_by_id, now=now)


def _end_links(person_ids: Sequence[int], *, now: datetime) -> None:
    _end(PasswordLink.person_id.in_(person_ids), now=now)


def _end(which: ColumnElement[bool], *, now: datetime) -> None:
    going = PasswordLink.used_at.is_(None) & (PasswordLink.expires_at > now)
    db.session.execute(update(PasswordLink).where(which, going).values(expires_at=now))


def _moments(person_ids: Sequence[int], now: datetime) -> dict[int, datetime]:
    """When each card is made: later than any before it, whatever the clock says, for its code is derived from that."""
    latest = func.max(PasswordLink.created_at).label("latest")
    query = select(PasswordLink.person_id, latest).where(PasswordLink.person_id.in_(person_ids))
    rows = db.session.execute(query.group_by(PasswordLink.person_id))
    last = {row.person_id: row.latest for row in rows}
    return {who: max(now, last[who] + MOMENT) if who in last else now for who in person_ids}


def _keep(
    secrets: Mapping[int, str], made_at: Mapping[int, datetime], made_by_id: int, *, expires_at: datetime
) -> None:
    rows = [
        {
            "person_id": person_id,
            "secret_hash": hash_of(secret),
            "made_by_id": made_by_id,
            "created_at": made_at[person_id],
            "expires_at": expires_at,
        }
        for person_id, secret in secrets.items()
    ]
    if rows:
        db.session.execute(insert(PasswordLink), rows)


def _may_use_one(person_id: int) -> bool:
    person = db.session.get_one(Person, person_id)
    return person.username is not None and person.disabled_at is None
