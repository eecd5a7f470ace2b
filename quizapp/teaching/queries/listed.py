"""What adding a list of pupils to a class would do, line by line, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from quizapp.accounts.models import Person
from quizapp.accounts.queries.usernames import free_usernames, taken_usernames
from quizapp.accounts.rules import folded
from quizapp.storage.database import db
from quizapp.teaching.models import Enrolment
from quizapp.teaching.roster_text import ListedPupil

NEW, HERE, BACK, TAKEN, MALFORMED = "new", "here", "back", "taken", "malformed"
SAME_NAME = "Two lines have this name; they become two people."
TWICE = "This username stands on an earlier line too."
GUEST_TOO = "A guest of this name is in the class too."
LIKE_A_NAME = "“{username}” is read as the username. If it is the first name, put it before the other, without a comma."
PROPOSED = "Somebody else has the username {username}, so this one is proposed."


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a line would do."""

    number: int
    name: str
    username: str  # the one it would have
    what: str  # new, here, back (was taken out before), taken (a new account by another username), malformed
    note: str = ""
    person_id: int | None = None

    @property
    def makes_account(self) -> bool:
        """Whether an account would be made."""
        return self.what in {NEW, TAKEN}


@dataclass(slots=True)
class _Member:
    person_id: int
    name: str
    username: str | None
    is_out: bool
    is_named: bool = False  # by a line of the list


def outcomes(class_id: int, pupils: Sequence[ListedPupil]) -> tuple[Outcome, ...]:
    """Return what each line would do; nothing is written."""
    members = _members(class_id)
    given = {folded(pupil.username) for pupil in pupils if pupil.username and not pupil.problem}
    taken = taken_usernames(given)
    seen: set[str] = set()
    found = [_outcome(pupil, members, taken, seen) for pupil in pupils]
    return _with_usernames(found, given)


def _members(class_id: int) -> list[_Member]:
    query = (
        select(Person.id, Person.display_name, Person.username, Enrolment.removed_at.is_not(None))
        .join(Enrolment, Enrolment.person_id == Person.id)
        .where(Enrolment.class_id == class_id, Person.taken_over_by.is_(None))
        .order_by(Enrolment.removed_at.is_not(None), Person.id)
    )
    return [_Member(*row) for row in db.session.execute(query)]


def _outcome(pupil: ListedPupil, members: Sequence[_Member], taken: dict[str, int], seen: set[str]) -> Outcome:
    if pupil.problem:
        return Outcome(pupil.number, pupil.name, pupil.username, MALFORMED, pupil.problem)
    username = folded(pupil.username) if pupil.username else ""
    if username and username in seen:
        return Outcome(pupil.number, pupil.name, pupil.username, MALFORMED, TWICE)
    seen.add(username)
    member = _member(pupil.name, username, members)
    if member is not None:
        member.is_named = True
        what = BACK if member.is_out else HERE
        return Outcome(pupil.number, member.name, member.username or "", what, person_id=member.person_id)
    note = _warning(pupil, members)
    if username in taken:
        return Outcome(pupil.number, pupil.name, "", TAKEN, PROPOSED.format(username=username))
    return Outcome(pupil.number, pupil.name, username, NEW, note)


def _warning(pupil: ListedPupil, members: Sequence[_Member]) -> str:
    """What a new account might be instead."""
    if any(member.username is None and _same(member.name, pupil.name) for member in members):
        return GUEST_TOO
    return LIKE_A_NAME.format(username=pupil.username) if pupil.username[:1].isupper() else ""


def _member(name: str, username: str, members: Sequence[_Member]) -> _Member | None:
    """Who of the class a line names: by the username, else the first of this name whom no line named yet."""
    for member in members:
        if member.username is None or member.is_named:
            continue
        if member.username == username or (not username and _same(member.name, name)):
            return member
    return None


def _same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


def _with_usernames(found: Sequence[Outcome], given: set[str]) -> tuple[Outcome, ...]:
    """Give a free username to each new account that has none, and point out names that stand twice."""
    nameless = [outcome for outcome in found if outcome.makes_account and not outcome.username]
    usernames = dict(
        zip((o.number for o in nameless), free_usernames([o.name for o in nameless], reserved=given), strict=True)
    )
    names = Counter(outcome.name.casefold() for outcome in found if outcome.makes_account)
    return tuple(
        replace(
            outcome,
            username=usernames.get(outcome.number, outcome.username),
            note=outcome.note or (SAME_NAME if outcome.makes_account and names[outcome.name.casefold()] > 1 else ""),
        )
        for outcome in found
    )
