"""A teacher's classes: made, joined, filled from a list, with cards to sign in by."""

from quizapp.web.teach.classes import adding, cards, joining, members, routes
from quizapp.web.teach.classes.blueprint import classes

__all__ = ["adding", "cards", "classes", "joining", "members", "routes"]
