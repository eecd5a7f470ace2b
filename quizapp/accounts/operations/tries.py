"""How often somebody may try: counted in the database, so that the count holds across processes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update

from quizapp.accounts.errors import TooManyTries
from quizapp.accounts.models import Person
from quizapp.accounts.rules import folded
from quizapp.accounts.secrets import hash_of
from quizapp.storage.database import db
from quizapp.storage.throttle import count_try, forget_old_tries, forget_tries, give_back_try, tries_of


@dataclass(frozen=True, slots=True)
class Limit:
    """How many tries a window allows."""

    what: str
    tries: int
    window: timedelta


# A class sits behind one address, so an address alone may fail often; a name at an address may not.
NAME_AT_ADDRESS = Limit("sign-in name at address", 10, timedelta(minutes=15))
NAME = Limit("sign-in name", 100, timedelta(hours=1))
ADDRESS = Limit("sign-in address", 300, timedelta(minutes=15))
# What somebody at an address, or a person, may do otherwise.
NEW_ACCOUNTS = Limit("sign-up address", 300, timedelta(hours=1))
NEW_GUESTS = Limit("guest address", 1000, timedelta(hours=1))
PASSWORD_CHANGES = Limit("password of person", 10, timedelta(minutes=15))
# Wrong codes of cards and classes: a whole class may mistype behind one address.
CARD_CODES = Limit("card code address", 60, timedelta(minutes=15))
JOIN_CODES = Limit("join code address", 60, timedelta(minutes=15))
JOIN_CODES_OF_PERSON = Limit("join code person", 15, timedelta(minutes=15))
LONGEST = timedelta(days=1)


def count_sign_in_try(username: str, address: str, *, now: datetime) -> None:
    """Count a try to sign in before its password is looked at; TooManyTries where there were too many."""
    forget_old_tries(now - LONGEST)
    for limit, subject in _sign_in_subjects(username, address):
        count_tries_of(limit, subject, now=now)


def forgive_sign_in(username: str, address: str) -> None:
    """Take back the try of a sign-in that was right, and forget the failures of this name at this address."""
    for limit, subject in _sign_in_subjects(username, address):
        give_back_try(_key(limit, subject))
    forget_tries(_key(NAME_AT_ADDRESS, f"{folded(username)}\n{address}"))


def count_tries_of(limit: Limit, subject: str, *, now: datetime) -> None:
    """Count one try of a subject; TooManyTries beyond the limit."""
    if count_try(_key(limit, subject), window=limit.window, now=now) > limit.tries:
        raise TooManyTries(wait_seconds=int(limit.window.total_seconds()))


def check_tries_of(limit: Limit, subject: str, *, now: datetime) -> None:
    """Raise TooManyTries where a subject has none left; looking counts for nothing."""
    if tries_of(_key(limit, subject), window=limit.window, now=now) >= limit.tries:
        raise TooManyTries(wait_seconds=int(limit.window.total_seconds()))


def give_back_tries_of(limit: Limit, subject: str) -> None:
    """Take back one try of a subject, as after a success."""
    give_back_try(_key(limit, subject))


def renew_hash(person_id: int, old_hash: str, new_hash: str) -> None:
    """Replace a password's hash by a stronger one of the same password."""
    db.session.execute(
        update(Person).where(Person.id == person_id, Person.password_hash == old_hash).values(password_hash=new_hash)
    )


def _sign_in_subjects(username: str, address: str) -> tuple[tuple[Limit, str], ...]:
    name = folded(username)
    return (NAME_AT_ADDRESS, f"{name}\n{address}"), (NAME, name), (ADDRESS, address)


def _key(limit: Limit, subject: str) -> str:
    # Hashed, so that the table lists neither names nor addresses.
    return f"{limit.what}: {hash_of(subject)[:32]}"
