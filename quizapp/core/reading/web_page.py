"""A web page: every line it shows, with those outside its main text set aside."""

import re
from collections.abc import Sequence

import trafilatura
from lxml import etree

from quizapp.core.reading.characters import printed
from quizapp.core.reading.decoding import Decoded, decode
from quizapp.core.reading.errors import EmptyDocument
from quizapp.core.reading.extracted import Extracted
from quizapp.core.reading.flat_page import flat_lines
from quizapp.core.reading.main_text import lines_outside
from quizapp.core.reading.page_lines import PageLine, page_lines
from quizapp.core.reading.spans import Drop

_READER = f"trafilatura {trafilatura.__version__}"
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{2,40})"
    rb"|<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Pages name these by habit; browsers read all of them as Windows-1252, and text that is valid UTF-8 is UTF-8.
_WESTERN = frozenset({"iso-8859-1", "latin1", "ascii", "us-ascii", "windows-1252", "cp1252"})
_NO_TEXT = (
    "The page shows no text. If a script fills it in, copy the text from the browser into a text file and upload that."
)
_TOO_DEEP = "The page is nested too deeply to tell its main text from the rest: all of its text was kept."
_NO_MAIN = "The main text could not be told from the rest of the page: all of its text was kept."


def read_web_page(data: bytes, encoding: str | None = None) -> Extracted:
    """Read the lines an HTML page shows; those outside its main text are dropped, and each can be restored."""
    decoded = decode(data, encoding or _declared(data))
    root = _parsed(decoded.text)
    if root is None:
        return _laid_out([PageLine(line, True) for line in flat_lines(decoded.text)], frozenset(), decoded, _TOO_DEEP)
    lines = page_lines(root)
    main = trafilatura.extract(decoded.text, include_comments=False, include_formatting=False) or ""
    outside = lines_outside([line.text for line in lines], main)
    return _laid_out(lines, outside, decoded, "" if outside or main else _NO_MAIN, _title(root))


def _declared(data: bytes) -> str | None:
    """Return the encoding the page names, unless its bytes say otherwise."""
    found = _CHARSET.search(data[:2048])
    if not found or data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None
    name = (found.group(1) or found.group(2)).decode("ascii").lower()
    if name not in _WESTERN:
        return name if _fits(data, name) else None
    return None if _fits(data, "utf-8") else "cp1252"


def _fits(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError, ValueError):
        return False
    return True


def _parsed(page: str) -> etree._Element | None:
    """Return the page's tree, or nothing where the parser gave up before the page's end."""
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)
    root = etree.fromstring(page.encode(), parser)
    gave_up = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    return None if gave_up or root is None else root


def _laid_out(
    lines: Sequence[PageLine], outside: frozenset[int], decoded: Decoded, note: str, title: str = ""
) -> Extracted:
    if not lines:
        raise EmptyDocument(_NO_TEXT)
    parts: list[str] = []
    drops: list[Drop] = []
    at = 0
    for n, line in enumerate(lines):
        text = printed(line.text)
        before = "" if not parts else "\n\n" if line.apart else "\n"
        if n in outside:
            drops.append(Drop(at + len(before), at + len(before) + len(text), "outside the page's main text"))
        parts.append(before + text)
        at += len(parts[-1])
    notes = (note,) if note else ()
    return Extracted("".join(parts), _READER, decoded.encoding, tuple(drops), notes, title, is_unpaged=True)


def _title(root: etree._Element) -> str:
    heads = root.findall(".//h1")
    element = heads[0] if len(heads) == 1 else root.find(".//title")
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
