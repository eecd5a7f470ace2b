"""An answer as its form says it, on a learner's page and where a teacher tries a question."""

from __future__ import annotations

from itertools import count, takewhile

from werkzeug.datastructures import MultiDict

from quizapp.attempts.given import Given


def read_given(form: MultiDict[str, str]) -> Given:
    """Read what was given, as it was sent."""
    return Given(
        chosen=tuple(position for value in form.getlist("chosen") if (position := whole(value)) is not None),
        matched=numbered(form, "matched"),
        places=numbered(form, "place"),
        text=form.get("text", ""),
    )


def numbered(form: MultiDict[str, str], name: str) -> tuple[int | None, ...]:
    """Read the fields name-1, name-2 and so on, as far as they go."""
    keys = takewhile(form.__contains__, (f"{name}-{number}" for number in count(1)))
    return tuple(whole(form[key]) for key in keys)


def whole(text: str | None) -> int | None:
    """Read a small whole number, such as a row's or a page's; None for anything else."""
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
