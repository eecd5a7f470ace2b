"""Requests that bring files: one view may take more than every other, and says how much."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request

View = TypeVar("View", bound=Callable[..., Any])
_MARK = "most_bytes"
MOST_TEXT = 8 * 1024 * 1024  # of fields that are no files


def init_uploads(app: Flask) -> None:
    """Let marked views take more; before anything reads the form, and after who may come in is settled."""
    app.before_request(set_limits)
    app.teardown_request(close_files)


def takes_files(most: int) -> Callable[[View], View]:
    """Mark a view whose requests may have so many bytes in all."""

    def mark(view: View) -> View:
        setattr(view, _MARK, most)
        return view

    return mark


def set_limits() -> None:
    """Set the limits of a request to a marked view."""
    most = getattr(current_app.view_functions.get(request.endpoint or ""), _MARK, None)
    if most is not None:
        request.max_content_length = most
        request.max_form_memory_size = MOST_TEXT


def close_files(_error: BaseException | None) -> None:
    """Large files lie in temporary ones while a request lasts, and no longer."""
    request.close()
