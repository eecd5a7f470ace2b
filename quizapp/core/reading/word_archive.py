"""What a Word file's archive claims to hold, judged before anything is unpacked."""

import io
import zipfile

from quizapp.core.reading.errors import BrokenDocument, DocumentTooLarge, ProtectedDocument

_BROKEN = "The Word file is damaged or cut short: it cannot be opened. Save it again and upload it once more."
_SWOLLEN = (
    "The Word file unpacks to far more than a document holds, so it was not opened. Copy its text into a new file."
)
_FOREIGN = (
    "The Word file holds a document type definition, which Word never writes, so it was not opened. Save it again in"
    " Word."
)
_MOST_PARTS = 5000
_MOST_BYTES = 300 * 1024 * 1024
_MOST_XML = 64 * 1024 * 1024
_STEEPEST = 120
_SMALL = 1024 * 1024
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


def check_archive(data: bytes) -> None:
    """Refuse a Word file that is damaged, locked, swollen beyond sense, or defines entities of its own."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive.read(part))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, ValueError) as wrong:
        if isinstance(wrong, (BrokenDocument, DocumentTooLarge, ProtectedDocument)):
            raise
        raise BrokenDocument(_BROKEN) from wrong


def _check_sizes(parts: list[zipfile.ZipInfo]) -> None:
    """Sizes are what the archive claims; a part that unpacks to more than it claims fails its checksum."""
    if any(part.flag_bits & 1 for part in parts):
        raise ProtectedDocument(
            "The Word file is locked by a password. Take the password off in Word and upload it again."
        )
    whole = sum(part.file_size for part in parts)
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels")))
    steep = any(part.file_size > _SMALL and part.file_size > _STEEPEST * max(part.compress_size, 1) for part in parts)
    if len(parts) > _MOST_PARTS or whole > _MOST_BYTES or xml > _MOST_XML or steep:
        raise DocumentTooLarge(_SWOLLEN)


def _check_part(content: bytes) -> None:
    if any(mark in content for mark in _DOCTYPES):
        raise BrokenDocument(_FOREIGN)
