"""Changing a question: what it said stays as a version, what it says now is a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from quizapp.banks.errors import NoSuchQuestion, StaleQuestion
from quizapp.banks.models import BankDocument, Question, QuestionVersion
from quizapp.banks.operations.acts import accept
from quizapp.banks.operations.questions import QuestionDetails, add_version
from quizapp.banks.queries.linting import Judgement, stands_against
from quizapp.banks.rules import ACCEPTED, DRAFT, HIDDEN, is_newest
from quizapp.core.generation.lint import Finding
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Revised:
    """What became of a question: its newest version, its state, and the state it was in before."""

    number: int
    state: str
    was: str


def revise(
    question_id: int,
    details: QuestionDetails,
    found: Sequence[Finding],
    *,
    based_on: int,
    author_id: int,
    now: datetime,
    accepting: bool = False,
) -> Revised:
    """Keep what a question says now as a new version; StaleQuestion where another was saved since `based_on`.

    `found` is what the item rules find in it: an accepted question that does not pass them any more becomes a draft.
    Saying the same again makes no version.
    """
    question = _locked(question_id)
    if question.version_number != based_on:
        raise StaleQuestion(question.version_number)
    was, passes = question.state, not stands_against(found)
    if details.content_hash != _hash_of_newest(question_id):
        add_version(question, details, author_id=author_id, now=now)
        question.stale_at = None if _is_of_newest_revisions(question.bank_id, details) else question.stale_at
    if question.state == ACCEPTED and not passes:
        question.state = DRAFT
    db.session.flush()
    if accepting and passes:
        judged = Judgement({question_id: question.version_number})
        accept(question.bank_id, judged, person_id=author_id, now=now)
        db.session.refresh(question)
    return Revised(question.version_number, question.state, was)


def _locked(question_id: int) -> Question:
    query = select(Question).where(Question.id == question_id, Question.state != HIDDEN).with_for_update()
    question = db.session.scalar(query.execution_options(populate_existing=True))
    if question is None:
        raise NoSuchQuestion
    return question


def _hash_of_newest(question_id: int) -> str | None:
    query = select(QuestionVersion.content_hash).join(Question, is_newest()).where(Question.id == question_id)
    return db.session.scalar(query)


def _is_of_newest_revisions(bank_id: int, details: QuestionDetails) -> bool:
    query = select(BankDocument.document_id).where(BankDocument.bank_id == bank_id)
    return {cited.document_id for cited in details.cited} <= set(db.session.scalars(query))
