"""What holds for any file that can be read."""

import subprocess
import sys
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.reading.document import read_document, restore, with_drops
from quizapp.core.reading.spans import Drop

LINES = st.sampled_from(
    [
        "The Treaty of Brussels was signed on 17 March 1948 by five states.",
        "It held. Nobody “left it. Ever.” Check out our video below.",
        "Log in or register",
        "Share",
        "0 / 53",
        "Home",
        "News",
        "Contents",
        "1 History",
        "History",
        "References",
        "^ Smith (1999). p. 3.",
        "Заголовок материала",
        "- Belgium",
        "signed by:",
        "",
        "  ",
        "Photo: Jan Novak",
        "THE END",
    ]
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=120)
)


@given(TEXTS)
@settings(max_examples=300)
def test_passages_and_drops_lie_in_the_text_in_order_and_apart(text: str) -> None:
    document = read_document((text + "\nIt ended in 1949.").encode("utf-8", "ignore"), "a.txt")
    for spans in (document.drops, document.passages):
        places = [(span.start, span.end) for span in spans]
        assert places == sorted(places)
        assert all(0 <= start < end <= len(document.text) for start, end in places)
        assert all(above[1] <= below[0] for above, below in pairwise(places))
        assert all(not document.text[start].isspace() and not document.text[end - 1].isspace() for start, end in places)
    held = {n for passage in document.passages for n in range(passage.start, passage.end)}
    assert not any(n in held for drop in document.drops for n in range(drop.start, drop.end))


@given(TEXTS)
@settings(max_examples=100)
def test_restoring_everything_gives_the_passages_of_the_whole_text(text: str) -> None:
    document = read_document((text + "\nIt ended in 1949.").encode("utf-8", "ignore"), "a.txt")
    restored = document
    for drop in document.drops:
        restored = restore(restored, drop)
    assert restored == with_drops(document, ())
    assert restored.text == document.text


def test_a_teacher_may_drop_more() -> None:
    document = read_document(b"It began in 1949. It ended in 1991.", "a.txt")
    shorter = with_drops(document, [Drop(18, 35, "by hand")])
    assert [document.text[held.start : held.end] for held in shorter.passages] == ["It began in 1949."]


def test_showing_documents_does_not_load_the_libraries_that_read_files() -> None:
    heavy = "{'pypdf', 'docx', 'trafilatura', 'lxml', 'ftfy'}"
    code = f"import sys, quizapp.core.reading.document; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": ":".join(sys.path)}).returncode == 0
