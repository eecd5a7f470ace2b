"""An answer as a person reads it."""

from __future__ import annotations

from collections.abc import Sequence

from quizapp.core.kinds import (
    Arranged,
    Choice,
    Chosen,
    Content,
    Judged,
    Matched,
    Matching,
    Multiple,
    Ordering,
    Response,
    Ticked,
    Typed,
)

NOTHING = "—"


def given_text(content: Content, order: Sequence[int], response: Response | None) -> str:
    """Return an answer in words, its options in the order shown; empty where nothing was answered."""
    match content, response:
        case Choice(options=options), Chosen(option=index):
            return options[index].text
        case Multiple(options=options), Ticked(options=ticked):
            return "; ".join(options[index].text for index in order if index in ticked)
        case _, Judged(value=value):
            return "True" if value else "False"
        case Matching(pairs=pairs), Matched(rights=chosen):
            rights = content.rights()
            texts = [NOTHING if index is None else rights[index] for index in chosen]
            return "; ".join(f"{pair.left}: {text}" for pair, text in zip(pairs, texts, strict=True))
        case Ordering(items=items), Arranged(order=put):
            return "; ".join(f"{place}. {items[index].text}" for place, index in enumerate(put, start=1))
        case _, Typed(text=text):
            return text
    return ""
