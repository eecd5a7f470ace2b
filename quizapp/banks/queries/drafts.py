"""Questions as the core knows them: what the item rules, the editor and a preview work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import aliased

from quizapp.banks.models import BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.rules import HIDDEN, is_newest
from quizapp.core.kinds import Citation as Cited
from quizapp.core.kinds import QuestionDraft, Witness, content_from
from quizapp.documents.models import Document, Fact
from quizapp.storage.database import db

SAID = ("kind", "tier", "slot", "stem", "explanation", "overrides", "doubt", "source")
AT_ONCE = 5000  # databases take so many values in one statement, and not many more


def drafts_of(question_ids: Iterable[int]) -> dict[int, QuestionDraft]:
    """Return what questions say now, by id and in the order asked; a question that is not there or hidden is left out.

    Citations name documents by their key in the question's bank, so `sources_of_bank` holds what they quote.
    """
    wanted = list(dict.fromkeys(question_ids))
    found: dict[int, QuestionDraft] = {}
    for some in in_batches(wanted):
        here = and_(Question.id.in_(some), Question.state != HIDDEN, is_newest())
        found |= {question: draft for question, _, draft in _drafts(here)}
    return {question: found[question] for question in wanted if question in found}


def drafts_of_versions(version_ids: Iterable[int]) -> dict[int, QuestionDraft]:
    """Return what question versions said, by the id of the version; tier, slot and doubt are the question's now."""
    found: dict[int, QuestionDraft] = {}
    for some in in_batches(list(version_ids)):
        here = and_(QuestionVersion.id.in_(some), QuestionVersion.question_id == Question.id)
        found |= {version: draft for _, version, draft in _drafts(here)}
    return found


def in_batches(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut a list of ids into pieces that fit into one statement."""
    return (ids[at : at + AT_ONCE] for at in range(0, len(ids), AT_ONCE))


def _drafts(here: ColumnElement[bool]) -> Iterator[tuple[int, int, QuestionDraft]]:
    rows = db.session.execute(_said(here)).all()
    cited = _cited(here)
    for row in rows:
        yield row.question_id, row.version_id, _draft(row, cited.get(row.version_id, []))


def _said(here: ColumnElement[bool]) -> Select[Any]:
    return (
        select(
            *(Question.id.label("question_id"), Question.key, Question.slot, Question.tier, Question.doubt),
            *(QuestionVersion.id.label("version_id"), QuestionVersion.kind, QuestionVersion.stem),
            *(QuestionVersion.content, QuestionVersion.explanation, QuestionVersion.overrides, QuestionVersion.source),
            Fact.key.label("fact_key"),
        )
        .select_from(Question)
        .join(QuestionVersion, here)
        .outerjoin(Fact, Fact.id == Question.fact_id)
    )


def _cited(here: ColumnElement[bool]) -> dict[int, list[Any]]:
    """What versions cite, each with the key of its document in the bank, whichever revision is quoted."""
    newest = aliased(Document)
    in_bank = and_(BankDocument.bank_id == Question.bank_id, BankDocument.document_id == newest.id)
    query = (
        select(
            *(Citation.version_id, Citation.position, Citation.role, Citation.exact, Citation.value, Citation.note),
            *(BankDocument.key.label("key"), Document.key.label("whole_key")),
        )
        .select_from(Question)
        .join(QuestionVersion, here)
        .join(Citation, Citation.version_id == QuestionVersion.id)
        .join(Document, Document.id == Citation.document_id)
        .join(newest, newest.key == Document.key)
        .outerjoin(BankDocument, in_bank)
        .where(Citation.role != "part")
        .order_by(Citation.version_id, Citation.position, BankDocument.key)
    )
    found: dict[int, dict[int, Any]] = {}
    for row in db.session.execute(query):
        # Of the revisions of a document, the one that the bank rests on gives the key.
        known = found.setdefault(row.version_id, {})
        if row.key or row.position not in known:
            known[row.position] = row
    return {version: [rows[position] for position in sorted(rows)] for version, rows in found.items()}


def _draft(row: Any, cited: Sequence[Any]) -> QuestionDraft:
    said: Mapping[str, Any] = row._mapping
    places = [(one, one.key or one.whole_key.rpartition("/")[2]) for one in cited]
    return QuestionDraft(
        id=row.key,
        fact=(row.fact_key or "").partition("/")[2],
        content=content_from(row.kind, row.content),
        citations=tuple(Cited(key, place.exact) for place, key in places if place.role == "key"),
        witnesses=tuple(
            Witness(key, place.exact, place.role, place.value, place.note)
            for place, key in places
            if place.role != "key"
        ),
        **{
            name: said[name] for name in ("kind", "tier", "slot", "stem", "explanation", "overrides", "doubt", "source")
        },
    )
