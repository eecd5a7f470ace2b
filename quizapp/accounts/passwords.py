"""Passwords, kept only as Argon2id hashes; checking one costs as much for a name that nobody has."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

# OWASP's Password Storage sheet: 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


def hash_password(password: str) -> str:
    """Return the hash of a password."""
    return HASHER.hash(_as_typed_anywhere(password))


def is_password(password: str, password_hash: str | None) -> bool:
    """Whether a password is the one hashed; without a hash, as much work and then no."""
    try:
        HASHER.verify(password_hash or _nobodys_hash(), _as_typed_anywhere(password))
    except (VerificationError, InvalidHashError):
        return False
    return password_hash is not None


def needs_new_hash(password_hash: str) -> bool:
    """Whether a hash was made with weaker measures than today's."""
    return HASHER.check_needs_rehash(password_hash)


def _as_typed_anywhere(password: str) -> bytes:
    # One keyboard writes é as one character and another as two.
    return unicodedata.normalize("NFC", password).encode("utf-8", "surrogatepass")


@cache
def _nobodys_hash() -> str:
    return HASHER.hash(b"nobody has this account")
