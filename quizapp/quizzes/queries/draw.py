"""Questions drawn from a bank for a quiz, as a teacher wishes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.queries.drafts import drafts_of
from quizapp.banks.queries.search import QuestionFilter, matching_ids
from quizapp.banks.rules import ACCEPTED, is_newest
from quizapp.core.generation.lint import lint_quiz
from quizapp.core.kinds import QuestionDraft
from quizapp.documents.models import Document
from quizapp.quizzes.choosing import Candidate, Hand, visiting_order
from quizapp.storage.database import db

FACTS_AT_ONCE = 30
FORMS_OF_A_FACT = 8
LEAST_VISITS, VISITS_A_QUESTION = 200, 5  # facts looked at: a bank whose questions all clash must not be read whole
CLASHING = {"E09", "S29"}
NOWHERE = "~"
ANY = QuestionFilter()


@dataclass(frozen=True, slots=True)
class DrawWish:
    """How many are to be drawn, and from which questions of a bank. Another number draws others."""

    count: int = 10
    wanted: QuestionFilter = ANY
    number: int = 1
    among: frozenset[int] | None = None  # only these, where they are given


def drawn_questions(bank_id: int, wish: DrawWish, *, held: Sequence[int] = ()) -> list[int]:
    """Return the ids of accepted questions drawn from a bank in the order of its text, beside those held already.

    They are fewer than wished where the bank holds no more that are different.
    """
    drafts = drafts_of(held)
    mine = [Candidate(one, draft.slot, draft.fact, draft.kind) for one, draft in drafts.items()]
    order = visiting_order(_candidates(bank_id, wish, held), max(1, wish.count), f"{bank_id}:{wish.number}")
    only = bool(wish.wanted.kind or wish.wanted.fact_id)
    hand = Hand(wish.count, lambda one, others: _clashes(one, others, drafts), mine, only)
    _fill(hand, _new_first(order, held), drafts)
    return [one.question_id for one in sorted(hand.drawn, key=lambda one: (one.place, one.question_id))]


def _fill(hand: Hand, order: Sequence[Sequence[Candidate]], drafts: dict[int, QuestionDraft]) -> None:
    """Visit the facts, and again for their other slots, until the hand is full or enough were looked at."""
    left = max(LEAST_VISITS, VISITS_A_QUESTION * hand.size)
    is_new = True
    while is_new and left > 0:
        is_new = False
        for some in _batches(order[:left]):
            drafts |= drafts_of(form.question_id for forms in some for form in forms if form.question_id not in drafts)
            for forms in some:
                is_new = hand.take_from(forms) or is_new
                if hand.is_full:
                    return
        left -= len(order)


def _new_first(order: Sequence[Sequence[Candidate]], held: Sequence[int]) -> list[Sequence[Candidate]]:
    """The facts that are not asked yet before those that are."""
    if not held:
        return list(order)
    query = select(Question.fact_id).where(Question.id.in_(held), Question.fact_id.is_not(None))
    asked = {str(fact) for fact in db.session.scalars(query)}
    return sorted(order, key=lambda forms: forms[0].fact in asked)


def _batches(order: Sequence[Sequence[Candidate]]) -> Iterator[list[Sequence[Candidate]]]:
    for start in range(0, len(order), FACTS_AT_ONCE):
        yield [forms[:FORMS_OF_A_FACT] for forms in order[start : start + FACTS_AT_ONCE]]


def _clashes(one: int, others: Sequence[int], drafts: dict[int, QuestionDraft]) -> bool:
    """Whether a question asks nearly what another asks, or one of the two gives the other away."""
    pairs = ([drafts[other], drafts[one]] for other in others if other in drafts)
    return any(finding.rule in CLASHING for pair in pairs for finding in lint_quiz(pair))


def _candidates(bank_id: int, wish: DrawWish, held: Sequence[int]) -> list[Candidate]:
    place = (Citation.version_id == QuestionVersion.id) & (Citation.position == 0)
    query = (
        select(
            *(Question.id, Question.slot, Question.fact_id, QuestionVersion.kind, Question.tier, Question.stale_at),
            *(Document.key, Citation.start),
        )
        .join(QuestionVersion, is_newest())
        .outerjoin(Citation, place)
        .outerjoin(Document, Document.id == Citation.document_id)
        .where(Question.id.in_(matching_ids(bank_id, replace(wish.wanted, state=ACCEPTED))))
    )
    there = set(held)
    found = [_candidate(row) for row in db.session.execute(query) if row.id not in there]
    return found if wish.among is None else [one for one in found if one.question_id in wish.among]


def _candidate(row: Any) -> Candidate:
    return Candidate(
        question_id=row.id,
        slot=row.slot,
        fact=row.slot if row.fact_id is None else str(row.fact_id),
        kind=row.kind,
        is_ready=row.tier == "ready" and row.stale_at is None,
        place=(row.key or NOWHERE, row.start or 0),
    )
