"""What a teacher decides about facts: put one aside, keep it again, let two be one; the last act on each is undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from quizapp.banks.models import BankAct, Question
from quizapp.banks.operations.acts import reject
from quizapp.banks.queries.permission import OpenBank
from quizapp.banks.rules import DRAFT, HIDDEN
from quizapp.documents.errors import RefusedFact
from quizapp.documents.models import Fact, FactEvidence
from quizapp.documents.operations.edit_fact import evidence_of, locked_fact, write_content
from quizapp.documents.operations.fact import DISCARDED, KEPT
from quizapp.storage.database import db

DISCARD, MERGE = "discard", "merge"
SAME = "A fact cannot be merged with itself."
ELSEWHERE = "Choose a fact of the same bank."
GONE = "This fact was put aside already: go back and look at it again."


@dataclass(frozen=True, slots=True)
class By:
    """Who decides, in which bank, and when."""

    bank: OpenBank
    person_id: int
    now: datetime


def discard_fact(fact_id: int, by: By) -> int:
    """Put a fact aside and reject its drafts; return how many. Accepted questions stay as they are."""
    fact = locked_fact(fact_id)
    if fact.state == DISCARDED:
        raise RefusedFact(GONE)
    acted = reject(by.bank.id, _questions(fact_id, by, DRAFT), person_id=by.person_id, now=by.now)
    fact.undo = {"act": DISCARD, "was": fact.state, "questions": list(acted.changed), "act_id": acted.act_id}
    fact.state = DISCARDED
    db.session.flush()
    return len(acted.changed)


def keep_fact_again(fact_id: int) -> None:
    """Keep a fact that was put aside or whose words changed, as it is now."""
    fact = locked_fact(fact_id)
    if fact.merged_into_id is not None:
        raise RefusedFact("This fact is part of another one: take the merging back instead.")
    fact.state, fact.undo = KEPT, None
    db.session.flush()


def merge_facts(fact_id: int, into_id: int, by: By) -> int:
    """Let one fact be part of another: its passages and questions move, it is put aside; return how many questions."""
    if fact_id == into_id:
        raise RefusedFact(SAME)
    first, second = sorted((fact_id, into_id))
    known = {first: locked_fact(first), second: locked_fact(second)}
    fact, into = known[fact_id], known[into_id]
    if into.bank_slug != by.bank.slug or fact.bank_slug != by.bank.slug:
        raise RefusedFact(ELSEWHERE)
    if DISCARDED in (fact.state, into.state):
        raise RefusedFact(GONE)
    questions = _questions(fact_id, by)
    fact.undo = {"act": MERGE, "was": fact.state, "evidence": _hand_over(fact_id, into_id), "questions": questions}
    db.session.execute(update(Question).where(Question.id.in_(questions)).values(fact_id=into_id))
    fact.state, fact.merged_into_id = DISCARDED, into_id
    db.session.flush()
    write_content(into)
    return len(questions)


def _hand_over(fact_id: int, into_id: int) -> list[int]:
    """Move the passages that the other fact does not have yet; return which."""
    known = {(row.document_id, row.exact) for row in evidence_of(into_id)}
    moving = [row for row in evidence_of(fact_id) if (row.document_id, row.exact) not in known]
    for row in moving:
        row.fact_id = into_id
    db.session.flush()
    return [row.id for row in moving]


def undo_fact_act(fact_id: int, by: By) -> str:
    """Take back the last act on a fact and return which; RefusedFact where there is none."""
    fact = locked_fact(fact_id)
    before: dict[str, Any] = fact.undo or {}
    if not before:
        raise RefusedFact("There is nothing to take back here.")
    if before["act"] == MERGE:
        _take_apart(fact, before)
    else:
        _reopen(before, by)
    fact.state, fact.merged_into_id, fact.undo = before["was"], None, None
    db.session.flush()
    return str(before["act"])


def _take_apart(fact: Fact, before: dict[str, Any]) -> None:
    """Give back what has not been moved elsewhere since."""
    into = locked_fact(fact.merged_into_id or 0)
    for model, ids in ((FactEvidence, before["evidence"]), (Question, before["questions"])):
        there = model.id.in_(ids), model.fact_id == into.id
        db.session.execute(update(model).where(*there).values(fact_id=fact.id))
    db.session.expire_all()
    write_content(into)


def _reopen(before: dict[str, Any], by: By) -> None:
    """Make drafts again of the questions that went with the fact, where nobody has decided on them since."""
    went = Question.id.in_(before["questions"]), Question.bank_id == by.bank.id, Question.state == "retired"
    db.session.execute(update(Question).where(*went).values(state=DRAFT))
    act = BankAct.id == before["act_id"], BankAct.undone_at.is_(None)
    db.session.execute(update(BankAct).where(*act).values(undone_at=by.now))


def _questions(fact_id: int, by: By, *states: str) -> list[int]:
    """The questions of the bank at hand; whoever decides here may not be let into a bank that others were moved to."""
    here = Question.fact_id == fact_id, Question.bank_id == by.bank.id, Question.state != HIDDEN
    query = select(Question.id).where(*here).order_by(Question.id)
    return list(db.session.scalars(query.where(Question.state.in_(states)) if states else query))
