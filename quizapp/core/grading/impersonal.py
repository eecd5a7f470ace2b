"""An answer without the words of whoever gave it: it earns the same, and says nothing of the person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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


def impersonal(judged_by: Sequence[Content], response: Response | None) -> Response | None:
    """Return a response that earns by each of some contents what this one earns, and holds no words of a person's own.

    The first content is that of the version answered; others are those it was judged anew by. What was chosen, ticked
    or put in order stays. Of what was typed, the question's own words stay (its key, a wrong answer it foresees), and
    numbers and dates in figures; for all else stands a word that says it was erased. Where nothing earns the same by
    all, what earns the same by the first.
    """
    if not isinstance(response, Typed) or not response.text.strip():
        return response
    instead = [Typed(text) for text in dict.fromkeys(_instead(judged_by, response))]
    for contents in (judged_by, judged_by[:1]):
        marks = [_earned(content, response) for content in contents]
        found = next((one for one in instead if [_earned(content, one) for content in contents] == marks), None)
        if found is not None:
            return found
    raise AssertionError(response)  # of the words that stand for what was erased, one at least is no key


def _earned(content: Content, response: Typed) -> str:
    return grade(content, response).verdict


def _instead(judged_by: Sequence[Content], response: Typed) -> Iterator[str]:
    """Words to put in its place, the likest first: those it was read as, figures, erased, and all the contents have."""
    for content in judged_by:
        mark = grade(content, response)
        if mark.verdict == "right":
            yield key_text(content)
        if isinstance(mark.matched, TypedPart) and mark.matched.foreseen is not None:
            yield _wrong(content)[mark.matched.foreseen]
        yield from _figures(content, response.text)
    yield from ERASED
    for content in judged_by:
        yield key_text(content)
        yield from content.accept if isinstance(content, ShortText | Cloze) else ()
        yield from _wrong(content)


def _wrong(content: Content) -> tuple[str, ...]:
    return tuple(row.text for row in content.wrong) if isinstance(content, FORESEEING) else ()


def _figures(content: Content, text: str) -> Iterator[str]:
    """A number or a date as the machine writes it."""
    try:
        if isinstance(content, Number):
            yield written(min(read_number(text, content.unit, content.value)))
        elif isinstance(content, Date):
            yield read_full_date(text, content.value).dates[0].iso()
    except UnreadableAnswer:
        return
