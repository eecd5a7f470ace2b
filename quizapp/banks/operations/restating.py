"""Questions that follow their fact: what another passage says of it, and where its words stand now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from quizapp.banks.errors import UnplacedQuote
from quizapp.banks.models import Question
from quizapp.banks.operations.citing import details_of
from quizapp.banks.operations.revise import revise
from quizapp.banks.queries.drafts import drafts_of
from quizapp.banks.queries.linting import findings, sources_of_bank
from quizapp.banks.queries.witnesses import witnesses_of_fact
from quizapp.banks.rules import ACCEPTED, DRAFT
from quizapp.core.kinds import Citation, QuestionDraft
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Restated:
    """How many questions were changed, which accepted ones became drafts, and which quote what is gone."""

    changed: int
    became_drafts: tuple[int, ...]
    left: tuple[int, ...]


def restate_witnesses(bank_id: int, fact_id: int, *, author_id: int, now: datetime) -> Restated:
    """Let every question of a fact carry what other passages say of it now."""
    witnesses = witnesses_of_fact(fact_id)
    return _restate(bank_id, fact_id, lambda draft: replace(draft, witnesses=witnesses), author_id=author_id, now=now)


def restate_quotes(
    bank_id: int, fact_id: int, moved: Mapping[Citation, Citation], *, author_id: int, now: datetime
) -> Restated:
    """Let the questions of a fact quote its new words where they quoted the old ones."""

    def change(draft: QuestionDraft) -> QuestionDraft:
        return replace(draft, citations=tuple(moved.get(row, row) for row in draft.citations))

    return _restate(bank_id, fact_id, change, author_id=author_id, now=now)


def _restate(
    bank_id: int, fact_id: int, change: Callable[[QuestionDraft], QuestionDraft], *, author_id: int, now: datetime
) -> Restated:
    """Write a new version of each question that the change concerns; one whose quotes are gone is left as it is."""
    numbers = _asked(bank_id, fact_id)
    sources = sources_of_bank(bank_id)
    changed, fallen, left = 0, [], []
    for question_id, draft in drafts_of(numbers).items():
        now_said = change(draft)
        if now_said == draft:
            continue
        try:
            details = replace(details_of(bank_id, now_said, question_id), fact_id=fact_id)
        except UnplacedQuote:
            left.append(question_id)
            continue
        found = findings(now_said, sources)
        based_on = numbers[question_id]
        done = revise(question_id, details, found, based_on=based_on, author_id=author_id, now=now)
        changed += 1
        fallen += [question_id] if done.was == ACCEPTED and done.state == DRAFT else []
    return Restated(changed, tuple(fallen), tuple(left))


def _asked(bank_id: int, fact_id: int) -> dict[int, int]:
    """The questions that ask a fact, drafts and accepted ones, each with its version."""
    query = (
        select(Question.id, Question.version_number)
        .where(Question.bank_id == bank_id, Question.fact_id == fact_id, Question.state.in_([DRAFT, ACCEPTED]))
        .order_by(Question.id)
        .with_for_update()
    )
    return {row.id: row.version_number for row in db.session.execute(query)}
