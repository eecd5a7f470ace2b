"""A statement put together from stretches of a sentence and a word or two of our own."""

from collections.abc import Sequence

from quizapp.core.generation.extraction.cleaning import Cleaned
from quizapp.core.generation.language.syntax import Syntax

Piece = tuple[int, int] | str


def joined(cleaned: Cleaned, syntax: Syntax, pieces: Sequence[Piece]) -> Cleaned:
    """Join word spans and added words into one sentence; an added word stands where the span after it stands."""
    letters: list[tuple[str, int]] = []
    for n, piece in enumerate(pieces):
        part = _letters(cleaned, syntax, piece, pieces[n + 1 :])
        if letters and part and part[0][0] not in ",;":
            letters.append((" ", part[0][1]))
        letters += part
    while letters and letters[-1][0] in ",;: ":
        letters.pop()
    if not letters:
        return Cleaned("", ())
    if letters[-1][0] not in ".!":
        letters.append((".", letters[-1][1]))
    letters[0] = (letters[0][0].upper(), letters[0][1])
    return Cleaned("".join(letter for letter, _ in letters), tuple(place for _, place in letters), cleaned.cuts)


def _letters(cleaned: Cleaned, syntax: Syntax, piece: Piece, rest: Sequence[Piece]) -> list[tuple[str, int]]:
    if isinstance(piece, str):
        following = next((span for span in rest if not isinstance(span, str)), (0, 1))
        place = cleaned.places[syntax.tokens[following[0]].start]
        return [(letter, place) for letter in piece]
    first, last = syntax.tokens[piece[0]].start, syntax.tokens[piece[1] - 1].end
    return list(zip(cleaned.text[first:last], cleaned.places[first:last], strict=True))
