"""The blueprint that the pages of regrades share."""

from __future__ import annotations

from flask import Blueprint

regrades = Blueprint("regrades", __name__, url_prefix="/regrades")
