"""A link that was just made: shown on the next page, once, because only its hash is kept."""

from __future__ import annotations

from dataclasses import dataclass

from flask import session

KEY = "made-link"


@dataclass(frozen=True, slots=True)
class MadeLink:
    """The link's address, and whom it is for."""

    address: str
    meant_for: str
    of: int  # the invitation or the person


def keep_for_the_next_page(link: MadeLink) -> None:
    """Keep a link until the page that shows it."""
    session[KEY] = [link.address, link.meant_for, link.of]


def made_link() -> MadeLink | None:
    """Return the link that was just made, and forget it."""
    kept = session.pop(KEY, None)
    return None if kept is None else MadeLink(*kept)
