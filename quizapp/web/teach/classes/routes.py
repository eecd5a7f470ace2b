"""Classes and who is in them."""

from __future__ import annotations

from flask import Blueprint, render_template

classes = Blueprint("classes", __name__, url_prefix="/classes")


@classes.get("/")
def index() -> str:
    """Show the teacher's classes."""
    return render_template("teach/classes/index.html")
