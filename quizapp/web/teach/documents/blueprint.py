"""The blueprint that listing, giving, working on and revising documents have in common."""

from __future__ import annotations

from flask import Blueprint

documents = Blueprint("documents", __name__, url_prefix="/documents")
