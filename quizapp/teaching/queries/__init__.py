"""Classes and assignments, read."""

from .openings import Opening, best_opening, openings
from .permission import OwnAssignment, OwnClass, open_own_assignment, open_own_class

__all__ = [
    "Opening",
    "OwnAssignment",
    "OwnClass",
    "best_opening",
    "open_own_assignment",
    "open_own_class",
    "openings",
]
