"""What a teacher sets to her classes: from when, until when, and how far each pupil is."""

from quizapp.web.teach.assignments import learners, routes, setting
from quizapp.web.teach.assignments.blueprint import assignments

__all__ = ["assignments", "learners", "routes", "setting"]
