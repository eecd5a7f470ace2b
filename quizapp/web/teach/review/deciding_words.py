"""Where the words of the key stand in a quote, so that they are seen at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizapp.core.generation.lint.words import ARTICLES
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import (
    Choice,
    Cloze,
    Content,
    Date,
    Matching,
    Multiple,
    Number,
    Ordering,
    QuestionDraft,
    ShortText,
    key_text,
)

WORD = re.compile(r"\w+")
LONGEST_VALUE = 5  # words that a date or a number may take: "on the fourth of May 1949" needs no more
Span = tuple[int, int]


def keys_of(content: Content) -> tuple[str, ...]:
    """Return what the quote of a question should say: right options, accepted forms, sides of pairs, dates of items."""
    if isinstance(content, Choice | Multiple):
        return tuple(option.text for option in content.options if option.right)
    if isinstance(content, ShortText | Cloze):
        return content.accept
    if isinstance(content, Number | Date):
        return (key_text(content),)
    if isinstance(content, Matching):
        return tuple(side for pair in content.pairs for side in (pair.left, pair.right))
    return tuple(item.when for item in content.items if item.when) if isinstance(content, Ordering) else ()


def deciding(text: str, draft: QuestionDraft) -> list[tuple[str, bool]]:
    """Cut a quote into pieces, each with whether it says the key; one piece where nothing of the key is found."""
    pieces, at = [], 0
    for start, end in _spans(text, keys_of(draft.content)):
        pieces += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(words, decides) for words, decides in (*pieces, (text[at:], False)) if words]


def _spans(text: str, keys: tuple[str, ...]) -> list[Span]:
    """The places of all keys in order; of two that overlap the longer one."""
    found = {span for key in keys for span in _places(text, key)}
    chosen: list[Span] = []
    for start, end in sorted(found, key=lambda span: span[0] - span[1]):
        if all(end <= other[0] or other[1] <= start for other in chosen):
            chosen.append((start, end))
    return sorted(chosen)


def _places(text: str, key: str) -> Iterator[Span]:
    words = [word for word in WORD.findall(key) if word.casefold() not in ARTICLES]
    if not words:
        return
    run = r"\W+".join(map(re.escape, words))
    pattern = re.compile(rf"(?<!\w){run}(?!\w)", re.IGNORECASE)
    spans = [match.span() for match in pattern.finditer(text)]
    yield from spans or _places_of_value(text, key)


def _places_of_value(text: str, key: str) -> list[Span]:
    """Where a quote writes the same date or number in another way, in as few words as do."""
    date, number = whole_date(key), whole_number(key)
    places = [match.span() for match in WORD.finditer(text)]
    for count in range(1, LONGEST_VALUE + 1):
        runs = [(first[0], last[1]) for first, last in zip(places, places[count - 1 :], strict=False)]
        said = [(run, text[slice(*run)]) for run in runs]
        found = [
            run
            for run, words in said
            if (date and whole_date(words) == date) or (number is not None and whole_number(words) == number)
        ]
        if found:
            return found
    return []
