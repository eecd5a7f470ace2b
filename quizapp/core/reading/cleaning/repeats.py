from collections import Counter
from collections.abc import Sequence

from quizapp.core.reading.cleaning.lines import Line

_OFTEN = 4


def repeated_lines(lines: Sequence[Line]) -> dict[int, str]:
    """Find short lines without the shape of a sentence that the page prints again and again."""
    counts = Counter(line.plain for line in lines if _may_repeat(line))
    return {n: "repeated line" for n, line in enumerate(lines) if _may_repeat(line) and counts[line.plain] >= _OFTEN}


def _may_repeat(line: Line) -> bool:
    return 2 <= line.words <= 12 and not line.ended and not line.text.endswith((":", ",", ";"))
