"""The blueprint that the pages of what is set share."""

from __future__ import annotations

from flask import Blueprint

assignments = Blueprint("assignments", __name__, url_prefix="/assignments")
