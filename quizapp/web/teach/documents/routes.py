"""Documents and the long work on them."""

from __future__ import annotations

from flask import Blueprint, render_template

documents = Blueprint("documents", __name__, url_prefix="/documents")


@documents.get("/")
def index() -> str:
    """Show the teacher's documents."""
    return render_template("teach/documents/index.html")
