"""An act on questions of a bank: what it changed, what it skipped, and what undoing it puts back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from quizapp.banks.models import BankAct, Question
from quizapp.banks.queries.drafts import in_batches
from quizapp.banks.rules import HIDDEN
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Skipped:
    """A question that an act left as it was, and why."""

    question_id: int
    why: str


@dataclass(frozen=True, slots=True)
class Acted:
    """What an act did: the act's id (None where nothing changed), the questions it changed and those it did not."""

    act_id: int | None
    changed: tuple[int, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class By:
    """Who acts in which bank, and when."""

    bank_id: int
    person_id: int
    now: datetime


def keep_act(by: By, act: str, before: list[dict[str, Any]], skipped: Sequence[Skipped]) -> Acted:
    """Keep an act with how things were; one that changed nothing is not kept."""
    if not before:
        return Acted(None, (), tuple(skipped))
    row = BankAct(bank_id=by.bank_id, person_id=by.person_id, act=act, before=before, at=by.now)
    db.session.add(row)
    db.session.flush()
    return Acted(row.id, tuple(one["question_id"] for one in before), tuple(skipped))


def locked(bank_id: int, question_ids: Iterable[int]) -> list[Any]:
    """Return the questions of a bank as they are now; nobody else changes them until this is committed."""
    wanted = list(dict.fromkeys(question_ids))
    found: dict[int, Any] = {}
    for some in in_batches(wanted):
        query = (
            select(Question.id, Question.key, Question.state, Question.version_number)
            .where(Question.bank_id == bank_id, Question.id.in_(some), Question.state != HIDDEN)
            .order_by(Question.id)
            .with_for_update()
        )
        found |= {row.id: row for row in db.session.execute(query)}
    return [found[question] for question in wanted if question in found]


def set_state(question_ids: Sequence[int], state: str) -> None:
    """Give questions a state, in as few statements as there can be."""
    for some in in_batches(question_ids):
        db.session.execute(update(Question).where(Question.id.in_(some)).values(state=state))
