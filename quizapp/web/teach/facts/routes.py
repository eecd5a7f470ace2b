"""Facts, and marking words in a text."""

from __future__ import annotations

from flask import Blueprint

facts = Blueprint("facts", __name__, url_prefix="/facts")
