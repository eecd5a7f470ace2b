"""PDF files made by hand, for tests of reading."""

from collections.abc import Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter

Line = tuple[str, float, float, float]  # text, left, height, size


def pdf(pages: Sequence[Sequence[Line] | str], *, picture: bool = False) -> bytes:
    """Write one page for each list of lines; \x80 in a text is drawn as the ligature fi."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        " /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [128 /fi] >> >>"
    )
    objects.append(
        _stream("\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8")
    )
    kids = []
    pictures = "/XObject << /P 4 0 R >>" if picture else ""
    for lines in pages:
        objects.append(_stream(lines if isinstance(lines, str) else "\n".join(_shown(line) for line in lines)))
        content = len(objects)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R"
            f" /Resources << /Font << /F 3 0 R >> {pictures} >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def locked(data: bytes, password: str) -> bytes:
    """Lock a PDF with a password that is needed to open it."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def column(*texts: str, top: float = 760, left: float = 72, size: float = 11) -> list[Line]:
    """Set texts under each other, 14 points apart."""
    return [(text, left, top - 14 * n, size) for n, text in enumerate(texts)]


def _shown(line: Line) -> str:
    text, left, height, size = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf 1 0 0 1 {left} {height} Tm ({escaped}) Tj ET"


def _stream(content: str, more: str = "") -> str:
    return f"<< {more} /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: Sequence[str]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)
