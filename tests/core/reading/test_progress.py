"""A text without pages tells how far reading is, when there is much of it."""

from __future__ import annotations

import pytest

from quizapp.core.reading.document import read_document

LINES = [f"The mill number {number} was built by Thomas Archer in 1712." for number in range(2500)]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", "\n\n".join(LINES)), ("a.html", "<html><body>" + "".join(f"<p>{line}</p>" for line in LINES))],
)
def test_lines_are_told(name: str, text: str) -> None:
    seen: list[tuple[int, int]] = []
    read_document(text.encode(), name, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(999, 5000), (1999, 5000), (3499, 5000), (4499, 5000)]


def test_a_short_text_tells_nothing() -> None:
    seen: list[tuple[int, int]] = []
    read_document(b"The mill was built in 1712.", "a.txt", progress=lambda done, of: seen.append((done, of)))
    assert seen == []
