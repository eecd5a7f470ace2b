"""The blueprint that the pages of classes share."""

from __future__ import annotations

from flask import Blueprint

classes = Blueprint("classes", __name__, url_prefix="/classes")
