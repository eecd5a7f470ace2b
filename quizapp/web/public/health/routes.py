"""Whether the server answers."""

from __future__ import annotations

from flask import Blueprint, Response

health = Blueprint("health", __name__)


@health.get("/healthz")
def show() -> Response:
    """Say that the server answers, and nothing more."""
    return Response("ok\n", mimetype="text/plain")
