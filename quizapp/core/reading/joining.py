"""Lines put together again: the word cut at a line's end, the paragraph cut into lines."""

import re
from collections.abc import Iterable, Sequence

_CUT = re.compile(r"([^\W\d_]+)[-‐]\Z")
_DASHED = re.compile(r"\w[-‐–/]\Z")
_BEGUN = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LONGEST_WORD = 40
# Words that keep their hyphen where the document does not say otherwise.
_KEPT = frozenset({"self", "well", "half", "vice"})


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of the lines in lower case, hyphenated ones whole, without those cut at a line's end."""
    return frozenset(word for line in lines for word in _WORD.findall(_CUT.sub("", line.lower())))


def join_lines(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join lines into one, healing the words cut between them as the known words of the document spell them."""
    parts = [lines[0]]
    for line in lines[1:]:
        cut, between = seam(parts[-1], line, known)
        parts[-1] = parts[-1][: len(parts[-1]) - cut]
        parts.append(between + line)
    return "".join(parts)


def seam(above: str, below: str, known: frozenset[str]) -> tuple[int, str]:
    """Return how many characters the upper of two joined lines loses, and what comes between them."""
    if above.endswith("\u00ad"):
        return 1, ""
    cut, begun = _CUT.search(above[-_LONGEST_WORD:]), _BEGUN.match(below[:_LONGEST_WORD])
    if cut and begun and _is_one_word(cut.group(1), begun.group(), known):
        return 1, ""
    if _DASHED.search(above[-2:]) or (_WIDE.match(above[-1:]) and _WIDE.match(below)):
        return 0, ""
    return 0, " "


def _is_one_word(left: str, right: str, known: frozenset[str]) -> bool:
    whole, dashed = (left + right).lower(), f"{left}-{right}".lower()
    if whole in known:
        return True
    return right[0].islower() and dashed not in known and left.lower() not in _KEPT
