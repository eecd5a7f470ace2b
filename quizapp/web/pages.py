"""What every page stands on: its layout, and the styles and scripts it asks for."""

from __future__ import annotations

from flask import Flask, request

from quizapp.practice.queries import due_count
from quizapp.web.assets import init_assets
from quizapp.web.clock import now
from quizapp.web.session import current_learner_id
from quizapp.web.words import init_words

FRAGMENT = "text/html-fragment"


def init_pages(app: Flask) -> None:
    """Put the layout and the assets on the application."""
    init_assets(app)
    init_words(app)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(lambda: {"layout": page_layout()})
    app.add_template_global(practice_due)


def page_layout() -> str:
    """Return the template that frames a page: the whole page, or its main part where a script asked for that."""
    return "layouts/fragment.html" if wants_fragment() else "layouts/page.html"


def practice_due() -> int:
    """Return how many questions are due for whoever uses this browser; asked only where the page shows it."""
    learner_id = current_learner_id()
    return 0 if learner_id is None else due_count(learner_id, now=now())


def wants_fragment() -> bool:
    """Whether a script asked, which swaps the main part of the page and needs no frame round it."""
    return FRAGMENT in request.headers.get("Accept", "")
