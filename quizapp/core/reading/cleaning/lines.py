import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

_TEXTUAL = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ENDING = re.compile(r"[.!?…。！？।][\"'”’»)\]]{0,3}(?:\s?\[[^\]\[]{1,20}\]){0,6}\Z")
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
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    for found in _TEXTUAL.finditer(text):
        raw = found.group()
        stripped = raw.strip()
        start = found.start() + len(raw) - len(raw.lstrip())
        words = sum(1 for _ in _WORD.finditer(stripped))
        yield Line(
            start, start + len(stripped), stripped, words, bool(_ENDING.search(stripped, max(0, len(stripped) - 140)))
        )


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
