"""The learner's way: covers, attempts, history and the documents."""

from __future__ import annotations

from flask import Blueprint

from quizapp.web.learn.attempts import attempts
from quizapp.web.learn.disputes import disputes
from quizapp.web.learn.documents.routes import documents
from quizapp.web.learn.history.routes import history
from quizapp.web.learn.practice.routes import practice
from quizapp.web.learn.quizzes.routes import quizzes

learn = Blueprint("learn", __name__, url_prefix="/learn")
for area in (quizzes, attempts, practice, history, documents, disputes):
    learn.register_blueprint(area)
