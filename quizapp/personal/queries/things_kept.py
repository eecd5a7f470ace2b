"""What else bears a person's name: links for a new password, and what they made as a teacher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, literal, select, union_all

from quizapp.accounts.models import Invitation, PasswordLink
from quizapp.banks.models import Bank, BankAct, BankShare, QuestionVersion
from quizapp.disputes.models import Dispute
from quizapp.documents.models import Document
from quizapp.history.models import FlagSeen
from quizapp.quizzes.models import Quiz, QuizDraft
from quizapp.regrading.models import Regrade
from quizapp.storage.database import db
from quizapp.storage.job import Job
from quizapp.teaching.models import Class


@dataclass(frozen=True, slots=True)
class ThingKept:
    """One thing that bears the person's name."""

    kind: str
    title: str
    at: datetime | None


def things_kept(person_id: int) -> tuple[ThingKept, ...]:
    """Return what else bears a person's name, kind by kind, with one query."""
    parts = [*_of_accounts(person_id), *_of_classes(person_id), *_of_banks(person_id), *_of_work(person_id)]
    said = union_all(*parts).subquery()
    query = select(said.c.kind, said.c.title, said.c.at).order_by(said.c.kind, said.c.at, said.c.title)
    return tuple(ThingKept(*row) for row in db.session.execute(query))


def _things(kind: str, title: Any, at: Any, *which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(
        literal(kind).label("kind"),
        cast(title, String).label("title"),
        at.label("at"),
    ).where(*which)


def _of_accounts(person_id: int) -> list[Select[*tuple[Any, ...]]]:
    links = _things("card or link for a new password", literal(""), PasswordLink.created_at)
    return [
        links.where(PasswordLink.person_id == person_id),
        _things("invitation made", Invitation.label, Invitation.created_at, Invitation.made_by_id == person_id),
    ]


def _of_classes(person_id: int) -> list[Select[*tuple[Any, ...]]]:
    return [_things("class taught", Class.name, Class.created_at, Class.owner_id == person_id)]


def _of_banks(person_id: int) -> list[Select[*tuple[Any, ...]]]:
    shared = _things("bank shared with me", Bank.title, BankShare.shared_at, BankShare.person_id == person_id)
    written = _things("question written", QuestionVersion.stem, QuestionVersion.created_at)
    acted = _things("act in a bank", BankAct.act, BankAct.at, BankAct.person_id == person_id)
    seen = _things("question let stand", QuestionVersion.stem, FlagSeen.at, FlagSeen.person_id == person_id)
    return [
        seen.select_from(FlagSeen).join(QuestionVersion, QuestionVersion.id == FlagSeen.version_id),
        _things("bank", Bank.title, Bank.created_at, Bank.owner_id == person_id),
        shared.select_from(BankShare).join(Bank, Bank.id == BankShare.bank_id),
        acted.where(BankAct.undone_at.is_(None)),
        _things("document", Document.title, Document.created_at, Document.owner_id == person_id),
        written.where(QuestionVersion.author_id == person_id),
    ]


def _of_work(person_id: int) -> list[Select[*tuple[Any, ...]]]:
    quizzes = _things("quiz", QuizDraft.title, QuizDraft.changed_at, Quiz.owner_id == person_id)
    return [
        quizzes.select_from(QuizDraft).join(Quiz, Quiz.id == QuizDraft.quiz_id),
        _things("objection decided", Dispute.word, Dispute.decided_at, Dispute.decided_by_id == person_id),
        _things("marks changed", Regrade.reason, Regrade.at, Regrade.by_id == person_id),
        _things("long work", Job.kind, Job.created_at, Job.owner_id == person_id),
    ]
