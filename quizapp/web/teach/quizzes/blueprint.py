"""The blueprint that composing, previewing, printing and publishing share."""

from __future__ import annotations

from flask import Blueprint

quizzes = Blueprint("quizzes", __name__, url_prefix="/quizzes")
