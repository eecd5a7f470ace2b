"""What is kept about oneself, to see and to take along."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template

from quizapp.interchange.personal_data import personal_archive
from quizapp.personal import queries
from quizapp.web.clock import now
from quizapp.web.session import known_person

data = Blueprint("data", __name__, url_prefix="/data")


@data.get("/")
def show() -> str:
    """Say what is kept, and offer it."""
    return render_template("account/data/show.html", kept=queries.belongings(known_person().id))


@data.get("/download")
def download() -> Response:
    """Send everything that is kept as one archive."""
    archive = personal_archive(queries.record_of(known_person().id, now=now()))
    response = make_response(archive)
    response.mimetype = "application/zip"
    response.headers["Content-Disposition"] = f'attachment; filename="my-data-{now():%Y-%m-%d}.zip"'
    return response
