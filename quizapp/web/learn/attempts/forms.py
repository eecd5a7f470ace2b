"""What a question's form says; whether it can be an answer is the room's to judge."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quizapp.attempts.given import Given
from quizapp.web.given import read_given, whole

TOKEN = re.compile(r"[ -~]{1,64}")
SURENESS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """One sending of an answer; sending it again with the same token is the same sending."""

    given: Given
    token: str
    revision: int
    sure: bool | None  # None: the learner did not say
    skip: bool = False  # the learner does not know and asks to be shown
    version_id: int | None = None  # of the question as the page showed it


def read_answer(form: MultiDict[str, str]) -> AnswerForm:
    """Read what was sent, as it was sent."""
    token = form.get("token", "")
    return AnswerForm(
        read_given(form),
        token if TOKEN.fullmatch(token) else fresh_token(),
        whole(form.get("revision", "")) or 0,
        SURENESS.get(form.get("sure", "")),
        "skip" in form,
        whole(form.get("version", "")),
    )


def fresh_token() -> str:
    """Make the token of a sending that has not happened yet."""
    return secrets.token_urlsafe(16)
