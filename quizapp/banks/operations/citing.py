"""The places of all that a question cites, found before it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from sqlalchemy import select

from quizapp.banks.errors import UnplacedQuote
from quizapp.banks.models import Citation as CitationRow
from quizapp.banks.models import Question, QuestionVersion
from quizapp.banks.operations.questions import Cited, QuestionDetails
from quizapp.banks.queries.linting import sources_of_bank
from quizapp.banks.queries.places import document_ids
from quizapp.core.generation.lint import Sources
from quizapp.core.kinds import Citation, QuestionDraft, content_citations
from quizapp.core.reading.anchors import Anchor
from quizapp.storage.database import db

Role = Literal["key", "part", "agrees", "disputes"]
Kept = Mapping[str, tuple[int, Anchor]]


def details_of(bank_id: int, draft: QuestionDraft, question_id: int | None = None) -> QuestionDetails:
    """Return a draft with the place of every quote; UnplacedQuote names the first one that stands nowhere.

    A quote that is gone from the newest revision of its document keeps the place that the question has for it.
    """
    finder = _Finder(sources_of_bank(bank_id), document_ids(bank_id), _kept_places(question_id))
    return QuestionDetails(draft, _fact_id(question_id), tuple(_cited(draft, finder)))


class _Finder:
    """Where quotes stand: in the documents as they are, else where the question has had them."""

    def __init__(self, sources: Sources, documents: Mapping[str, int], kept: Kept) -> None:
        self._sources, self._documents, self._kept = sources, documents, kept

    def cited(self, citation: Citation, role: Role, value: str = "", note: str = "") -> Cited:
        """The place of a quote, and what it is cited for."""
        return Cited(*self._place(citation), role, value, note)

    def _place(self, citation: Citation) -> tuple[int, Anchor]:
        anchor = self._sources.anchor(citation)
        if anchor and citation.document in self._documents:
            return self._documents[citation.document], anchor
        if citation.quote in self._kept:
            return self._kept[citation.quote]
        raise UnplacedQuote(citation.document, citation.quote, self._sources.quote_problem(citation))


def _cited(draft: QuestionDraft, finder: _Finder) -> Iterator[Cited]:
    for citation in draft.citations:
        yield finder.cited(citation, "key")
    for citation in content_citations(draft.content):
        yield finder.cited(citation, "part")
    for row in draft.witnesses:
        yield finder.cited(Citation(row.document, row.quote), row.stance, row.value, row.note)


def _kept_places(question_id: int | None) -> dict[str, tuple[int, Anchor]]:
    if question_id is None:
        return {}
    query = (
        select(CitationRow)
        .join(QuestionVersion, QuestionVersion.id == CitationRow.version_id)
        .where(QuestionVersion.question_id == question_id)
        .order_by(QuestionVersion.number)
    )
    return {
        row.exact: (row.document_id, Anchor(row.start, row.end, row.exact, row.prefix, row.suffix))
        for row in db.session.scalars(query)
    }


def _fact_id(question_id: int | None) -> int | None:
    return db.session.scalar(select(Question.fact_id).where(Question.id == question_id)) if question_id else None
