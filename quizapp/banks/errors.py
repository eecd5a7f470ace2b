"""What can go wrong with banks and their questions, named for what happened."""

from __future__ import annotations


class BankError(Exception):
    """Something a bank does not allow."""


class NoSuchBank(BankError):
    """There is no such bank, or not for whoever asks."""


class NoSuchQuestion(BankError):
    """There is no such question, or not for whoever asks."""


class RefusedTag(BankError):
    """A word cannot be a tag; the message says why and what to do."""
