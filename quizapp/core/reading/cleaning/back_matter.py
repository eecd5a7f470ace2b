"""Lists that serve a document without saying what it says: contents, references, a publisher's licence."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from quizapp.core.reading.cleaning.lines import Line

_REFERENCES = frozenset(
    {"references", "notes", "footnotes", "endnotes", "bibliography", "further reading", "external links", "works cited"}
    | {"sources", "citations", "notes and references", "references and notes", "literature", "see also"}
)
_CITED = re.compile(
    r"\^|\[?\d{1,3}[\].)]?\s|.{0,300}(?:\bISBN\b|\bISSN\b|\bdoi\b|https?://|www\.|\bRetrieved\b|\bArchived\b|\bpp?\.\s?\d"
    r"|\(\d{4}[a-z]?\)|\bvol\.|\bUniversity Press\b|\bet al\b|, \d{4}[.,]|\d{1,4}\(\d{1,3}\))"
)
_LEADER = re.compile(r".{2,90}?\s?(?:\.\s?){4,60}\s{0,3}\d{1,4}")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}\.|chapter \d{1,2}:?)\s+\S", re.IGNORECASE)
_MARKER = re.compile(r"\*{3}\s?(START|END) OF (?:THE |THIS )?.{3,120}", re.IGNORECASE)
_LONGEST_ENTRY = 12
_MOST_ENTRIES = 400
_WIDEST_GAP = 4
_SECTION = re.compile(r"\s*\[edit\]\Z")


def back_matter(lines: Sequence[Line]) -> dict[int, str]:
    """Find lists of references, tables of contents, and what stands outside a publisher's marks."""
    return _outside_marks(lines) | _references(lines) | _contents(lines)


def _outside_marks(lines: Sequence[Line]) -> dict[int, str]:
    """A publisher that marks the start and the end of a book writes its licence before and after."""
    marks = [(found.group(1).upper(), n) for n, line in enumerate(lines) if (found := _MARKER.match(line.text))]
    start = next((n for what, n in marks if what == "START"), -1)
    end = next((n for what, n in marks if what == "END" and n > start), len(lines))
    outside = [*range(start + 1), *range(end, len(lines))]
    return dict.fromkeys(outside, "publisher's licence") if marks and end - start > 1 else {}


def _references(lines: Sequence[Line]) -> dict[int, str]:
    found: dict[int, str] = {}
    for n, line in enumerate(lines):
        if _name(line) not in _REFERENCES or n in found:
            continue
        below = _section_below(lines, n)
        cited = sum(bool(_CITED.match(lines[other].text)) for other in below)
        if below and cited >= max(2, 0.5 * len(below)):
            found |= dict.fromkeys((n, *below), "list of references")
    return found


def _section_below(lines: Sequence[Line], heading: int) -> list[int]:
    """Return the lines up to the next section of such a kind, or to prose that cites nothing."""
    below: list[int] = []
    prose = 0
    for n in range(heading + 1, len(lines)):
        line = lines[n]
        prose = prose + 1 if line.is_prose and not _CITED.match(line.text) else 0
        if _name(line) in _REFERENCES or prose == 2:
            break
        below.append(n)
    return below[: len(below) - 1] if prose == 2 else below


def _contents(lines: Sequence[Line]) -> dict[int, str]:
    found = dict.fromkeys(_with_leaders(lines), "table of contents")
    last = {_name(line): n for n, line in enumerate(lines)}
    for n, line in enumerate(lines):
        if n not in found and _names_contents(line):
            entries = _entries_below(lines, n, last)
            if len(entries) >= 3:
                found |= dict.fromkeys(range(n, entries[-1] + 1), "table of contents")
    return found


def _with_leaders(lines: Sequence[Line]) -> list[int]:
    """Find entries that end in dots and a page number, and the short lines between them."""
    entries = [n for n, line in enumerate(lines) if _LEADER.fullmatch(line.text)]
    between = [
        n
        for above, below in pairwise(entries)
        if below - above <= _WIDEST_GAP
        for n in range(above + 1, below)
        if not lines[n].is_prose
    ]
    heading = [n - 1 for n in entries if n and _names_contents(lines[n - 1])]
    return heading + entries + between


def _names_contents(line: Line) -> bool:
    return line.plain.removesuffix("[hide]").strip() in {"contents", "table of contents"}


def _entries_below(lines: Sequence[Line], heading: int, last: Mapping[str, int]) -> list[int]:
    """Return the short lines below that are numbered or that stand again later as the heading of a section."""
    entries: list[int] = []
    for n in range(heading + 1, min(len(lines), heading + _MOST_ENTRIES)):
        if lines[n].ended or lines[n].words > _LONGEST_ENTRY:
            break
        if _NUMBERED.match(lines[n].text) or last[_name(lines[n])] > n:
            entries.append(n)
    return entries


def _name(line: Line) -> str:
    return _SECTION.sub("", line.plain) if line.words <= _LONGEST_ENTRY else ""
