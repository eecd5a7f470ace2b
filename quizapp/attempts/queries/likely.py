"""An answer that a student might give, to show a teacher what comes after it."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Cloze,
    Content,
    Date,
    Judged,
    Matched,
    Matching,
    Multiple,
    Number,
    Ordering,
    Response,
    ShortText,
    Ticked,
    TrueFalse,
    Typed,
    key_text,
)

NOT_IT = "something else"


def likely_response(content: Content, order: Sequence[int], *, rightly: bool) -> Response:
    """Return the right answer to a question, or a wrong one that its author has foreseen."""
    return _right(content) if rightly else _wrong(content, order)


def _right(content: Content) -> Response:
    match content:
        case Choice():
            return Chosen(content.key)
        case Multiple():
            return Ticked(content.keys)
        case TrueFalse(key=key):
            return Judged(key)
        case Matching():
            return Matched(content.key())
        case Ordering(items=items):
            return Arranged(tuple(range(len(items))))
    return Typed(key_text(content))


def _wrong(content: Content, order: Sequence[int]) -> Response:
    match content:
        case Choice(options=options):
            return Chosen(next(index for index in order if not options[index].right))
        case Multiple(options=options):
            # Half right shows most: what was found, what was missed, and what was wrong.
            return Ticked(frozenset({min(content.keys), next(i for i in order if not options[i].right)}))
        case TrueFalse(key=key):
            return Judged(not key)
        case Matching():
            rights = content.key()
            return Matched((*rights[:-1], (rights[-1] + 1) % len(content.rights())))
        case Ordering():
            return Arranged(tuple(order))
        case ShortText(wrong=wrong) | Cloze(wrong=wrong) | Number(wrong=wrong) | Date(wrong=wrong):
            return Typed(wrong[0].text if wrong else NOT_IT)
    return Typed(NOT_IT)
