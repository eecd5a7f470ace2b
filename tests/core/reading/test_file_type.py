import io
import zipfile

import docx
import pytest

from quizapp.core.reading.document import read_document
from quizapp.core.reading.errors import (
    BrokenDocument,
    DocumentTooLarge,
    EmptyDocument,
    UnreadableDocument,
    UnsupportedDocument,
)
from quizapp.core.reading.file_type import LARGEST, file_type
from tests.core.reading.outcome import is_read_or_refused_in_words
from tests.core.reading.pdf_files import column, pdf
from tests.core.reading.word_files import saved


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as written:
        for name in names:
            written.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Just words.", "a.txt", "text"),
        (b"# Just words", "a.md", "text"),
        (b"Just words.", "no ending", "text"),
        (b"<p>words", "a.html", "html"),
        (b"  <!DOCTYPE html><html>", "a.txt", "html"),
        (b"\xef\xbb\xbf<!-- a --> <html>", "a", "html"),
        (pdf([column("A")]), "a.txt", "pdf"),
        (b"\n\n%PDF-1.4", "a.docx", "pdf"),
        (saved(docx.Document()), "a.pdf", "docx"),
    ],
)
def test_a_files_bytes_say_what_it_is_before_its_name_does(data: bytes, name: str, kind: str) -> None:
    assert file_type(data, name) == kind


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"{\\rtf1", "Rich Text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", r"old Word file \(.doc\) or one locked by a password"),
        (archive("xl/workbook.xml"), "an Excel file"),
        (archive("ppt/presentation.xml"), "a PowerPoint file"),
        (archive("mimetype", "content.xml"), "an OpenDocument file"),
        (archive("../../evil.txt"), "a compressed archive"),
        (b"\x7fELF\x02", "a program"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_can(data: bytes, what: str) -> None:
    with pytest.raises(UnsupportedDocument, match=what) as said:
        read_document(data, "upload.docx")
    assert ".docx" in str(said.value)


def test_a_name_that_promises_what_the_bytes_are_not_is_said() -> None:
    with pytest.raises(BrokenDocument, match=r"ends in \.pdf, but it holds something else"):
        read_document(b"Just words.", "REPORT.PDF")


def test_over_50_mb_are_refused_before_anything_is_read() -> None:
    with pytest.raises(DocumentTooLarge, match="50 MB; at most 50 MB"):
        file_type(bytes(LARGEST + 1), "a.txt")


def test_an_empty_file_is_said() -> None:
    with pytest.raises(EmptyDocument, match="The file is empty"):
        read_document(b"", "a.pdf")


def test_a_word_file_cut_short_anywhere_is_refused_in_words() -> None:
    document = docx.Document()
    document.add_paragraph("Some words in a paragraph.")
    whole = saved(document)
    for percent in range(100):
        with pytest.raises(UnreadableDocument, match=r"\.$"):
            read_document(whole[: len(whole) * percent // 100], "a.docx")


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_changed_bytes_are_read_or_refused_in_words(name: str) -> None:
    whole = bytearray("<p>Café au lait was served in 1949. It was good.</p>".encode())
    for place in range(len(whole)):
        for value in (0, 0x80, 0xFF):
            changed = bytes(whole[:place]) + bytes([value]) + bytes(whole[place + 1 :])
            assert is_read_or_refused_in_words(changed, name)
