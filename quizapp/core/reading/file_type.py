"""What type a file is, by its bytes first and its name second."""

import io
import re
import zipfile

from quizapp.core.reading.errors import BrokenDocument, DocumentTooLarge, EmptyDocument, UnsupportedDocument

LARGEST = 50 * 1024 * 1024
MOST_PAGES = 1000
SUPPORTED = "plain text (.txt, .md), web pages (.html), PDF (.pdf) and Word (.docx)"

_HTML_NAMES = (".html", ".htm", ".xhtml", ".shtml")
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,999}(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--.{0,2000}?-->\s{0,99})?"
    rb"<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_OTHERS = (
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"{\\rtf", "a Rich Text file (.rtf)"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"7z\xbc\xaf", "a compressed archive (7z)"),
    (b"Rar!", "a compressed archive (rar)"),
    (b"%!PS", "a PostScript file"),
    (b"ID3", "a sound file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"<?xml", "an XML file"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = (
    ("xl/workbook.xml", "an Excel file (.xlsx)"),
    ("ppt/presentation.xml", "a PowerPoint file (.pptx)"),
    ("content.xml", "an OpenDocument file (.odt)"),
    ("META-INF/container.xml", "an e-book (.epub)"),
)


def file_type(data: bytes, filename: str) -> str:
    """Return "text", "html", "pdf" or "docx"; raise UnreadableDocument for everything else."""
    check_size(len(data))
    if not data:
        raise EmptyDocument("The file is empty. Choose a file that holds text.")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped_type(data)
    name = filename.lower()
    if name.endswith(_HTML_NAMES) or _HTML_START.match(data):
        return "html"
    _refuse_others(data)
    if name.endswith((".pdf", ".docx")):
        ending = name.rsplit(".", 1)[1]
        raise BrokenDocument(
            f"The file's name ends in .{ending}, but it holds something else. Open it and save it again."
        )
    return "text"


def check_size(size: int) -> None:
    """Refuse a file over 50 MB."""
    if size > LARGEST:
        raise DocumentTooLarge(
            f"The file has {size / 1024 / 1024:.0f} MB; at most 50 MB can be read. Upload it in parts."
        )


def check_pages(pages: int) -> None:
    """Refuse a document over 1,000 pages."""
    if pages > MOST_PAGES:
        raise DocumentTooLarge(f"The document has {pages:,} pages; at most 1,000 can be read. Upload it in parts.")


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        raise UnsupportedDocument(
            "This is an old Word file (.doc) or one locked by a password. Open it in Word, take the password off,"
            " and save it as .docx."
        )
    for start, kind in _OTHERS:
        if data.startswith(start):
            raise UnsupportedDocument(f"This is {kind}. What can be read: {SUPPORTED}.")


def _zipped_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as wrong:
        raise BrokenDocument(
            "The file is damaged or cut short: it cannot be opened. Save it again and upload it once more."
        ) from wrong
    if "word/document.xml" in names:
        return "docx"
    kind = next((kind for name, kind in _ZIPPED if name in names), "a compressed archive (zip)")
    raise UnsupportedDocument(f"This is {kind}. What can be read: {SUPPORTED}.")
