"""What a learner says is wrong with a question, and what became of it."""

from quizapp.web.learn.disputes import raising, routes
from quizapp.web.learn.disputes.blueprint import disputes

__all__ = ["disputes", "raising", "routes"]
