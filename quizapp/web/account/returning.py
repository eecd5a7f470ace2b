"""Where somebody goes after signing in: back to a page of this site, and to no other."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from quizapp.web.session import current_person

KEPT = "kept-"  # fields of another form, carried through the sign-in page


def local_path(address: str) -> str:
    """Return an address if it stays on this site, else nothing."""
    if not address.startswith("/") or any(character <= " " or character in "\\\x7f" for character in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if not parts.scheme and not parts.netloc and not address.startswith("//") else ""


def asked_path() -> str:
    """Return the page that was asked for before signing in, if it is one of this site."""
    return local_path(request.values.get("next", ""))


def go_back() -> Response:
    """Go to the page that was asked for, else to where somebody begins: a teacher at the desk, others at the shelf."""
    return redirect(asked_path() or home(), code=303)


def home() -> str:
    """Return where whoever uses this browser begins."""
    person = current_person()
    return url_for("teach.desk.index" if person is not None and person.is_teacher else "public.shelf.index")


def kept_fields() -> list[tuple[str, str]]:
    """Return the fields of the form that was open when the session ended."""
    fields = request.form.items(multi=True)
    return [(name.removeprefix(KEPT), value) for name, value in fields if name.startswith(KEPT)]
