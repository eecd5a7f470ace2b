"""Secrets that links and sessions carry: long enough that nobody guesses one, kept only as hashes."""

from __future__ import annotations

import hashlib
import secrets

SECRET_BYTES = 24  # 192 bits, 32 characters


def new_secret() -> str:
    """Return a new secret that is safe in an address."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hash_of(secret: str) -> str:
    """Return what is kept of a secret; no salt is needed, for a secret of 192 random bits is in no table."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
