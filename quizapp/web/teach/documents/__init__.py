"""Documents: the list, giving new ones, the long work on them, their text, and newer revisions."""

from quizapp.web.teach.documents import giving, jobs, lines, revising, routes
from quizapp.web.teach.documents.blueprint import documents

__all__ = ["documents", "giving", "jobs", "lines", "revising", "routes"]
