"""What a learner was asked, laid over the documents that decide it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, select

from quizapp.attempts.queries.reading import readable
from quizapp.banks.models import Citation, Question
from quizapp.core.kinds import content_from, key_text
from quizapp.documents.models import Document, FactEvidence
from quizapp.documents.queries import MarginMark
from quizapp.history.queries.facts import FactsKnown, standings_in
from quizapp.history.queries.shown_answers import ON_FACTS, ON_QUESTIONS
from quizapp.storage.database import db

STATED = ("supports", "agrees")


@dataclass(frozen=True, slots=True)
class DocumentKnown:
    """How a learner did on what a document says, by the newest answer to each thing asked."""

    document_id: int
    title: str
    language: str
    right: int
    partly: int
    wrong: int

    @property
    def asked(self) -> int:
        """How many things were asked."""
        return self.right + self.partly + self.wrong


def margin_marks(document_id: int, learner_id: int) -> tuple[MarginMark, ...]:
    """Return how the learner did on what a document states, for its reader's margin, in the order of the text."""
    places = db.session.execute(
        select(FactEvidence.fact_id, FactEvidence.start, FactEvidence.end)
        .where(FactEvidence.document_id == document_id, FactEvidence.stance.in_(STATED))
        .order_by(FactEvidence.start, FactEvidence.end)
    ).all()
    among = Question.fact_id.in_({place.fact_id for place in places})
    known = _of_facts(db.session.execute(ON_FACTS.where(among), {"learner": learner_id}))
    marks = [replace(known[fact_id], start=start, end=end) for fact_id, start, end in places if fact_id in known]
    marks += [mark for mark, _document in _of_questions(learner_id, [document_id])]
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def documents_known(facts: FactsKnown, learner_id: int) -> tuple[DocumentKnown, ...]:
    """Return how a learner did on each document that may be read now, the one with most to look at again first.

    `facts` is what facts_of returns for the learner.
    """
    known = {fact.fact_id: fact.last_verdict for fact in (*facts.strong, *facts.weak)}
    stated = select(FactEvidence.document_id, FactEvidence.fact_id).where(
        FactEvidence.fact_id.in_(known), FactEvidence.stance.in_(STATED)
    )
    found: dict[int, dict[str, str]] = {}
    for document_id, fact_id in db.session.execute(stated.distinct()):
        found.setdefault(document_id, {})[f"fact {fact_id}"] = known[fact_id]
    for mark, document_id in _of_questions(learner_id, None):
        found.setdefault(document_id, {})[mark.statement] = mark.verdict
    may_read = readable(found.keys(), learner_id)
    titles = select(Document.id, Document.title, Document.language).where(Document.id.in_(may_read))
    rows = [_document(*row, list(found[row.id].values())) for row in db.session.execute(titles)]
    return tuple(sorted(rows, key=lambda row: (-(row.wrong + row.partly), row.document_id)))


def _document(document_id: int, title: str, language: str, verdicts: list[str]) -> DocumentKnown:
    return DocumentKnown(document_id, title, language, *(verdicts.count(one) for one in ("right", "partly", "wrong")))


def _of_facts(rows: Iterable[Row[*tuple[Any, ...]]]) -> dict[int, MarginMark]:
    """A mark for each fact, without its place yet."""
    return {
        row.fact_id: MarginMark(
            start=0,
            end=0,
            verdict=row.last_verdict,  # type: ignore[arg-type]
            statement=row.statement,
            asked=row.asked,
            right=row.right,
            attempt_id=row.attempt_id,
            number=row.number,
        )
        for row in standings_in(rows)
    }


def _of_questions(learner_id: int, documents: Collection[int] | None) -> Iterator[tuple[MarginMark, int]]:
    """A mark for each quote that decides a question which asks no fact, with its document."""
    marks: dict[int, MarginMark] = {}
    versions: dict[int, int] = {}
    for row in db.session.execute(ON_QUESTIONS, {"learner": learner_id}):
        question_id, version_id, stem, kind, content, verdict, attempt_id, number = row
        before = marks.get(question_id)
        asked, right = (before.asked + 1, before.right) if before else (1, 0)
        statement = f"{stem} {key_text(content_from(kind, content))}"
        right += verdict == "right"
        marks[question_id] = MarginMark(0, 0, verdict, statement, asked, right, attempt_id, number)
        versions[version_id] = question_id
    if not marks:
        return
    quotes = select(Citation.version_id, Citation.document_id, Citation.start, Citation.end).where(
        Citation.version_id.in_(versions), Citation.role == "key"
    )
    if documents is not None:
        quotes = quotes.where(Citation.document_id.in_(documents))
    places = {
        (versions[version_id], document_id, start, end)
        for version_id, document_id, start, end in db.session.execute(quotes)
    }
    for question_id, document_id, start, end in sorted(places):
        yield replace(marks[question_id], start=start, end=end), document_id
