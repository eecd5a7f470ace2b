"""The blueprint that answering and finishing share."""

from __future__ import annotations

from flask import Blueprint

attempts = Blueprint("attempts", __name__, url_prefix="/attempts")
