"""Wrong answers for a question that is being written: those that marking its key would give."""

from __future__ import annotations

from collections.abc import Iterator

from quizapp.core.generation.lint import Sources
from quizapp.core.generation.marking.mark import CannotMark, find_words
from quizapp.core.generation.marking.picks import picks_in
from quizapp.core.generation.marking.suggesting import suggest
from quizapp.core.generation.values import whole_date, whole_number
from quizapp.core.kinds import Citation, Option, fold
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Passage

SEEDS = range(3)  # another seed draws other values, and takes as long again: only where one gives too few
ENOUGH = 2


def offer_wrong_answers(key: str, citation: Citation, title: str, sources: Sources) -> tuple[Option, ...]:
    """Return wrong answers of the key's sort, each with its reason; none where its words cannot be found."""
    anchor, read = sources.anchor(citation), sources.documents.get(citation.document)
    if anchor is None or read is None:
        return ()
    found: dict[str, Option] = {}
    for start, end in _places(key, read, citation.document, title, (anchor.start, anchor.end)):
        for seed in SEEDS:
            if len(found) >= ENOUGH:
                break
            for option in _suggested(sources, citation.document, title, (start, end), seed):
                found.setdefault(fold(option.text), option)
        if found:
            break
    found.pop(fold(key), None)
    return tuple(found.values())


def _places(
    key: str, read: ReadDocument, document: str, title: str, quote: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where the key stands: its words in the quote or in its sentences, else a date or number of the same value."""
    touched = [number for number, row in enumerate(read.passages) if row.start < quote[1] and quote[0] < row.end]
    for start, end in (quote, *((read.passages[number].start, read.passages[number].end) for number in touched)):
        try:
            yield find_words(read, Passage(start, end, 0), key)
        except CannotMark:
            continue
    value = whole_date(key) or whole_number(key)
    for number in touched if value is not None else ():
        for pick in picks_in(read, document, title, number):
            if value in (whole_date(pick.words), whole_number(pick.words)):
                yield pick.start, pick.end


def _suggested(sources: Sources, document: str, title: str, place: tuple[int, int], seed: int) -> Iterator[Option]:
    try:
        fact = suggest(sources, document, title, *place, seed=seed).fact
    except CannotMark:
        return
    for ask in fact.asks:
        for row in ask.distractors:
            yield Option(row.text, False, row.reason, row.citation)
