"""Who is answering, where the access table has already said that somebody is."""

from __future__ import annotations

from flask import abort

from quizapp.web.session import current_learner_id


def learner_id() -> int:
    """Return the id of the learner who asks."""
    known = current_learner_id()
    return abort(401) if known is None else known
