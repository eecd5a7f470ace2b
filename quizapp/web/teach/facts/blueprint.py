"""The blueprint that facts and marking share."""

from __future__ import annotations

from flask import Blueprint

facts = Blueprint("facts", __name__)
