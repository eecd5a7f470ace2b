"""Which usernames are taken, and which one a name might have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from itertools import chain, count

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.accounts.rules import folded
from quizapp.storage.database import db

NAMELESS = "pupil"
SHORT = 24  # to be typed by a child


def taken_usernames(usernames: Collection[str]) -> dict[str, int]:
    """Return whose the usernames are that somebody has, folded."""
    if not usernames:
        return {}
    query = select(Person.username, Person.id).where(Person.username.in_({folded(name) for name in usernames}))
    return {username: person_id for username, person_id in db.session.execute(query) if username is not None}


def free_usernames(names: Sequence[str], *, reserved: Collection[str] = ()) -> list[str]:
    """Return a username for each name that nobody has, all different: anna.muller, then anna.muller2."""
    stems = [username_stem(name) for name in names]
    used = {folded(name) for name in reserved}
    while True:
        found = _numbered(stems, used)
        taken = taken_usernames(found)
        if not taken:
            return found
        used |= set(taken)


def username_stem(name: str) -> str:
    """Return a name as a username begins: plain small letters, a dot between its words."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", letters))
    while len(words) > 1 and len(".".join(words)) > SHORT:
        words.pop()
    return folded(".".join(words))[:SHORT] or NAMELESS


def _numbered(stems: Sequence[str], used: Collection[str]) -> list[str]:
    series = {stem: chain([stem], map(f"{stem}{{}}".format, count(2))) for stem in stems}
    given: dict[str, None] = {}
    for stem in stems:
        given[next(name for name in series[stem] if name not in used and name not in given)] = None
    return list(given)
