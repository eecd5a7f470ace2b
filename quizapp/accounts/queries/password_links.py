"""Who chooses a password by a link or a card, and which cards are still to be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.accounts.codes import derived_code, secret_of_code
from quizapp.accounts.errors import NoSuchLink, PasswordLinkOver
from quizapp.accounts.models import PasswordLink, Person
from quizapp.accounts.queries.sign_in import SignedIn, view_of
from quizapp.accounts.rules import CARD_LENGTH, card_subject
from quizapp.accounts.secrets import hash_of
from quizapp.storage.database import db


def person_of_password_link(secret: str, *, now: datetime) -> SignedIn:
    """Return who chooses a password by a link; PasswordLinkOver where it is over, NoSuchLink where there is none."""
    query = (
        select(PasswordLink, Person)
        .join(Person, Person.id == PasswordLink.person_id)
        .where(PasswordLink.secret_hash == hash_of(secret), Person.disabled_at.is_(None))
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchLink
    if row.PasswordLink.used_at is not None or row.PasswordLink.expires_at <= now:
        raise PasswordLinkOver
    return view_of(row.Person)


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card that was not used yet."""

    person_id: int
    display_name: str
    username: str
    code: str
    expires_at: datetime


def open_cards(person_ids: Sequence[int], *, key: bytes, now: datetime) -> tuple[OpenCard, ...]:
    """Return the cards of these people that can still be used, by name."""
    query = (
        select(PasswordLink, Person)
        .join(Person, Person.id == PasswordLink.person_id)
        .where(Person.id.in_(person_ids), Person.disabled_at.is_(None))
        .where(PasswordLink.used_at.is_(None), PasswordLink.expires_at > now)
        .order_by(Person.display_name, Person.id)
    )
    cards = []
    for link, person in db.session.execute(query):
        code = derived_code(key, card_subject(person.id, link.created_at), CARD_LENGTH)
        # A link that was sent, not printed, has no code; nor has a card of another key.
        if link.secret_hash == hash_of(secret_of_code(key, code)):
            cards.append(OpenCard(person.id, person.display_name, person.username or "", code, link.expires_at))
    return tuple(cards)
