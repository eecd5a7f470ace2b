"""What came of quizzes: scores, questions, learners."""

from quizapp.web.teach.results import answers, classes, documents, questions, routes
from quizapp.web.teach.results.blueprint import results

__all__ = ["answers", "classes", "documents", "questions", "results", "routes"]
