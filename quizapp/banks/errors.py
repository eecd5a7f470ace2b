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


class NotShared(BankError):
    """A bank cannot be shared like that; the message says why and what to do."""


class SlugTaken(BankError):
    """A folder names a slug that is another bank's; the message says whose and what to do."""


class UnplacedQuote(BankError):
    """A quote does not stand in its document, or in several places; the message says which."""

    def __init__(self, document: str, quote: str, why: str) -> None:
        super().__init__(why)
        self.document, self.quote = document, quote


class StaleQuestion(BankError):
    """Somebody saved another version meanwhile; `saved` is its number. Nothing was overwritten."""

    def __init__(self, saved: int) -> None:
        super().__init__(f"version {saved} was saved meanwhile")
        self.saved = saved
