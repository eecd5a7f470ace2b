"""What a question's form says; whether it can be an answer is the room's to judge."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quizapp.attempts.given import Given
from quizapp.web.given import read_given, whole

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
    token = form.get("token", "")
    return AnswerForm(
        read_given(form),
        token if TOKEN.fullmatch(token) else fresh_token(),
        whole(form.get("revision", "")) or 0,
        "unsure" in form,
        "skip" in form,
    )


def fresh_token() -> str:
    """Make the token of a sending that has not happened yet."""
    return secrets.token_urlsafe(16)
