"""What learners say is wrong with questions, and what their teacher decides."""

from quizapp.web.teach.disputes import deciding, routes
from quizapp.web.teach.disputes.blueprint import disputes

__all__ = ["deciding", "disputes", "routes"]
