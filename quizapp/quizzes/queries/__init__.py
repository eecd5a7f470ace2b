"""Quizzes as learners choose and take them."""

from .cover import Cover, cover
from .edition import CurrentEdition, current_edition
from .shelf import ShelfEntry, shelf

__all__ = ["Cover", "CurrentEdition", "ShelfEntry", "cover", "current_edition", "shelf"]
