"""What can go wrong with accounts, named for what happened."""

from __future__ import annotations


class AccountError(Exception):
    """Something about an account that is not possible."""


class RefusedText(AccountError):
    """A name or a password cannot be used; the message says why, for the person who typed it."""


class NameTaken(AccountError):
    """Somebody else has the username."""


class WrongPassword(AccountError):
    """The password, or the name it was given with, is not right; which of the two is not said."""


class TooManyTries(AccountError):
    """There were too many tries in a short time."""

    def __init__(self, *, wait_seconds: int) -> None:
        """Hold for how long to wait."""
        super().__init__("Too many tries.")
        self.wait_seconds = wait_seconds


class NoSuchLink(AccountError):
    """No resume link and no invitation has this secret."""


class InvitationOver(AccountError):
    """The invitation was used, replaced, or has run out."""


class PasswordLinkOver(AccountError):
    """The link to choose a password was used, replaced, or has run out."""


class NoSuchPerson(AccountError):
    """Nobody with an account has this id."""


class NotPossible(AccountError):
    """Something cannot be done to an account; the message says why and what to do instead."""
