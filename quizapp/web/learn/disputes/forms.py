"""What the form of a dispute says: it looks for a passage as often as one likes before it is sent."""

from __future__ import annotations

from dataclasses import dataclass

from werkzeug.datastructures import MultiDict

from quizapp.web.given import whole

LONGEST_SEARCH = 600


@dataclass(frozen=True, slots=True)
class DisputeForm:
    """What was typed and chosen, and what the button asks for: to send it, or to see other sentences."""

    words: str = ""
    place: str = ""  # of the passage chosen: document:start-end
    looked_for: str = ""
    document_id: int | None = None
    at: int | None = None
    is_looking: bool = False


def read_dispute(form: MultiDict[str, str]) -> DisputeForm:
    """Read what was sent, as it was sent."""
    act, _, at = form.get("do", "send").partition(":")
    is_search = act == "find"
    return DisputeForm(
        words=form.get("words", ""),
        place=form.get("place", ""),
        looked_for=form.get("find", "").strip()[:LONGEST_SEARCH] if is_search else "",
        document_id=whole(form.get("document", "")),
        at=whole(at or form.get("at", "")) if act == "read" and at else None,
        is_looking=act in {"find", "read"},
    )
