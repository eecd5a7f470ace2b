"""The teacher's desk: what needs her, each one click away."""

from __future__ import annotations

from flask import Blueprint, render_template

desk = Blueprint("desk", __name__)


@desk.get("/")
def index() -> str:
    """Show what needs the teacher."""
    return render_template("teach/desk/index.html")
