"""An answer without the words of whoever gave it: it earns the same, and says nothing of the person."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.content import Content
from quizapp.core.kinds.date import Date
from quizapp.core.kinds.number import Number, written
from quizapp.core.kinds.registry import key_text
from quizapp.core.kinds.responses import Response, Typed
from quizapp.core.kinds.short_text import ShortText

from .dates import read_full_date
from .errors import UnreadableAnswer
from .graders import grade
from .mark import TypedPart
from .numbers import read_number

FORESEEING = (ShortText, Cloze, Number, Date)
# Words that stand for what was erased: the first that no key of the question means.
ERASED = ("(erased)", "—", "…", "erased words", "words of somebody who left")


def impersonal(content: Content, response: Response | None) -> Response | None:
    """Return a response that earns what this one earns and holds no words of a person's own.

    What was chosen, ticked or put in order stays. Of what was typed, the question's own words stay (its key, a wrong
    answer it foresees), and numbers and dates in figures; for all else stands a word that says it was erased.
    """
    if not isinstance(response, Typed) or not response.text.strip():
        return response
    verdict = grade(content, response).verdict
    fitting = (Typed(text) for text in _instead(content, response))
    return next(found for found in fitting if grade(content, found).verdict == verdict)


def _instead(content: Content, response: Typed) -> Iterator[str]:
    mark = grade(content, response)
    if mark.verdict == "right":
        yield key_text(content)
    if isinstance(mark.matched, TypedPart) and mark.matched.foreseen is not None and isinstance(content, FORESEEING):
        yield content.wrong[mark.matched.foreseen].text
    yield from _figures(content, response.text)
    yield from ERASED


def _figures(content: Content, text: str) -> Iterator[str]:
    """A number or a date as the machine writes it."""
    try:
        if isinstance(content, Number):
            yield written(min(read_number(text, content.unit, content.value)))
        elif isinstance(content, Date):
            yield read_full_date(text, content.value).dates[0].iso()
    except UnreadableAnswer:
        return
