"""What a question's form says; whether it can be an answer is the room's to judge."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from itertools import count, takewhile

from werkzeug.datastructures import MultiDict

from quizapp.attempts.given import Given

TOKEN = re.compile(r"[ -~]{1,64}")


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """One sending of an answer; sending it again with the same token is the same sending."""

    given: Given
    token: str
    revision: int
    unsure: bool
    skip: bool = False  # the learner does not know and asks to be shown


def read_answer(form: MultiDict[str, str]) -> AnswerForm:
    """Read what was sent, as it was sent."""
    given = Given(
        chosen=tuple(position for value in form.getlist("chosen") if (position := whole(value)) is not None),
        matched=numbered(form, "matched"),
        places=numbered(form, "place"),
        text=form.get("text", ""),
    )
    token = form.get("token", "")
    return AnswerForm(
        given,
        token if TOKEN.fullmatch(token) else fresh_token(),
        whole(form.get("revision", "")) or 0,
        "unsure" in form,
        "skip" in form,
    )


def numbered(form: MultiDict[str, str], name: str) -> tuple[int | None, ...]:
    """Read the fields name-1, name-2 and so on, as far as they go."""
    keys = takewhile(form.__contains__, (f"{name}-{number}" for number in count(1)))
    return tuple(whole(form[key]) for key in keys)


def whole(text: str) -> int | None:
    """Read a small whole number; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def fresh_token() -> str:
    """Make the token of a sending that has not happened yet."""
    return secrets.token_urlsafe(16)
