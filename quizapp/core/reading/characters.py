"""Characters as the text keeps them: one kind of line break, composed accents, nothing unseen."""

import re
import unicodedata

from quizapp.core.reading.errors import EmptyDocument, NotText

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDTHLESS = re.compile("[\u200b\u2060\ufeff]|\u00ad(?!\\s*(?:\n|\\Z))")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def visible(text: str) -> str:
    """Return the text with its unseen characters taken out; many control characters mean that it is no text."""
    lines = _BREAKS.sub("\n", text)
    cleaned, unseen = _UNSEEN.subn("", lines)
    if unseen > 8 and unseen > len(lines) // 100:
        raise NotText(
            "The file holds no text that can be read: it looks like a program, a picture or another binary file."
        )
    if not cleaned.strip():
        raise EmptyDocument("The file is empty. Choose a file that holds text.")
    return unicodedata.normalize("NFC", _WIDTHLESS.sub("", cleaned))


def printed(text: str) -> str:
    """Return what a printer drew as letters again: ligatures taken apart, accents composed, unseen characters out."""
    plain = _UNSEEN.sub("", text.replace("\t", " ")).translate(_LIGATURES)
    return unicodedata.normalize("NFC", _WIDTHLESS.sub("", plain))
