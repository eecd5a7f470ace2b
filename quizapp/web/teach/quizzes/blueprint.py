"""The blueprint that composing, previewing, printing and publishing share."""

from __future__ import annotations

from flask import Blueprint

quizzes = Blueprint("quizzes", __name__, url_prefix="/quizzes")


@quizzes.context_processor
def ways() -> dict[str, object]:
    from flask import current_app, url_for

    return {"way": lambda e, **v: url_for(e, **v) if e in current_app.view_functions else "#"}
