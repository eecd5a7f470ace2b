"""What a search for words looks through."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine.default import DefaultExecutionContext

from quizapp.core.kinds import MalformedContent, content_from
from quizapp.core.kinds.folding import plain


def searched_text(kind: str, stem: str, content: Mapping[str, Any]) -> str:
    """Return the stem and the key of a question in lower case without accents, as both databases compare them."""
    try:
        key = content_from(kind, content).key_text()
    except MalformedContent:
        key = ""
    return plain(f"{stem}\n{key}")


def searched_of_row(context: DefaultExecutionContext) -> str:
    """Return what is searched of the version being written, so that no writer can forget it."""
    row: Mapping[str, Any] = context.get_current_parameters()  # type: ignore[no-untyped-call] # it comes without types
    return searched_text(row["kind"], row["stem"], row["content"])


def words_to_find(text: str) -> list[str]:
    """Return the words of a search, each as the pattern of a LIKE with a backslash before what is meant literally."""
    escaped = plain(text).replace("\\", "\\\\").replace("_", "\\_")  # a percent sign is a word by now
    return [f"%{word}%" for word in escaped.split()]
