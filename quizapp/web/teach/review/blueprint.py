"""The blueprint that the parts of the review share."""

from __future__ import annotations

from flask import Blueprint

review = Blueprint("review", __name__, url_prefix="/banks/<int:bank_id>/review")
