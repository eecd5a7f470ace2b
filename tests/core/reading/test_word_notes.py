import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from quizapp.core.reading.document import read_document
from quizapp.core.reading.errors import BrokenDocument
from tests.core.reading.word_files import saved

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def call(kind: str, name: int) -> str:
    return f'<w:r {NAMES}><w:{kind}Reference w:id="{name}"/></w:r>'


def note(kind: str, name: int, text: str, more: str = "") -> str:
    return f'<w:{kind} w:id="{name}" {more}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'


def with_notes(document: docx.document.Document, kind: str, rows: str) -> bytes:
    """Return the file with a part of notes, as Word writes it."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:{kind}s {NAMES}>{rows}</w:{kind}s>'
    sort = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), sort, xml.encode(), document.part.package)
    document.part.relate_to(part, REL.FOOTNOTES if kind == "footnote" else REL.ENDNOTES)
    return saved(document)


def two_sections(*calls: str) -> docx.document.Document:
    document = docx.Document()
    for place, name in enumerate(("The mill", "The dam")):
        document.add_heading(name, 1)
        paragraph = document.add_paragraph(f"{name} was built in 18{place}0.")
        for xml in calls[place : place + 1]:
            paragraph._p.append(parse_xml(xml))
        document.add_paragraph("It still stands.")
    return document


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_are_numbered_and_stand_at_the_end_of_their_section(kind: str) -> None:
    rows = (
        note(kind, 0, "", 'w:type="separator"')
        + note(kind, 7, "The plan of the dam is lost.")
        + note(kind, 5, "It had two wheels.")
    )
    read = read_document(with_notes(two_sections(call(kind, 5), call(kind, 7)), kind, rows), "mill.docx")
    assert [line for line in read.text.split("\n") if line] == [
        "The mill",
        "The mill was built in 1800.[1]",
        "It still stands.",
        "[1] It had two wheels.",
        "The dam",
        "The dam was built in 1810.[2]",
        "It still stands.",
        "[2] The plan of the dam is lost.",
    ]
    assert read.drops == ()


def test_a_deleted_call_and_a_missing_note_leave_no_mark() -> None:
    gone = f'<w:del {NAMES}><w:r><w:footnoteReference w:id="5"/></w:r></w:del>'
    rows = note("footnote", 5, "It had two wheels.")
    read = read_document(with_notes(two_sections(gone, call("footnote", 9)), "footnote", rows), "mill.docx")
    assert "[" not in read.text
    assert "wheels" not in read.text


def test_damaged_notes_are_said() -> None:
    with pytest.raises(BrokenDocument, match="damaged"):
        read_document(with_notes(two_sections(), "footnote", "<w:footnote"), "mill.docx")
