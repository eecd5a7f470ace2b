"""Classes and assignments, read."""

from .permission import OwnAssignment, OwnClass, open_own_assignment, open_own_class

__all__ = ["OwnAssignment", "OwnClass", "open_own_assignment", "open_own_class"]
