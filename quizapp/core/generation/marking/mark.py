"""Words that a person selected in a document, held to what can be asked."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from quizapp.core.generation.lint.words import STOP_WORDS
from quizapp.core.kinds.folding import words_of
from quizapp.core.reading.document import ReadDocument
from quizapp.core.reading.spans import Passage

LONGEST = 1500
_EDGES = ' \t\n\r,.;:!?()[]"“”„‘’«»–—'
_POINTING = frozenset(["he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs"]).union(
    ["this", "that", "these", "those", "i", "we", "you", "who"]
)
NOWHERE = "There is no such place in this document."
NOTHING = "Select the words that are to be the answer: a name, a date, a number, a term."
LEFT_OUT = "These words were left out of the document ({}). Put the line back on the document’s page, then mark them."
OUTSIDE = "These words belong to no sentence of the document."
ACROSS = "The words run over the end of a sentence. Mark words of one sentence at a time."
TOO_LONG = "This stretch is far too long for a sentence, so it is not read as one."
POINTING = "“{}” only points at something. Mark the name or the words it stands for."
EMPTY_WORDS = "“{}” says nothing that could be asked. Mark a name, a date, a number or a term."
NOT_THERE = "The sentence does not hold the words “{}”. Copy them as they stand there."


class CannotMark(Exception):
    """Words cannot be marked; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of one sentence: where they stand, and which passage of the document holds them."""

    start: int
    end: int
    words: str
    number: int
    passage: Passage


def find_mark(read: ReadDocument, start: int, end: int) -> Mark:
    """Return what was selected, its edges set right; CannotMark says why nothing can be asked of it."""
    if not 0 <= start < end <= len(read.text):
        raise CannotMark(NOWHERE)
    start, end = _neat(read.text, start, end)
    if start >= end:
        raise CannotMark(NOTHING)
    number = _passage_at(read, start)
    passage = read.passages[number] if number >= 0 else None
    if passage is None or end > passage.end:
        raise CannotMark(_why_not(read, start, end))
    if passage.end - passage.start > LONGEST:
        raise CannotMark(TOO_LONG)
    words = read.text[start:end]
    _check_words(words)
    return Mark(start, end, words, number, passage)


def find_words(read: ReadDocument, passage: Passage, words: str) -> tuple[int, int]:
    """Return where words stand in a passage, whatever their spaces and quote marks; CannotMark where they do not."""
    parts = [_loosely(part) for part in words.split()]
    if not parts:
        raise CannotMark(NOTHING)
    pattern = r"\s+".join(parts)
    within = passage.start, passage.end
    found = re.compile(rf"(?<!\w){pattern}(?!\w)").search(read.text, *within)
    found = found or re.compile(pattern, re.IGNORECASE).search(read.text, *within)
    if found is None:
        raise CannotMark(NOT_THERE.format(" ".join(words.split())[:80]))
    return found.span()


def _loosely(part: str) -> str:
    return re.sub(r"['‘’]", "['‘’]", re.sub(r"[\"“”]", '["“”]', re.escape(part)))


def _neat(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out spaces and marks at the edges, and take words that were cut whole."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if start >= end:
        return start, start
    while start > 0 and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    if text[end : end + 1] == "." and re.search(r"(?:\b[A-Z]\.)+[A-Z]$", text[start:end]):
        end += 1
    return start, end


def _joined(text: str, place: int) -> bool:
    """Say whether a word runs over this place."""
    one, two = text[place - 1], text[place]
    if one.isalnum() and two.isalnum():
        return True
    inside = text[place + 1 : place + 2] if not two.isalnum() else text[place - 2 : place - 1]
    between = two if not two.isalnum() else one
    return between in ",." and (one + two).strip(",.").isdigit() and inside.isdigit()


def _passage_at(read: ReadDocument, start: int) -> int:
    number = bisect_right(read.passages, start, key=lambda passage: passage.start) - 1
    return number if number >= 0 and start < read.passages[number].end else -1


def _why_not(read: ReadDocument, start: int, end: int) -> str:
    dropped = next((drop for drop in read.drops if drop.start < end and start < drop.end), None)
    if dropped:
        return LEFT_OUT.format(dropped.reason)
    return ACROSS if _passage_at(read, start) >= 0 or _passage_at(read, end - 1) >= 0 else OUTSIDE


def _check_words(words: str) -> None:
    found = words_of(words)
    if found and all(word in _POINTING for word in found):
        raise CannotMark(POINTING.format(words))
    if not any(word not in STOP_WORDS or word.isdigit() or _is_count(word) for word in found):
        raise CannotMark(EMPTY_WORDS.format(words))


def _is_count(word: str) -> bool:
    return word in {"one", "first", "second", "last", "few", "north", "south", "east", "west"}
