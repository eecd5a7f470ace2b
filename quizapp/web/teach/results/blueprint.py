"""The blueprint that the pages of results share."""

from __future__ import annotations

from flask import Blueprint

results = Blueprint("results", __name__, url_prefix="/results")
