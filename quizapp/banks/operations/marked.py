"""Keeping what a teacher marked in a text: the fact, and the forms she took, all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from quizapp.banks.models import Question
from quizapp.banks.operations.citing import details_of
from quizapp.banks.operations.drafts import keep_drafts
from quizapp.banks.operations.questions import QuestionDetails
from quizapp.banks.queries.linting import sources_of_bank
from quizapp.banks.queries.markable import Markable
from quizapp.banks.queries.witnesses import witnesses_of_fact
from quizapp.banks.rules import ACCEPTED, DRAFT
from quizapp.core.generation.facts import Fact
from quizapp.core.kinds import QuestionDraft
from quizapp.documents.operations import Evidence, FactDetails
from quizapp.documents.operations.marked_fact import asks_of_fact, keep_marked_fact
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Taken:
    """A form that a teacher takes, and whether it goes to the accepted questions or to the drafts."""

    draft: QuestionDraft
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class KeptMark:
    """What was kept: the fact, and its new questions by what they are now."""

    fact_id: int
    accepted: tuple[int, ...]
    drafts: tuple[int, ...]


def keep_marked(where: Markable, fact: Fact, taken: Sequence[Taken], *, author_id: int, now: datetime) -> KeptMark:
    """Keep a marked fact with the questions taken from it, whole or not at all."""
    key = f"{where.bank_slug}/{where.key}/{fact.id}"
    fact = replace(fact, asks=(replace(fact.asks[0], slot=_free_slot(where, key, fact)),))
    fact_id = keep_marked_fact(_fact_details(where, key, fact), fact.asks[0].data())
    details = [(row, _details(where, fact, fact_id, row.draft)) for row in taken]
    free = _FreeKeys(where.bank_id, [one.draft.id for _, one in details])
    named = [(row, replace(one, draft=replace(one.draft, id=free.name(one.draft.id)))) for row, one in details]
    kept = {
        state: keep_drafts(
            where.bank_id,
            [one for row, one in named if row.is_accepted == (state == ACCEPTED)],
            state=state,
            author_id=author_id,
            now=now,
        )
        for state in (ACCEPTED, DRAFT)
    }
    return KeptMark(fact_id, tuple(kept[ACCEPTED]), tuple(kept[DRAFT]))


def _fact_details(where: Markable, key: str, fact: Fact) -> FactDetails:
    sources = sources_of_bank(where.bank_id)
    anchors = [sources.anchor(citation) for citation in fact.evidence]
    evidence = [Evidence(where.document_id, anchor) for anchor in anchors if anchor]
    return FactDetails(key, fact.statement, fact.note, fact.data(), evidence)


def _details(where: Markable, fact: Fact, fact_id: int, draft: QuestionDraft) -> QuestionDetails:
    """The question under its names in the bank, with the place of each quote, also of what others say of its fact."""
    slot = f"{where.key}/{fact.id}.{fact.asks[0].slot}"
    witnesses = draft.witnesses or witnesses_of_fact(fact_id)
    named = replace(draft, id=f"{slot}.{draft.kind}", slot=slot, fact=f"{where.key}/{fact.id}", witnesses=witnesses)
    return replace(details_of(where.bank_id, named), fact_id=fact_id)


def _free_slot(where: Markable, key: str, fact: Fact) -> str:
    """The slot of the same answer where the fact is asked for it already; else a name nothing has."""
    ask, known = fact.asks[0], asks_of_fact(key)
    answer = ask.answer.data()
    same = next((row["slot"] for row in known if row.get("answer") == answer), "")
    taken = {row.get("slot") for row in known} | set(_slots(where, fact))
    return same or next(name for name in _numbered(ask.slot) if name not in taken)


def _slots(where: Markable, fact: Fact) -> Iterator[str]:
    prefix = f"{where.key}/{fact.id}."
    slot = Question.slot
    query = select(slot).where(Question.bank_id == where.bank_id, slot.startswith(prefix, autoescape=True)).distinct()
    return (found.removeprefix(prefix) for found in db.session.scalars(query))


class _FreeKeys:
    """Keys that no question of a bank has yet."""

    def __init__(self, bank_id: int, wanted: Sequence[str]) -> None:
        here = [Question.key.startswith(key, autoescape=True) for key in wanted]
        query = select(Question.key).where(Question.bank_id == bank_id)
        self._taken = {key for one in here for key in db.session.scalars(query.where(one))}

    def name(self, wanted: str) -> str:
        """The key itself, or with a number behind it."""
        free = next(name for name in _numbered(wanted) if name not in self._taken)
        self._taken.add(free)
        return free


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
