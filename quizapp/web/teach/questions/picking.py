"""Sentences of a bank's documents to pick words from: those round a place, or those that hold some words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizapp.core.generation.lint import Sources
from quizapp.core.kinds import Citation
from quizapp.core.reading.document import ReadDocument

AT_ONCE = 24
PLACE = re.compile(r"([^:]{1,200}):([0-9]{1,9})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that can be picked, at its place; `begins` says that a paragraph begins with it."""

    document: str
    start: int
    end: int
    text: str
    kind: str
    begins: bool
    is_cited: bool = False

    @property
    def place(self) -> str:
        """Its place as the form sends it."""
        return f"{self.document}:{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Panel:
    """What the picker shows: sentences of one document round a place, or of all that hold the words looked for."""

    document: str
    title: str
    looked_for: str
    sentences: tuple[Sentence, ...]
    earlier: int | None  # where to look to read on upwards and downwards
    later: int | None


@dataclass(frozen=True, slots=True)
class Picked:
    """Words picked from a document."""

    document: str
    quote: str
    widened: bool = False  # the words alone stand there more than once, so more of their sentence was taken


def panel(
    sources: Sources, titles: Mapping[str, str], *, document: str, at: int, words: str, cited: Citation | None
) -> Panel | None:
    """Return what to pick from; None where the bank has no document."""
    if not sources.documents:
        return None
    document = document if document in sources.documents else next(iter(sources.documents))
    if words:
        return Panel(document, titles.get(document, ""), words, tuple(_holding(sources, words)), None, None)
    read = sources.documents[document]
    first = max(0, min(_number_at(read, at), len(read.passages) - AT_ONCE))
    shown = range(first, min(first + AT_ONCE, len(read.passages)))
    anchor = sources.anchor(cited) if cited and cited.document == document else None
    span = (anchor.start, anchor.end) if anchor else (0, 0)
    return Panel(
        document,
        titles.get(document, ""),
        "",
        tuple(_sentence(document, read, number, span) for number in shown),
        read.passages[max(0, first - AT_ONCE)].start if first else None,
        read.passages[shown.stop].start if shown.stop < len(read.passages) else None,
    )


def place_before(sources: Sources, citation: Citation) -> int:
    """Return where to open a document so that a quote is seen with what comes before it."""
    anchor, read = sources.anchor(citation), sources.documents.get(citation.document)
    if anchor is None or read is None or not read.passages:
        return 0
    return read.passages[max(0, _number_at(read, anchor.start) - 4)].start


def pick(sources: Sources, place: str) -> Picked | None:
    """Return the words at a place of the form "document:start-end"; None where there are none."""
    match = PLACE.fullmatch(place)
    read = sources.documents.get(match[1]) if match else None
    if match is None or read is None:
        return None
    start, end = _trimmed(read.text, int(match[2]), int(match[3]))
    if not 0 <= start < end <= len(read.text):
        return None
    words = Citation(match[1], read.text[start:end])
    if not sources.quote_problem(words):
        return Picked(match[1], words.quote)
    for wider in _wider(read, start, end):
        if not sources.quote_problem(Citation(match[1], wider)):
            return Picked(match[1], wider, widened=True)
    return Picked(match[1], words.quote)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    end = min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return _whole_words(text, start, end) if start < end else (start, end)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A selection that begins or ends inside a word means the word."""
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _wider(read: ReadDocument, start: int, end: int) -> Iterator[str]:
    """The whole sentence, then the sentence with its neighbours of the same paragraph."""
    number = _number_at(read, start)
    for reach in range(3):
        near = read.passages[max(0, number - reach) : number + reach + 1]
        near = tuple(row for row in near if row.paragraph == read.passages[number].paragraph)
        if near and near[0].start <= start and end <= near[-1].end:
            yield read.text[near[0].start : near[-1].end]


def _number_at(read: ReadDocument, at: int) -> int:
    return max(0, bisect_right(read.passages, at, key=lambda row: row.start) - 1)


def _sentence(document: str, read: ReadDocument, number: int, cited: tuple[int, int]) -> Sentence:
    row = read.passages[number]
    begins = number == 0 or read.passages[number - 1].paragraph != row.paragraph
    text = read.text[row.start : row.end]
    return Sentence(document, row.start, row.end, text, row.kind, begins, cited[0] < row.end and row.start < cited[1])


def _holding(sources: Sources, words: str) -> Iterator[Sentence]:
    """The first sentences that hold all the words, those that hold them in a row before the others."""
    wanted = [word.casefold() for word in words.split()]
    run = " ".join(wanted)
    together: list[Sentence] = []
    apart: list[Sentence] = []
    for key, read in sources.documents.items():
        for number, row in enumerate(read.passages):
            text = read.text[row.start : row.end].casefold()
            if wanted and all(word in text for word in wanted):
                (together if run in text else apart).append(_sentence(key, read, number, (0, 0)))
    yield from (together + apart)[:AT_ONCE]
