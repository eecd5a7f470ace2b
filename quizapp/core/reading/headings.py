import re
from collections.abc import Sequence

from quizapp.core.reading.cleaning.lines import Line

_LONGEST = 12
_SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "the", "to"}
)
_NUMBERED = re.compile(r"(?:chapter|part|section|unit|lesson)?\s?\d{1,3}(?:\.\d{1,3}){0,3}[.):]?\s+\S", re.IGNORECASE)
_CHAPTER = re.compile(
    r"(?:chapter|part|book|act|scene|section|lesson|unit|appendix)\s(?:[ivxlc]{1,7}|\d{1,3}|[a-z]|one|two|three|four|five)\.?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-–—•·*▪◦‣●]\s|.*(?:\s\|\s|\t)")


def is_heading(text: str, lines: Sequence[Line], place: int) -> bool:
    """Say whether a line names what follows rather than saying something itself."""
    line = lines[place]
    if not 1 <= line.words <= _LONGEST or len(line.text) > 120 or place + 1 >= len(lines) or _ITEM.match(line.text):
        return False
    if line.text[-1] in ",;:" or (place and lines[place - 1].text.endswith(":")):
        return False
    if _CHAPTER.fullmatch(line.text):
        return True
    if line.ended:
        return _is_heading_question(text, lines, place)
    return _leads_to_prose(text, lines, place)


def _is_heading_question(text: str, lines: Sequence[Line], place: int) -> bool:
    line = lines[place]
    asks = line.text[-1] in "?!" and not re.search(r"[.?!]\s", line.text)
    alone = _apart(text, lines, place - 1) and _apart(text, lines, place)
    return asks and alone and (_is_title_case(line.text) or bool(_NUMBERED.match(line.text)))


def _leads_to_prose(text: str, lines: Sequence[Line], place: int) -> bool:
    """A heading stands alone before prose; two short ones may follow each other; more than that is a list."""
    first = last = place
    while first > 0 and place - first < 3 and _joins(text, lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and last - place < 3 and _joins(text, lines, last):
        last += 1
    run = lines[first : last + 1]
    if len(run) > 2 or last + 1 >= len(lines) or (first and lines[first - 1].text.endswith(":")):
        return False
    return len(run) == 1 or all(line.words <= 6 and "," not in line.text for line in run)


def _joins(text: str, lines: Sequence[Line], place: int) -> bool:
    """Say whether a line and the next one, both without an end, stand right under each other."""
    above, below = lines[place], lines[place + 1]
    return not above.ended and not below.ended and above.text[-1] != ":" and not _apart(text, lines, place)


def _apart(text: str, lines: Sequence[Line], place: int) -> bool:
    """Say whether a blank line, or the edge of the text, lies below the line at this place."""
    if place < 0 or place + 1 >= len(lines):
        return True
    return text.count("\n", lines[place].end, lines[place + 1].start) > 1


def _is_title_case(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
