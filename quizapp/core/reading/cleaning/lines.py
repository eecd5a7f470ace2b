import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDING = re.compile(r"[.!?…。！？।][\"'”’»)\]]{0,3}(?:\s?\[[^\]\[]{1,20}\]){0,6}\Z")
_LONGEST_ENDING = 140
_MARKUP = " \t|•·*-–—>»:#"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds text: its span without white space at the ends, and what its shape tells."""

    start: int
    end: int
    text: str
    words: int
    ended: bool

    @property
    def is_prose(self) -> bool:
        """Say whether the line has the shape of at least one whole sentence."""
        return self.words >= 7 and self.ended

    @property
    def plain(self) -> str:
        """The line in lower case without the marks of a list or a menu round it."""
        return self.text.lower().strip(_MARKUP).rstrip(".!…").strip(_MARKUP)


def lines_of(text: str) -> list[Line]:
    """Return the lines of the text that are not blank."""
    lines: list[Line] = []
    at = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            ended = bool(_ENDING.search(stripped, max(0, len(stripped) - _LONGEST_ENDING)))
            lines.append(Line(start, start + len(stripped), stripped, len(_WORD.findall(stripped)), ended))
        at += len(raw) + 1
    return lines


def script_of(letters: Iterable[str]) -> tuple[str, float]:
    """Return the script most of the letters belong to, and its share of them; ("", 0) for no letters."""
    counts = Counter(_script(letter) for letter in letters if letter.isalpha())
    if not counts:
        return "", 0.0
    script, most = counts.most_common(1)[0]
    return script, most / counts.total()


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "?").split(" ", 1)[0].split("-", 1)[0]
    return "CJK" if name in {"HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"} else name
