"""Keeping a bank's questions: what changed becomes a new version, what is gone is retired, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Literal

from sqlalchemy import insert, select

from quizapp.banks.models import Citation, Question, QuestionVersion
from quizapp.banks.rules import ACCEPTED, DRAFT, RETIRED, is_newest
from quizapp.core.kinds import QuestionDraft, content_data
from quizapp.core.reading.anchors import Anchor
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Cited:
    """A quote in its document's revision, and what it is cited for; parts stand in the order content names them."""

    document_id: int
    anchor: Anchor
    role: Literal["key", "part", "agrees", "disputes"]
    value: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """A question as it is to be kept, with the fact it asks and every quote it rests on."""

    draft: QuestionDraft
    fact_id: int | None
    cited: Sequence[Cited]

    @property
    def content_hash(self) -> str:
        """The hash of all that a version says."""
        draft = self.draft
        said = [draft.kind, draft.stem, content_data(draft.content), draft.explanation, dict(draft.overrides)]
        said += [draft.source] if draft.source else []
        text = json.dumps([*said, [asdict(row) for row in self.cited]], sort_keys=True, ensure_ascii=False)
        return sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptQuestions:
    """How many questions came, changed and went, and the newest version of each accepted one by its key."""

    added: int
    changed: int
    retired: int
    versions: dict[str, int]


def keep_questions(bank_id: int, details: Sequence[QuestionDetails], *, now: datetime) -> KeptQuestions:
    """Keep exactly these questions as those of a bank."""
    known = {row.key: row for row in db.session.scalars(select(Question).where(Question.bank_id == bank_id))}
    newest = _newest_versions(bank_id)
    added = changed = 0
    versions: dict[str, int] = {}
    for one in details:
        question = known.pop(one.draft.id, None)
        added += question is None
        question = _keep_question(bank_id, question, one)
        version_id, content_hash = newest.get(question.id, (0, ""))
        if content_hash != one.content_hash:
            changed += version_id > 0
            version_id = add_version(question, one, author_id=None, now=now)
        if question.state == ACCEPTED:
            versions[question.key] = version_id
    retired = _retire(list(known.values()))
    db.session.flush()
    return KeptQuestions(added, changed, retired, versions)


def _newest_versions(bank_id: int) -> dict[int, tuple[int, str]]:
    query = (
        select(QuestionVersion.question_id, QuestionVersion.id, QuestionVersion.content_hash)
        .join(Question, is_newest())
        .where(Question.bank_id == bank_id)
    )
    return {question: (version, content_hash) for question, version, content_hash in db.session.execute(query)}


def _keep_question(bank_id: int, question: Question | None, details: QuestionDetails) -> Question:
    if question is None:
        question = Question(bank_id=bank_id, key=details.draft.id, version_number=0)
        db.session.add(question)
    question.fact_id, question.slot, question.tier = details.fact_id, details.draft.slot, details.draft.tier
    question.state = ACCEPTED if details.draft.tier == "ready" else DRAFT
    if question.id is None:
        db.session.flush()
    return question


def add_version(question: Question, details: QuestionDetails, *, author_id: int | None, now: datetime) -> int:
    """Add the next version of a question with all that it cites, and return its id; no author: the program."""
    question.version_number += 1
    draft = details.draft
    version = QuestionVersion(
        question_id=question.id,
        number=question.version_number,
        kind=draft.kind,
        stem=draft.stem,
        content=content_data(draft.content),
        explanation=draft.explanation,
        overrides=dict(draft.overrides),
        content_hash=details.content_hash,
        source=draft.source,
        author_id=author_id,
        created_at=now,
    )
    db.session.add(version)
    db.session.flush()
    rows = [citation_row(version.id, position, cited) for position, cited in enumerate(details.cited)]
    if rows:
        db.session.execute(insert(Citation), rows)
    return version.id


def citation_row(version_id: int, position: int, cited: Cited) -> dict[str, object]:
    """Return the row of what a version cites, at its place among the others."""
    return {
        "version_id": version_id,
        "document_id": cited.document_id,
        "role": cited.role,
        "position": position,
        "value": cited.value,
        "note": cited.note,
        **asdict(cited.anchor),
    }


def _retire(questions: Sequence[Question]) -> int:
    going = [question for question in questions if question.state != RETIRED]
    for question in going:
        question.state = RETIRED
    return len(going)
