"""An attempt: answering it, finishing it, and what came out."""

from quizapp.web.learn.attempts import finishing, routes
from quizapp.web.learn.attempts.blueprint import attempts

__all__ = ["attempts", "finishing", "routes"]
