"""Marking an answer typed in words: all or nothing."""

from __future__ import annotations

from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.responses import Response
from quizapp.core.kinds.short_text import ShortText

from .answers import read_answer
from .mark import Mark, TypedPart, unanswered, whole
from .policy import Policy
from .typed import text_of


def read(content: ShortText | Cloze, text: str, policy: Policy) -> TypedPart:
    """Read the text against the accepted and the foreseen wrong answers."""
    wrong = [row.text for row in content.wrong]
    return read_answer(text, content.accept, wrong, slip=policy.slip and content.slip)


def fit(_content: ShortText | Cloze, response: Response) -> None:
    """Any text of a fair length can be read."""
    text_of(response)


def grade(content: ShortText | Cloze, response: Response | None, policy: Policy) -> Mark:
    """Full marks for an accepted answer."""
    text = text_of(response)
    part = read(content, text, policy) if text else TypedPart()
    return whole(part.right, part) if text else unanswered(part)
