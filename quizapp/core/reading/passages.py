"""The passages of a text: sentences, lines of lists, headings."""

import re
from collections.abc import Iterator, Sequence

from quizapp.core.reading.cleaning.lines import Line, lines_of
from quizapp.core.reading.extracted import EVERY, Progress, unseen
from quizapp.core.reading.headings import is_heading
from quizapp.core.reading.sentences import sentence_spans
from quizapp.core.reading.spans import Drop, Passage, PassageKind, SpanIndex

_BULLET = re.compile(r"(?:[-–•·*▪◦‣●■□➢✓]|\(?(?:\d{1,3}|[a-z]\)|[ivx]{1,5})[.)])\s+(?=\S)")
_CAPTION = 14


def passages_of(text: str, drops: Sequence[Drop], progress: Progress = unseen) -> tuple[Passage, ...]:
    """Return every sentence, list line and heading that lies in no dropped span, in order."""
    lines = lines_of(text)
    near = SpanIndex(drops)
    kept = [n for n, line in enumerate(lines) if not near.cover(line.start, line.end)]
    shown = [lines[n] for n in kept]
    passages: list[Passage] = []
    for place, n in enumerate(kept):
        if place % EVERY == EVERY - 1:
            progress(place, len(kept))
        if is_heading(text, shown, place) and not near.touch(lines[n].start, lines[n].end):
            passages.append(Passage(lines[n].start, lines[n].end, n, "heading"))
        else:
            passages += _passages_in(text, lines[n], n, near)
    return tuple(passages)


def _passages_in(text: str, line: Line, paragraph: int, near: SpanIndex) -> Iterator[Passage]:
    bullet = _BULLET.match(text, line.start, line.end)
    spans = sentence_spans(text, bullet.end() if bullet else line.start, line.end)
    for place, (start, end) in enumerate(spans):
        if not near.touch(start, end):
            yield Passage(start, end, paragraph, _kind(line, text[start:end], place, len(spans), near))


def _kind(line: Line, sentence: str, place: int, count: int, near: SpanIndex) -> PassageKind:
    """A line with no end of a sentence is a line of a list; so is what stands beside a picture's credit."""
    if line.ended or line.text.endswith(":"):
        return "line" if line.words < _CAPTION and near.touch(line.start, line.end) else "sentence"
    if place < count - 1:
        return "sentence"
    return "line" if count == 1 or len(sentence.split()) < 4 else "sentence"
