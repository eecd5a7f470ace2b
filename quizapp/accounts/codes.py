"""Codes that people read from paper or a wall and type: no letter that is taken for another, and no words."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

# Without 0 and O, 1, I and L; without vowels no code spells anything.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ"


def new_code(length: int) -> str:
    """Return a new code of so many signs, as it is kept."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def cleaned_code(typed: str) -> str:
    """Return a typed code as it is kept: capitals without spaces and dashes."""
    return re.sub(r"[\s\-‐‑–—_.]+", "", typed).upper()


def is_code(code: str, length: int) -> bool:
    """Whether this could be a code at all."""
    return len(code) == length and set(code) <= set(ALPHABET)


def spaced_code(code: str) -> str:
    """Return a code as it is shown: in two halves, which are easier to keep in mind."""
    half = (len(code) + 1) // 2
    return f"{code[:half]}-{code[half:]}"


def derived_code(key: bytes, subject: str, length: int) -> str:
    """Return the code that belongs to a subject: whoever has the key can tell it again, and nobody else."""
    number = int.from_bytes(hmac.digest(key, f"code:{subject}".encode(), hashlib.sha256))
    signs = []
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def secret_of_code(key: bytes, code: str) -> str:
    """Return the long secret that a short code stands for, so that stolen rows let nobody find the code by trying."""
    return hmac.digest(key, f"secret:{code}".encode(), hashlib.sha256).hex()
