"""Tess, Theo and her bank, as in the review; what a browser would send from the editor."""

from __future__ import annotations

import re
from html import unescape

from tests.web.teach.review.conftest import mended, pact
from tests.web.teach.teaching import id_of

__all__ = ["id_of", "mended", "pact"]

FORM = re.compile(r'<form method="post" id="edit-form".*?</form>', re.DOTALL)
FIELD = re.compile(r"<input\b([^>]*)>")
AREA = re.compile(r"<textarea\b([^>]*)>(.*?)</textarea>", re.DOTALL)
SELECT = re.compile(r"<select\b([^>]*)>(.*?)</select>", re.DOTALL)
CHOSEN = re.compile(r'<option value="([^"]*)" selected')


def fields_of(page: str) -> dict[str, str]:
    """Return what the editor's form would send as it stands."""
    form = FORM.search(page)
    assert form
    found: dict[str, str] = {}
    for match in FIELD.finditer(form[0]):
        tag = match[1]
        if ("radio" in tag or "checkbox" in tag) and " checked" not in tag:
            continue
        found[named(tag)] = value(tag)
    found |= {named(match[1]): unescape(match[2]) for match in AREA.finditer(form[0])}
    for match in SELECT.finditer(form[0]):
        chosen = CHOSEN.search(match[2])
        found[named(match[1])] = unescape(chosen[1]) if chosen else ""
    found.pop("csrf_token", None)
    return found


def named(tag: str) -> str:
    """Return the name of a field."""
    match = re.search(r'\bname="([^"]*)"', tag)
    assert match, tag
    return match[1]


def value(tag: str) -> str:
    """Return the value of a field."""
    match = re.search(r'\bvalue="([^"]*)"', tag)
    return unescape(match[1]) if match else "on"
