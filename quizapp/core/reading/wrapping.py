"""Plain text that was wrapped to a width, put back into one line for each paragraph."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quizapp.core.reading.joining import join_lines, words_in

_WIDEST = 130
_NARROWEST = 40
_OPEN_END = re.compile(r"[^.!?:;…][\"'”’)]?\Z")
_LIST_ITEM = re.compile(r"(?:[-–•*·▪]|\(?(?:\d{1,3}|[a-z])[.)])\s")


def unwrap(text: str) -> str:
    """Return the text with wrapped lines joined; text that was never wrapped comes back as it is."""
    lines = text.split("\n")
    width = _width(lines)
    if not width:
        return text
    known = words_in(line.strip() for line in lines)
    joined: list[list[str]] = []
    above = ""
    for line in lines:
        stripped = line.strip()
        if joined and _continues(above, line, width):
            joined[-1].append(stripped)
        else:
            joined.append([line.rstrip()])
        above = line
    return "\n".join(join_lines(parts, known) for parts in joined)


def _width(lines: Sequence[str]) -> int:
    """Return the width the text was wrapped to, or 0 where lines are paragraphs, verses or items of a list."""
    pairs = [(above, below) for above, below in pairwise(lines) if above.strip() and below.strip()]
    longest = max((len(above.rstrip()) for above, _ in pairs), default=0)
    if len(pairs) < 3 or not _NARROWEST <= longest <= _WIDEST:
        return 0
    full = [(above, below) for above, below in pairs if _is_full(above, below, longest)]
    open_ends = sum(bool(_OPEN_END.search(above.rstrip())) for above, _ in full)
    lower = sum(below.lstrip()[0].islower() for _, below in full)
    enough = len(full) >= 0.6 * len(pairs) and open_ends >= 0.6 * len(full) and lower >= 0.4 * len(full)
    return longest if enough else 0


def _is_full(above: str, below: str, width: int) -> bool:
    """A wrapped line is one on which the next line's first word found no room."""
    word = below.split(maxsplit=1)[0]
    return len(above.rstrip()) + 1 + len(word) > 0.95 * width


def _continues(above: str, below: str, width: int) -> bool:
    if not above.strip() or not below.strip() or _LIST_ITEM.match(below.strip()):
        return False
    return _is_full(above, below, width) or (below.lstrip()[0].islower() and bool(_OPEN_END.search(above.rstrip())))
