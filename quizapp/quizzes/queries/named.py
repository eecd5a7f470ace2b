"""A quiz by what people call it on a command line."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, func, or_, select

from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db


def quiz_named(name: str) -> int:
    """Return a quiz by its number, its slug, bank/slug or its title; NoSuchQuiz says which there are otherwise."""
    query = (
        select(Quiz.id, Bank.slug, Quiz.slug, Edition.title)
        .join(Bank, Bank.id == Quiz.bank_id)
        .outerjoin(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .order_by(Quiz.id)
    )
    rows = db.session.execute(query.where(_called(name))).all()
    if len(rows) == 1:
        return rows[0][0]
    there = rows or db.session.execute(query.limit(20)).all()
    named = ", ".join(_said(*row) for row in there) or "none yet"
    told = f"More than one quiz is called {name}" if rows else f"There is no quiz {name}"
    raise NoSuchQuiz(f"{told}. Quizzes here: {named}.")


def _called(name: str) -> ColumnElement[bool]:
    if name.isascii() and name.isdigit():
        return Quiz.id == int(name)
    bank, _, slug = name.rpartition("/")
    by_slug = (Quiz.slug == slug) & (Bank.slug == bank) if bank else Quiz.slug == slug
    return or_(by_slug, Edition.title == name)


def _said(number: int, bank: str, slug: str, title: str | None) -> str:
    return f"{number} ({f'“{title}”, ' if title else ''}{bank}/{slug})"


def quiz_asking(keys: Collection[str]) -> int:
    """Return the one quiz that asks all questions of these keys; where several do, the one that asks no others.

    Raises NoSuchQuiz, which says to name the quiz, where that does not tell one.
    """
    asked = func.count(func.distinct(Question.id))
    query = (
        select(Quiz.id, Bank.slug, Quiz.slug, Edition.title, asked, asked.filter(Question.key.in_(keys)))
        .join(Bank, Bank.id == Quiz.bank_id)
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .join(EditionItem, EditionItem.edition_id == Edition.id)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(Quiz.archived_at.is_(None))
        .group_by(Quiz.id, Bank.slug, Quiz.slug, Edition.title)
        .order_by(Quiz.id)
    )
    fitting = [row for row in db.session.execute(query) if row[5] == len(keys)]
    found = [row for row in fitting if row[4] == len(keys)] or fitting
    if len(found) == 1:
        return found[0][0]
    named = ", ".join(_said(*row[:4]) for row in found[:20])
    told = f"Several quizzes ask all these: {named}." if found else "No quiz asks questions of all these keys."
    raise NoSuchQuiz(f"{told} Say with --quiz which one the record belongs to.")
