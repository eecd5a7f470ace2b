"""Leaving for good."""

from .erase import erase

__all__ = ["erase"]
