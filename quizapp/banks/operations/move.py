"""Moving questions to another bank, with the documents that they cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update

from quizapp.banks.models import BankDocument, Citation, Question, QuestionVersion
from quizapp.banks.operations.act import Acted, By, Skipped, keep_act, locked
from quizapp.banks.queries.drafts import in_batches
from quizapp.banks.rules import is_newest
from quizapp.documents.models import Document
from quizapp.storage.database import db

OTHER = "the other bank calls another document “{key}”"


def move(bank_id: int, question_ids: Iterable[int], target_id: int, *, person_id: int, now: datetime) -> Acted:
    """Move questions into another bank that the person may edit; the documents they cite come to it too."""
    rows = locked(bank_id, question_ids) if bank_id != target_id else []
    here, there = _documents(bank_id), _documents(target_id)
    cited = _cited_keys([row.id for row in rows], here)
    clashing = {key for key in here.keys() & there.keys() if here[key][1] != there[key][1]}
    going = [row for row in rows if not cited.get(row.id, set()) & clashing]
    skipped = [
        Skipped(row.id, OTHER.format(key=min(cited[row.id] & clashing)))
        for row in rows
        if cited.get(row.id, set()) & clashing
    ]
    _add_documents(target_id, {key: here[key][0] for row in going for key in cited.get(row.id, ()) if key not in there})
    before = _move_rows(going, bank_id, target_id)
    return keep_act(By(bank_id, person_id, now), "move", before, skipped)


def put_into(question_ids: Sequence[int], bank_id: int) -> None:
    """Put questions whose keys are free there into a bank."""
    for some in in_batches(question_ids):
        db.session.execute(update(Question).where(Question.id.in_(some)).values(bank_id=bank_id))


def taken_keys(bank_id: int, keys: Sequence[str]) -> set[str]:
    """Return those of the keys that a bank has given already."""
    found: set[str] = set()
    for at in range(0, len(keys), 5000):
        query = select(Question.key).where(Question.bank_id == bank_id, Question.key.in_(keys[at : at + 5000]))
        found |= set(db.session.scalars(query))
    return found


def _move_rows(rows: Sequence[Any], bank_id: int, target_id: int) -> list[dict[str, Any]]:
    taken = taken_keys(target_id, [row.key for row in rows])
    before = []
    for row in rows:
        # The end of a key says what form the question is in, so what makes it another key stands before it.
        key = f"{row.id}/{row.key}" if row.key in taken else row.key
        before.append({"question_id": row.id, "was": bank_id, "became": target_id, "was_key": row.key, "key": key})
        if row.key in taken:
            db.session.execute(update(Question).where(Question.id == row.id).values(key=key))
    put_into([row.id for row in rows], target_id)
    return before


def _documents(bank_id: int) -> dict[str, tuple[int, str]]:
    """The documents of a bank by their key in it: the revision, and what is the same in all revisions."""
    query = (
        select(BankDocument.key, Document.id, Document.key.label("whole"))
        .join(Document, Document.id == BankDocument.document_id)
        .where(BankDocument.bank_id == bank_id)
    )
    return {key: (document, whole) for key, document, whole in db.session.execute(query)}


def _cited_keys(question_ids: Sequence[int], documents: Mapping[str, tuple[int, str]]) -> dict[int, set[str]]:
    keys = {whole: key for key, (_, whole) in documents.items()}
    found: dict[int, set[str]] = {}
    for some in in_batches(question_ids):
        query = (
            select(Question.id, Document.key)
            .join(QuestionVersion, is_newest())
            .join(Citation, Citation.version_id == QuestionVersion.id)
            .join(Document, Document.id == Citation.document_id)
            .where(Question.id.in_(some), Document.key.in_(keys))
            .distinct()
        )
        for question, whole in db.session.execute(query):
            found.setdefault(question, set()).add(keys[whole])
    return found


def _add_documents(bank_id: int, documents: Mapping[str, int]) -> None:
    rows = [{"bank_id": bank_id, "key": key, "document_id": document} for key, document in documents.items()]
    if rows:
        db.session.execute(insert(BankDocument), rows)
