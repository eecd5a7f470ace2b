"""What can go wrong with classes and what is set to them, named for what happened."""

from __future__ import annotations


class TeachingError(Exception):
    """Something that teaching a class does not allow."""


class NoSuchClass(TeachingError):
    """There is no such class, or not for whoever asks."""


class NoSuchAssignment(TeachingError):
    """There is no such assignment, or not for whoever asks."""
