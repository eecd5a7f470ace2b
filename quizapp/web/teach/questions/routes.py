"""The editor of questions."""

from __future__ import annotations

from flask import Blueprint

questions = Blueprint("questions", __name__, url_prefix="/questions")
