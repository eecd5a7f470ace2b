"""The blueprint that raising a dispute and seeing what became of it share."""

from __future__ import annotations

from flask import Blueprint

disputes = Blueprint("disputes", __name__, url_prefix="/disputes")
