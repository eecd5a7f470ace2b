"""The blueprint that accounts and invitations share."""

from __future__ import annotations

from flask import Blueprint

people = Blueprint("people", __name__, url_prefix="/people")
