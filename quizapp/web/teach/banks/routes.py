"""Banks."""

from __future__ import annotations

from flask import Blueprint, render_template

banks = Blueprint("banks", __name__, url_prefix="/banks")


@banks.get("/")
def index() -> str:
    """Show the teacher's banks."""
    return render_template("teach/banks/index.html")
