"""A teacher who corrects questions and judges the answers to them anew: what the tests of regrading start from."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select, update

from quizapp.attempts.models import Answer, AttemptItem
from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.regrading import operations, queries
from quizapp.regrading.queries import DryRun, Order
from quizapp.storage.base import Base
from quizapp.storage.database import db
from tests.composing import Teacher

WHY = "The key was wrong."


class Corrector(Teacher):
    """A teacher to whom the small bank belongs, unless another comes first."""

    def own(self) -> None:
        """Let the bank be hers."""
        self.doing(lambda: db.session.execute(update(Bank).where(Bank.id == self.bank).values(owner_id=self.id)))

    def correct(self, key: str, content: dict[str, Any], kind: str = "") -> int:
        """Give a question a new version with another content, and return the version's id."""
        return self.doing(lambda: add_corrected(self.ids([key])[0], content, kind, self.now))

    def swap_key(self, key: str, right: str) -> int:
        """Let another option of a choice be the right one, and turn their order round."""
        content = self.content(key)
        return self.correct(
            key, {"options": [{"text": row["text"], "right": row["text"] == right} for row in content["options"][::-1]]}
        )

    def content(self, key: str) -> dict[str, Any]:
        """What a question says now."""
        question = self.ids([key])[0]
        query = select(QuestionVersion.content).where(QuestionVersion.question_id == question)
        return self.reading(lambda: db.session.scalars(query.order_by(QuestionVersion.number.desc())).first() or {})

    def order(self, key: str, policy: str, old: int = 1, new: int | None = 2, scope: str = "all") -> Order:  # type: ignore[override]
        """Ask for the answers to one version to be judged by another, both by their numbers."""
        question = self.ids([key])[0]
        query = select(QuestionVersion.number, QuestionVersion.id).where(QuestionVersion.question_id == question)
        known = self.reading(lambda: {row.number: row.id for row in db.session.execute(query)})
        return Order(question, known[old], known[new] if new else None, policy, scope, self.id)

    def look(self, order: Order, page: int = 1) -> DryRun:
        """Do it dry."""
        return self.reading(lambda: queries.dry_run(order, page=page))

    def regrade(self, order: Order, fingerprint: str = "", reason: str = WHY) -> int:
        """Do it, as the dry run just showed it unless another is meant."""
        shown = fingerprint or self.look(order).fingerprint
        return self.doing(lambda: operations.regrade(order, reason=reason, fingerprint=shown, now=self.now))

    def marks(self, key: str) -> list[tuple[int, Any, str]]:
        """Every answer to a question with its points and verdict, in their order."""
        query = (
            select(Answer.id, Answer.points, Answer.verdict)
            .join(AttemptItem, AttemptItem.id == Answer.item_id)
            .join(QuestionVersion, QuestionVersion.id == AttemptItem.version_id)
            .where(QuestionVersion.question_id == self.ids([key])[0])
            .order_by(Answer.id)
        )
        return self.reading(lambda: [tuple(row) for row in db.session.execute(query)])

    def count(self, model: type[Base]) -> int:
        """How many rows there are."""
        return self.reading(lambda: db.session.scalar(select(func.count()).select_from(model)) or 0)


def add_corrected(question_id: int, content: dict[str, Any], kind: str, now: Any) -> int:
    """Add a version of a question; call inside a transaction."""
    question = db.session.get_one(Question, question_id)
    newest = QuestionVersion.question_id == question_id, QuestionVersion.number == question.version_number
    old = db.session.scalars(select(QuestionVersion).where(*newest)).one()
    question.version_number += 1
    version = QuestionVersion(
        question_id=question_id,
        number=question.version_number,
        kind=kind or old.kind,
        stem=old.stem,
        content=content,
        explanation="Corrected.",
        overrides={},
        content_hash=str(question.version_number),
        created_at=now,
    )
    db.session.add(version)
    db.session.flush()
    return version.id
