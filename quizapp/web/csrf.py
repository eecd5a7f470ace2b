"""A write needs the token of its session; a form whose session has ended is shown again as it was typed.

A view marked `keeps_typed` runs even without a good token. It must hold to this: build the form, and where
`csrf_problem()` says so, show it again and write nothing. `Form.validate` of quizapp.web.forms does that by itself.
Every other write is refused before its view runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import Flask, current_app, flash, g, request
from flask_wtf.csrf import generate_csrf, validate_csrf
from werkzeug.exceptions import BadRequest
from wtforms import ValidationError

View = TypeVar("View", bound=Callable[..., Any])

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf_token"
HEADER = "X-CSRFToken"
SESSION_ENDED = (
    "Your session had ended, so nothing was saved. What you entered is still here: check it and send it again."
)
_MARK = "keeps_typed"


class SessionEnded(BadRequest):
    """A write came without the token of its session; nothing was done."""


def init_csrf(app: Flask) -> None:
    """Check every write of the application; a token lives as long as its session."""
    app.config["WTF_CSRF_TIME_LIMIT"] = None
    app.add_template_global(generate_csrf, "csrf_token")
    app.before_request(check_token)


def keeps_typed(view: View) -> View:
    """Mark a view that shows its form again, as typed, where the token is not good."""
    setattr(view, _MARK, True)
    return view


def csrf_problem() -> bool:
    """Whether this write may not happen, because it came without the token of its session."""
    return bool(g.get("csrf_problem", False))


def is_foreign() -> bool:
    """Whether the browser says that another site's page made this request."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def check_token() -> None:
    """Refuse a write without its token, or leave the refusal to a view that keeps what was typed."""
    if request.method in SAFE_METHODS or request.endpoint is None:
        return
    try:
        validate_csrf(request.form.get(FIELD) or request.headers.get(HEADER))
    except ValidationError:
        g.csrf_problem = True
    else:
        g.csrf_valid = True  # forms ask this before they look at the token again
        return
    # What another site's page typed into a form is not shown to anybody as theirs.
    if is_foreign() or not hasattr(current_app.view_functions[request.endpoint], _MARK):
        raise SessionEnded
    flash(SESSION_ENDED, "error")
