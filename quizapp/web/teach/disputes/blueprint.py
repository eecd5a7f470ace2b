"""The blueprint that the list of disputes and deciding one share."""

from __future__ import annotations

from flask import Blueprint

disputes = Blueprint("disputes", __name__, url_prefix="/disputes")
