"""What a sentence offers to ask at a glance: its names, dates and numbers."""

from __future__ import annotations

from dataclasses import dataclass

from quizapp.core.generation.language.syntax import parse_sentence
from quizapp.core.generation.marking.mark import CannotMark, find_mark, find_words
from quizapp.core.generation.marking.reading import mentions_in, setting_of
from quizapp.core.reading.document import ReadDocument

MOST = 12


@dataclass(frozen=True, slots=True)
class Pick:
    """Words that can be marked with one press."""

    start: int
    end: int
    words: str


def picks_in(read: ReadDocument, key: str, title: str, number: int) -> tuple[Pick, ...]:
    """Return the names, dates and numbers of a passage in their order, each once."""
    passage = read.passages[number]
    setting = setting_of(read, key, title, 0, number)
    syntax = parse_sentence(" ".join(read.text[passage.start : passage.end].split()))
    found: dict[tuple[int, int], Pick] = {}
    for mention in mentions_in(syntax, setting.roster):
        try:
            mark = find_mark(read, *find_words(read, passage, mention.text))
        except CannotMark:
            continue
        found.setdefault((mark.start, mark.end), Pick(mark.start, mark.end, mark.words))
    return tuple(sorted(found.values(), key=lambda pick: pick.start))[:MOST]
