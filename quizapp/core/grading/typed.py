"""What all typed answers share: the text, that it may be blank, and how long it may be."""

from __future__ import annotations

from quizapp.core.kinds.folding import plain
from quizapp.core.kinds.responses import Response, Typed

from .errors import MisfitResponse, UnreadableAnswer

LONGEST = 500


def text_of(response: Response | None) -> str:
    """The text typed, blank if there is none; UnreadableAnswer if nobody would answer at such length."""
    if response is None:
        return ""
    if not isinstance(response, Typed):
        raise MisfitResponse("Write your answer.")
    if max(len(response.text), len(plain(response.text[: LONGEST + 1]))) > LONGEST:
        raise UnreadableAnswer(f"Write at most {LONGEST} characters.")
    return response.text.strip()
