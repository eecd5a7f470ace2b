"""Quizzes as learners choose and take them."""

from .cover import Cover, cover
from .edition import CurrentEdition, current_edition
from .shelf import ShelfEntry, is_on_shelf, shelf

__all__ = ["Cover", "CurrentEdition", "ShelfEntry", "cover", "current_edition", "is_on_shelf", "shelf"]
