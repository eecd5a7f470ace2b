"""What came of quizzes: scores, questions, learners."""

from quizapp.web.teach.results import classes, documents, questions, routes
from quizapp.web.teach.results.blueprint import results

__all__ = ["classes", "documents", "questions", "results", "routes"]
