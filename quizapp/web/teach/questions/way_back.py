"""Where an editor was opened from, so that it leads back there."""

from __future__ import annotations

import re

QUIZ = re.compile(r"/teach/quizzes/([0-9]{1,9})")


def quiz_of(back: str) -> int | None:
    """Return the quiz whose composer the editor was opened from; None where it was not one."""
    match = QUIZ.fullmatch(back)
    return int(match[1]) if match else None
