"""What can go wrong when somebody leaves for good."""

from __future__ import annotations


class PersonalError(Exception):
    """Something about leaving that is not possible."""


class NoSuchHeir(PersonalError):
    """Nobody who teaches here can be handed what a teacher leaves."""
