"""The review of drafts."""

from __future__ import annotations

from flask import Blueprint

review = Blueprint("review", __name__, url_prefix="/banks/<int:bank_id>/review")
