import io
import os
import signal
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from quizapp.core.reading.document import read_document
from quizapp.core.reading.errors import (
    DocumentTooLarge,
    EmptyDocument,
    ReadingStopped,
    ScannedDocument,
    UnsupportedDocument,
)
from quizapp.core.reading.file_type import LARGEST
from quizapp.documents.reading_process import read_in_child
from tests.core.reading.pdf_files import column, pdf
from tests.core.reading.word_files import saved, with_parts

ARTICLE = Path("questions/ussr-and-nato/documents/sputnik.txt")


def children() -> list[str]:
    """Return the readers this process has started and not ended, where the system tells."""
    tasks = Path(f"/proc/{os.getpid()}/task")
    started = [name for task in tasks.glob("*/children") for name in task.read_text().split()]
    return [name for name in started if b"reading_child" in Path(f"/proc/{name}/cmdline").read_bytes()]


def test_the_child_reads_what_this_process_would() -> None:
    data = ARTICLE.read_bytes()
    assert read_in_child(data, ARTICLE.name) == read_document(data, ARTICLE.name)
    assert read_in_child(ARTICLE, ARTICLE.name) == read_document(data, ARTICLE.name)


def test_an_encoding_is_passed_on() -> None:
    assert read_in_child("Загранка".encode("cp1251"), "a.txt", encoding="cp1251").text == "Загранка"


def test_each_page_is_told() -> None:
    seen: list[tuple[int, int]] = []
    book = pdf([column(f"Page {n} of a book that has some pages.") for n in range(4)])
    read_in_child(book, "book.pdf", progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [(b"", EmptyDocument), (b"\x89PNG", UnsupportedDocument), (pdf([[]], picture=True), ScannedDocument)],
)
def test_a_refusal_comes_by_its_name_and_in_its_words(data: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal, match=r"\.$"):
        read_in_child(data, "upload")


def test_a_name_is_never_part_of_a_command() -> None:
    for name in ("-c import os", "a\x00b.txt", "../../a.txt", "\u202etxt.exe", "x" * 4096, "$(reboot).txt"):
        assert read_in_child(b"Some words.", name).text == "Some words."


def test_too_large_a_file_is_refused_without_a_child(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as written:
        written.truncate(LARGEST + 1)
    for source in (path, bytes(LARGEST + 1)):
        with pytest.raises(DocumentTooLarge, match="at most 50 MB"):
            read_in_child(source, "large.txt")


def test_a_standstill_is_ended_and_said() -> None:
    with pytest.raises(ReadingStopped, match=r"stood still .*\(nothing was read yet"):
        read_in_child(ARTICLE, "a.txt", patience=0.001)
    assert children() == []


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell a process's children")
def test_a_child_that_stands_still_on_a_page_is_killed() -> None:
    def freeze(done: int, of: int) -> None:
        for child in children():
            os.kill(int(child), signal.SIGSTOP)

    with pytest.raises(ReadingStopped, match=r"\(\d+ of 400 pages were read\)"):
        read_in_child(pdf([column("Words here.")] * 400), "a.pdf", progress=freeze, patience=2)
    assert children() == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a process's memory that Python can set")
def test_a_file_that_needs_too_much_memory_is_ended_and_said() -> None:
    elements = "".join(f'<w:p w:i="{n:x}"/>' for n in range(3_400_000))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    greedy = with_parts(
        saved(docx.Document()),
        {"word/document.xml": f"<w:document {names}><w:body>{elements}</w:body></w:document>".encode()},
    )
    with zipfile.ZipFile(io.BytesIO(greedy)) as archive:
        assert archive.getinfo("word/document.xml").file_size < 64 * 1024 * 1024
    with pytest.raises(ReadingStopped, match="more than 1 GB of memory"):
        read_in_child(greedy, "greedy.docx")
    assert children() == []


def test_what_the_caller_raises_ends_the_child() -> None:
    def stop(done: int, of: int) -> None:
        raise KeyError(done)

    with pytest.raises(KeyError):
        read_in_child(pdf([column("Words here.")] * 3), "a.pdf", progress=stop)
    assert children() == []


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="the system does not tell")
def test_the_child_has_none_of_this_programs_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZAPP_SECRET_KEY", "secret")
    held: list[bytes] = []

    def look(done: int, of: int) -> None:
        held.extend(Path(f"/proc/{child}/environ").read_bytes() for child in children())

    read_in_child(pdf([column("Words here.")] * 300), "a.pdf", progress=look)
    assert held
    assert not any(b"QUIZAPP" in environment for environment in held)
