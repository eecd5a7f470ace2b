"""Word files made and spoilt for tests of reading."""

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.document import Document


def saved(document: Document) -> bytes:
    """Return the bytes of a Word file."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with some parts replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def body_of(xml: str) -> bytes:
    """Return a Word file whose body is this XML."""
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    part = f'<?xml version="1.0" encoding="UTF-8"?><w:document {names}><w:body>{xml}</w:body></w:document>'
    return with_parts(saved(docx.Document()), {"word/document.xml": part.encode()})
