"""A teacher's quizzes: composed, looked at as a student sees them, printed, published."""

from quizapp.web.teach.quizzes import choosing, composing, paper, preview, publishing, routes, settings
from quizapp.web.teach.quizzes.blueprint import quizzes

__all__ = ["choosing", "composing", "paper", "preview", "publishing", "quizzes", "routes", "settings"]
