"""Where a quote stands in a document: make it, find it, show it in its place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from quizapp.core.reading.errors import QuoteAmbiguous, QuoteNotFound
from quizapp.core.reading.sentences import sentence_spans
from quizapp.core.reading.spans import Drop, SpanIndex

CONTEXT = 32
_MOST_PLACES = 200
_REACH = 2000
_QUOTES = str.maketrans("’‘‚‛′`´“”„‟″«»", "'" * 7 + '"' * 7)
_FOLDED = re.compile(r"[ ]?[^\S ]\s*|[ ]{2}\s*|''")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A quote's place: offsets in code points, its exact words, and 32 characters on each side."""

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Context:
    """A quote inside the sentence or sentences that hold it."""

    before: str
    exact: str
    after: str


def make_anchor(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of text[start:end]; the span must lie in the text and not be empty."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"There is no span {start} to {end} in a text of {len(text)} characters.")
    return Anchor(start, end, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def holds(text: str, anchor: Anchor) -> bool:
    """Say whether the anchor's exact words still stand at its offsets."""
    return anchor.start < anchor.end and text[anchor.start : anchor.end] == anchor.exact


def find_quote(text: str, quote: str, *, spans_out: Iterable[Drop] = ()) -> Anchor:
    """Return the one place of the quote outside the dropped spans; only white space and quote marks are folded."""
    wanted, dropped = quote.strip(), SpanIndex(tuple(spans_out))
    if not wanted:
        raise QuoteNotFound("The quote is empty.")
    for search in (_exact_places, _folded_places):
        places = [span for span in search(text, wanted) if not dropped.touch(*span)]
        if places:
            return make_anchor(text, *_the_one(text, places, wanted))
    raise QuoteNotFound(f"The document does not hold the words “{_short(wanted)}”.")


def in_context(text: str, anchor: Anchor, *, around: int = 0, drops: Iterable[Drop] = ()) -> Context:
    """Return the quote with the rest of its sentence, and `around` more sentences of the same lines on each side."""
    first = text.rfind("\n", 0, anchor.start) + 1
    last = text.find("\n", anchor.end)
    dropped = SpanIndex(tuple(drops))
    spans = [
        span
        for span in sentence_spans(text, first, len(text) if last < 0 else last)
        if not dropped.touch(*span) or _touches(span, anchor)
    ]
    start, end = _widened(spans, anchor, around)
    return Context(text[start : anchor.start], text[anchor.start : anchor.end], text[anchor.end : end])


def _widened(spans: Sequence[tuple[int, int]], anchor: Anchor, around: int) -> tuple[int, int]:
    touched = [n for n, span in enumerate(spans) if _touches(span, anchor)]
    if not touched:
        return anchor.start, anchor.end
    first, last = max(0, touched[0] - around), min(len(spans) - 1, touched[-1] + around)
    return min(spans[first][0], anchor.start), max(spans[last][1], anchor.end)


def _touches(span: tuple[int, int], anchor: Anchor) -> bool:
    return span[0] < anchor.end and anchor.start < span[1]


def _exact_places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    at = text.find(wanted)
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at, at + len(wanted)
        at = text.find(wanted, at + 1)


def _folded_places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    """Search where runs of white space are one space and every quote mark is plain, and give the places in the text."""
    folded, marks, origins = _fold(text)
    looked_for = _fold(normalize("NFC", wanted))[0]
    for start, end in _exact_places(folded, looked_for):
        yield _origin(start, marks, origins), _origin(end, marks, origins)


def _fold(text: str) -> tuple[str, list[int], list[int]]:
    """Return the folded text and, for the end of each piece that became shorter, its place in both texts."""
    plain = text.translate(_QUOTES)
    parts: list[str] = []
    marks, origins, done, length = [0], [0], 0, 0
    for found in _FOLDED.finditer(plain):
        parts += (plain[done : found.start()], '"' if found.group() == "''" else " ")
        length += found.start() - done + 1
        done = found.end()
        marks.append(length)
        origins.append(done)
    return "".join([*parts, plain[done:]]), marks, origins


def _origin(place: int, marks: list[int], origins: list[int]) -> int:
    nearest = bisect_right(marks, place) - 1
    return origins[nearest] + place - marks[nearest]


def _the_one(text: str, places: list[tuple[int, int]], quote: str) -> tuple[int, int]:
    """A quote that is whole words in one place and part of a longer word elsewhere means the whole words.

    A sentence that is said again word for word says the same: its first place is meant.
    """
    whole = [span for span in places if not _cuts_a_word(text, *span)]
    chosen = whole or places
    if len(chosen) > 1 and not _are_repeats(text, chosen):
        raise QuoteAmbiguous(
            f"The words “{_short(quote)}” stand {len(chosen)} times in the document: quote more of the sentence."
        )
    return chosen[0]


def _are_repeats(text: str, places: Sequence[tuple[int, int]]) -> bool:
    """Say whether the sentences round the first place stand, word for word and whole, round every other as well."""
    start, end = _sentences_round(text, *places[0])
    said, before = text[start:end], places[0][0] - start
    return all(_stands_whole(text, place - before, said) for place, _ in places[1:])


def _sentences_round(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    last = text.find("\n", end)
    spans = sentence_spans(text, first, min(len(text) if last < 0 else last, end + _REACH))
    touched = [span for span in spans if span[0] < end and start < span[1]]
    return (touched[0][0], touched[-1][1]) if touched else (start, end)


def _stands_whole(text: str, start: int, said: str) -> bool:
    if start < 0 or not text.startswith(said, start):
        return False
    end = start + len(said)
    return not text[max(0, start - 8) : start].rstrip(" ")[-1:].isalnum() and not text[end : end + 1].strip()


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end - 1].isalnum() and text[end].isalnum()
    return before or after


def _short(quote: str) -> str:
    return quote if len(quote) <= 80 else quote[:79] + "…"
