"""Undoing the last act: what it changed is put back, unless somebody has changed it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from quizapp.banks.models import Bank, BankAct, Question, QuestionTag
from quizapp.banks.operations.act import Skipped, set_state
from quizapp.banks.operations.acts import STATE_WORDS
from quizapp.banks.operations.move import put_into, taken_keys
from quizapp.banks.operations.tags import add_tag, remove_tag
from quizapp.banks.queries.drafts import in_batches
from quizapp.banks.rules import may_edit_bank
from quizapp.storage.database import db

Before = Sequence[Mapping[str, Any]]
GONE = "somebody else has taken it elsewhere since"


@dataclass(frozen=True, slots=True)
class Undone:
    """An act taken back: which, when it was done, what is as it was before, and what is not and why."""

    act: str
    at: datetime
    restored: tuple[int, ...]
    skipped: tuple[Skipped, ...]


def undo_last(bank_id: int, person_id: int, *, now: datetime) -> Undone | None:
    """Take back the last act of a person on a bank that is not undone yet; None where there is none."""
    query = (
        select(BankAct)
        .where(BankAct.bank_id == bank_id, BankAct.person_id == person_id, BankAct.undone_at.is_(None))
        .order_by(BankAct.id.desc())
        .limit(1)
        .with_for_update()
    )
    act = db.session.scalar(query)
    if act is None:
        return None
    act.undone_at = now
    skipped = tuple(UNDO[act.act](act.before, bank_id, person_id))
    left = {row.question_id for row in skipped}
    restored = tuple(row["question_id"] for row in act.before if row["question_id"] not in left)
    db.session.flush()
    return Undone(act.act, act.at, restored, skipped)


def _undo_state(before: Before, bank_id: int, _person_id: int) -> Iterable[Skipped]:
    now = _questions(before)
    back: dict[str, list[int]] = defaultdict(list)
    for row in before:
        question = now.get(row["question_id"])
        if question is None or question.bank_id != bank_id:
            yield Skipped(row["question_id"], GONE)
        elif question.state != row["became"]:
            yield Skipped(question.id, f"it {STATE_WORDS.get(question.state, 'has changed')} since")
        else:
            back[row["was"]].append(question.id)
    for state, ids in back.items():
        set_state(ids, state)


def _undo_tag(before: Before, _bank_id: int, _person_id: int) -> Iterable[Skipped]:
    word = before[0]["tag"]
    has = _with_tag(before, word)
    remove_tag(sorted(has), word)
    return [Skipped(row["question_id"], "the tag is gone already") for row in before if row["question_id"] not in has]


def _undo_untag(before: Before, _bank_id: int, _person_id: int) -> Iterable[Skipped]:
    word = before[0]["tag"]
    has = _with_tag(before, word)
    add_tag([row["question_id"] for row in before if row["question_id"] not in has], word)
    return [Skipped(row["question_id"], "it has the tag again already") for row in before if row["question_id"] in has]


def _undo_move(before: Before, bank_id: int, person_id: int) -> Iterable[Skipped]:
    now, taken = _questions(before), taken_keys(bank_id, [row["was_key"] for row in before])
    may = db.session.scalar(select(Bank.id).where(Bank.id == before[0]["became"], may_edit_bank(person_id)))
    back = []
    for row in before:
        question = now.get(row["question_id"])
        if question is None or question.bank_id != row["became"] or may is None:
            yield Skipped(row["question_id"], GONE if may else "you may not change the other bank any more")
        elif row["was_key"] in taken:
            yield Skipped(question.id, "another question has its place by now")
        else:
            back.append(row)
    renamed = [row for row in back if row["key"] != row["was_key"]]
    for row in renamed:
        values = {"bank_id": bank_id, "key": row["was_key"]}
        db.session.execute(update(Question).where(Question.id == row["question_id"]).values(values))
    put_into([row["question_id"] for row in back if row["key"] == row["was_key"]], bank_id)


def _questions(before: Before) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for some in in_batches([row["question_id"] for row in before]):
        query = select(Question.id, Question.bank_id, Question.state).where(Question.id.in_(some)).with_for_update()
        found |= {row.id: row for row in db.session.execute(query)}
    return found


def _with_tag(before: Before, word: str) -> set[int]:
    found: set[int] = set()
    for some in in_batches([row["question_id"] for row in before]):
        query = select(QuestionTag.question_id).where(QuestionTag.question_id.in_(some), QuestionTag.tag == word)
        found |= set(db.session.scalars(query))
    return found


UNDO: dict[str, Callable[[Before, int, int], Iterable[Skipped]]] = {
    **dict.fromkeys(("accept", "reject", "retire", "reopen"), _undo_state),
    "tag": _undo_tag,
    "untag": _undo_untag,
    "move": _undo_move,
}
