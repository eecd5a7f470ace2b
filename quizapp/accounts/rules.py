"""What names and passwords may be."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import cache
from importlib.resources import files
from itertools import pairwise

from quizapp.accounts.errors import RefusedText

NAME_LENGTH = 80
CODE_POINTS_A_CHARACTER = 8  # a letter with its marks; more is not a name any more
USERNAME_LENGTH = 40
PASSWORD_LEAST = 8
PASSWORD_MOST = 200
CARD_LENGTH = 10  # 48 bits, tried only through a counted form

NO_NAME = "Write a name; it may be a made-up one."
LONG_NAME = f"That name is too long: {NAME_LENGTH} characters at most."
UNSEEN_IN_NAME = "That name holds a character that cannot be shown, such as a line break. Type it afresh."
NO_USERNAME = "Write the username you will sign in with."
LONG_USERNAME = f"That username is too long: {USERNAME_LENGTH} characters at most."
STRANGE_USERNAME = "A username may hold letters, digits, spaces and the signs . _ - + @ ’"
SHORT_PASSWORD = f"That password is too short: {PASSWORD_LEAST} characters at least. A few words in a row are good."
LONG_PASSWORD = f"That password is too long: {PASSWORD_MOST} characters at most."
COMMON_PASSWORD = "Many people use that password, so it is guessed first. Choose one that is yours alone."  # noqa: S105
NAME_AS_PASSWORD = "That password is your name, so it is guessed first. Choose another."  # noqa: S105
NUL_IN_PASSWORD = "That password holds a character that no keyboard types. Type it afresh."  # noqa: S105

_USERNAME = re.compile(r"[\w .\-+@'’]+")


def clean_display_name(text: str) -> str:
    """Return a display name as it is kept; RefusedText where it cannot be one."""
    name = _composed(text)
    if any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in name):
        raise RefusedText(UNSEEN_IN_NAME)
    if not any(unicodedata.category(character)[0] in "LNPS" for character in name):
        raise RefusedText(NO_NAME)
    if characters(name) > NAME_LENGTH or len(name) > NAME_LENGTH * CODE_POINTS_A_CHARACTER:
        raise RefusedText(LONG_NAME)
    return name


def clean_username(text: str) -> str:
    """Return a username as typed, without what nobody sees; RefusedText where it cannot be one."""
    name = " ".join(_composed(text).split())
    if not name:
        raise RefusedText(NO_USERNAME)
    if len(name) > USERNAME_LENGTH:
        raise RefusedText(LONG_USERNAME)
    if not _USERNAME.fullmatch(name) or not any(character.isalnum() for character in name):
        raise RefusedText(STRANGE_USERNAME)
    return name


def folded(username: str) -> str:
    """Return a username as it is compared: case, width and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", username).casefold()).split())


def check_password(password: str, *names: str) -> None:
    """Raise RefusedText for a password that is too short, too long, or guessed first; the rest is left to people."""
    if "\0" in password:
        raise RefusedText(NUL_IN_PASSWORD)
    if len(password) < PASSWORD_LEAST:
        raise RefusedText(SHORT_PASSWORD)
    if len(password) > PASSWORD_MOST:
        raise RefusedText(LONG_PASSWORD)
    guesses = {folded(password), _without_tail(folded(password))}
    if guesses & {folded(name) for name in names if name.strip()}:
        raise RefusedText(NAME_AS_PASSWORD)
    if guesses & common_passwords() or _is_a_row(folded(password)):
        raise RefusedText(COMMON_PASSWORD)


@cache
def common_passwords() -> frozenset[str]:
    """Return the words that passwords are most often made of, alone or with digits and signs after them."""
    text = files("quizapp.accounts").joinpath("data", "common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def characters(text: str) -> int:
    """Return about how many characters a reader sees: marks and joiners belong to the letter before them."""
    return sum(1 for character in text if unicodedata.category(character)[0] != "M" and character != "\u200d")


def card_subject(person_id: int, made_at: datetime) -> str:
    """Return what the code of a person's card is derived from: each card made has another."""
    return f"card of {person_id} at {made_at.timestamp():.6f}"


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _without_tail(password: str) -> str:
    return re.sub(r"[\W\d_]+\Z", "", password)


def _is_a_row(password: str) -> bool:
    """Whether a password is one character again and again, or follows the alphabet or the digits up or down."""
    steps = {ord(after) - ord(before) for before, after in pairwise(password)}
    return len(steps) == 1 and steps <= {0, 1, -1}
