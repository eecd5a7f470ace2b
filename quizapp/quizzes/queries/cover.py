"""The cover of a quiz: what it covers, what it rests on, how it is taken and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from quizapp.banks.models import Bank, BankDocument, QuestionVersion
from quizapp.core.grading import policy_words
from quizapp.core.kinds import KINDS
from quizapp.documents.queries import Source, sources
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.quizzes.rules import about_minutes, is_published, limit_minutes, question_count
from quizapp.storage.database import db


@dataclass(frozen=True, slots=True)
class Cover:
    """What a quiz covers, its sources, and how it is taken and marked."""

    quiz_id: int
    edition_id: int
    title: str
    description: str
    bank_title: str
    level: str
    language: str
    question_count: int
    minutes: int
    time_limit_minutes: int | None
    feedback: str  # after_each, at_end, after_due, on_release
    open_document: bool
    shuffle: bool
    attempts_allowed: int | None
    pass_percent: int | None
    kinds: tuple[str, ...]  # names of core.kinds.KINDS
    marking: tuple[str, ...]  # how it is marked, in sentences
    sources: tuple[Source, ...]


def cover(quiz_id: int) -> Cover:
    """Return a quiz's cover; NoSuchQuiz where it is not published. Who may see it is asked elsewhere."""
    query = (
        select(Edition, Bank)
        .join(Quiz, Quiz.id == Edition.quiz_id)
        .join(Bank, Bank.id == Quiz.bank_id)
        .where(Quiz.id == quiz_id, is_published())
    )
    row = db.session.execute(query).one_or_none()
    if row is None:
        raise NoSuchQuiz
    edition, bank = row
    slots, kinds = _asked(edition.id)
    return _cover(edition, bank, question_count(slots, edition.pick), kinds)


def _cover(edition: Edition, bank: Bank, count: int, kinds: Sequence[str]) -> Cover:
    return Cover(
        quiz_id=edition.quiz_id,
        edition_id=edition.id,
        title=edition.title,
        description=edition.description,
        bank_title=bank.title,
        level=bank.level,
        language=bank.language,
        question_count=count,
        minutes=about_minutes(count),
        time_limit_minutes=limit_minutes(edition.time_limit_seconds),
        feedback=edition.feedback,
        open_document=edition.open_document,
        shuffle=edition.shuffle,
        attempts_allowed=edition.attempts_allowed,
        pass_percent=edition.pass_percent,
        kinds=tuple(kinds),
        marking=tuple(policy_words(kinds)),
        sources=sources(_documents(bank.id)),
    )


def _asked(edition_id: int) -> tuple[int, list[str]]:
    """How many slots an edition has, and of which kinds its questions are, in the order of KINDS."""
    query = (
        select(EditionItem.slot, QuestionVersion.kind)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .where(EditionItem.edition_id == edition_id)
    )
    rows = db.session.execute(query).all()
    there = {row.kind for row in rows}
    return len({row.slot for row in rows}), [kind for kind in KINDS if kind in there]


def _documents(bank_id: int) -> list[int]:
    return list(db.session.scalars(select(BankDocument.document_id).where(BankDocument.bank_id == bank_id)))
