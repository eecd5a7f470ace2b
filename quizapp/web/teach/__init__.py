"""The teacher's pages: from a document to a quiz that her class takes."""

from __future__ import annotations

from flask import Blueprint

from quizapp.web.teach.assignments import assignments
from quizapp.web.teach.banks import banks
from quizapp.web.teach.classes import classes
from quizapp.web.teach.desk.routes import desk
from quizapp.web.teach.disputes import disputes
from quizapp.web.teach.documents import documents
from quizapp.web.teach.facts import facts
from quizapp.web.teach.people import people
from quizapp.web.teach.questions.routes import questions
from quizapp.web.teach.quizzes import quizzes
from quizapp.web.teach.regrades import regrades
from quizapp.web.teach.results import results
from quizapp.web.teach.review.routes import review

teach = Blueprint("teach", __name__, url_prefix="/teach")
PARTS = (
    *(desk, documents, facts, review, questions, banks),
    *(quizzes, classes, assignments, results, regrades, disputes, people),
)
for part in PARTS:
    teach.register_blueprint(part)
