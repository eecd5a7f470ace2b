"""What can go wrong with classes and what is set to them, named for what happened."""

from __future__ import annotations


class TeachingError(Exception):
    """Something that teaching a class does not allow."""


class NoSuchClass(TeachingError):
    """There is no such class, or not for whoever asks."""


class NoSuchAssignment(TeachingError):
    """There is no such assignment, or not for whoever asks."""


class NoSuchMember(TeachingError):
    """Nobody of that number belongs to the class, or did."""


class NoClassJoins(TeachingError):
    """No class can be joined by this code: it is mistyped, closed, replaced, or has run out."""


class TakenOut(TeachingError):
    """The learner was taken out of the class, so that only its teacher can put them back."""


class ListChanged(TeachingError):
    """Adding a list would not do any more what was shown before; look through it again."""


class RefusedEntry(TeachingError):
    """What was entered cannot be; the message says why, and `field` where."""

    def __init__(self, field: str, message: str) -> None:
        """Hold where it was entered and what to do."""
        super().__init__(message)
        self.field = field
