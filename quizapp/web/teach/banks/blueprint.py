"""The blueprint that listing, acting and sharing have in common."""

from __future__ import annotations

from flask import Blueprint

banks = Blueprint("banks", __name__, url_prefix="/banks")
