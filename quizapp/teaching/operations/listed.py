"""Adding a list of pupils to a class: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizapp.accounts.errors import NameTaken
from quizapp.accounts.operations import make_cards
from quizapp.accounts.operations.pupils import NewPupil, make_pupils
from quizapp.teaching.errors import ListChanged
from quizapp.teaching.operations.enrolments import enrol_people
from quizapp.teaching.queries.listed import BACK, HERE, NEW, outcomes
from quizapp.teaching.roster_text import ListedPupil


def add_listed(
    class_id: int, pupils: Sequence[ListedPupil], made_by_id: int, *, key: bytes, now: datetime
) -> tuple[int, ...]:
    """Add the pupils of a list that was looked through, and return whose accounts are new, each with a card.

    Raises ListChanged where a line would not do any more what it did then; nothing is kept then.
    """
    found = outcomes(class_id, pupils)
    if any(outcome.what not in {NEW, HERE, BACK} for outcome in found):
        raise ListChanged
    new = [NewPupil(outcome.name, outcome.username) for outcome in found if outcome.makes_account]
    try:
        made = make_pupils(new, now=now)
    except NameTaken:
        raise ListChanged from None
    back = [outcome.person_id for outcome in found if outcome.what == BACK and outcome.person_id is not None]
    enrol_people(class_id, [*made, *back], now=now)
    make_cards(made, made_by_id, key=key, now=now)
    return tuple(made)
