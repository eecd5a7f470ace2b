"""The accounts of an installation, for its admins."""

from quizapp.web.teach.people import inviting, routes
from quizapp.web.teach.people.blueprint import people

__all__ = ["inviting", "people", "routes"]
