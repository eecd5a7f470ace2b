import docx
import pytest

from quizapp.core.reading.document import ReadDocument, read_document
from quizapp.core.reading.errors import BrokenDocument, DocumentTooLarge, EmptyDocument, ProtectedDocument
from tests.core.reading.word_files import body_of, saved, with_parts


def read(data: bytes) -> ReadDocument:
    return read_document(data, "treaty.docx")


def treaty() -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "A running head"
    document.add_heading("The Treaty of Brussels", 0)
    document.add_paragraph("It was signed in 1948 by five states. It had ten articles.")
    document.add_paragraph("Belgium", style="List Bullet")
    document.add_paragraph("France", style="List Bullet")
    table = document.add_table(2, 2)
    for place, text in enumerate(("State", "Signer", "Belgium", "Gaston Eyskens")):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("After the table comes a paragraph that closes the document.")
    return saved(document)


def test_paragraphs_lists_and_tables_come_in_order() -> None:
    document = read(treaty())
    assert [line for line in document.text.split("\n") if line] == [
        "The Treaty of Brussels",
        "It was signed in 1948 by five states. It had ten articles.",
        "- Belgium",
        "- France",
        "State | Signer",
        "Belgium | Gaston Eyskens",
        "After the table comes a paragraph that closes the document.",
    ]
    kinds = [passage.kind for passage in document.passages]
    assert kinds == ["heading", "sentence", "sentence", "line", "line", "line", "line", "sentence"]
    assert document.reader == f"python-docx {docx.__version__}"


def test_progress_is_told() -> None:
    seen: list[tuple[int, int]] = []
    read_document(treaty(), "treaty.docx", progress=lambda done, of: seen.append((done, of)))
    assert seen[-1][0] == seen[-1][1] > 0


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            f"<w:p>{run('kept ')}<w:del>{run('gone')}</w:del><w:ins>{run('added')}</w:ins></w:p>",
            "kept added",
        ),
        (f"<w:sdt><w:sdtContent><w:p>{run('in a control')}</w:p></w:sdtContent></w:sdt>", "in a control"),
        (f"<w:p><w:hyperlink>{run('linked')}</w:hyperlink>{run(' words')}</w:p>", "linked words"),
        (
            "<w:p><w:r><w:t>Anglo</w:t><w:noBreakHyphen/><w:t>Saxon</w:t><w:tab/><w:t>king</w:t></w:r></w:p>",
            "Anglo-Saxon king",
        ),
        ("<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r></w:p>", "one\ntwo"),
        (
            f"<w:p><mc:AlternateContent><mc:Choice>{run('box')}</mc:Choice><mc:Fallback>{run('box')}</mc:Fallback>"
            "</mc:AlternateContent></w:p>",
            "box",
        ),
        (
            f"<w:tbl><w:tr><w:tc><w:p>{run('One cell.')}</w:p><w:p>{run('Two lines.')}</w:p></w:tc></w:tr></w:tbl>",
            "One cell.\n\n\nTwo lines.",
        ),
    ],
)
def test_what_word_shows_is_read(xml: str, text: str) -> None:
    assert read(body_of(xml)).text == text


def test_a_file_without_text_is_said() -> None:
    with pytest.raises(EmptyDocument, match="holds no text"):
        read(saved(docx.Document()))


def test_a_file_that_unpacks_to_far_more_than_it_should_is_not_opened() -> None:
    bomb = with_parts(treaty(), {"word/document.xml": b"<w:p/>" * 2_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(DocumentTooLarge, match="unpacks to far more"):
        read(bomb)
    many = with_parts(treaty(), {f"word/media/{n}": b"" for n in range(5001)})
    with pytest.raises(DocumentTooLarge, match="unpacks to far more"):
        read(many)


def test_a_document_type_definition_is_refused() -> None:
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]><w:document>&b;</w:document>'
    for content in (laughs, laughs.decode().encode("utf-16-le")):
        with pytest.raises(BrokenDocument, match="document type definition"):
            read(with_parts(treaty(), {"word/document.xml": content}))
        with pytest.raises(BrokenDocument, match="document type definition"):
            read(with_parts(treaty(), {"docProps/app.xml": content}))


def test_a_locked_archive_is_said() -> None:
    data = bytearray(treaty())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ProtectedDocument, match="locked by a password"):
        read(bytes(data))


def test_a_damaged_file_is_said() -> None:
    for content in (b"", b"<w:document", b"not xml", b"<a/>"):
        with pytest.raises(BrokenDocument, match="damaged"):
            read(with_parts(treaty(), {"word/document.xml": content}))
    with pytest.raises(BrokenDocument, match="damaged"):
        read(with_parts(treaty(), {"[Content_Types].xml": b"<a/>"}))
