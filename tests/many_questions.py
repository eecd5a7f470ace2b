"""A teacher's bank with as many questions as a test asks for, all of them different and in every state."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert

from quizapp.banks.models import Bank, BankDocument, Citation, Question, QuestionTag, QuestionVersion
from quizapp.documents.models import Document, Fact
from quizapp.storage.database import db

MADE = datetime(2026, 3, 1, 12, tzinfo=UTC)
STATES = ("accepted", "draft", "accepted", "retired", "hidden")
QUOTE = "The bridge over the Wend was built in 1712."
ARTICLES = 4


def make_bank_of(count: int, owner_id: int | None, *, slug: str = "many~1", facts: int = 10) -> int:
    """Make the bank inside a transaction and return its id; of five questions one is hidden, one retired, one a draft.

    Every third is a number, the others are choices; every tenth is tagged "hard", every twentieth is stale.
    """
    bank = Bank(slug=slug, title="Many questions", description="", level="", language="en", owner_id=owner_id,
                folder_hash="", created_at=MADE)  # fmt: skip
    db.session.add(bank)
    db.session.flush()
    documents = [_document(bank, number) for number in range(ARTICLES)]
    fact_ids = [_fact(bank, number) for number in range(facts)]
    numbers = range(1, count + 1)
    ids = _ids(Question, [_question(bank.id, n, fact_ids[n % facts]) for n in numbers])
    versions = _ids(QuestionVersion, [_version(n, question) for n, question in zip(numbers, ids, strict=True)])
    citations = [_citation(version, documents[n % ARTICLES]) for n, version in zip(numbers, versions, strict=True)]
    db.session.execute(insert(Citation), citations)
    tags = [{"question_id": question, "tag": "hard"} for n, question in zip(numbers, ids, strict=True) if n % 10 == 0]
    if tags:
        db.session.execute(insert(QuestionTag), tags)
    return bank.id


def _ids(model: type[Question | QuestionVersion], rows: list[dict[str, Any]]) -> list[int]:
    return list(db.session.scalars(insert(model).returning(model.id, sort_by_parameter_order=True), rows))


def _document(bank: Bank, number: int) -> int:
    document = Document(
        key=f"{bank.slug}/article-{number}", revision=1, owner_id=bank.owner_id, title=f"Article {number}",
        short_title=f"article {number}", author="", publisher="", published="", address="", source_kind="",
        source_note="", language="en", content_hash=str(number), text=QUOTE, drops=[], created_at=MADE,
    )  # fmt: skip
    db.session.add(document)
    db.session.flush()
    db.session.add(BankDocument(bank_id=bank.id, key=f"article-{number}", document_id=document.id))
    return document.id


def _fact(bank: Bank, number: int) -> int:
    fact = Fact(key=f"{bank.slug}/article/fact-{number}", bank_slug=bank.slug, statement=f"Fact {number} holds.",
                note="", content={}, state="kept", origin="extracted")  # fmt: skip
    db.session.add(fact)
    db.session.flush()
    return fact.id


def _question(bank_id: int, number: int, fact_id: int) -> dict[str, Any]:
    return {
        "bank_id": bank_id,
        "key": f"article/question-{number}",
        "fact_id": fact_id,
        "slot": f"article/slot-{number // 2}",
        "tier": "needs-your-eye" if number % 4 == 0 else "ready",
        "state": STATES[number % 5],
        "version_number": 1,
        "doubt": "The name may be another's." if number % 4 == 0 else "",
        "stale_at": MADE if number % 20 == 0 else None,
    }


def _version(number: int, question_id: int) -> dict[str, Any]:
    if number % 3 == 0:
        kind, content = "number", {"value": str(number), "unit": "stones"}
        stem = f"How many stones lie in arch {number} of the bridge over the Wend?"
    else:
        kind = "choice"
        stem = f"Who built pier {number} of the bridge over the Wend, by what the leaflet says?"
        options: list[dict[str, Any]] = [{"text": f"Mason Ångström {number}", "right": True}]
        options += [{"text": f"Mason Berg {number + more}", "reason": "He built another pier."} for more in (1, 2, 3)]
        content = {"options": options}
    return {
        "question_id": question_id, "number": 1, "kind": kind, "stem": stem, "content": content,
        "explanation": "The leaflet names who built each pier. " * 5, "overrides": {}, "content_hash": str(number),
        "created_at": MADE,
    }  # fmt: skip


def _citation(version_id: int, document_id: int) -> dict[str, Any]:
    return {
        "version_id": version_id, "document_id": document_id, "role": "key", "position": 0, "value": "", "note": "",
        "start": 0, "end": len(QUOTE), "exact": QUOTE, "prefix": "", "suffix": "",
    }  # fmt: skip
