"""The blueprint that the editor and the history share."""

from __future__ import annotations

from flask import Blueprint

questions = Blueprint("questions", __name__)
