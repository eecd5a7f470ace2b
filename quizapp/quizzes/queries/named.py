"""A quiz by what people call it on a command line."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import func, select

from quizapp.banks.models import Bank, Question, QuestionVersion
from quizapp.quizzes.errors import NoSuchQuiz
from quizapp.quizzes.models import Edition, EditionItem, Quiz
from quizapp.storage.database import db


def quiz_named(name: str) -> int:
    """Return a quiz by its number, its slug, or bank/slug; NoSuchQuiz says which there are where that is not one."""
    if name.isascii() and name.isdigit():
        wanted = Quiz.id == int(name)
    else:
        bank, _, slug = name.rpartition("/")
        wanted = (Quiz.slug == slug) & ((Bank.slug == bank) if bank else Quiz.id.is_not(None))
    query = select(Quiz.id, Bank.slug, Quiz.slug).join(Bank, Bank.id == Quiz.bank_id).order_by(Quiz.id)
    rows = db.session.execute(query.where(wanted)).all()
    if len(rows) == 1:
        return rows[0][0]
    there = rows or db.session.execute(query.limit(20)).all()
    named = ", ".join(f"{number} ({bank}/{slug})" for number, bank, slug in there) or "none yet"
    told = f"More than one quiz is called {name}" if rows else f"There is no quiz {name}"
    raise NoSuchQuiz(f"{told}. Quizzes here: {named}.")


def quiz_asking(keys: Collection[str]) -> int:
    """Return the one quiz that asks all questions of these keys; where several do, the one that asks no others.

    Raises NoSuchQuiz, which says to name the quiz, where that does not tell one.
    """
    asked = func.count(func.distinct(Question.id))
    query = (
        select(Quiz.id, Bank.slug, Quiz.slug, asked, asked.filter(Question.key.in_(keys)))
        .join(Bank, Bank.id == Quiz.bank_id)
        .join(Edition, (Edition.quiz_id == Quiz.id) & Edition.is_current)
        .join(EditionItem, EditionItem.edition_id == Edition.id)
        .join(QuestionVersion, QuestionVersion.id == EditionItem.version_id)
        .join(Question, Question.id == QuestionVersion.question_id)
        .where(Quiz.archived_at.is_(None))
        .group_by(Quiz.id, Bank.slug, Quiz.slug)
        .order_by(Quiz.id)
    )
    fitting = [row for row in db.session.execute(query) if row[4] == len(keys)]
    found = [row for row in fitting if row[3] == len(keys)] or fitting
    if len(found) == 1:
        return found[0][0]
    named = ", ".join(f"{number} ({bank}/{slug})" for number, bank, slug, *_ in found[:20])
    told = f"Several quizzes ask all these: {named}." if found else "No quiz asks questions of all these keys."
    raise NoSuchQuiz(f"{told} Say with --quiz which one the record belongs to.")
