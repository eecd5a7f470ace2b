"""What a question consists of, as somebody who reviews it reads it: key, distractors, and what is said of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from quizapp.core.kinds import (
    Choice,
    Citation,
    Cloze,
    Content,
    Date,
    Matching,
    Multiple,
    Number,
    Ordering,
    ShortText,
    TrueFalse,
    WrongAnswer,
    key_text,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One option, accepted or foreseen answer, pair or item; a piece that is not of the key says why it is wrong.

    `sign` stands before it (a letter, a number); `also` are other forms of it that are accepted.
    """

    text: str
    of_key: bool
    sign: str = ""
    reason: str = ""
    citation: Citation | None = None
    also: tuple[str, ...] = ()


def pieces_of(content: Content) -> tuple[Piece, ...]:
    """Return the pieces of a question, in the order in which it is stored."""
    return tuple(PIECES[content.kind](content))


def _options(content: Content) -> Iterator[Piece]:
    assert isinstance(content, Choice | Multiple)  # noqa: S101 - PIECES pairs each kind with its content
    for sign, option in zip(_letters(content.options), content.options, strict=True):
        yield Piece(option.text, option.right, sign, option.reason, option.citation)


def _judgements(content: Content) -> Iterator[Piece]:
    assert isinstance(content, TrueFalse)  # noqa: S101 - PIECES pairs each kind with its content
    for value in (True, False):
        right = content.key is value
        said = ("", None) if right else (content.correction, content.citation)
        yield Piece("True" if value else "False", right, "", *said)


def _typed(content: Content) -> Iterator[Piece]:
    assert isinstance(content, ShortText | Cloze | Number | Date)  # noqa: S101 - PIECES pairs kind and content
    also = content.accept[1:] if isinstance(content, ShortText | Cloze) else ()
    if isinstance(content, Number) and content.tolerance:
        also = (f"up to {content.tolerance:f} more or less",)
    yield Piece(key_text(content) if _has_key(content) else "", True, also=also)
    wrong: tuple[WrongAnswer, ...] = content.wrong
    for row in wrong:
        yield Piece(row.text, False, "", row.reason, row.citation)


def _has_key(content: Content) -> bool:
    return bool(content.accept) if isinstance(content, ShortText | Cloze) else True


def _pairs(content: Content) -> Iterator[Piece]:
    assert isinstance(content, Matching)  # noqa: S101 - PIECES pairs each kind with its content
    for number, pair in enumerate(content.pairs, 1):
        yield Piece(f"{pair.left} → {pair.right}", True, str(number), citation=pair.citation)
    for extra in content.extras:
        yield Piece(extra.text, False, "", extra.reason, extra.citation)


def _items(content: Content) -> Iterator[Piece]:
    assert isinstance(content, Ordering)  # noqa: S101 - PIECES pairs each kind with its content
    for number, item in enumerate(content.items, 1):
        when = f" · {item.when}" if item.when else ""
        yield Piece(item.text + when, True, str(number), citation=item.citation)


def _letters(options: Sequence[object]) -> Iterator[str]:
    return (ascii_uppercase[index % len(ascii_uppercase)] for index in range(len(options)))


PIECES: dict[str, Callable[[Content], Iterator[Piece]]] = {
    "choice": _options,
    "multiple": _options,
    "true_false": _judgements,
    "short_text": _typed,
    "number": _typed,
    "date": _typed,
    "cloze": _typed,
    "matching": _pairs,
    "ordering": _items,
}
